//! The second line of `scripts/targets`, with the next version of Dioxus.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use toml::Table;

use crate::source::in_project;

const MANIFESTS: [&str; 3] = ["Cargo.toml", "benches/bare_window/Cargo.toml", "tests/outside/Cargo.toml"];
const OTHERS: [&str; 4] = [
    "platform/apple/ios.plist",
    "scripts/cross.sh",
    "scripts/targets.d/dioxus-0.8.sh",
    "scripts/targets.d/dioxus-0.8.lock",
];

fn table(path: &Path) -> Table {
    fs::read_to_string(path).unwrap().parse().unwrap()
}

/// The versions of these packages in a lock file, without repetitions.
fn locked(lock: &Table, belongs: impl Fn(&str) -> bool) -> Vec<&str> {
    let packages = lock["package"].as_array().unwrap().iter();
    let mut versions: Vec<_> = packages
        .filter(|package| belongs(package["name"].as_str().unwrap()))
        .map(|package| package["version"].as_str().unwrap())
        .collect();
    versions.dedup();
    versions
}

/// The version that a manifest requires of a package.
fn required<'a>(manifest: &'a Table, section: &str, name: &str) -> &'a str {
    let dependency = &manifest[section][name];
    dependency.get("version").unwrap_or(dependency).as_str().unwrap()
}

#[test]
fn moving_to_the_next_dioxus_changes_every_manifest_and_the_lock_file() {
    let project = tempfile::tempdir().unwrap();
    for file in [&MANIFESTS[..], &OTHERS].concat() {
        let copy = project.path().join(file);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(in_project(file), copy).unwrap();
    }
    let script = "set -eu; . scripts/cross.sh; . scripts/targets.d/dioxus-0.8.sh; move_to_next_dioxus";
    let moved = Command::new("bash").args(["-c", script]).current_dir(project.path()).output().unwrap();
    assert!(moved.status.success(), "{moved:?}");
    let [app, bench, outside] = MANIFESTS.map(|file| table(&project.path().join(file)));
    let next = required(&app, "dependencies", "dioxus");
    assert!(next.trim_start_matches('=').starts_with("0.8."), "{next}");
    for (manifest, section, name) in [
        (&app, "dev-dependencies", "dioxus-core"),
        (&app, "dev-dependencies", "dioxus-html"),
        (&app, "dev-dependencies", "dioxus-ssr"),
        (&outside, "dependencies", "dioxus"),
    ] {
        assert_eq!(required(manifest, section, name), next, "{name}");
    }
    let lock = table(&project.path().join("Cargo.lock"));
    let is_dioxus = |name: &str| name == "dioxus" || name.starts_with("dioxus-");
    assert_eq!(locked(&lock, is_dioxus), [next.trim_start_matches('=')]);
    for name in ["tao", "wry"] {
        let versions = locked(&lock, |package| package == name);
        assert_eq!(versions.len(), 1, "{versions:?}");
        assert!(versions[0].starts_with(required(&bench, "dependencies", name)), "{name} {versions:?}");
    }
}

#[test]
fn only_platform_and_window_differ_between_the_versions_of_dioxus() {
    let mut folders: Vec<PathBuf> = ["src", "crates", "examples", "tests", "e2e"].map(in_project).into();
    let mut differing = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() && !path.ends_with("target") {
                folders.push(path);
            } else if path.ends_with("next_dioxus.rs") {
                // This file.
            } else if fs::read_to_string(&path).is_ok_and(|text| text.contains("dioxus_0_8")) {
                differing.push(path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_owned());
            }
        }
    }
    assert!(!differing.is_empty());
    let allowed = [Path::new("src/platform"), Path::new("src/window")];
    for path in differing {
        assert!(allowed.iter().any(|folder| path.starts_with(folder)), "{}", path.display());
    }
}
