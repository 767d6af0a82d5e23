//! Whether this device has a mail program.

use dioxus::prelude::*;

use crate::platform::has_mail_app;

/// Whether this device has a mail program. Looked up while the first screen is shown, so that the second does not change
/// under the pointer.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct MailApp(Signal<bool>);

impl MailApp {
    /// The result; `false` until it is known.
    pub(crate) fn is_installed(self) -> bool {
        (self.0)()
    }
}

/// Provides the result to everything below.
pub(super) fn provide_mail_app() {
    let mut installed = use_signal(|| false);
    use_future(move || async move {
        if run_blocking(has_mail_app).await {
            installed.set(true);
        }
    });
    use_context_provider(|| MailApp(installed));
}

/// Provides a fixed result.
pub(super) fn provide_preview_of_mail_app(installed: bool) {
    let installed = use_signal(|| installed);
    use_context_provider(|| MailApp(installed));
}

/// Runs a blocking call off the UI thread.
#[cfg(not(target_arch = "wasm32"))]
async fn run_blocking(ask: fn() -> bool) -> bool {
    tokio::task::spawn_blocking(ask).await.unwrap_or(false)
}

#[cfg(target_arch = "wasm32")]
async fn run_blocking(ask: fn() -> bool) -> bool {
    ask()
}
