# What can be seen of the Android app on a machine without Android's SDK and NDK; read by scripts/android.

# A compiler that builds the standard library along has it for any target, and `dx` asks for a folder of its name.
let_dx_find_the_target() {
    local sysroot=$folder/toolchain/sysroot
    mkdir -p "$sysroot/lib/rustlib/$1" "$folder/toolchain/bin"
    printf '#!/bin/sh\n[ "$*" = "--print sysroot" ] && { echo "%s"; exit; }\nexec "%s" "$@"\n' "$sysroot" "$compiler" \
        >"$folder/toolchain/bin/rustc"
    ln -sf "$(dirname "$compiler")/cargo" "$folder/toolchain/bin/cargo"
    chmod +x "$folder/toolchain/bin/rustc"
    export PATH=$folder/toolchain/bin:$PATH CARGO_UNSTABLE_BUILD_STD=std,panic_abort
}

# The project is written and the library linked when `dx` comes to Gradle, which ends at a Java that is not there.
build_shape() {
    local log=$folder/dx-$1.log
    if build debug "$1" --debug-symbols false >"$log" 2>&1; then missing "dx went on without Gradle"; fi
    if ! grep -q 'Failed to assemble apk' "$log"; then
        tail -n 40 "$log" >&2
        missing "dx did not come to the step before Gradle"
    fi
}

same() { cmp "$1" "$2" >&2 || missing "$2 is not what $1 is"; }

# The manifest, the activity, the rules for a release and the resources are ours, byte for byte.
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

# Each function that some Kotlin class of the project declares `external` is exported by the library, under the name that
# Java looks for; and it begins its segments where a phone with large pages of memory can load them (16 KiB).
check_library() {
    local names file class function wanted
    names=$("$(newest llvm-nm)" -D --defined-only "$2" | awk '{print $3}')
    wanted=$(for file in "$1"/app/src/main/kotlin/dev/dioxus/main/*.kt; do
        class=$(basename "$file" .kt)
        for function in $(grep -oP 'external fun \K\w+' "$file"); do echo "Java_dev_dioxus_main_${class}_$function"; done
    done)
    for function in $wanted main; do
        grep -qx "$function" <<<"$names" || missing "$2 does not export $function"
    done
    local alignment
    for alignment in $("$(newest llvm-readelf)" -lW "$2" | awk '$1 == "LOAD" {print $NF}'); do
        ((alignment >= 16384)) || missing "$2 has segments for small pages alone"
    done
    printf '%s exports main and %s functions for Kotlin\n' "$(basename "$(dirname "$2")")" "$(wc -w <<<"$wanted")"
}

# Kotlin and the classes that it leans on, which exist in Android's SDK and in Google's repository alone, as far as the
# types of what is used.
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
    # A rule that matches nothing keeps nothing.
    local method
    grep -oP '^ +public \K[^;]+' $ours/keep.pro | while read -r method; do
        javap -cp "$made/out:$made/classes" -public dev.dioxus.main.MainActivity | grep -qF "public final $method;" ||
            missing "keep.pro keeps $method, which is not there"
    done
}

# The resources and the manifest can be packed. Debian's framework is that of Android 10: what came later is left out, and
# AppCompat's theme, which Gradle fetches, is another.
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
        missing "the packed manifest has lost its links"
}

mkdir -p "$folder/no-sdk"
step "A stand-in for Android's NDK"
python3 scripts/stand-in-ndk.py "$folder/ndk" "$(newest clang)" "$(newest llvm-ar)"
export NDK_HOME=$folder/ndk ANDROID_NDK_HOME=$folder/ndk ANDROID_HOME=$folder/no-sdk
export JAVA_HOME=$folder/no-java NO_DOWNLOADS=1 DX_HOME=$folder/dx
# What Rust and what Android call a processor.
declare -A called=([aarch64-linux-android]=arm64-v8a [x86_64-linux-android]=x86_64)
for triple in "${@:-${!called[@]}}"; do
    [[ ${called[$triple]:-} ]] || missing "the app is not for $triple; it is for: ${!called[*]}"
    step "$triple: the library and the Gradle project"
    find_compiler "$triple"
    if [[ ${build_std[*]} ]]; then let_dx_find_the_target "$triple"; fi
    build_shape "$triple"
    check_project "$(project debug)"
    check_library "$(project debug)" "$(project debug)/app/src/main/jniLibs/${called[$triple]}/libmain.so"
done
unset JAVA_HOME
step "Kotlin, against stand-ins for what it leans on"
check_kotlin "$(project debug)"
step "Manifest and resources, packed for Android 10"
check_resources "$(project debug)"
printf '\nIt has the shape. Only a phone or an emulator can tell whether it runs.\n'
