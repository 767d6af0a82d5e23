//! What WebKit has to be told where there is no X server.

/// Has WebKit hand over what it draws in plain memory: in a graphics card's own it stays black with some drivers
/// (DioxusLabs/dioxus#3667). Whoever has set the variable keeps it. To be called first in `main`, while there is one
/// thread.
///
/// dioxus-desktop says so too, but in one breath with a word that sends WebKit's process to an X server, and it ends
/// where there is none; so the window is opened without that.
pub fn draw_in_plain_memory_on_wayland() {
    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && is_set("WAYLAND_DISPLAY") && !is_set(VARIABLE) {
        // Safe: no other thread runs yet that could read the environment meanwhile.
        #[allow(unsafe_code)]
        unsafe {
            std::env::set_var(VARIABLE, "1");
        }
    }
}
