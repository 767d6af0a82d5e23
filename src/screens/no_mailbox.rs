//! Help for people who cannot open their mailbox.

use dioxus::prelude::*;

use crate::{components::ExternalLink, context::Environment, i18n::use_i18n};

/// Lists what the person can do. There is no way around the mailbox: strangers could use it too.
#[component]
pub(super) fn NoMailbox() -> Element {
    let i18n = use_i18n();
    let support = use_context::<Environment>().brand.support;
    rsx! {
        details { class: "no-mailbox",
            summary { {i18n.text("no-mailbox")} }
            p { {i18n.text("no-mailbox-lead")} }
            ul {
                li {
                    b { {i18n.text("no-mailbox-provider-title")} }
                    " "
                    {i18n.text("no-mailbox-provider-text")}
                }
                li {
                    b { {i18n.text("no-mailbox-other-title")} }
                    " "
                    {i18n.text("no-mailbox-other-text")}
                }
                if let Some(support) = support {
                    li {
                        b { {i18n.text("no-mailbox-support-title")} }
                        " "
                        {i18n.text("no-mailbox-support-text")}
                        " "
                        ExternalLink { href: support.href(), bdi { "{support.label()}" } }
                    }
                }
            }
        }
    }
}
