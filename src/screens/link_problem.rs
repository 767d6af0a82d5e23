//! The screen for a link that cannot be used.

use dioxus::prelude::*;

use super::ways_back::WaysBack;
use crate::{
    components::{Action, ButtonKind, ExternalLink, IconName, Lead, MarkName, Page, Tone},
    context::{Environment, use_recovery},
    flow::{Event, LinkFailure},
    i18n::use_i18n,
};

/// Explains why the link cannot be used, and offers a new one, or help if no link can recover this account.
#[component]
pub fn LinkProblemScreen(failure: LinkFailure, email_known: bool) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let (title, lead) = i18n.link_trouble(failure);
    let (mark, tone) = mark(failure);
    if matches!(failure, LinkFailure::AccountClosed | LinkFailure::UnsupportedFactor) {
        return rsx! {
            Page { mark, tone, title, lead: rsx! { Lead { text: lead } }, foot: rsx! { WaysBack {} },
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
        Page { mark, tone, title, lead: rsx! { Lead { text: lead } }, foot: rsx! { WaysBack {} },
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

/// The way to the help desk, if there is one, and to another account.
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

/// Amber: the link stopped working. Red: it was never ours.
fn mark(failure: LinkFailure) -> (MarkName, Tone) {
    match failure {
        LinkFailure::Expired | LinkFailure::InvalidOrExpired => (MarkName::Clock, Tone::Amber),
        LinkFailure::Used => (MarkName::Used, Tone::Amber),
        LinkFailure::Superseded => (MarkName::Mails, Tone::Amber),
        LinkFailure::OtherDevice => (MarkName::Device, Tone::Amber),
        LinkFailure::Damaged => (MarkName::Broken, Tone::Amber),
        LinkFailure::OtherService => (MarkName::Unknown, Tone::Red),
        LinkFailure::Hosted => (MarkName::Window, Tone::Accent),
        LinkFailure::PageFailed | LinkFailure::UnknownReturn => (MarkName::Window, Tone::Amber),
        LinkFailure::AccountClosed => (MarkName::Lock, Tone::Amber),
        LinkFailure::UnsupportedFactor => (MarkName::Device, Tone::Amber),
    }
}
