//! An app with its own sign-in, which shows Latchkey when "Forgot password?" is pressed. The folder `recovery` is the
//! component that `dx components add` copies into an app.
//!
//!     cargo run --example embedded -- https://accounts.example.org
//!
//! Without an address it uses the recovery server at port 8400 of this machine.

#![allow(clippy::expect_used)]

use dioxus::prelude::*;
use latchkey::identity::{AppIdentity, DeepLinks};
use latchkey::secret::EmailAddress;

#[path = "recovery/mod.rs"]
mod recovery;

use recovery::{Accounts, ForgotPassword};

fn main() {
    launch(Shop);
}

fn accounts() -> Accounts {
    let address = std::env::args().nth(1).unwrap_or_else(|| "http://127.0.0.1:8400".into());
    // The name of the shop's entry in the keyring, and the links that it opens: those that the service sends.
    let links = DeepLinks {
        schemes: vec!["latchkey".into()],
        hosts: Vec::new(),
        paths: vec!["/reset-password".into()],
    };
    let identity = AppIdentity::new("com.example.Shop", links).expect("an identifier and links");
    Accounts::at(identity, &address).expect("the address of a recovery service, and root certificates")
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    SignIn,
    Recovery,
}

#[component]
fn Shop() -> Element {
    let accounts = use_hook(accounts);
    let mut place = use_signal(|| Place::SignIn);
    let mut email = use_signal(String::new);
    let mut greeting = use_signal(|| "Welcome to the shop.");
    rsx! {
        match place() {
            Place::SignIn => rsx! {
                main { style: "max-width: 24rem; margin: 4rem auto; font-family: sans-serif; display: grid; gap: 1rem",
                    h1 { "Sign in" }
                    p { role: "status", {greeting()} }
                    label { r#for: "address", "Email address" }
                    input { id: "address", r#type: "email", autocomplete: "username", initial_value: email(), oninput: move |event| email.set(event.value()) }
                    label { r#for: "password", "Password" }
                    input { id: "password", r#type: "password", autocomplete: "current-password" }
                    button { onclick: move |_| greeting.set("This shop has nothing to sell yet."), "Sign in" }
                    button { onclick: move |_| place.set(Place::Recovery), "Forgot password?" }
                }
            },
            Place::Recovery => rsx! {
                ForgotPassword {
                    accounts: accounts.clone(),
                    product: "The Shop",
                    // Prefills the address that was typed at the sign-in.
                    email: EmailAddress::parse(&email()).ok(),
                    on_complete: move |account: Option<EmailAddress>| {
                        if let Some(account) = account {
                            email.set(account.as_str().to_owned());
                        }
                        greeting.set("Sign in with your new password.");
                        place.set(Place::SignIn);
                    },
                    on_cancel: move |()| place.set(Place::SignIn),
                }
            },
        }
    }
}
