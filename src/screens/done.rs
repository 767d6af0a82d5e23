//! The last screen: it is done, what that meant, and where to go.

use dioxus::prelude::*;

use crate::{
    app::{Environment, use_guide},
    components::Page,
    flow::Step,
    words,
};

/// Says that the password is changed. It signs nobody in (END-4).
#[component]
pub fn DoneScreen() -> Element {
    let guide = use_guide();
    let environment = use_context::<Environment>();
    let flow = guide.flow();
    let Step::Done(done) = flow.step() else { return rsx! {} };
    let lead = done.email.as_ref().map(|email| words::done_for(email.as_str())).unwrap_or_default();
    rsx! {
        Page { title: words::DONE_TITLE, lead,
            p { if done.signed_out_everywhere { {words::SIGNED_OUT} } else { {words::NOT_SIGNED_OUT} } }
            WayToSignIn { environment }
        }
    }
}

/// The demo has a sign-in of its own; elsewhere it is the app that the account belongs to.
#[component]
fn WayToSignIn(environment: Environment) -> Element {
    #[cfg(all(feature = "demo", not(target_arch = "wasm32")))]
    if environment.demo.is_some() {
        return rsx! {
            crate::components::Action {
                main: true,
                label: words::SIGN_IN,
                onpress: move |()| {
                    navigator().replace(crate::route::Route::DemoSignIn {});
                },
            }
        };
    }
    let _ = environment;
    rsx! { p { class: "quiet", {words::CLOSE_HINT} } }
}
