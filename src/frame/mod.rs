//! The frame of every screen: the name above, a notice if there is one, help below, the live regions.

mod announcement;
mod patience;

use dioxus::prelude::*;

use crate::{
    clock,
    components::{ExternalLink, LanguagePicker, LiveRegion, NoticeBar},
    context::{Draw, Environment, use_guide},
    document::use_language_of_page,
    flow::Event,
    words::{Words, use_words},
};
use announcement::announcement;
use patience::Patience;

/// Frames a screen. `waited` shows it as if the answer that is waited for were long in coming.
#[component]
pub fn Frame(#[props(default)] waited: bool, children: Element) -> Element {
    let guide = use_guide();
    let environment = use_context::<Environment>();
    let words = use_words();
    let (status, alert) = announcement(&guide.flow(), &words, clock::timestamp());
    let notice = guide.flow().notice();
    let language = words.language();
    use_language_of_page(&words);
    rsx! {
        div { class: "shell", lang: language.tag, dir: language.direction(),
            LiveRegion { status, alert }
            if let Some(banner) = environment.banner {
                Draw { screen: banner }
            }
            header { class: "shell-brand",
                match &environment.brand.logo {
                    Some(logo) => rsx! { img { src: logo.data_uri(), alt: "" } },
                    None => rsx! { Mark {} },
                }
                "{environment.brand.name}"
            }
            if let Some(notice) = notice {
                NoticeBar { text: words.notice(notice), ondismiss: move |()| guide.tell(Event::NoticeDismissed) }
            }
            {children}
            Patience { waited }
            Foot {}
        }
    }
}

/// Help, the legal pages, and the choice of a language.
#[component]
fn Foot() -> Element {
    let environment = use_context::<Environment>();
    let words = use_words();
    let mut chosen = use_context::<Signal<Words>>();
    let (wording, remember) = (environment.wording.clone(), environment.on_language.clone());
    rsx! {
        footer { class: "shell-foot quiet",
            if let Some(support) = &environment.brand.support {
                p {
                    {words.say("support")}
                    " "
                    ExternalLink { href: support.href(), bdi { "{support.label()}" } }
                }
            }
            p { class: "shell-legal",
                if let Some(privacy) = &environment.brand.privacy {
                    ExternalLink { href: privacy.as_str(), {words.say("privacy")} }
                }
                if let Some(terms) = &environment.brand.terms {
                    ExternalLink { href: terms.as_str(), {words.say("terms")} }
                }
            }
            LanguagePicker {
                onchoose: move |language| {
                    chosen.set(Words::new(language, &wording));
                    if let Some(remember) = &remember {
                        remember(language);
                    }
                },
            }
        }
    }
}

/// A key seen from the side.
#[component]
fn Mark() -> Element {
    rsx! {
        svg { view_box: "0 0 24 24", fill: "none", stroke: "currentColor", stroke_width: "2.2", stroke_linecap: "round", stroke_linejoin: "round", "aria-hidden": "true",
            circle { cx: "7.5", cy: "12", r: "4.5" }
            path { d: "M12 12h10v4M17.5 12v3" }
        }
    }
}
