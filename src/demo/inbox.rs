//! The demo's mailbox: the emails that the server sent.

use std::time::Duration;

use dioxus::prelude::*;

use super::{
    Demo,
    mailbox::{self, ReceivedMail},
};
use crate::{components::Problem, context::Environment, link::IncomingLink, platform::open_link};

/// Sends the address of a clicked link to Rust instead of following it.
const FORWARD_LINK_CLICKS: &str = r#"
const mail = document.getElementById("demo-mail");
mail.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  dioxus.send(link.getAttribute("href"));
}, true);
await new Promise(() => {});
"#;

/// The list of emails, and the selected one.
#[component]
pub fn Inbox() -> Element {
    let Demo { mail_folder: folder, schemes, .. } = use_context();
    let mut mails = use_signal(Vec::<ReceivedMail>::new);
    let mut open = use_signal(|| None::<String>);
    use_future(move || {
        let (folder, schemes) = (folder.clone(), schemes.clone());
        async move {
            loop {
                let names = mailbox::list(&folder);
                if mails.peek().iter().map(|mail| &mail.name).ne(&names) {
                    mails.set(
                        names.iter().filter_map(|name| mailbox::read(&folder, name, &schemes)).collect(),
                    );
                }
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
    });
    let mails = mails.read();
    let chosen =
        mails.iter().find(|mail| Some(&mail.name) == open.read().as_ref()).or(mails.first()).cloned();
    rsx! {
        main { class: "demo-inbox",
            h1 { "Inbox" }
            if mails.is_empty() {
                p { class: "quiet", "No mail yet. Ask for a reset email and it will appear here." }
            }
            ul { class: "demo-list",
                for mail in mails.iter().cloned() {
                    li { key: "{mail.name}",
                        button {
                            r#type: "button",
                            aria_current: (chosen.as_ref() == Some(&mail)).then_some("true"),
                            onclick: {
                                let name = mail.name.clone();
                                move |_| open.set(Some(name.clone()))
                            },
                            span { "{mail.subject}" }
                            span { class: "quiet", "{mail.time}" }
                        }
                    }
                }
            }
            if let Some(mail) = chosen {
                MailView { mail }
            }
        }
    }
}

/// One email. A clicked link to the app goes into the link inbox, like every link from outside. Other links open in
/// another program.
#[component]
fn MailView(mail: ReceivedMail) -> Element {
    let inbox = use_context::<Environment>().inbox;
    let schemes = use_context::<Demo>().schemes;
    let mut open_failed = use_signal(|| None::<String>);
    let catch = move |_| {
        let (inbox, schemes) = (inbox.clone(), schemes.clone());
        async move {
            let mut page = document::eval(FORWARD_LINK_CLICKS);
            while let Ok(address) = page.recv::<String>().await {
                let is_ours = schemes.iter().any(|scheme| address.starts_with(&format!("{scheme}:")));
                if is_ours {
                    inbox.put(IncomingLink::new(address));
                } else {
                    open_failed.set(open_link(&address).await.is_err().then_some(address));
                }
            }
        }
    };
    rsx! {
        article { class: "demo-mail",
            h2 { "{mail.subject}" }
            p { class: "quiet", "From {mail.from} to {mail.to}" }
            div { id: "demo-mail", onmounted: catch, dangerous_inner_html: "{mail.html}" }
            if let Some(address) = open_failed() {
                Problem { text: "This could not be opened: {address}" }
            }
        }
    }
}
