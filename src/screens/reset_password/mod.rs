//! The third screen: a new password, once the link is known to work.

mod expiry;
mod judgement;
mod new_password;

use dioxus::prelude::*;

use self::{expiry::Expiry, new_password::NewPasswordForm};
use crate::{
    components::{Action, Page, Problem, Spinner},
    context::use_guide,
    flow::{Event, Phase, Step},
    words::use_words,
};

/// Checks the link, then asks for the new password.
#[component]
pub fn ResetPasswordScreen() -> Element {
    let guide = use_guide();
    let words = use_words();
    let flow = guide.flow();
    let Step::Reset(reset) = flow.step() else { return rsx! {} };
    let title = words.say("reset-title");
    let lead = reset.email.as_ref().map(|email| words.tell("reset-for", "email", email.as_str()));
    let lead = lead.unwrap_or_default();
    match &reset.phase {
        Phase::Checking => rsx! {
            Page { title, lead,
                p { class: "quiet page-wait", Spinner {} {words.say("reset-checking")} }
            }
        },
        Phase::Unchecked(call) => rsx! {
            Page { title, lead,
                Problem { text: if flow.awaits_line() { words.say("offline-waiting") } else { words.call_error(call) } }
                Action { main: true, label: words.say("try-again"), onpress: move |()| guide.tell(Event::CheckAgain) }
            }
        },
        Phase::Ready(_) | Phase::Sending(_) => rsx! {
            Page { title, lead,
                NewPasswordForm {}
                Expiry {}
            }
        },
    }
}
