//! The program: arguments in, window out; in a browser, the page in and the screens out.

// A window of its own and no console beside it; a build for development keeps one, for what it logs.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

#[cfg(not(target_arch = "wasm32"))]
use std::process::ExitCode;

#[cfg(not(target_arch = "wasm32"))]
use latchkey::{platform, start};

#[cfg(not(target_arch = "wasm32"))]
fn main() -> ExitCode {
    // First of all: while there is only this thread, and before anything reads the environment.
    platform::close_remote_inspector();
    platform::speak_to_terminal();
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    match start::start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            use std::io::Write as _;
            // If standard error is gone too, the exit code still tells.
            let _ = writeln!(std::io::stderr(), "latchkey: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    latchkey::page::open();
}
