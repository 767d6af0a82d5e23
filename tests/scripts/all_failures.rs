//! `./scripts/test` continues after a failure, and lists all failures and skipped tests at the end. These tests run it in
//! a small project with failing tests, one of them in the server's package on PostgreSQL.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::executables::write_executable;

const PASSING: &str = "#[test]\nfn passes() {}\n";
/// A command whose output looks like the list of failures of a test run.
const FAILING: &str =
    "#[test]\nfn fails() { panic!(\"\\nfailures:\\n    not_this\\n\") }\n#[test]\nfn passes() {}\n";
const FAILING_TOO: &str = "mod inner { #[test]\nfn fails_as_well() { assert_eq!(1, 2) } }\n";
const ABORTING: &str = "#[test]\nfn ends_all() { std::process::abort() }\n";
/// Reports as skipped, on standard error, which is not captured.
const SKIPPING: &str = "#[test]\nfn needs_more() { use std::io::Write; writeln!(std::io::stderr(), \"skipped: needs_more: no such thing\").unwrap() }\n";
const FAILING_EXAMPLE: &str = "//! ```\n//! assert!(false);\n//! ```\n";

/// Creates a project with these files, and runs `./scripts/test` in it.
fn run_in(files: &[(&str, &str)]) -> Output {
    run_in_with(files, &[])
}

fn run_in_with(files: &[(&str, &str)], environment: &[(&str, &str)]) -> Output {
    run_part("code", files, environment)
}

fn run_part(part: &str, files: &[(&str, &str)], environment: &[(&str, &str)]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| write_executable(&folder.path().join(path), text);
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts");
    for script in ["test", "failed-tests.awk"] {
        write(&format!("scripts/{script}"), &fs::read_to_string(scripts.join(script)).unwrap());
    }
    write("scripts/bootstrap", "#!/bin/sh\n");
    write("scripts/with-postgres", "#!/bin/sh\nif [ \"$1\" = --serializable ]; then shift; fi\n\"$@\"\n");
    let package =
        |name: &str| format!("[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n");
    write("Cargo.toml", &format!("{}[workspace]\nmembers = [\"server\"]\n", package("small")));
    write("server/Cargo.toml", &package("latchkey-server"));
    for library in ["src/lib.rs", "server/src/lib.rs"] {
        write(library, "");
    }
    for (path, text) in files {
        write(path, text);
    }
    Command::new(folder.path().join("scripts/test"))
        .arg(part)
        .current_dir(folder.path())
        .env_remove("CARGO_TARGET_DIR")
        .envs(environment.iter().copied())
        .output()
        .unwrap()
}

/// The lines after "Failed:".
fn list(output: &Output) -> Vec<String> {
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    let (_, list) = text
        .split_once("\nFailed:\n")
        .unwrap_or_else(|| panic!("the output has no list of failures:\n{text}"));
    list.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn summary_lists_every_failed_test() {
    let output = run_in(&[
        ("src/lib.rs", FAILING_EXAMPLE),
        ("tests/aborting.rs", ABORTING),
        ("tests/first.rs", FAILING),
        ("tests/second.rs", FAILING_TOO),
        ("tests/third.rs", PASSING),
        ("server/tests/fourth.rs", FAILING),
    ]);
    assert_eq!(
        list(&output),
        [
            "Tests, and examples in the documentation",
            "tests/fourth.rs: fails",
            "tests/aborting.rs",
            "tests/first.rs: fails",
            "tests/second.rs: inner::fails_as_well",
            "Doc-tests small: src/lib.rs - (line 1)",
            "The recovery server's tests, on PostgreSQL",
            "tests/fourth.rs: fails",
            "The recovery server's tests, on PostgreSQL with serializable transactions",
            "tests/fourth.rs: fails",
        ]
    );
}

#[test]
fn compile_errors_are_listed() {
    let output = run_in(&[("tests/broken.rs", "fn broken("), ("server/tests/fourth.rs", PASSING)]);
    let list = list(&output);
    assert!(list[1].contains("could not compile `small` (test \"broken\")"), "{list:?}");
}

#[test]
fn success_is_reported_without_failures() {
    let output = run_in(&[("tests/third.rs", PASSING), ("server/tests/fourth.rs", PASSING)]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && text.ends_with("\nAll checks passed.\n"), "{text}");
}

#[test]
fn skipped_tests_are_listed_once() {
    let output = run_in(&[("tests/third.rs", SKIPPING), ("server/tests/fourth.rs", PASSING)]);
    let text = String::from_utf8(output.stdout).unwrap();
    let (_, end) = text.rsplit_once("\nSkipped:\n").unwrap_or_else(|| panic!("nothing is skipped:\n{text}"));
    assert!(output.status.success());
    assert_eq!(end, "  needs_more: no such thing\n\nAll checks passed.\n");
    // The same if the name of the test is on the same line.
    let output = run_in_with(
        &[("tests/third.rs", SKIPPING), ("server/tests/fourth.rs", PASSING)],
        &[("RUST_TEST_THREADS", "1")],
    );
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("\nSkipped:\n  needs_more: no such thing\n\n"), "{text}");
}

/// The end of the output of `./scripts/test lint` with this `scripts/targets`. cargo succeeds, and rustup has no network.
fn lint_with(targets: &str) -> String {
    let path = format!("programs:{}", std::env::var("PATH").unwrap());
    let files = [
        ("programs/cargo", "#!/bin/sh\n"),
        ("programs/rustup", "#!/bin/sh\nexit 1\n"),
        ("scripts/targets", targets),
    ];
    let output = run_part("lint", &files, &[("PATH", &path)]);
    let text = String::from_utf8(output.stdout).unwrap();
    let (_, end) =
        text.split_once("Documentation\n").unwrap_or_else(|| panic!("there is no summary:\n{text}"));
    end.to_owned()
}

#[test]
fn code_that_does_not_compile_for_browsers_is_a_failure() {
    let end = lint_with("#!/bin/sh\n[ \"$1\" = check ]\n");
    assert!(end.ends_with("\nFailed:\n  The app compiles for browsers\n"), "{end}");
}

#[test]
fn compiling_for_browsers_is_skipped_without_a_compiler() {
    let end = lint_with("#!/bin/sh\nexit 1\n");
    let skipped = "\nSkipped:\n  The app compiles for browsers: its requirements are printed above\n";
    assert!(end.ends_with(&format!("{skipped}\nAll checks passed.\n")), "{end}");
}
