//! The environment of WebKit's processes.

use std::{env, path::Path};

use directories::BaseDirs;

/// The free space that the shader cache needs, in bytes: several times the size of its index and of our shaders.
const MIN_FREE: u64 = 16 * 1024 * 1024;

/// Sets environment variables that keep WebKit working on some systems. Variables that are already set are kept. Call it
/// first in `main`, before any other thread starts.
///
/// On Wayland it disables the DMA-BUF renderer, which shows a black window with some graphics drivers
/// (DioxusLabs/dioxus#3667). dioxus-desktop can do this too, but it then also forces X11, and WebKit's process fails
/// without an X server. The window disables that option.
///
/// It draws the page on the CPU, for which a form is little work, and straight into the window, without composited layers.
/// Both otherwise load the graphics driver at each start, which takes time and memory (docs/performance.md), and fails
/// with some drivers.
///
/// On a full disk it disables Mesa's shader cache. Mesa maps the index of the cache into memory, and a write to a page
/// that the disk has no room for ends the process with SIGBUS: the window would stay blank.
pub fn prepare_webkit_environment() {
    set_if_unset("WEBKIT_SKIA_ENABLE_CPU_RENDERING");
    set_if_unset("WEBKIT_DISABLE_COMPOSITING_MODE");
    if is_set("WAYLAND_DISPLAY") {
        set_if_unset("WEBKIT_DISABLE_DMABUF_RENDERER");
    }
    if BaseDirs::new()
        .is_some_and(|folders| free_bytes(folders.cache_dir()).is_some_and(|free| free < MIN_FREE))
    {
        set_if_unset("MESA_SHADER_CACHE_DISABLE");
    }
}

/// The bytes that are free for this user in `folder`, or in its nearest parent that exists.
fn free_bytes(folder: &Path) -> Option<u64> {
    let existing = folder.ancestors().find(|ancestor| ancestor.exists())?;
    let disk = rustix::fs::statvfs(existing).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

fn set_if_unset(variable: &str) {
    if !is_set(variable) {
        // Safe: no other thread is running that could read the environment.
        #[allow(unsafe_code)]
        unsafe {
            env::set_var(variable, "1");
        }
    }
}
