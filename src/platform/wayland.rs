//! A WebKit setting for Wayland.

/// Disables WebKit's DMA-BUF renderer, which shows a black window with some graphics drivers (DioxusLabs/dioxus#3667).
/// Keeps the variable if it is already set. Call it first in `main`, before any other thread starts.
///
/// dioxus-desktop can do this too, but it then also forces X11, and WebKit's process fails without an X server. The
/// window disables that option.
pub fn disable_dmabuf_on_wayland() {
    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && is_set("WAYLAND_DISPLAY") && !is_set(VARIABLE) {
        // Safe: no other thread is running that could read the environment.
        #[allow(unsafe_code)]
        unsafe {
            std::env::set_var(VARIABLE, "1");
        }
    }
}
