//! The frame of every screen: brand, notice, live regions and footer.

mod announcement;
mod slow_notice;

use dioxus::prelude::*;

use crate::{
    components::{ExternalLink, LanguagePicker, LiveRegion, NoticeBar},
    context::{Draw, Environment, use_recovery},
    document::use_language_of_page,
    flow::Event,
    i18n::{I18n, use_i18n},
};
use announcement::announcement;
use slow_notice::SlowNotice;

/// Frames a screen. `slow` shows it as if a response had been pending for long, for previews.
#[component]
pub fn Frame(#[props(default)] slow: bool, children: Element) -> Element {
    let recovery = use_recovery();
    let environment = use_context::<Environment>();
    let i18n = use_i18n();
    let (status, alert) = announcement(&recovery.flow(), &i18n);
    let notice = recovery.flow().notice();
    let language = i18n.language();
    use_language_of_page(&i18n);
    rsx! {
        div { class: "shell", lang: language.tag, dir: language.direction(),
            LiveRegion { status, alert }
            if let Some(banner) = environment.banner {
                Draw { screen: banner }
            }
            header { class: "shell-brand",
                match &environment.brand.logo {
                    Some(logo) => rsx! { img { src: logo.data_uri(), alt: "" } },
                    None => rsx! { DefaultLogo {} },
                }
                "{environment.brand.name}"
            }
            if let Some(notice) = notice {
                NoticeBar { text: i18n.notice(notice), ondismiss: move |()| recovery.send(Event::NoticeDismissed) }
            }
            {children}
            SlowNotice { slow }
            Footer {}
        }
    }
}

/// Support contact, legal pages and the language picker.
#[component]
fn Footer() -> Element {
    let environment = use_context::<Environment>();
    let i18n = use_i18n();
    let mut chosen = use_context::<Signal<I18n>>();
    let (message_overrides, remember) =
        (environment.message_overrides.clone(), environment.on_language.clone());
    rsx! {
        footer { class: "shell-foot quiet",
            if let Some(support) = &environment.brand.support {
                ExternalLink { href: support.href(), {i18n.text("help")} }
            }
            p { class: "shell-legal",
                if let Some(privacy) = &environment.brand.privacy {
                    ExternalLink { href: privacy.as_str(), {i18n.text("privacy")} }
                }
                if let Some(terms) = &environment.brand.terms {
                    ExternalLink { href: terms.as_str(), {i18n.text("terms")} }
                }
            }
            LanguagePicker {
                onchoose: move |language| {
                    chosen.set(I18n::new(language, &message_overrides));
                    if let Some(remember) = &remember {
                        remember(language);
                    }
                },
            }
        }
    }
}

/// A key.
#[component]
fn DefaultLogo() -> Element {
    rsx! {
        svg { view_box: "0 0 24 24", fill: "none", stroke: "currentColor", stroke_width: "2.2", stroke_linecap: "round", stroke_linejoin: "round", "aria-hidden": "true",
            circle { cx: "7.5", cy: "12", r: "4.5" }
            path { d: "M12 12h10v4M17.5 12v3" }
        }
    }
}
