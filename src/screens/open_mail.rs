//! The way to the mailbox: the mail program of this device, or the provider's website.

use dioxus::prelude::*;

use crate::{
    components::{Action, Leave},
    email::webmail_of,
    platform::MailApp,
    secret::EmailAddress,
    words::use_words,
};

/// A button for the mail program, where there is one, and a link to the website, where it is known.
#[component]
pub(super) fn OpenMail(email: EmailAddress) -> Element {
    let words = use_words();
    let app = use_resource(|| aside(MailApp::find));
    let webmail = email.as_str().rsplit_once('@').and_then(|(_, domain)| webmail_of(domain));
    rsx! {
        div { class: "page-more",
            if let Some(Some(app)) = app() {
                Action { label: words.say("open-mail"), onpress: move |()| app.open() }
            }
            if let Some(webmail) = webmail {
                Leave { label: words.tell("open-webmail", "name", webmail.name), href: webmail.url }
            }
        }
    }
}

/// Asks the system where it does not hold up the drawing.
#[cfg(not(target_arch = "wasm32"))]
async fn aside(ask: fn() -> Option<MailApp>) -> Option<MailApp> {
    tokio::task::spawn_blocking(ask).await.ok().flatten()
}

#[cfg(target_arch = "wasm32")]
async fn aside(ask: fn() -> Option<MailApp>) -> Option<MailApp> {
    ask()
}
