//! The form for the new password.

use dioxus::prelude::*;
use secrecy::zeroize::Zeroizing;

use super::judgement::{JUDGEMENT, Judgement, Look};
use crate::{
    clock::{self, Timestamp},
    components::{Countdown, PasswordField, Problem, Slip, Submit, Summary, TextField, submitted},
    context::use_guide,
    flow::{Event, Flow, Phase, Reset, ResetProblem, Step},
    password::password_rules,
    platform::shield,
    service::AttemptKey,
    words::{Words, use_words},
};

const PASSWORD: &str = "new-password";
const CONFIRMATION: &str = "repeat-password";
const SECOND_FACTOR: &str = "second-factor";

/// The form itself. A password that nobody has looked at is typed twice; one that was shown, once (PWD-10).
#[component]
pub(super) fn NewPasswordForm() -> Element {
    let guide = use_guide();
    let words = use_words();
    let mut drafts = guide.drafts;
    let mut shown = use_signal(|| false);
    // What the password was when it was last looked at. Hidden again, it need not be typed a second time.
    let mut seen = use_signal(Zeroizing::<String>::default);
    let needs_confirmation =
        use_memo(move || !shown() && (seen.read().is_empty() || *seen.read() != *drafts.password.read()));
    let look = use_signal(Look::default);
    use_effect(move || shield(shown()));
    use_drop(|| shield(false));
    let flow = guide.flow();
    let Step::Reset(reset) = flow.step() else { return rsx! {} };
    let Told { first, second, factor, general, wait } = Told::of(&flow, reset, &words, needs_confirmation());
    let slips = Slip::at([(PASSWORD, &first), (CONFIRMATION, &second), (SECOND_FACTOR, &factor)]);
    let account = reset.email.as_ref().map(|email| email.as_str().to_owned());
    let asks_second_factor = reset.second_factor;
    let mut hide = move || {
        if shown() {
            seen.set(drafts.password.peek().clone());
            shown.set(false);
        }
    };
    rsx! {
        if !slips.is_empty() {
            Summary { slips, refused: flow.refused() }
        }
        form {
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                let confirmation = needs_confirmation()
                    .then(|| submitted(&event, CONFIRMATION, &drafts.confirmation.peek()));
                let password = submitted(&event, PASSWORD, &drafts.password.peek());
                let second_factor = submitted(&event, SECOND_FACTOR, &drafts.second_factor.peek());
                hide();
                let stolen = matches!(&*look.peek(), Look::Stolen(stolen) if *stolen == password);
                let fresh = AttemptKey::fresh();
                guide.tell(Event::PasswordSubmitted { password, confirmation, second_factor, stolen, fresh });
            },
            if let Some(account) = account {
                // Tells a password manager whose password this will be (A11Y-3).
                input { class: "unseen", r#type: "email", name: "username", autocomplete: "username", readonly: true, tabindex: "-1", aria_hidden: true, initial_value: "{account}" }
            }
            PasswordField {
                id: PASSWORD,
                label: words.say("new-password"),
                hint: words.policy(flow.policy()),
                initial: drafts.password.peek().to_string(),
                error: first,
                shown: shown(),
                rules: password_rules(&flow.policy()),
                described_by: JUDGEMENT,
                ontoggle: move |()| if shown() { hide() } else { shown.set(true) },
                onleave: move |()| hide(),
                oninput: move |text: String| drafts.password.set(text.into()),
                Judgement { look }
            }
            if needs_confirmation() {
                PasswordField {
                    id: CONFIRMATION,
                    label: words.say("repeat-password"),
                    initial: drafts.confirmation.peek().to_string(),
                    error: second,
                    shown: false,
                    oninput: move |text: String| drafts.confirmation.set(text.into()),
                }
            }
            if asks_second_factor {
                TextField {
                    id: SECOND_FACTOR,
                    label: words.say("second-factor"),
                    hint: words.say("second-factor-hint"),
                    inputmode: "numeric",
                    autocomplete: "one-time-code",
                    initial: drafts.second_factor.peek().to_string(),
                    error: factor,
                    oninput: move |text: String| drafts.second_factor.set(text.into()),
                }
            }
            if let Some(problem) = general {
                Problem { text: problem }
            }
            if let Some(until) = wait {
                Problem {
                    Countdown { until, says: "wait-first", onend: move |()| guide.tell(Event::WaitOver(until)) }
                }
            }
            Submit {
                label: words.say("set-password"),
                busy_label: words.say("setting-password"),
                busy: matches!(reset.phase, Phase::Sending(_)),
            }
        }
    }
}

/// What is wrong, at the place where it is.
#[derive(Default)]
struct Told {
    first: String,
    second: String,
    factor: String,
    general: Option<String>,
    wait: Option<Timestamp>,
}

impl Told {
    fn of(flow: &Flow, reset: &Reset, words: &Words, needs_confirmation: bool) -> Self {
        let Some(problem) = &reset.problem else { return Self::default() };
        let text = words.reset_problem(problem, clock::timestamp());
        match problem {
            ResetProblem::Missing | ResetProblem::Refused(_) => Self { first: text, ..Self::default() },
            ResetProblem::SecondFactor => Self { factor: text, ..Self::default() },
            ResetProblem::Mismatch if needs_confirmation => Self { second: text, ..Self::default() },
            ResetProblem::Mismatch => Self::default(),
            ResetProblem::Wait(until) => Self { wait: Some(*until), ..Self::default() },
            ResetProblem::Call(_) if flow.awaits_line() => {
                Self { general: Some(words.say("offline-waiting")), ..Self::default() }
            }
            ResetProblem::Call(_) => Self { general: Some(text), ..Self::default() },
        }
    }
}
