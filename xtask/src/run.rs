//! Starting other programs.

use std::error::Error;
use std::process::Command;

pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Cargo without the variables that `cargo run` sets. They would make build scripts run again.
pub fn cargo() -> Command {
    let mut command = Command::new("cargo");
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&*name);
        }
    }
    command
}

/// Runs a command and shows its output.
///
/// # Errors
/// The command cannot be started, or it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}

/// Runs a command and returns its standard output.
///
/// # Errors
/// The command cannot be started, it fails, or its output is not UTF-8.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if !output.status.success() {
        return Err(
            format!("{command:?}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr)).into()
        );
    }
    Ok(String::from_utf8(output.stdout)?)
}
