//! Disables WebKit's remote inspector.

/// WebKit opens an inspector port if these are set, also in release builds. An inspector can read typed passwords.
const VARIABLES: [&str; 2] = ["WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"];

/// Removes the variables that open a remote inspector (PLT-10). Debug builds keep them for the window tests. Call it
/// first in `main`, before any other thread starts.
pub fn disable_remote_inspector() {
    if cfg!(debug_assertions) {
        return;
    }
    for variable in VARIABLES {
        // Safe: no other thread is running that could read the environment.
        #[allow(unsafe_code)]
        unsafe {
            std::env::remove_var(variable);
        }
    }
}
