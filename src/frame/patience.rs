//! A word when the service takes long, and a way to stop waiting.

use std::time::Duration;

use dioxus::prelude::*;

use crate::{
    clock,
    components::{Action, Spinner},
    context::use_guide,
    flow::{Asking, Event},
    words::use_words,
};

/// After this long without an answer a person wonders whether anything happens at all.
const LONG: Duration = Duration::from_secs(8);

/// "Still trying", once a question has had no answer for [`LONG`]; `waited` says that the first one has had none.
#[component]
pub(super) fn Patience(waited: bool) -> Element {
    let guide = use_guide();
    let words = use_words();
    let flow = guide.signal();
    let asking = use_memo(move || flow.read().asking());
    let mut slow = use_signal(|| asking.peek().filter(|_| waited));
    // Begins anew, and drops what it was waiting for, whenever another question is asked.
    use_resource(move || async move {
        let question = asking();
        if question.is_some() {
            clock::sleep(LONG).await;
            slow.set(question);
        }
    });
    let present = asking();
    let shown = present.filter(|present| slow() == Some(*present));
    rsx! {
        // Always there: a region that comes together with its text is not read out.
        div { class: "patience", role: "status",
            if let Some(Asking { can_give_up, .. }) = shown {
                p { Spinner {} {words.say("still-trying")} }
                if can_give_up {
                    Action { label: words.say("cancel"), onpress: move |()| guide.tell(Event::GivenUp) }
                }
            }
        }
    }
}
