//! The files in `deploy/` fit the program.

#![cfg(unix)] // it runs the program with the support of tests that do
#![allow(clippy::unwrap_used)]

#[path = "support/program.rs"]
mod program;
mod support;

use program::program;

/// A file of `deploy/`, with its secrets where the test can put them.
fn checked(name: &str, folder: &std::path::Path) -> (bool, String) {
    let text = std::fs::read_to_string(format!("{}/../deploy/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for secret in ["database", "smtp", "pepper"] {
        std::fs::write(folder.join(secret), "a secret of more than thirty-two bytes").unwrap();
    }
    let text = text.replace("/run/credentials/latchkey-server.service", &folder.display().to_string());
    let file = folder.join(name);
    std::fs::write(&file, text).unwrap();
    let mut check = program(&file);
    check.env("LATCHKEY_SERVER_DATABASE", "postgres://latchkey@127.0.0.1/latchkey").arg("check-config");
    let output = check.output().unwrap();
    (output.status.success(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn the_example_configurations_are_fit_for_use() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["server.toml", "compose.toml"] {
        assert_eq!(checked(name, folder.path()), (true, String::new()), "{name}");
    }
}
