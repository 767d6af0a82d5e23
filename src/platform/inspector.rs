//! Keeps other programs from opening the page up through the environment.

/// What makes WebKit listen for an inspector, also in a release build: whoever sets these reads every password typed.
const VARIABLES: [&str; 2] = ["WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"];

/// Forgets the variables that open a remote inspector (PLT-10). A debug build keeps them: the window tests drive it
/// that way. To be called first in `main`, while there is one thread.
pub fn close_remote_inspector() {
    if cfg!(debug_assertions) {
        return;
    }
    for variable in VARIABLES {
        // Safe: no other thread runs yet that could read the environment meanwhile.
        #[allow(unsafe_code)]
        unsafe {
            std::env::remove_var(variable);
        }
    }
}
