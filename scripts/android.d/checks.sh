# Checks the Android app on a machine without Android's SDK and NDK. scripts/android sources this file.

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

# Lets `dx` write the project and link the library. It then fails to start Gradle, because there is no Java.
build_without_gradle() {
    local log=$folder/dx-$1.log
    if build debug "$1" --debug-symbols false >"$log" 2>&1; then missing "dx did not fail at Gradle"; fi
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

# The library exports each function that a Kotlin class of the project declares `external`, under its JNI name. Its segments
# are aligned for phones with memory pages of 16 KiB.
check_library() {
    local names file class function expected
    names=$("$(newest llvm-nm)" -D --defined-only "$2" | awk '{print $3}')
    expected=$(for file in "$1"/app/src/main/kotlin/dev/dioxus/main/*.kt; do
        class=$(basename "$file" .kt)
        for function in $(grep -oP 'external fun \K\w+' "$file"); do echo "Java_dev_dioxus_main_${class}_$function"; done
    done)
    for function in $expected main; do
        grep -qx "$function" <<<"$names" || missing "$2 does not export $function"
    done
    local alignment
    for alignment in $("$(newest llvm-readelf)" -lW "$2" | awk '$1 == "LOAD" {print $NF}'); do
        ((alignment >= 16384)) || missing "$2 has segments that are not aligned to 16 KiB"
    done
    printf '%s exports main and %s functions for Kotlin\n' "$(basename "$(dirname "$2")")" "$(wc -w <<<"$expected")"
}

# The Kotlin code compiles with stubs of the classes that it uses. The real ones are in Android's SDK and Google's repository.
check_kotlin() {
    { command -v kotlinc && command -v javac && command -v javap; } >/dev/null ||
        missing "kotlinc, javac and javap are needed (Debian: apt-get install kotlin)"
    local made=$folder/kotlin file
    rm -rf "$made" && mkdir -p "$made/classes"
    awk -v to="$made/java/" '/^=== / {file = to $2; folder = file; sub("/[^/]*$", "", folder); system("mkdir -p " folder); next}
        file {print > file}' scripts/android.d/stubs.txt
    javac -nowarn --release 8 -d "$made/classes" $(find "$made/java" -name '*.java') 2>/dev/null
    for file in WryActivity Logger MainActivity; do
        cp "$1/app/src/main/kotlin/dev/dioxus/main/$file.kt" "$made"
    done
    kotlinc -nowarn -cp "$made/classes" "$made"/*.kt -d "$made/out" 2> >(grep error: >&2) ||
        missing "the Kotlin does not compile"
    # Each keep rule matches a method.
    local method
    grep -oP '^ +public \K[^;]+' $ours/keep.pro | while read -r method; do
        javap -cp "$made/out:$made/classes" -public dev.dioxus.main.MainActivity | grep -qF "public final $method;" ||
            missing "keep.pro keeps $method, which does not exist"
    done
}

# The resources and the manifest can be packaged. Debian's framework is that of Android 10, so newer attributes are removed.
# A stub replaces AppCompat's theme, which Gradle downloads.
check_resources() {
    { command -v aapt && command -v aapt2; } >/dev/null ||
        missing "aapt and aapt2 are needed (Debian: apt-get install aapt android-framework-res)"
    local made=$folder/resources framework=/usr/share/android-framework-res/framework-res.apk
    rm -rf "$made" && mkdir -p "$made" && cp -R "$1/app/src/main/res" "$made/res"
    printf '%s' '<resources><attr name="colorAccent" format="color" />' \
        '<style name="Theme.AppCompat.DayNight.NoActionBar" parent="android:Theme.Material.NoActionBar" />' \
        '<style name="Theme.AppCompat.Light.NoActionBar" parent="android:Theme.Material.Light.NoActionBar" />' \
        '</resources>' >"$made/res/values/appcompat.xml"
    sed -i '/monochrome/d' "$made/res/mipmap-anydpi-v26/latchkey.xml"
    sed -e 's/<manifest /<manifest package="app.latchkey.Latchkey" /' -e '/<queries>/,/<\/queries>/d' \
        -e '/allowNativeHeapPointerTagging\|dataExtractionRules\|enableOnBackInvokedCallback\|localeConfig/d' \
        -e 's/|fontWeightAdjustment|grammaticalGender//' "$1/app/src/main/AndroidManifest.xml" >"$made/AndroidManifest.xml"
    aapt2 compile --dir "$made/res" -o "$made/res.zip"
    aapt2 link -I "$framework" --manifest "$made/AndroidManifest.xml" --min-sdk-version 28 --target-sdk-version 29 \
        -o "$made/packed.apk" "$made/res.zip"
    aapt dump xmltree "$made/packed.apk" AndroidManifest.xml | grep -q 'recover.latchkey.example' ||
        missing "the packaged manifest has no links"
}

mkdir -p "$folder/no-sdk"
step "A stub of Android's NDK"
python3 scripts/stand-in-ndk.py "$folder/ndk" "$(newest clang)" "$(newest llvm-ar)"
export NDK_HOME=$folder/ndk ANDROID_NDK_HOME=$folder/ndk ANDROID_HOME=$folder/no-sdk
export JAVA_HOME=$folder/no-java NO_DOWNLOADS=1 DX_HOME=$folder/dx
# Android's name of each architecture.
declare -A abis=([aarch64-linux-android]=arm64-v8a [x86_64-linux-android]=x86_64)
for triple in "${@:-${!abis[@]}}"; do
    [[ ${abis[$triple]:-} ]] || missing "$triple is not a supported target; supported are: ${!abis[*]}"
    step "$triple: the library and the Gradle project"
    find_compiler "$triple"
    if [[ ${build_std[*]} ]]; then add_target_folder "$triple"; fi
    build_without_gradle "$triple"
    check_project "$(project debug)"
    check_library "$(project debug)" "$(project debug)/app/src/main/jniLibs/${abis[$triple]}/libmain.so"
done
unset JAVA_HOME
step "Kotlin, with stubs"
check_kotlin "$(project debug)"
step "Manifest and resources, packaged for Android 10"
check_resources "$(project debug)"
printf '\nAll checks passed. The app was not run: that needs a phone or an emulator.\n'
