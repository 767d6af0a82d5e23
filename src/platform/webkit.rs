//! The environment of WebKit's processes.

use std::{env, path::Path, sync::OnceLock};

use directories::BaseDirs;

/// The free space that the shader cache needs, in bytes: several times the size of its index and of our shaders.
const MIN_FREE: u64 = 16 * 1024 * 1024;

static OWN_VARIABLES: OnceLock<Vec<&'static str>> = OnceLock::new();

/// Sets environment variables that keep WebKit working on some systems. Variables that are already set are kept. Call it
/// first in `main`, before any other thread starts.
///
/// On Wayland it disables the DMA-BUF renderer, which shows a black window with some graphics drivers
/// (DioxusLabs/dioxus#3667). dioxus-desktop can do this too, but it then also forces X11, and WebKit's process fails
/// without an X server. The window disables that option.
///
/// It draws the page without composited layers and runs its script without a compiler, which are little work for a form.
/// Otherwise each start loads the graphics driver, which fails on some systems, and a compiler that an attacker could
/// misuse. docs/performance.md says how much time and memory that takes.
///
/// On a full disk it disables Mesa's shader cache. Mesa maps the index of the cache into memory, and a write to a page
/// that the disk has no room for ends the process with SIGBUS: the window would stay blank.
pub fn prepare_webkit_environment() {
    let mut variables = vec![("WEBKIT_DISABLE_COMPOSITING_MODE", "1"), ("JSC_useJIT", "0")];
    if is_set("WAYLAND_DISPLAY") {
        variables.push(("WEBKIT_DISABLE_DMABUF_RENDERER", "1"));
    }
    if BaseDirs::new()
        .is_some_and(|folders| free_bytes(folders.cache_dir()).is_some_and(|free| free < MIN_FREE))
    {
        variables.push(("MESA_SHADER_CACHE_DISABLE", "1"));
    }
    variables.retain(|(name, _)| !is_set(name));
    for (name, value) in &variables {
        // Safe: no other thread is running that could read the environment.
        #[allow(unsafe_code)]
        unsafe {
            env::set_var(name, value);
        }
    }
    // Cannot fail: nothing else sets it.
    let _ = OWN_VARIABLES.set(variables.into_iter().map(|(name, _)| name).collect());
}

/// The variables that were set for this process only. A program that it starts must not inherit them: it may be a browser
/// with WebKit.
pub(super) fn own_variables() -> impl Iterator<Item = &'static str> {
    OWN_VARIABLES.get().into_iter().flatten().copied()
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
