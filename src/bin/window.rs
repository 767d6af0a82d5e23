//! The program `latchkey-window`: opens the window; in a browser, starts the screens in the page.

// Release builds open no console window on Windows. Debug builds keep it for log output.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

#[path = "../built_in.rs"]
mod built_in;

/// Starts the program.
#[cfg(not(target_arch = "wasm32"))]
pub fn main() -> std::process::ExitCode {
    latchkey::start::run(built_in::program())
}

/// Starts the screens.
#[cfg(target_arch = "wasm32")]
pub fn main() {
    if let Ok(program) = built_in::program() {
        latchkey::page::open(&program);
    }
}
