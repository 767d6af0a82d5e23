//! The screen for services that start a recovery on a web page of their own.

use dioxus::prelude::*;
use url::Url;

use super::back_buttons::BackButtons;
use crate::{
    components::{Action, ButtonKind, ExternalLink, IconName, IllustrationName, LeadWith, Page},
    context::{Callbacks, use_recovery},
    flow::Event,
    i18n::use_i18n,
    secret::ReturnState,
};

/// Opens the page in the browser. Its host is always shown, because it is what a person compares. `state`: what the
/// link back to this app must have.
#[component]
pub(super) fn HostedPage(page: Url, state: ReturnState) -> Element {
    let opened = use_signal(|| false);
    // Keyed: the title changes, so that it is read again.
    rsx! {
        for is_open in [opened()] {
            Content { key: "{is_open}", page: page.clone(), state: state.clone(), opened, is_open }
        }
    }
}

#[component]
fn Content(page: Url, state: ReturnState, opened: Signal<bool>, is_open: bool) -> Element {
    let i18n = use_i18n();
    let recovery = use_recovery();
    let callbacks = use_context::<Callbacks>();
    let mut opened = opened;
    let host = page.host_str().unwrap_or_default().to_owned();
    let back = callbacks.on_cancel.filter(|_| is_open);
    let (title, lead, label) = match is_open {
        true => ("hosted-opened-title", "hosted-opened-text", "hosted-open-again"),
        false => ("forgot-title", "hosted-lead", "hosted-open"),
    };
    let class = match back {
        Some(_) => "button button-wide button-outlined",
        None => "button button-wide button-filled",
    };
    let foot = if is_open {
        VNode::empty()
    } else {
        rsx! { BackButtons {} }
    };
    rsx! {
        Page {
            illustration: IllustrationName::Window,
            title: i18n.text(title),
            lead: rsx! { LeadWith { id: lead, name: "host", value: host } },
            foot,
            div { class: "stack",
                if let Some(back) = back {
                    Action {
                        kind: ButtonKind::Filled,
                        wide: true,
                        label: i18n.text("back-to-sign-in"),
                        onpress: back,
                    }
                }
                ExternalLink {
                    class,
                    icon: IconName::Out,
                    href: page.to_string(),
                    // Saved first: the system may end the app as soon as the browser is in front.
                    onpressed: move |()| recovery.send(Event::PageOpened { state: state.clone() }),
                    onopened: move |()| opened.set(true),
                    {i18n.text(label)}
                }
            }
        }
    }
}
