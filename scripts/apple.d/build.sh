# Functions that build, sign and export the app on a Mac. scripts/apple sources this file. A Mac has bash 3.2.

# setting KEY: a value of `[application]`, `[bundle]`, `[ios]` or `[deep_links]` in Dioxus.toml; of a list, the first.
setting() {
    sed -n "s/^$1 = \[\{0,1\}\"\([^\"]*\)\".*/\1/p" Dioxus.toml | head -n 1
}

# build_app TRIPLE: builds the app for iPhones or the simulator. Sets `app`.
build_app() {
    rm -rf "$target/dx/latchkey/release/ios"
    "$dx" build --release --platform ios --target "$1" --package latchkey-recovery --bin latchkey --no-default-features --features mobile
    app=$(echo "$target"/dx/latchkey/release/ios/*.app)
    case $1 in
    *-sim) complete_bundle "$app" iphonesimulator ;;
    *) complete_bundle "$app" iphoneos ;;
    esac
}

# build_ios PROFILE
build_ios() {
    read_profile "$1"
    build_app aarch64-apple-ios
    sign ios "$app"
}

# complete_bundle APP PLATFORM: adds what Xcode adds to an app, and `dx` does not.
complete_bundle() {
    local info=$1/Info.plist icons=$folder/icons.plist key value
    # `dx` copies the privacy manifest only into the bundle of macOS.
    cp platform/apple/PrivacyInfo.xcprivacy "$1"
    xcrun actool platform/apple/Assets.xcassets --compile "$1" --platform "$2" --app-icon AppIcon \
        --target-device iphone --target-device ipad --minimum-deployment-target "$(setting deployment_target)" \
        --output-partial-info-plist "$icons"
    for key in CFBundleIcons CFBundleIcons~ipad; do
        value=$(plutil -extract "$key" json -o - "$icons")
        plutil -replace "$key" -json "$value" "$info"
    done
    if [[ $2 == iphonesimulator ]]; then plutil -replace CFBundleSupportedPlatforms -json '["iPhoneSimulator"]' "$info"; fi
    tool_versions "$2" | while read -r key value; do plutil -replace "$key" -string "$value" "$info"; done
}

# tool_versions PLATFORM: the keys and values by which the App Store recognizes Xcode and its SDK, one pair per line.
tool_versions() {
    local version build sdk sdk_build major minor patch
    version=$(xcodebuild -version | sed -n 's/^Xcode //p')
    build=$(xcodebuild -version | sed -n 's/^Build version //p')
    sdk=$(xcrun --sdk "$1" --show-sdk-version)
    sdk_build=$(xcrun --sdk "$1" --show-sdk-build-version)
    # 26.1.1 is written as 2611, 26.0 as 2600.
    IFS=. read -r major minor patch <<<"$version"
    printf '%s %s\n' BuildMachineOSBuild "$(sw_vers -buildVersion)" \
        DTCompiler com.apple.compilers.llvm.clang.1_0 \
        DTPlatformBuild "$sdk_build" DTPlatformName "$1" DTPlatformVersion "$sdk" \
        DTSDKBuild "$sdk_build" DTSDKName "$1$sdk" \
        DTXcode "$(printf '%02d%d%d' "$major" "${minor:-0}" "${patch:-0}")" DTXcodeBuild "$build"
}

# read_profile PROFILE: sets `profile`, `profile_list`, `prefix` and `team`.
read_profile() {
    profile=$1 profile_list=$folder/profile.plist
    security cms -D -i "$profile" -o "$profile_list"
    prefix=$(plutil -extract ApplicationIdentifierPrefix.0 raw "$profile_list")
    team=$(plutil -extract TeamIdentifier.0 raw "$profile_list")
}

# sign SYSTEM APP: with the profile that was read.
sign() {
    local entitlements=$folder/$1.entitlements
    sed "s/\$(AppIdentifierPrefix)/$prefix./; s/\$(DEVELOPMENT_TEAM)/$team/" \
        "platform/apple/$1.entitlements" >"$entitlements"
    if [[ $1 == macos ]]; then
        cp "$profile" "$2/Contents/embedded.provisionprofile"
        # Both are conditions of notarization.
        set -- "$@" --options runtime --timestamp
    else
        cp "$profile" "$2/embedded.mobileprovision"
    fi
    codesign --force --entitlements "$entitlements" --sign "${LATCHKEY_SIGNING_IDENTITY:-Apple}" "${@:3}" "$2"
    codesign --verify --strict --verbose=2 "$2"
}

# export_method: the purpose of the profile, as `xcodebuild` names it.
export_method() {
    has() { plutil -extract "$1" raw "$profile_list" >/dev/null 2>&1; }
    if [[ $(plutil -extract Entitlements.get-task-allow raw "$profile_list" 2>/dev/null) == true ]]; then
        echo debugging
    elif has ProvisionsAllDevices; then
        echo enterprise
    elif has ProvisionedDevices; then
        echo release-testing
    else
        echo app-store-connect
    fi
}

# build_ipa PROFILE: puts the app into an archive like Xcode's, and has `xcodebuild` export it. This signs it again with the
# entitlements of the profile, such as the one for TestFlight.
build_ipa() {
    build_ios "$1"
    local archive=$folder/Latchkey.xcarchive options=$folder/ExportOptions.plist
    rm -rf "$archive" "$folder/ipa"
    mkdir -p "$archive/Products/Applications"
    cp -R "$app" "$archive/Products/Applications/"
    archive_list >"$archive/Info.plist"
    export_options >"$options"
    xcodebuild -exportArchive -archivePath "$archive" -exportOptionsPlist "$options" -exportPath "$folder/ipa"
    local ipa
    ipa=$(echo "$folder"/ipa/*.ipa)
    rm -rf "$folder/unpacked"
    unzip -q "$ipa" -d "$folder/unpacked"
    check_layout "$folder/unpacked"
    printf '\n%s, for %s\n' "$ipa" "$(export_method)"
}

archive_list() {
    plist_head
    cat <<PLIST
<dict>
	<key>ArchiveVersion</key>
	<integer>2</integer>
	<key>CreationDate</key>
	<date>$(date -u +%Y-%m-%dT%H:%M:%SZ)</date>
	<key>Name</key>
	<string>Latchkey</string>
	<key>SchemeName</key>
	<string>Latchkey</string>
	<key>ApplicationProperties</key>
	<dict>
		<key>ApplicationPath</key>
		<string>Applications/$(basename "$app")</string>
		<key>Architectures</key>
		<array>
			<string>arm64</string>
		</array>
		<key>CFBundleIdentifier</key>
		<string>$(setting identifier)</string>
		<key>CFBundleShortVersionString</key>
		<string>$(plutil -extract CFBundleShortVersionString raw "$app/Info.plist")</string>
		<key>CFBundleVersion</key>
		<string>$(plutil -extract CFBundleVersion raw "$app/Info.plist")</string>
		<key>SigningIdentity</key>
		<string>${LATCHKEY_SIGNING_IDENTITY:-Apple}</string>
		<key>Team</key>
		<string>$team</string>
	</dict>
</dict>
</plist>
PLIST
}

export_options() {
    plist_head
    cat <<PLIST
<dict>
	<key>method</key>
	<string>$(export_method)</string>
	<key>destination</key>
	<string>export</string>
	<key>teamID</key>
	<string>$team</string>
	<key>signingStyle</key>
	<string>manual</string>
	<key>provisioningProfiles</key>
	<dict>
		<key>$(setting identifier)</key>
		<string>$(plutil -extract Name raw "$profile_list")</string>
	</dict>
	<key>manageAppVersionAndBuildNumber</key>
	<false/>
	<key>uploadSymbols</key>
	<false/>
</dict>
</plist>
PLIST
}

plist_head() {
    cat <<'PLIST'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
PLIST
}

# check_layout FOLDER: fails if an unpacked .ipa lacks a file that the App Store requires, or has one that it refuses.
check_layout() {
    local apps=("$1"/Payload/*.app) file wrong
    [[ ${#apps[@]} -eq 1 && -d ${apps[0]} ]] || missing "the .ipa must have one app in Payload"
    for file in Info.plist Assets.car PrivacyInfo.xcprivacy embedded.mobileprovision _CodeSignature/CodeResources \
        "$(plutil -extract CFBundleExecutable raw "${apps[0]}/Info.plist")"; do
        [[ -s ${apps[0]}/$file ]] || missing "the app has no $file"
    done
    wrong=$(find "$1" -type l -o -name .DS_Store -o -name '*.a' -o -name '*.dylib' -o -name Contents)
    [[ -z $wrong ]] || missing "the App Store refuses:" "$wrong"
}

# build_macos [PROFILE [NOTARY]]
build_macos() {
    local triple mac=$folder/Latchkey.app
    for triple in aarch64-apple-darwin x86_64-apple-darwin; do
        rm -rf "${folder:?}/$triple"
        "$dx" bundle --release --platform macos --target $triple --package latchkey-recovery --bin latchkey --no-default-features --features desktop \
            --package-types macos --out-dir "$folder/$triple"
    done
    rm -rf "$mac"
    cp -R "$folder/aarch64-apple-darwin/Latchkey.app" "$mac"
    xcrun lipo -create "$folder"/*-apple-darwin/Latchkey.app/Contents/MacOS/latchkey -output "$mac/Contents/MacOS/latchkey"
    if [[ $# -gt 0 ]]; then
        read_profile "$1"
        sign macos "$mac"
    fi
    pack "$mac"
    if [[ $# -gt 1 ]]; then notarize "$mac" "$2"; fi
}

# pack APP: as Latchkey.zip, beside it.
pack() {
    rm -f "${1%.app}.zip"
    ditto -c -k --keepParent "$1" "${1%.app}.zip"
}

# notarize APP NOTARY: sends the packed app to Apple and waits for the answer, which then becomes part of the app, so that it
# starts without a connection.
notarize() {
    xcrun notarytool submit "${1%.app}.zip" --keychain-profile "$2" --wait
    xcrun stapler staple "$1"
    spctl --assess --type execute --verbose "$1"
    pack "$1"
}
