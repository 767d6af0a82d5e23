//! On Windows a program has a console or none, from its first moment. Ours has none, since a link that opens it should
//! open no black window beside the app; where a terminal starts it, it speaks to that.

/// Lets what is written reach the terminal that started the program. To be called first in `main`.
#[cfg(windows)]
#[allow(unsafe_code)]
pub fn speak_to_terminal() {
    use windows_sys::Win32::System::Console::{ATTACH_PARENT_PROCESS, AttachConsole};
    // SAFETY: takes a number. Without a terminal it fails, and nobody is there to be told. Output that goes into a file
    // or another program stays there.
    unsafe { AttachConsole(ATTACH_PARENT_PROCESS) };
}

/// Elsewhere it does by itself.
#[cfg(not(windows))]
pub fn speak_to_terminal() {}
