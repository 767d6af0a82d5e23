# Functions for scripts that cross-compile. Source this file.

# missing TEXT…: reports what is missing or wrong, and how to mend it, and exits.
missing() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
    if [[ $# -gt 1 ]]; then printf '%s\n' "${@:2}" >&2; fi
    exit 1
}

# expect NAME PATTERN TEXT: fails unless TEXT contains PATTERN.
expect() {
    [[ $3 == *"$2"* ]] || missing "$1: expected \"$2\", found:" "$3"
    printf '%s: %s\n' "$1" "$2"
}

# newest NAME: the newest installed version of a program of LLVM. Most distributions append the version to the name.
newest() {
    local found
    found=$({ compgen -c "$1-"; compgen -G "/usr/lib/llvm-*/bin/$1"; compgen -c "$1"; } |
        grep -E "(^|/)$1(-[0-9]+)?$" | sort -t- -k2 -V | tail -n 1)
    [[ $found ]] || missing "$1 is needed to compile C code (Debian: apt-get install clang llvm)"
    echo "$found"
}

# find_compiler TRIPLE [source]: finds a compiler that has the standard library for TRIPLE, compiled or as source: the current
# one, or Debian's. With `source`, one that has the source is preferred. Sets `compiler`, and `build_std` if the standard
# library is to be compiled.
find_compiler() {
    local libraries accepted
    for accepted in ${2:-} any; do
        for compiler in "${RUSTC:-rustc}" /usr/bin/rustc; do
            libraries=$("$compiler" --print sysroot 2>/dev/null)/lib/rustlib || continue
            build_std=()
            if [[ $accepted == any && -d $libraries/$1 ]]; then return; fi
            if [[ -d $libraries/src/rust/library/std ]]; then
                build_std=(-Zbuild-std=std,panic_abort)
                # Allows a stable compiler to build the standard library.
                export RUSTC_BOOTSTRAP=1
                return
            fi
        done
    done
    missing "the standard library for $1 is not installed. Run" \
        "    rustup target add $1" \
        "or, on Debian," \
        "    apt-get install rustc-web cargo-web rust-web-src lld-22"
}
