//! The files in `deploy/` match the program.

#![cfg(unix)] // uses support/process.rs, which sends signals
#![allow(clippy::unwrap_used)]

#[path = "support/process.rs"]
mod process;
mod support;

use process::{private_file, server_command};

/// Checks a file of `deploy/`, with its secret files in `folder`.
fn checked(name: &str, folder: &std::path::Path) -> (bool, String) {
    checked_with(name, folder, |text| text)
}

fn checked_with(name: &str, folder: &std::path::Path, change: impl Fn(String) -> String) -> (bool, String) {
    let text = std::fs::read_to_string(format!("{}/../deploy/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for secret in ["database", "smtp", "pepper"] {
        private_file(&folder.join(secret), "a secret of more than thirty-two bytes");
    }
    let text =
        change(text).replace("/run/credentials/latchkey-server.service", &folder.display().to_string());
    let file = folder.join(name);
    std::fs::write(&file, text).unwrap();
    let mut check = server_command(&file);
    if name == "compose.toml" {
        check.env("LATCHKEY_SERVER_DATABASE", database_of_compose());
    }
    check.arg("check-config");
    let output = check.output().unwrap();
    (output.status.success(), String::from_utf8(output.stderr).unwrap())
}

fn database_of_compose() -> String {
    let compose = concat!(env!("CARGO_MANIFEST_DIR"), "/../deploy/compose.yaml");
    let text = std::fs::read_to_string(compose).unwrap();
    let (_, database) = text.split_once("LATCHKEY_SERVER_DATABASE: ").unwrap();
    database.lines().next().unwrap().to_owned()
}

#[test]
fn insecure_settings_of_the_compose_example_are_required() {
    let folder = tempfile::tempdir().unwrap();
    let (_, error) = checked_with("compose.toml", folder.path(), |text| text.replace("allow_insecure", "#"));
    for name in ["plain_http", "unencrypted_database"] {
        assert!(error.contains(name), "{error}");
    }
}

#[test]
fn example_configurations_are_valid() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["server.toml", "compose.toml"] {
        assert_eq!(checked(name, folder.path()), (true, String::new()), "{name}");
    }
}
