# Checks the output of `dx` on any machine, with an empty program instead of the app. scripts/apple sources this file.

# Builds an empty program, which compiles fast and is bundled like the app. `dx` requires a compiler that rustup installed
# and Apple's linker, so a wrapper and a stub replace them. The result does not run.
check_empty_app() {
    local app=$folder/empty tools=$folder/tools triple
    find_compiler aarch64-apple-ios
    rm -rf "$app" "$tools"
    mkdir -p "$app/src" "$tools/sysroot/lib/rustlib/x86_64-unknown-linux-gnu/bin" "$folder/no-sdk"
    cp -r Dioxus.toml platform "$app"
    cat >"$app/Cargo.toml" <<'EOF'
[package]
name = "latchkey"
version = "0.0.0"
edition = "2024"
[features]
desktop = []
mobile = []
[profile.dev]
panic = "abort"
[workspace]
EOF
    cat >"$app/src/main.rs" <<'EOF'
#![no_std]
#![no_main]
#[panic_handler]
fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
EOF
    for triple in aarch64-apple-ios aarch64-apple-darwin; do mkdir -p "$tools/sysroot/lib/rustlib/$triple"; done
    cat >"$tools/rustc" <<EOF
#!/usr/bin/env bash
if [[ "\$*" == "--print sysroot" ]]; then echo "$tools/sysroot"; else exec "$(command -v "$compiler")" "\$@"; fi
EOF
    cat >"$tools/linker" <<'EOF'
#!/usr/bin/env bash
while [[ $# -gt 0 ]]; do
    if [[ $1 == -o ]]; then cp /bin/true "$2"; fi
    shift
done
EOF
    chmod +x "$tools/rustc" "$tools/linker"
    # The cargo of the same toolchain.
    ln -s "$(dirname "$(command -v "$compiler")")/cargo" "$tools/cargo"
    (
        cd "$app"
        export PATH=$tools:$PATH NO_DOWNLOADS=1 DX_HOME=$folder/home SDKROOT=$folder/no-sdk \
            CARGO_TARGET_DIR=$folder/built CARGO_UNSTABLE_BUILD_STD=core,panic_abort \
            CARGO_TARGET_AARCH64_APPLE_IOS_LINKER=$tools/linker CARGO_TARGET_AARCH64_APPLE_DARWIN_LINKER=$tools/linker
        "$dx" build --platform ios --target aarch64-apple-ios --no-default-features --features mobile
        "$dx" bundle --platform macos --target aarch64-apple-darwin --no-default-features --features desktop \
            --package-types macos --out-dir "$folder/bundle"
    )
    local ios=$folder/built/dx/latchkey/debug/ios/Latchkey.app macos=$folder/bundle/Latchkey.app/Contents
    cmp "$ios/Info.plist" platform/apple/ios.plist
    cmp "$macos/Info.plist" platform/apple/macos.plist
    cmp "$macos/Resources/PrivacyInfo.xcprivacy" platform/apple/PrivacyInfo.xcprivacy
    cmp "$macos/Resources/Latchkey.icns" platform/apple/Latchkey.icns
    # The executable's name in the property lists.
    [[ -x $ios/latchkey && -x $macos/MacOS/latchkey ]]
    printf '\nThe bundles contain the files of platform/apple.\n'
}
