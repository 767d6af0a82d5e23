//! A link that does not work: why, and the one thing to do.

use dioxus::prelude::*;

use crate::{
    app::use_guide,
    components::{Action, Page},
    flow::{Event, Step},
    words,
};

/// Says what is wrong with a link and how to get one that works.
#[component]
pub fn LinkProblemScreen() -> Element {
    let guide = use_guide();
    let flow = guide.flow();
    let Step::Stuck(stuck) = flow.step() else { return rsx! {} };
    let (title, lead) = words::link_trouble(stuck.trouble);
    let label = if stuck.email.is_some() { words::SEND_NEW_LINK } else { words::ASK_NEW_LINK };
    rsx! {
        Page { title, lead,
            Action { main: true, label, onpress: move |()| guide.tell(Event::AskForNewLink) }
            if flow.has_email_to_go_back_to() {
                div { class: "page-more",
                    Action { label: words::BACK_TO_EMAIL, onpress: move |()| guide.tell(Event::BackToEmail) }
                }
            }
        }
    }
}
