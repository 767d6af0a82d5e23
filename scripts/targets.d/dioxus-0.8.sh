# Functions of scripts/targets for Dioxus 0.8. Source this file, after scripts/cross.sh.
#
# Releases use the version in Cargo.toml. When there is a newer pre-release, change the version here, and run
# `./scripts/targets 0.8`. When 0.8 is stable, this moves the project to it:
#
#   bash -euc '. scripts/cross.sh; . scripts/targets.d/dioxus-0.8.sh; move_to_next_dioxus'

# tao and wry are those of dioxus-desktop.
readonly next_dioxus="=0.8.0-alpha.3" next_tao=0.37 next_wry=0.57
# The versions of all dependencies.
readonly next_lock=scripts/targets.d/dioxus-0.8.lock

# move_to_next_dioxus: changes the manifests below the current folder, and the versions of the dependencies.
move_to_next_dioxus() {
    require_version 'dioxus|dioxus-core|dioxus-html|dioxus-ssr' "$next_dioxus"
    require_version tao "$next_tao"
    require_version wry "$next_wry"
    # Features that wry 0.57 always has.
    edit benches/bare_window/Cargo.toml 's/"drag-drop", //; s/, "protocol"//'
    # tao has its own scene delegate.
    edit platform/apple/ios.plist 's/LatchkeySceneDelegate/TaoSceneDelegate/'
    cp "$next_lock" Cargo.lock
}

# require_version NAMES VERSION: in every manifest with a line for one of these dependencies.
require_version() {
    local line="^($1) = (\\{ version = )?\"[^\"]*\"" manifest manifests
    manifests=$(grep -lE "$line" Cargo.toml benches/bare_window/Cargo.toml tests/outside/Cargo.toml) ||
        missing "no manifest requires $1"
    for manifest in $manifests; do
        edit "$manifest" "s/$line/\\1 = \\2\"$2\"/"
    done
}

# edit FILE EXPRESSION: by sed. Fails if nothing changes.
edit() {
    sed -E "$2" "$1" >"$1.new"
    ! cmp -s "$1" "$1.new" || missing "nothing to change in $1: $2"
    mv "$1.new" "$1"
}

# enter_next_dioxus: enters a copy of the project that uses Dioxus 0.8.
enter_next_dioxus() {
    local copy=$PWD/target/next
    # Dependencies that are the same are compiled once. Times are kept, so that unchanged files are not compiled again.
    export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
    project=$PWD
    rm -rf "$copy"
    mkdir -p "$copy"
    git ls-files -z --cached --others --exclude-standard --deduplicate |
        tar --create --null --files-from=- | tar --extract --directory="$copy"
    cd "$copy"
    move_to_next_dioxus
}

# keep_next_lock: keeps the versions that cargo has added or removed, as it does in Cargo.lock.
keep_next_lock() {
    if cmp -s Cargo.lock "$project/$next_lock"; then return; fi
    cp Cargo.lock "$project/$next_lock"
    printf '\nThe dependencies have changed: commit %s.\n' "$next_lock"
}
