//! Tests the app in `tests/outside` with the packaged crates. It is a workspace of its own, as an embedding app is.

use std::fmt::Write as _;
use std::fs;

use crate::crates::Crates;
use crate::run::{Result, cargo, output, run};
use crate::shared_features;
use crate::sync_directory::sync_directory;

/// Crates that an embedding app must not contain: our server, and crates that only a server needs.
const SERVER_CRATES: [&str; 3] = ["latchkey-recovery-server", "axum", "sqlx"];

/// Tests the app, and checks that it has no code of the server.
///
/// A copy is built in `target/outside/app` with our target folder, `Cargo.lock` and features of dependencies, so that most
/// dependencies are compiled already.
///
/// # Errors
/// A test fails, or a crate of the server is in the app.
pub fn test(crates: &Crates) -> Result<()> {
    let app = crates.target.join("outside/app");
    sync_directory(&crates.root.join("tests/outside"), &app)?;
    fs::copy(crates.root.join("Cargo.lock"), app.join("Cargo.lock"))?;
    let mut config = String::from("[patch.crates-io]\n");
    for (name, folder) in crates.unpacked.iter().filter(|(name, _)| !is_part_of(name, SERVER_CRATES[0])) {
        writeln!(config, "{name} = {{ path = {folder:?} }}")?;
    }
    fs::create_dir_all(app.join(".cargo"))?;
    fs::write(app.join(".cargo/config.toml"), config)?;
    let in_app = |arguments: &[&str]| {
        let mut command = cargo();
        command.current_dir(&app).env("CARGO_TARGET_DIR", &crates.target).args(arguments).arg("--offline");
        command
    };
    let tree =
        output(&mut in_app(&["tree", "--edges", "normal,build", "--prefix", "none", "--format", "{p}"]))?;
    // `cargo tree` has listed the app's dependencies.
    if !tree.contains("\nlatchkey-recovery-client v") {
        return Err(format!("the app does not contain the packaged crates:\n{tree}").into());
    }
    let found = server_crates(&tree);
    if !found.is_empty() {
        return Err(format!("an embedding app must not contain {}", found.join(", ")).into());
    }
    shared_features::write(&app.join("shared-features"), &crates.root, &app)?;
    run(&mut in_app(&["test", "--workspace"]))
}

/// The crates of the server in the output of `cargo tree`.
fn server_crates(tree: &str) -> Vec<&str> {
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    let mut found: Vec<_> =
        names.filter(|name| SERVER_CRATES.iter().any(|server| is_part_of(name, server))).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// `sqlx-core` is part of `sqlx`.
fn is_part_of(name: &str, crate_name: &str) -> bool {
    name.strip_prefix(crate_name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::server_crates;

    #[test]
    fn crates_of_the_server_are_found() {
        let tree = "outside v0.0.0\nlatchkey-recovery v0.1.0 (/a)\nsqlx-core v0.9.0\naxum v0.8.0\nsqlx-core v0.9.0 (*)";
        assert_eq!(server_crates(tree), ["axum", "sqlx-core"]);
        assert!(server_crates("outside v0.0.0\naxumatic v1.0.0\n").is_empty());
    }
}
