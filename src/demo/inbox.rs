//! The demo's inbox: the emails that the server sent.

use std::{collections::HashSet, path::PathBuf, rc::Rc, time::Duration};

use dioxus::prelude::*;
use tokio::task::spawn_blocking;

use super::{
    Demo,
    mail_folder::{self, ReceivedMail},
};
use crate::{
    components::{Action, Icon, IconName, Notice, NoticeKind},
    context::Environment,
    link::IncomingLink,
    platform::open_link,
};

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

/// Which emails were read, as long as the window is open.
#[derive(Clone, Copy)]
pub(super) struct ReadMails(pub(super) Signal<HashSet<String>>);

/// The emails in the folder, newest first. New ones appear within half a second. A slow disk does not block the window.
fn use_mails(folder: PathBuf, schemes: Rc<[String]>) -> Signal<Vec<ReceivedMail>> {
    let mut mails = use_signal(Vec::<ReceivedMail>::new);
    use_future(move || {
        let (folder, schemes) = (folder.clone(), schemes.to_vec());
        async move {
            loop {
                let shown: Vec<String> = mails.peek().iter().map(|mail| mail.name.clone()).collect();
                let (folder, schemes) = (folder.clone(), schemes.clone());
                let read = spawn_blocking(move || mail_folder::read_changed(&folder, &shown, &schemes));
                if let Ok(Some(changed)) = read.await {
                    mails.set(changed);
                }
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
    });
    mails
}

/// The list of emails and the selected one: side by side in a wide window, else one at a time.
#[component]
pub fn Inbox() -> Element {
    let Demo { mail_folder: folder, schemes, .. } = use_context();
    let ReadMails(mut read) = use_context();
    let mails = use_mails(folder, schemes);
    let mut open = use_signal(|| None::<String>);
    // Whether a narrow window shows the email. The newest email is shown first.
    let mut reading = use_signal(|| true);
    let chosen = use_memo(move || {
        let mails = mails.read();
        mails.iter().find(|mail| Some(&mail.name) == open.read().as_ref()).or(mails.first()).cloned()
    });
    use_effect(move || {
        if let Some(mail) = chosen()
            && !read.peek().contains(&mail.name)
        {
            read.write().insert(mail.name);
        }
    });
    let is_reading = reading() && chosen().is_some();
    rsx! {
        main { class: if is_reading { "demo-inbox demo-inbox-reading" } else { "demo-inbox" },
            aside { class: "demo-list",
                h1 { "Inbox" }
                if mails.read().is_empty() {
                    p { class: "quiet", "No email yet. Ask for a reset email and it will appear here." }
                }
                ul {
                    for mail in mails.read().iter().cloned() {
                        li { key: "{mail.name}",
                            button {
                                r#type: "button",
                                aria_current: (chosen().as_ref() == Some(&mail)).then_some("true"),
                                onclick: {
                                    let name = mail.name.clone();
                                    move |_| {
                                        open.set(Some(name.clone()));
                                        reading.set(true);
                                    }
                                },
                                Envelope { unread: !read.read().contains(&mail.name), mail: mail.clone() }
                            }
                        }
                    }
                }
            }
            if let Some(mail) = chosen() {
                div { class: "demo-letter",
                    div { class: "demo-to-list",
                        Action { icon: IconName::Back, label: "Inbox", escape: is_reading, onpress: move |()| reading.set(false) }
                    }
                    // Keyed, so that another email is another element.
                    for mail in [mail] {
                        MailView { key: "{mail.name}", mail }
                    }
                }
            }
        }
    }
}

/// One row of the list.
#[component]
fn Envelope(unread: bool, mail: ReceivedMail) -> Element {
    rsx! {
        span { class: if unread { "demo-unread" } else { "demo-read" } }
        span { class: "demo-sender", Icon { name: IconName::Key } }
        b { class: if unread { "demo-new" }, "{mail.from}" }
        time { "{mail.time}" }
        span { class: "demo-subject", "{mail.subject}" }
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
            div { class: "demo-from",
                span { class: "demo-sender", Icon { name: IconName::Key } }
                p {
                    b { "{mail.from}" }
                    span { class: "quiet", "to {mail.to}" }
                }
                time { "{mail.time}" }
            }
            div { id: "demo-mail", onmounted: catch, dangerous_inner_html: "{mail.html}" }
            if let Some(address) = open_failed() {
                Notice { kind: NoticeKind::Warning, icon: IconName::Warn, text: "This could not be opened: {address}" }
            }
        }
    }
}
