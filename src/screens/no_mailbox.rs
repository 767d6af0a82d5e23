//! Help for people who cannot open their mailbox.

use dioxus::prelude::*;

use crate::{
    components::{Action, ExternalLink, Icon, IconName, IllustrationName, Lead, Page},
    context::{Environment, use_recovery},
    flow::Event,
    i18n::use_i18n,
};

/// Lists what the person can do. There is no way around the mailbox: strangers could use it too.
#[component]
pub(super) fn NoMailbox(onback: EventHandler<()>) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let support = use_context::<Environment>().brand.support;
    rsx! {
        Page {
            illustration: IllustrationName::Buoy,
            title: i18n.text("no-mailbox"),
            lead: rsx! { Lead { text: i18n.text("no-mailbox-lead") } },
            foot: rsx! {
                div { class: "card-links",
                    Action { icon: IconName::Back, label: i18n.text("back"), escape: true, onpress: onback }
                    Action { label: i18n.text("change-address"), onpress: move |()| recovery.send(Event::StartOver) }
                }
            },
            ul { class: "options",
                Choice { icon: IconName::Mail, title: i18n.text("no-mailbox-provider-title"), text: i18n.text("no-mailbox-provider-text") }
                Choice { icon: IconName::User, title: i18n.text("no-mailbox-other-title"), text: i18n.text("no-mailbox-other-text") }
                if let Some(support) = support {
                    Choice { icon: IconName::Help, title: i18n.text("no-mailbox-support-title"), text: i18n.text("no-mailbox-support-text"),
                        " "
                        ExternalLink { href: support.href(), bdi { "{support.label()}" } }
                    }
                }
            }
        }
    }
}

#[component]
fn Choice(icon: IconName, title: String, text: String, children: Element) -> Element {
    rsx! {
        li {
            Icon { name: icon }
            p {
                b { "{title}" }
                span { class: "quiet", "{text}" {children} }
            }
        }
    }
}
