//! The demo's sign-in, a placeholder for the app that the account belongs to.

use dioxus::prelude::*;

use super::{ACCOUNT, Demo, FIRST_PASSWORD, view::View};
use crate::{
    components::{
        Action, ButtonKind, IconName, IllustrationName, Lead, Notice, NoticeKind, Page, Submit,
        submitted_value,
    },
    context::use_recovery,
    flow::Event,
};

/// The result of the last sign-in attempt.
#[derive(Clone, Copy, PartialEq)]
enum SignInState {
    Idle,
    Sending,
    SignedIn,
    Rejected,
    Unreachable,
}

/// Signs in to the embedded server, to show that the new password works and the old one does not.
#[component]
pub fn SignIn() -> Element {
    let recovery = use_recovery();
    let demo = use_context::<Demo>();
    let mut view = use_context::<Signal<View>>();
    let mut state = use_signal(|| SignInState::Idle);
    let sign_in = move |event: FormEvent| {
        event.prevent_default();
        let demo = demo.clone();
        let (email, password) =
            (submitted_value(&event, "email", ""), submitted_value(&event, "current-password", ""));
        state.set(SignInState::Sending);
        spawn(async move { state.set(demo.sign_in(&email, &password).await) });
    };
    if state() == SignInState::SignedIn {
        return rsx! {
            Page { illustration: IllustrationName::Done, title: "You are signed in", lead: rsx! { Lead { text: "The new password works." } },
                div { class: "stack",
                    Action { kind: ButtonKind::Filled, wide: true, label: "Sign out", onpress: move |()| state.set(SignInState::Idle) }
                }
            }
        };
    }
    let email = recovery.flow().email().map_or_else(|| ACCOUNT.to_owned(), |email| email.as_str().to_owned());
    rsx! {
        Page {
            illustration: IllustrationName::Lock,
            title: "Sign in",
            lead: rsx! { Lead { text: "This stands for the app that the account belongs to." } },
            foot: rsx! {
                div { class: "card-links",
                    Action {
                        label: "Forgot password?",
                        onpress: move |()| {
                            recovery.send(Event::StartOver);
                            view.set(View::Recovery);
                        },
                    }
                }
            },
            form { class: "stack", novalidate: true, onsubmit: sign_in,
                div { class: "field",
                    label { r#for: "email", "Email address" }
                    input { id: "email", name: "email", r#type: "email", autocomplete: "username", initial_value: "{email}" }
                }
                div { class: "field",
                    label { r#for: "current-password", "Password" }
                    input { id: "current-password", name: "current-password", r#type: "password", autocomplete: "current-password" }
                }
                match state() {
                    SignInState::Rejected => rsx! { Notice { kind: NoticeKind::Error, icon: IconName::Alert, text: "Address or password is wrong." } },
                    SignInState::Unreachable => rsx! { Notice { kind: NoticeKind::Warning, icon: IconName::Warn, text: "The embedded server did not respond." } },
                    _ => rsx! {},
                }
                p { class: "quiet", "The account began with the password “{FIRST_PASSWORD}”." }
                Submit { label: "Sign in", busy_label: "Signing in…", busy: state() == SignInState::Sending }
            }
        }
    }
}

impl Demo {
    async fn sign_in(&self, email: &str, password: &str) -> SignInState {
        let client = reqwest::Client::builder().no_proxy().build();
        let Ok(client) = client else { return SignInState::Unreachable };
        let form = [("email", email), ("password", password)];
        match client
            .post(self.base_url.endpoint("/session"))
            .form(&form)
            .send()
            .await
            .map(|response| response.status().as_u16())
        {
            Ok(200) => SignInState::SignedIn,
            Ok(400 | 401) => SignInState::Rejected,
            _ => SignInState::Unreachable,
        }
    }
}
