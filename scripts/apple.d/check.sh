# Builds the app for an iPhone or the simulator, installs it, and walks the checklist with check.py. scripts/apple sources
# this file.

# check [PROFILE]
check() {
    local kind=simulator
    rm -rf "$folder/check"
    if [[ -n $1 ]]; then
        kind=phone
        build_ios "$1"
        connected_phone
        xcrun devicectl device install app --device "$device" "$app"
    else
        build_app aarch64-apple-ios-sim
        booted_simulator
        xcrun simctl install "$device" "$app"
    fi
    python3 scripts/apple.d/check.py "$kind" "$device" "$app" "$folder/check" \
        "$(xcodebuild -version | paste -s -d ' ' -), on the $kind $device" \
        "$(setting identifier) $(plutil -extract CFBundleVersion raw "$app/Info.plist")"
}

# The device that runs, or the first iPhone. Sets `device`.
booted_simulator() {
    device=$(xcrun simctl list devices booted | sed -n 's/.*iPhone.*(\([0-9A-F-]\{36\}\)) (Booted).*/\1/p' | head -n 1)
    if [[ -z $device ]]; then
        device=$(xcrun simctl list devices available | sed -n 's/.*iPhone.*(\([0-9A-F-]\{36\}\)).*/\1/p' | head -n 1)
        [[ -n $device ]] || missing "there is no simulator of an iPhone:" "    xcodebuild -downloadPlatform iOS"
        xcrun simctl boot "$device"
    fi
    xcrun simctl bootstatus "$device"
}

# Sets `device`.
connected_phone() {
    local list=$folder/devices.json
    xcrun devicectl list devices --json-output "$list" >/dev/null
    device=${LATCHKEY_DEVICE:-$(plutil -extract result.devices.0.identifier raw "$list" 2>/dev/null || true)}
    [[ -n $device ]] || missing "connect an iPhone, unlock it and turn on its developer mode"
}
