# Walks the checklist for iOS in docs/platforms.md and writes a report. scripts/apple sources this file.
#
# It does what `simctl` and `devicectl` can do: open links, restart the app, and look whether it still runs. What only a
# person can see is a box in the report, with a picture from the simulator.

# The token is made up: every link with it leads to the message that it is no longer valid, or to the reset screen.
readonly token=c2l4dGVlbi1ieXRlcy1hdC1sZWFzdA
# The time in which the app starts or shows a link.
readonly pause=${LATCHKEY_CHECK_PAUSE:-4}

# check [PROFILE]
check() {
    report=$folder/check/report.md
    rm -rf "$folder/check"
    mkdir -p "$folder/check"
    id=$(setting identifier)
    host=$(setting hosts)
    path=$(setting paths)
    scheme=$(setting schemes)
    passed=0
    failed=0
    to_see=0
    if [[ -n $1 ]]; then
        kind=phone
        build_ios "$1"
        connected_phone
        xcrun devicectl device install app --device "$device" "$app"
    else
        kind=simulator
        build_app aarch64-apple-ios-sim
        booted_simulator
        xcrun simctl install "$device" "$app"
    fi
    {
        printf '# Checklist for iOS\n\n'
        printf -- '- %s, %s\n' "$(xcodebuild -version | paste -s -d ' ' -)" "$(date '+%Y-%m-%d %H:%M')"
        printf -- '- %s %s on the %s %s\n' "$id" "$(plutil -extract CFBundleVersion raw "$app/Info.plist")" "$kind" "$device"
    } >"$report"
    local number
    for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
        printf '\n## %s\n\n' "$(title $number)" >>"$report"
        step_$number
    done
    printf '\n%d passed, %d failed, %d to look at\n' "$passed" "$failed" "$to_see" | tee -a "$report"
    printf '%s\n' "$report"
    [[ $failed -eq 0 ]]
}

# title NUMBER: the step's text in docs/platforms.md.
title() {
    awk -v number="$1." '/^### /{ios = /iOS/} ios && $1 == number' docs/platforms.md
}

passes() { passed=$((passed + 1)) && printf -- '- passed: %s\n' "$1" >>"$report"; }
fails() { failed=$((failed + 1)) && printf -- '- FAILED: %s\n' "$1" >>"$report"; }
look() { to_see=$((to_see + 1)) && printf -- '- [ ] %s\n' "$1" >>"$report"; }
# expect TEXT COMMAND…
expect() { if "${@:2}"; then passes "$1"; else fails "$1"; fi; }

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

restart() {
    if [[ $kind == phone ]]; then
        xcrun devicectl device process launch --device "$device" --terminate-existing "$id" >/dev/null || return
    else
        terminate
        xcrun simctl launch "$device" "$id" >/dev/null || return
    fi
    sleep "$pause"
    is_running
}

terminate() { xcrun simctl terminate "$device" "$id" 2>/dev/null || true; }

# open_link cold|warm LINK: fails if the app does not run afterwards.
open_link() {
    if [[ $kind == phone ]]; then
        local fresh=()
        if [[ $1 == cold ]]; then fresh=(--terminate-existing); fi
        xcrun devicectl device process launch --device "$device" ${fresh[@]+"${fresh[@]}"} --payload-url "$2" "$id" \
            >/dev/null || return
    else
        if [[ $1 == cold ]]; then terminate; fi
        xcrun simctl openurl "$device" "$2" || return
    fi
    sleep "$pause"
    is_running
}

is_running() {
    if [[ $kind == phone ]]; then
        xcrun devicectl device info processes --device "$device" | grep -F "/$(basename "$app")/" >/dev/null
    else
        # The first column is the process.
        xcrun simctl spawn "$device" launchctl list | grep "^[0-9].*UIKitApplication:$id" >/dev/null
    fi
}

# picture NAME: the end of a sentence about a picture, which only the simulator takes.
picture() {
    if [[ $kind == simulator ]]; then
        xcrun simctl io "$device" screenshot "$folder/check/$1.png" >/dev/null 2>&1
        printf ' (%s.png)' "$1"
    fi
}

# try_link NAME cold|warm LINK WHAT: opens a link; the app must still run, and a person sees WHAT.
try_link() {
    expect "the app runs after \`$3\`, $2" open_link "$2" "$3"
    look "$4$(picture "$1")"
}

# by_phone TEXT: what the simulator does not have.
by_phone() {
    if [[ $kind == phone ]]; then look "$1"; else look "On an iPhone: $1"; fi
}

# names_the_app ADDRESS: without following a redirect.
names_the_app() {
    local answer body=$folder/association.json
    answer=$(curl --silent --max-time 20 --output "$body" --write-out '%{http_code} %{content_type}' "$1") || return
    [[ $answer == "200 application/json"* ]] && grep -F ".$id\"" "$body" >/dev/null
}

step_1() {
    local address
    for address in "https://$host/.well-known/apple-app-site-association" \
        "https://app-site-association.cdn-apple.com/a/v1/$host"; do
        expect "$address answers 200, application/json, and names the app" names_the_app "$address"
    done
}

step_2() {
    local mode
    for mode in light dark; do
        if [[ $kind == simulator ]]; then xcrun simctl ui "$device" appearance $mode; fi
        expect "the app starts and runs, $mode" restart
        look "$mode: full screen, inside the safe areas, no white flash at the start$(picture "2-$mode")"
    done
    look "The app has its own icon on the home screen."
}

step_3() { by_phone "The button opens Mail as it was left. Without Mail there is no button."; }

step_4() {
    by_phone "Close the app, and tap the https link of an email in Mail: the app opens with the reset screen, not Safari."
}

step_5() { by_phone "Tap a second link while the first screen is unread: a notice says that it was replaced."; }

step_6() {
    try_link 6-cold cold "$scheme://${path#/}?token=$token" "The app opened with the link."
    try_link 6-warm warm "$scheme://${path#/}?token=${token}2" "The open app took the second link."
}

step_7() {
    try_link 7-cold cold "$scheme://${path#/}#token=$token" "The app opened with the link."
    try_link 7-warm warm "$scheme://${path#/}#token=${token}2" "The open app took the second link."
    by_phone "The same from an email with \`https://$host$path#token=…\`."
}

step_8() {
    try_link 8-foreign warm "$scheme://elsewhere?token=$token" "A message refuses the link."
    try_link 8-short warm "$scheme://${path#/}?token=abc" "A message refuses the link."
    try_link 8-no-url warm "$scheme://x:99999/" "A message refuses the link."
    try_link 8-no-url-cold cold "$scheme://x:99999/" "The app started, and a message refuses the link."
}

step_9() {
    look "Request an email, close the app and open it: it still waits. After the reset, a new start shows the first screen."
}

step_10() { by_phone "Restore a backup on another device: the app has no recovery there."; }

step_11() { by_phone "Show the password, then swipe up slowly and open the task switcher: a plain sheet, gone on return."; }

step_12() {
    if [[ $kind == simulator ]]; then printf %s ABCD-1234 | xcrun simctl pbcopy "$device"; fi
    look "Paste the code: nothing asks for permission, and afterwards the clipboard is empty."
}

step_13() { by_phone "In the field for the new password, a strong password is offered, and kept for $host."; }

step_14() {
    local size
    if [[ $kind == simulator ]]; then
        for size in accessibility-extra-extra-extra-large large; do
            xcrun simctl ui "$device" content_size $size
            expect "the app starts and runs with text of the size $size" restart
            look "Text of the size $size: nothing is cut off$(picture "14-$size")"
        done
    fi
    by_phone "VoiceOver, the largest text and across, from beginning to end."
}

log_has_no_token() {
    local log=$folder/check/log.txt
    xcrun simctl spawn "$device" log show --last 15m --predicate 'process == "latchkey"' >"$log" || return
    ! grep -F "$token" "$log" >/dev/null
}

step_15() {
    expect "the app has the privacy manifest" cmp -s platform/apple/PrivacyInfo.xcprivacy "$app/PrivacyInfo.xcprivacy"
    if [[ $kind == simulator ]]; then expect "the app's log has no token" log_has_no_token; fi
    by_phone "Xcode's privacy report lists email, file times, boot time, and no tracking."
}
