//! The screen for a link that cannot be used.

use dioxus::prelude::*;

use super::back_buttons::BackButtons;
use crate::{
    components::{Action, ButtonKind, ExternalLink, IconName, IllustrationName, Lead, Page, Tone},
    context::{Environment, use_recovery},
    flow::{Event, LinkFailure},
    i18n::use_i18n,
};

/// Explains why the link cannot be used, and offers a new one, or help if no link can recover this account.
#[component]
pub fn LinkProblemScreen(failure: LinkFailure, email_known: bool) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let (title, lead) = i18n.link_failure(failure);
    let (illustration, tone) = illustration(failure);
    if matches!(failure, LinkFailure::AccountClosed | LinkFailure::UnsupportedFactor) {
        return rsx! {
            Page { illustration, tone, title, lead: rsx! { Lead { text: lead } }, foot: rsx! { BackButtons {} },
                div { class: "stack", ContactSupport {} }
            }
        };
    }
    let label = i18n.text(match failure {
        LinkFailure::OtherDevice => "other-device-ask",
        LinkFailure::PageFailed | LinkFailure::UnknownReturn => "try-again",
        _ if email_known => "send-new-link",
        _ => "ask-new-link",
    });
    rsx! {
        Page { illustration, tone, title, lead: rsx! { Lead { text: lead } }, foot: rsx! { BackButtons {} },
            div { class: "stack",
                Action {
                    // This is not the main thing to do: an email with such a link is one to delete.
                    kind: if failure == LinkFailure::OtherService { ButtonKind::Outlined } else { ButtonKind::Filled },
                    wide: true,
                    label,
                    onpress: move |()| recovery.send(Event::AskForNewLink),
                }
            }
        }
    }
}

/// A link to the help desk, if there is one, and a button for another account.
#[component]
fn ContactSupport() -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let support = use_context::<Environment>().brand.support;
    rsx! {
        if let Some(support) = support {
            ExternalLink {
                class: "button button-wide button-filled",
                icon: IconName::Out,
                href: support.href(),
                {i18n.text("no-mailbox-support-title")}
            }
        }
        Action {
            kind: ButtonKind::Outlined,
            wide: true,
            label: i18n.text("change-address"),
            onpress: move |()| recovery.send(Event::StartOver),
        }
    }
}

/// Red: another service's link. Accent: nothing is wrong, the password is set on a web page. Amber: everything else.
fn illustration(failure: LinkFailure) -> (IllustrationName, Tone) {
    match failure {
        LinkFailure::Expired | LinkFailure::InvalidOrExpired => (IllustrationName::Clock, Tone::Amber),
        LinkFailure::Used => (IllustrationName::Used, Tone::Amber),
        LinkFailure::Superseded => (IllustrationName::Mails, Tone::Amber),
        LinkFailure::OtherDevice => (IllustrationName::Device, Tone::Amber),
        LinkFailure::Invalid => (IllustrationName::Broken, Tone::Amber),
        LinkFailure::OtherService => (IllustrationName::Unknown, Tone::Red),
        LinkFailure::Hosted => (IllustrationName::Window, Tone::Accent),
        LinkFailure::PageFailed | LinkFailure::UnknownReturn => (IllustrationName::Window, Tone::Amber),
        LinkFailure::AccountClosed => (IllustrationName::Lock, Tone::Amber),
        LinkFailure::UnsupportedFactor => (IllustrationName::Device, Tone::Amber),
    }
}
