//! The program: opens the window; in a browser, starts the screens in the page.

// Release builds open no console window on Windows. Debug builds keep it for log output.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod built_in;

#[cfg(not(target_arch = "wasm32"))]
use std::process::ExitCode;

#[cfg(not(target_arch = "wasm32"))]
use latchkey::{platform, start};

#[cfg(not(target_arch = "wasm32"))]
fn main() -> ExitCode {
    // This comes before any other thread starts and before anything reads the environment.
    platform::disable_remote_inspector();
    platform::attach_parent_console();
    #[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
    platform::prepare_webkit_environment();
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let started = built_in::program().map_err(Into::into).and_then(start::start);
    match started {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            use std::io::Write as _;
            // If standard error is closed, the exit code still reports the failure.
            let _ = writeln!(std::io::stderr(), "latchkey: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    if let Ok(program) = built_in::program() {
        latchkey::page::open(&program);
    }
}
