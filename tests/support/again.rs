//! A test run again in a process of its own, where what it needs must be in the environment.

use std::process::Command;

/// Marks that process.
const AGAIN: &str = "LATCHKEY_TEST_AGAIN";

/// Runs one test of this binary again in a process without proxy variables but for those in `environment`.
#[track_caller]
pub fn again(test: &str, environment: &[(&str, &str)]) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture"]).env(AGAIN, "1");
    for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
        command.env_remove(name).env_remove(name.to_uppercase());
    }
    let output = command.envs(environment.iter().copied()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("1 passed"), "{test} is not the name of a test: {said}");
}

pub fn is_again() -> bool {
    std::env::var_os(AGAIN).is_some()
}
