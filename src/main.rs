//! The program: arguments in, window out.

use std::process::ExitCode;

use clap::Parser as _;
use latchkey::{cli::Arguments, platform, start};

fn main() -> ExitCode {
    // First of all: while there is only this thread, and before anything reads the environment.
    platform::close_remote_inspector();
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    match start::start(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            use std::io::Write as _;
            // If standard error is gone too, the exit code still tells.
            let _ = writeln!(std::io::stderr(), "latchkey: {error}");
            ExitCode::FAILURE
        }
    }
}
