//! The demo's sign-in: where an account holder would have come from, and goes back to.

use dioxus::prelude::*;

use super::{ACCOUNT, Demo, FIRST_PASSWORD, view::View};
use crate::{
    components::{Action, Page, Problem, Submit, submitted},
    context::use_guide,
    flow::Event,
};

/// How the last try ended.
#[derive(Clone, Copy, PartialEq)]
enum Tried {
    NotYet,
    Busy,
    In,
    Refused,
    Unanswered,
}

/// Signs in to the embedded server, to show that the new password works and the old one does not.
#[component]
pub fn SignIn() -> Element {
    let guide = use_guide();
    let demo = use_context::<Demo>();
    let mut view = use_context::<Signal<View>>();
    let mut tried = use_signal(|| Tried::NotYet);
    let sign_in = move |event: FormEvent| {
        event.prevent_default();
        let demo = demo.clone();
        let (email, password) = (submitted(&event, "email", ""), submitted(&event, "current-password", ""));
        tried.set(Tried::Busy);
        spawn(async move { tried.set(demo.sign_in(&email, &password).await) });
    };
    if tried() == Tried::In {
        return rsx! {
            Page { title: "You are signed in", lead: "The new password works.",
                Action { main: true, label: "Sign out", onpress: move |()| tried.set(Tried::NotYet) }
            }
        };
    }
    let email = guide.flow().email().map_or_else(|| ACCOUNT.to_owned(), |email| email.as_str().to_owned());
    rsx! {
        Page { title: "Sign in", lead: "This stands for the app that the account belongs to.",
            form { novalidate: true, onsubmit: sign_in,
                div { class: "field",
                    label { r#for: "email", "E-mail address" }
                    input { id: "email", name: "email", r#type: "email", autocomplete: "username", initial_value: "{email}" }
                }
                div { class: "field",
                    label { r#for: "current-password", "Password" }
                    input { id: "current-password", name: "current-password", r#type: "password", autocomplete: "current-password" }
                }
                match tried() {
                    Tried::Refused => rsx! { Problem { text: "Address or password is wrong." } },
                    Tried::Unanswered => rsx! { Problem { text: "The embedded server did not answer." } },
                    _ => rsx! {},
                }
                Submit { label: "Sign in", busy_label: "Signing in…", busy: tried() == Tried::Busy }
            }
            p { class: "quiet", "The account began with the password “{FIRST_PASSWORD}”." }
            div { class: "page-more",
                Action {
                    label: "Forgot password?",
                    onpress: move |()| {
                        guide.tell(Event::StartOver);
                        view.set(View::Recovery);
                    },
                }
            }
        }
    }
}

impl Demo {
    async fn sign_in(&self, email: &str, password: &str) -> Tried {
        let client = reqwest::Client::builder().no_proxy().build();
        let Ok(client) = client else { return Tried::Unanswered };
        let form = [("email", email), ("password", password)];
        match client
            .post(self.base.endpoint("/session"))
            .form(&form)
            .send()
            .await
            .map(|answer| answer.status().as_u16())
        {
            Ok(200) => Tried::In,
            Ok(400 | 401) => Tried::Refused,
            _ => Tried::Unanswered,
        }
    }
}
