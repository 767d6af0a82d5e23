//! How the process ends on Linux.

/// Makes the process end without the destructors of C libraries. The functions that were registered with `atexit` after this
/// call still run, and the exit status stays the same. Call it once, before the window library starts its threads.
///
/// tao reads raw key events in a thread that it never stops. libX11 frees its locks in a destructor, so that a key that is
/// released after it, such as the Q of Ctrl+Q, ended the process with SIGSEGV (`tests/window/closing.rs`).
#[cfg(all(feature = "desktop", target_os = "linux", target_env = "gnu"))]
#[allow(unsafe_code)]
pub fn skip_library_destructors() {
    use std::{
        ffi::{c_int, c_void},
        ptr,
    };

    unsafe extern "C" {
        safe fn _exit(status: c_int) -> !;
        fn on_exit(function: extern "C" fn(c_int, *mut c_void), argument: *mut c_void) -> c_int;
    }

    extern "C" fn end(status: c_int, _: *mut c_void) {
        _exit(status)
    }

    // Safe: `end` is a function of this program, reads no memory, and may run at any time. If it cannot be registered, the
    // destructors run.
    unsafe { on_exit(end, ptr::null_mut()) };
}

/// Other systems are not affected.
#[cfg(not(all(feature = "desktop", target_os = "linux", target_env = "gnu")))]
pub fn skip_library_destructors() {}
