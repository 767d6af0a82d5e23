//! Console output on Windows. The program has no console of its own, so that a link does not open a console window; it
//! attaches to the terminal that started it.

/// Attaches to the console of the parent process. Call it first in `main`.
#[cfg(windows)]
#[allow(unsafe_code)]
pub fn attach_parent_console() {
    use windows_sys::Win32::System::Console::{ATTACH_PARENT_PROCESS, AttachConsole};
    // SAFETY: takes a constant. It fails if there is no terminal, and then no output is needed. Redirected
    // output is not affected.
    unsafe { AttachConsole(ATTACH_PARENT_PROCESS) };
}

/// Does nothing on other systems.
#[cfg(not(windows))]
pub fn attach_parent_console() {}
