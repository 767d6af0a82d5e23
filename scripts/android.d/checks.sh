# Checks the Android app on a machine without Android's SDK and NDK. scripts/android sources this file.

# Android's name of each architecture.
declare -A abis=([aarch64-linux-android]=arm64-v8a [x86_64-linux-android]=x86_64)

needs_tools() {
    local tool
    for tool in aapt2 apksigner java javac keytool mvn python3 zipalign; do
        command -v "$tool" >/dev/null || missing "$tool is needed" \
            "(Debian: apt-get install aapt apksigner zipalign openjdk-17-jdk-headless maven python3)"
    done
}

# `dx` requires a folder with the target's name in the sysroot. A compiler that builds the standard library has none.
add_target_folder() {
    local sysroot=$folder/toolchain/sysroot
    mkdir -p "$sysroot/lib/rustlib/$1" "$folder/toolchain/bin"
    printf '#!/bin/sh\n[ "$*" = "--print sysroot" ] && { echo "%s"; exit; }\nexec "%s" "$@"\n' "$sysroot" "$compiler" \
        >"$folder/toolchain/bin/rustc"
    ln -sf "$(dirname "$compiler")/cargo" "$folder/toolchain/bin/cargo"
    chmod +x "$folder/toolchain/bin/rustc"
    export PATH=$folder/toolchain/bin:$PATH CARGO_UNSTABLE_BUILD_STD=std,panic_abort
}

# Lets `dx` write the project and link the library. It then fails to start Gradle, because JAVA_HOME has no Java.
build_without_gradle() {
    local log=$folder/dx-$1.log
    if JAVA_HOME=$folder/no-java build debug "$1" --debug-symbols false >"$log" 2>&1; then missing "dx did not fail at Gradle"; fi
    if ! grep -q 'Failed to assemble apk' "$log"; then
        tail -n 40 "$log" >&2
        missing "dx failed before Gradle"
    fi
}

same() { cmp "$1" "$2" >&2 || missing "$2 differs from $1"; }

# The project has our manifest, activity, keep rules and resources, unchanged.
check_project() {
    same $ours/AndroidManifest.xml "$1/app/src/main/AndroidManifest.xml"
    same $ours/MainActivity.kt "$1/app/src/main/kotlin/dev/dioxus/main/MainActivity.kt"
    same $ours/keep.pro "$1/app/keep.pro"
    local file
    (cd $ours/res && find . -type f) | while read -r file; do same "$ours/res/$file" "$1/app/src/main/res/$file"; done
    local gradle=$1/app/build.gradle.kts line
    for line in 'applicationId = "app.latchkey.Latchkey"' 'minSdk = 28' 'targetSdk = 36' 'compileSdk = 36'; do
        grep -qF "$line" "$gradle" || missing "$gradle lacks: $line"
    done
}

# link_with_dx TRIPLE: also checks the project. Sets `library`.
link_with_dx() {
    if [[ ${build_std[*]} ]]; then add_target_folder "$1"; fi
    build_without_gradle "$1"
    check_project "$gradle"
    library=$gradle/app/src/main/jniLibs/${abis[$1]}/libmain.so
}

# link_without_dx TRIPLE: links the library with the options of `dx`, for which it is a program that exports its functions. wry's
# build script writes its Kotlin. Sets `library`.
link_without_dx() {
    local name=${1//-/_} tools=$folder/ndk/toolchains/llvm/prebuilt/linux-x86_64 oldest
    oldest=$(sed -n 's/^android_min_sdk_version = //p' Dioxus.toml)
    export "CC_$name=$tools/bin/clang" "AR_$name=$tools/bin/llvm-ar" "CFLAGS_$name=--target=$1$oldest"
    export "CARGO_TARGET_${name^^}_LINKER=$tools/bin/$1$oldest-clang"
    RUSTFLAGS=$(printf -- '-Clink-arg=%s ' -landroid -llog -lOpenSLES -lc++abi \
        -Wl,--export-dynamic "-Wl,--sysroot=$tools/sysroot" -Wl,--build-id=sha1)
    export RUSTFLAGS WRY_ANDROID_PACKAGE=dev.dioxus.main WRY_ANDROID_LIBRARY=main
    export WRY_ANDROID_KOTLIN_FILES_OUT_DIR=$gradle/app/src/main/kotlin/dev/dioxus/main
    mkdir -p "$WRY_ANDROID_KOTLIN_FILES_OUT_DIR"
    cp $ours/MainActivity.kt "$WRY_ANDROID_KOTLIN_FILES_OUT_DIR"
    # Without debug information the linker is faster. Otherwise strip would remove it.
    CARGO_PROFILE_DEV_DEBUG=0 RUSTC=$compiler cargo build --package latchkey-recovery --bin latchkey --target "$1" \
        "${build_std[@]}" --no-default-features --features mobile
    library=$target/$1/debug/latchkey
}

# link TRIPLE: links the library, strips it as Gradle does, and adds it to `libraries`.
link() {
    local library stripped=$folder/stripped/${abis[$1]}
    find_compiler "$1"
    if has_dx; then link_with_dx "$1"; else link_without_dx "$1"; fi
    mkdir -p "$stripped"
    "$(newest llvm-strip)" --strip-unneeded -o "$stripped/libmain.so" "$library"
    libraries+=("${abis[$1]}=$stripped/libmain.so")
}

# link_and_pack [TRIPLE]: links the library for all targets, or for one, and builds and reads the APK.
link_and_pack() {
    local triple libraries=() gradle=$folder/without-dx
    if has_dx; then gradle=$(project debug); fi
    mkdir -p "$folder/no-sdk"
    step "A stub of Android's NDK"
    python3 -B scripts/stand-in-ndk.py "$folder/ndk" "$(newest clang)" "$(newest llvm-ar)"
    export NDK_HOME=$folder/ndk ANDROID_NDK_HOME=$folder/ndk ANDROID_HOME=$folder/no-sdk NO_DOWNLOADS=1 DX_HOME=$folder/dx
    for triple in "${@:-${!abis[@]}}"; do
        [[ ${abis[$triple]:-} ]] || missing "$triple is not a supported target; supported are: ${!abis[*]}"
        step "$triple: the library and the Gradle project"
        link "$triple"
    done
    step "An APK from parts, and what is in it"
    python3 -B scripts/android.d/apk.py "$folder" "$gradle" "${libraries[@]}"
}

run_activity() {
    step "MainActivity on the JVM"
    python3 -B scripts/android.d/activity.py "$folder"
}
