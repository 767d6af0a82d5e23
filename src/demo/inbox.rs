//! The demo's mailbox: what the server sent, as a mail program would show it.

use std::time::Duration;

use dioxus::prelude::*;

use super::{
    Demo,
    mailbox::{self, Letter},
};
use crate::{
    built_in::SCHEMES, components::Problem, context::Environment, link::IncomingLink, platform::open_link,
};

/// Hands the address of a pressed link to us, as a mail program hands it to the system.
const CATCH_LINKS: &str = r#"
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

/// The list of mails, and the one that is open.
#[component]
pub fn Inbox() -> Element {
    let folder = use_context::<Demo>().mail_folder;
    let mut letters = use_signal(Vec::<Letter>::new);
    let mut open = use_signal(|| None::<String>);
    use_future(move || {
        let folder = folder.clone();
        async move {
            loop {
                let names = mailbox::names(&folder);
                if letters.peek().iter().map(|letter| &letter.name).ne(&names) {
                    letters.set(names.iter().filter_map(|name| mailbox::letter(&folder, name)).collect());
                }
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
    });
    let letters = letters.read();
    let chosen =
        letters.iter().find(|letter| Some(&letter.name) == open.read().as_ref()).or(letters.first()).cloned();
    rsx! {
        main { class: "demo-inbox",
            h1 { "Inbox" }
            if letters.is_empty() {
                p { class: "quiet", "No mail yet. Ask for a recovery e-mail and it will appear here." }
            }
            ul { class: "demo-list",
                for letter in letters.iter().cloned() {
                    li { key: "{letter.name}",
                        button {
                            r#type: "button",
                            aria_current: (chosen.as_ref() == Some(&letter)).then_some("true"),
                            onclick: {
                                let name = letter.name.clone();
                                move |_| open.set(Some(name.clone()))
                            },
                            span { "{letter.subject}" }
                            span { class: "quiet", "{letter.time}" }
                        }
                    }
                }
            }
            if let Some(letter) = chosen {
                OpenLetter { letter }
            }
        }
    }
}

/// One mail. A pressed link to the app goes the way that every link from outside goes: into the link inbox. Any other
/// leaves the app.
#[component]
fn OpenLetter(letter: Letter) -> Element {
    let inbox = use_context::<Environment>().inbox;
    let mut unopened = use_signal(|| None::<String>);
    let catch = move |_| {
        let inbox = inbox.clone();
        async move {
            let mut page = document::eval(CATCH_LINKS);
            while let Ok(address) = page.recv::<String>().await {
                let is_ours = SCHEMES.iter().any(|scheme| address.starts_with(&format!("{scheme}:")));
                if is_ours {
                    inbox.put(IncomingLink::new(address));
                } else {
                    unopened.set(open_link(&address).await.is_err().then_some(address));
                }
            }
        }
    };
    rsx! {
        article { class: "demo-mail",
            h2 { "{letter.subject}" }
            p { class: "quiet", "From {letter.from} to {letter.to}" }
            div { id: "demo-mail", onmounted: catch, dangerous_inner_html: "{letter.html}" }
            if let Some(address) = unopened() {
                Problem { text: "This could not be opened: {address}" }
            }
        }
    }
}
