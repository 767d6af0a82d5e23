//! What can be said of a password while it is typed: whether the policy takes it, how strong it is, whether it was
//! stolen somewhere. It redraws itself alone, so that no key waits for the whole screen.

use std::{rc::Rc, time::Duration};

use dioxus::prelude::*;
use secrecy::zeroize::Zeroizing;

use crate::{
    clock,
    components::StrengthMeter,
    context::{Environment, use_guide},
    flow::{Reset, ResetProblem, Step},
    password::{
        breach::BreachList,
        strength::{Strength, measure_aside, own_words},
    },
    secret::NewPassword,
    words::use_words,
};

/// The id under which the field names this as its description.
pub(super) const JUDGEMENT: &str = "new-password-judgement";
/// How long a person must have stopped typing before a list on the network is asked.
const PAUSE: Duration = Duration::from_millis(800);

/// What a look at the list of stolen passwords has brought, and for which password.
#[derive(Clone, PartialEq, Default)]
pub(super) enum Look {
    /// Nobody has looked, or the password has changed since.
    #[default]
    None,
    /// It is being looked up.
    Asking,
    /// It is in the list.
    Stolen(Zeroizing<String>),
    /// It is not.
    Clean,
    /// The list did not answer: that is said, and holds nobody up.
    Unknown,
}

/// The meter, and what the lists say.
#[component]
pub(super) fn Judgement(look: Signal<Look>) -> Element {
    let guide = use_guide();
    let words = use_words();
    let password = guide.drafts.password;
    let strength = use_strength(password);
    use_look(password, look);
    let typed = password.read();
    if typed.is_empty() {
        return rsx! { div { id: JUDGEMENT } };
    }
    let refusals = match guide.flow().step() {
        // It stands below, in bold.
        Step::Reset(Reset { problem: Some(ResetProblem::Refused(_)), .. }) => Vec::new(),
        _ => guide.flow().policy().accept(&typed).err().unwrap_or_default(),
    };
    rsx! {
        div { id: JUDGEMENT,
            if let Some(strength) = strength() {
                StrengthMeter { id: "strength", strength }
            }
            for refusal in refusals {
                p { class: "quiet", {words.refusal(refusal)} }
            }
            match &*look.read() {
                Look::Asking => rsx! { p { class: "quiet", {words.say("breach-checking")} } },
                Look::Unknown => rsx! { p { class: "quiet", {words.say("breach-unknown")} } },
                Look::Stolen(stolen) if *stolen == *typed => rsx! { p { class: "field-error", {words.say("password-breached")} } },
                _ => rsx! {},
            }
        }
    }
}

/// How strong the password is that was typed last; it is measured beside the drawing.
fn use_strength(password: Signal<Zeroizing<String>>) -> Signal<Option<Strength>> {
    let environment = use_context::<Environment>();
    let guide = use_guide();
    let mut strength = use_signal(|| None);
    let own = use_hook(|| {
        let address = match guide.flow().step() {
            Step::Reset(reset) => reset.email.clone(),
            _ => None,
        };
        Rc::new(own_words(address.as_ref(), &environment.brand.name))
    });
    use_resource(move || {
        let (password, own) = (password.read().clone(), own.clone());
        async move {
            let measured =
                if password.is_empty() { None } else { measure_aside(password, own.to_vec()).await };
            if *strength.peek() != measured {
                strength.set(measured);
            }
        }
    });
    strength
}

/// Looks the password up when the typing pauses, where the configuration names a list.
fn use_look(password: Signal<Zeroizing<String>>, mut look: Signal<Look>) {
    let guide = use_guide();
    let list = use_context::<Environment>().breach_list;
    // Begins anew, and drops the question under way, at every key.
    use_resource(move || {
        let (typed, list) = (password.read().clone(), list.clone());
        async move {
            if *look.peek() != Look::None {
                look.set(Look::None);
            }
            let Some(list) = list else { return };
            let Ok(candidate) = guide.flow().policy().accept(&typed) else { return };
            clock::sleep(PAUSE).await;
            look.set(Look::Asking);
            look.set(answer(&list, &candidate, typed).await);
        }
    });
}

async fn answer(list: &BreachList, candidate: &NewPassword, typed: Zeroizing<String>) -> Look {
    match list.has(candidate).await {
        Ok(true) => Look::Stolen(typed),
        Ok(false) => Look::Clean,
        Err(_) => Look::Unknown,
    }
}
