//! Runs a test again in a subprocess, with the environment that it needs.

use std::process::Command;

/// Set in the subprocess.
const SUBPROCESS: &str = "LATCHKEY_TEST_SUBPROCESS";

/// Runs one test of this binary in a subprocess. It inherits no proxy variables except those in `environment`.
#[track_caller]
pub fn run_in_subprocess(test: &str, environment: &[(&str, &str)]) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture"]).env(SUBPROCESS, "1");
    for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
        command.env_remove(name).env_remove(name.to_uppercase());
    }
    let output = command.envs(environment.iter().copied()).output().unwrap();
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{stdout}{}", String::from_utf8_lossy(&output.stderr));
    assert!(stdout.contains("1 passed"), "there is no test {test}: {stdout}");
}

pub fn is_subprocess() -> bool {
    std::env::var_os(SUBPROCESS).is_some()
}
