//! Buttons that open the mailbox: the demo's inbox, the provider's website, or the mail program of the device.

use dioxus::prelude::*;

use crate::{
    components::{Action, ButtonKind, ExternalLink, IconName},
    context::{DemoHints, Environment, MailApp},
    email_hints::{Webmail, webmail_of},
    i18n::use_i18n,
    platform::open_mail_app,
    secret::EmailAddress,
};

/// How the person can open the mailbox of an address.
#[derive(Clone, PartialEq)]
pub(super) struct MailboxOptions {
    demo: Option<DemoHints>,
    webmail: Option<Webmail>,
    mail_app: bool,
}

impl MailboxOptions {
    /// The options for this address on this device.
    pub(super) fn of(email: &EmailAddress, environment: &Environment, mail_app: MailApp) -> Self {
        let domain = email.as_str().rsplit_once('@').map(|(_, domain)| domain);
        Self {
            demo: environment.demo,
            webmail: domain.and_then(webmail_of),
            mail_app: mail_app.is_installed() && environment.demo.is_none(),
        }
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.demo.is_none() && self.webmail.is_none() && !self.mail_app
    }
}

/// One or two buttons in a row. The first is filled.
#[component]
pub(super) fn OpenMail(options: MailboxOptions) -> Element {
    let i18n = use_i18n();
    let mut open_failed = use_signal(|| false);
    let MailboxOptions { demo, webmail, mail_app } = options;
    let mail_app_kind = if webmail.is_some() { ButtonKind::Outlined } else { ButtonKind::Filled };
    rsx! {
        div { class: "button-pair",
            if let Some(demo) = demo {
                Action { kind: ButtonKind::Filled, label: demo.open_inbox, onpress: demo.on_open_inbox }
            } else if let Some(webmail) = webmail {
                ExternalLink { class: "button button-filled", icon: IconName::Out, href: webmail.url, {i18n.text_with("open-webmail", "name", webmail.name)} }
            }
            if mail_app {
                Action {
                    kind: mail_app_kind,
                    label: i18n.text("open-mail"),
                    onpress: move |()| open_failed.set(open_mail_app().is_err()),
                }
            }
            span { class: "open-failed", role: "alert",
                if open_failed() {
                    span { {i18n.text("mail-app-open-failed")} }
                }
            }
        }
    }
}
