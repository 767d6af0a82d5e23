//! A link that does not work: why, and the one thing to do.

use dioxus::prelude::*;

use crate::{
    components::{Action, Page},
    context::{Exits, use_guide},
    flow::{Event, Step},
    words::use_words,
};

/// Says what is wrong with a link and how to get one that works.
#[component]
pub fn LinkProblemScreen() -> Element {
    let guide = use_guide();
    let words = use_words();
    let exits = use_context::<Exits>();
    let flow = guide.flow();
    let Step::Stuck(stuck) = flow.step() else { return rsx! {} };
    let (title, lead) = words.link_trouble(stuck.trouble);
    let label = words.say(if stuck.email.is_some() { "send-new-link" } else { "ask-new-link" });
    rsx! {
        Page { title, lead,
            Action { main: true, label, onpress: move |()| guide.tell(Event::AskForNewLink) }
            div { class: "page-more",
                if flow.has_email_to_go_back_to() {
                    Action { label: words.say("back-to-email"), onpress: move |()| guide.tell(Event::BackToEmail) }
                }
                if let Some(on_cancel) = exits.on_cancel {
                    Action { label: words.say("back-to-sign-in"), onpress: move |()| on_cancel.call(()) }
                }
            }
        }
    }
}
