//! Buttons that open the mailbox: the mail program of the device, or the provider's website.

use dioxus::prelude::*;

use crate::{
    components::{Action, ExternalLink},
    email::webmail_of,
    i18n::use_i18n,
    platform::{has_mail_app, open_mail_app},
    secret::EmailAddress,
};

/// A button for the mail program if there is one, and a link to the provider's website if it is known.
#[component]
pub(super) fn OpenMail(email: EmailAddress) -> Element {
    let i18n = use_i18n();
    let app = use_resource(|| run_blocking(has_mail_app));
    let mut open_failed = use_signal(|| false);
    let webmail = email.as_str().rsplit_once('@').and_then(|(_, domain)| webmail_of(domain));
    rsx! {
        div { class: "page-more",
            if app() == Some(true) {
                Action {
                    label: i18n.text("open-mail"),
                    onpress: move |()| open_failed.set(open_mail_app().is_err()),
                }
            }
            if let Some(webmail) = webmail {
                ExternalLink { class: "button button-side", href: webmail.url, {i18n.text_with("open-webmail", "name", webmail.name)} }
            }
            span { class: "open-failed", role: "alert",
                if open_failed() {
                    span { {i18n.text("mail-app-open-failed")} }
                }
            }
        }
    }
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
