//! Starts another program in place of this one.

use std::io;
use std::process::{Command, ExitCode};

/// Replaces this process.
///
/// # Errors
/// The program cannot be started. Otherwise this does not return.
#[cfg(unix)]
pub fn exec_or_spawn(command: &mut Command) -> io::Result<ExitCode> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec())
}

/// Starts the program, and waits until it exits. The program may take the foreground, which Windows grants only to the
/// process that was just started.
///
/// # Errors
/// The program cannot be started.
#[cfg(windows)]
#[allow(unsafe_code)]
pub fn exec_or_spawn(command: &mut Command) -> io::Result<ExitCode> {
    use windows_sys::Win32::UI::WindowsAndMessaging::AllowSetForegroundWindow;
    let mut program = command.spawn()?;
    // SAFETY: takes a number; an invalid one is rejected.
    unsafe { AllowSetForegroundWindow(program.id()) };
    let code = program.wait()?.code();
    Ok(code.and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}
