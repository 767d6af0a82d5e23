# For scripts that compile for another system than this one; to be read with `.`, not run.

# missing TEXT …: says what is missing, and how to get it, and ends the script.
missing() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
    if [[ $# -gt 1 ]]; then printf '%s\n' "${@:2}" >&2; fi
    exit 1
}

# newest NAME: a program of LLVM, whose name ends with a version in most distributions; the newest that there is.
newest() {
    local found
    found=$({ compgen -c "$1-"; compgen -G "/usr/lib/llvm-*/bin/$1"; compgen -c "$1"; } |
        grep -E "(^|/)$1(-[0-9]+)?$" | sort -t- -k2 -V | tail -n 1)
    [[ $found ]] || missing "$1 is needed, for what is written in C (Debian: apt-get install clang llvm)"
    echo "$found"
}

# find_compiler TRIPLE: the first compiler that has the standard library for TRIPLE, ready or as source: the one in use, or
# Debian's own. Sets `compiler`, and `build_std` where the library has to be built along.
find_compiler() {
    local libraries
    for compiler in "${RUSTC:-rustc}" /usr/bin/rustc; do
        libraries=$("$compiler" --print sysroot 2>/dev/null)/lib/rustlib || continue
        build_std=()
        if [[ -d $libraries/$1 ]]; then return; fi
        if [[ -d $libraries/src/rust/library/std ]]; then
            build_std=(-Zbuild-std=std,panic_abort)
            # Building the library is not for a stable compiler, unless it is told to.
            export RUSTC_BOOTSTRAP=1
            return
        fi
    done
    missing "no compiler here has the standard library for $1. Either" \
        "    rustup target add $1" \
        "or, on Debian," \
        "    apt-get install rustc-web cargo-web rust-web-src lld-22"
}
