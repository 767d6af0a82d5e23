//! The last screen: it is done, what that meant, and where to go.

use dioxus::prelude::*;

use crate::{
    clock,
    components::{Action, Page},
    context::{Exits, use_guide},
    flow::Step,
    words::use_words,
};

/// Says that the password is changed. It signs nobody in (END-4).
#[component]
pub fn DoneScreen() -> Element {
    let guide = use_guide();
    let words = use_words();
    let exits = use_context::<Exits>();
    let flow = guide.flow();
    let Step::Done(done) = flow.step() else { return rsx! {} };
    let account = done.email.clone();
    let lead = done.email.as_ref().map(|email| words.tell("done-for", "email", email.as_str()));
    let others = match done.signed_out_everywhere {
        true => words.tell("signed-out", "time", clock::time_of_day(done.at)),
        false => words.say("not-signed-out"),
    };
    rsx! {
        Page { title: words.say("done-title"), lead: lead.unwrap_or_default(),
            p { "{others}" }
            if let Some(on_complete) = exits.on_complete {
                Action {
                    main: true,
                    label: words.say("back-to-sign-in"),
                    onpress: move |()| on_complete.call(account.clone()),
                }
            } else {
                p { class: "quiet", {words.say("close-hint")} }
            }
        }
    }
}
