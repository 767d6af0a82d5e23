//! The way to the mailbox: the mail program of this device, or the provider's website.

use dioxus::prelude::*;

use crate::{
    components::{Action, ExternalLink},
    email::webmail_of,
    platform::{has_mail_app, open_mail_app},
    secret::EmailAddress,
    words::use_words,
};

/// A button for the mail program, where there is one, and a link to the website, where it is known.
#[component]
pub(super) fn OpenMail(email: EmailAddress) -> Element {
    let words = use_words();
    let app = use_resource(|| aside(has_mail_app));
    let mut unopened = use_signal(|| false);
    let webmail = email.as_str().rsplit_once('@').and_then(|(_, domain)| webmail_of(domain));
    rsx! {
        div { class: "page-more",
            if app() == Some(true) {
                Action {
                    label: words.say("open-mail"),
                    onpress: move |()| unopened.set(open_mail_app().is_err()),
                }
            }
            if let Some(webmail) = webmail {
                ExternalLink { class: "button button-side", href: webmail.url, {words.tell("open-webmail", "name", webmail.name)} }
            }
            span { class: "unopened", role: "alert",
                if unopened() {
                    span { {words.say("mail-app-unopened")} }
                }
            }
        }
    }
}

/// Asks the system where it does not hold up the drawing.
#[cfg(not(target_arch = "wasm32"))]
async fn aside(ask: fn() -> bool) -> bool {
    tokio::task::spawn_blocking(ask).await.unwrap_or(false)
}

#[cfg(target_arch = "wasm32")]
async fn aside(ask: fn() -> bool) -> bool {
    ask()
}
