//! What surrounds every screen: brand, notice, live regions and footer.

mod announcement;
mod pending_call;
mod slow_notice;
mod window;

use std::time::Duration;

use dioxus::prelude::*;

use crate::{
    components::{
        BrandTile, ExternalLink, IconName, LanguagePicker, LiveRegion, Notice as NoticeBox, NoticeKind,
        UnopenedLink,
    },
    context::{ComponentSlot, Environment, use_recovery},
    document::{has_fine_pointer, use_language_of_page},
    flow::{Event, Notice},
    i18n::{I18n, Language, use_i18n},
};
use announcement::announcement;
use pending_call::use_pending_call;
use slow_notice::SlowNotice;
pub use window::{StepTitle, TextSize};
use window::{TextSizeToast, announced_title, step_title, use_step_title};

/// How long a call must be pending before it is announced. Most calls are over sooner, and only the result is announced.
const ANNOUNCED_AFTER: Duration = Duration::from_secs(1);

/// The layout around a screen. `slow` shows it as if a response had been pending for long, for previews.
#[component]
pub fn Layout(#[props(default)] slow: bool, children: Element) -> Element {
    let recovery = use_recovery();
    let environment = use_context::<Environment>();
    let i18n = use_i18n();
    let announces_call = use_pending_call(ANNOUNCED_AFTER, false).is_some();
    let (status, alert) = announcement(&recovery.flow(), &i18n, announces_call);
    let notice = recovery.flow().notice();
    let language = i18n.language();
    // The link of the footer that could not be opened.
    let mut unopened = use_signal(|| None::<String>);
    use_language_of_page(&i18n);
    use_step_title(step_title(&recovery.flow(), &i18n));
    let title = match has_fine_pointer() {
        true => announced_title(&recovery.flow(), &environment.screens, &i18n),
        false => String::new(),
    };
    rsx! {
        div { class: "shell", lang: language.tag, dir: language.direction(),
            LiveRegion { title, status, alert }
            if let Some(banner) = environment.banner {
                ComponentSlot { component: banner }
            }
            header { class: "shell-brand",
                match &environment.brand.logo {
                    Some(logo) => rsx! { img { src: logo.data_uri(), alt: "" } },
                    None => rsx! { BrandTile {} },
                }
                span { "{environment.brand.name}" }
            }
            // Keyed by its address, so that another address takes the focus.
            for href in unopened() {
                div { key: "{href}", class: "shell-notice",
                    UnopenedLink { href, ondismiss: move |()| unopened.set(None) }
                }
            }
            if let Some(notice) = notice.filter(|_| unopened().is_none()) {
                div { class: "shell-notice", role: "status",
                    NoticeBox {
                        kind: notice_kind(notice),
                        icon: IconName::Info,
                        text: i18n.notice(notice),
                        ondismiss: move |()| recovery.send(Event::NoticeDismissed),
                    }
                }
            }
            {children}
            SlowNotice { slow }
            Footer { onunopened: move |href| unopened.set(Some(href)) }
            TextSizeToast {}
        }
    }
}

/// Support contact, legal pages and the language picker. `onunopened` is called with a link that could not be opened.
#[component]
fn Footer(onunopened: EventHandler<String>) -> Element {
    let environment = use_context::<Environment>();
    let i18n = use_i18n();
    let mut chosen = use_context::<Signal<I18n>>();
    let mut latest = use_signal(|| None);
    let show = environment.clone();
    let choose = move |language: &'static Language| {
        let Environment { message_overrides, on_language, .. } = show.clone();
        latest.set(Some(language));
        spawn(async move {
            language.load().await;
            // Another choice may have been made since.
            if *latest.peek() != Some(language) {
                return;
            }
            chosen.set(I18n::new(language, &message_overrides));
            if let Some(remember) = &on_language {
                remember(language);
            }
        });
    };
    rsx! {
        footer { class: "shell-foot",
            LanguagePicker { onchoose: choose }
            div { class: "shell-links",
                if let Some(support) = &environment.brand.support {
                    ExternalLink { href: support.href(), onunopened, {i18n.text("help")} }
                }
                if let Some(privacy) = &environment.brand.privacy {
                    ExternalLink { href: privacy.as_str(), onunopened, {i18n.text("privacy")} }
                }
                if let Some(terms) = &environment.brand.terms {
                    ExternalLink { href: terms.as_str(), onunopened, {i18n.text("terms")} }
                }
            }
        }
    }
}

/// Amber if the person should do something.
fn notice_kind(notice: Notice) -> NoticeKind {
    match notice {
        Notice::MemoryOnly | Notice::ClockWrong => NoticeKind::Warning,
        Notice::NewerLink | Notice::BadLinkIgnored => NoticeKind::Info,
    }
}
