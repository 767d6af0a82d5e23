//! Linux and the BSDs: what opens `mailto:` links.

use gio::{AppInfo, AppLaunchContext, prelude::AppInfoExt as _};

fn mail_app() -> Option<AppInfo> {
    AppInfo::default_for_uri_scheme("mailto")
}

pub(super) fn has_mail_app() -> bool {
    mail_app().is_some()
}

pub(super) fn open_mail_app() {
    if let Some(app) = mail_app() {
        // Without an address: it opens as from the menu.
        let _ = app.launch(&[], AppLaunchContext::NONE);
    }
}
