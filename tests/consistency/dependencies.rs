//! The dependencies of the program without its demo.
//!
//! They are counted on x86_64 Linux only: other systems do not download the manifests of all of them.

use std::collections::BTreeSet;
use std::process::Command;

use super::source::in_project;

/// The program for Linux has 482, versions of one crate counted once. docs/performance.md has the numbers of earlier
/// versions.
const MAX_DEPENDENCIES: usize = 490;
/// Crates of the server.
const FORBIDDEN: [&str; 4] = ["argon2", "axum", "lettre", "sqlx"];

/// What is compiled for the program, for the target and for the machine that builds it.
fn dependencies() -> BTreeSet<String> {
    let arguments = [
        ["tree", "--offline", "--package", "latchkey-recovery", "--no-default-features"].as_slice(),
        &["--features", "desktop", "--edges", "normal,build", "--target", "x86_64-unknown-linux-gnu"],
        &["--prefix", "none", "--format", "{p}"],
    ];
    let tree = Command::new("cargo").current_dir(in_project("")).args(arguments.concat()).output().unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).unwrap();
    // Packages of this workspace have a path behind their version, and procedural macros a word.
    tree.lines().filter_map(|line| Some(line.split_once(" v")?.0.to_owned())).collect()
}

#[test]
fn program_has_no_more_dependencies_than_before() {
    let dependencies = dependencies();
    assert!(dependencies.contains("dioxus-desktop"), "{dependencies:?}");
    let found: Vec<_> = FORBIDDEN.iter().filter(|name| dependencies.contains(**name)).collect();
    assert!(found.is_empty(), "{found:?}: `cargo tree --invert` says why");
    assert!(dependencies.len() <= MAX_DEPENDENCIES, "{} dependencies", dependencies.len());
}
