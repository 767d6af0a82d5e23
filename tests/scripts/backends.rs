//! `./scripts/backends` in a small project, with a stand-in for cargo.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::executables::write_executable;

/// Prints the folder for what is built, and the arguments of tests.
const CARGO: &str = "#!/bin/sh\nif [ \"$1\" = metadata ]; then echo '{\"target_directory\":\"target\"}'; else echo \"cargo $*\"; fi\n";

/// Nothing is installed for a server whose program is on the machine.
#[test]
fn server_without_packages_is_tested() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| write_executable(&folder.path().join(path), text);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/backends");
    write("scripts/backends", &fs::read_to_string(script).unwrap());
    write("scripts/bootstrap", "#!/bin/sh\n");
    write("programs/cargo", CARGO);
    write("tests/backends/servers/kratos/serve.py", "");
    write("tests/backends/servers/serving.mjs", "");
    let program = folder.path().join("programs/cargo");
    let path = std::env::var("PATH").unwrap();
    let output = Command::new(folder.path().join("scripts/backends"))
        .arg("kratos")
        .env("PATH", format!("{}:{path}", program.parent().unwrap().display()))
        .env("LATCHKEY_TEST_KRATOS", &program)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.ends_with("kratos::\n"), "{shown}");
}
