//! An app outside of Latchkey's workspace, with its own `Dioxus.toml`. It has a sign-in, and embeds the recovery.

use async_trait::async_trait;
use dioxus::prelude::*;
use latchkey::{
    app::{Recovery, Service},
    config::Brand,
    flow::StepName,
    identity::{AppIdentity, DeepLinks},
    link::LinkInbox,
    secret::{EmailAddress, NewPassword, RecoveryToken},
    service::{Accepted, Changed, RecoveryService, RequestError, ResetError},
    vault::Vault,
};
use serde::Deserialize;

/// The service whose accounts the app uses.
pub const ORIGIN: &str = "https://accounts.example.org";

#[derive(Deserialize)]
struct Manifest {
    bundle: Bundle,
    deep_links: DeepLinks,
}

#[derive(Deserialize)]
struct Bundle {
    identifier: String,
}

/// The identity in the app's own `Dioxus.toml`.
///
/// # Errors
/// The file is not what the app was built with.
pub fn identity() -> Result<AppIdentity, Box<dyn std::error::Error>> {
    let manifest: Manifest = toml::from_str(include_str!("../Dioxus.toml"))?;
    Ok(AppIdentity::new(manifest.bundle.identifier, manifest.deep_links)?)
}

/// Accepts every request.
struct Accounts;

#[async_trait(?Send)]
impl RecoveryService for Accounts {
    async fn send_account_recovery_email(&self, _: &EmailAddress) -> Result<Accepted, RequestError> {
        Ok(Accepted::default())
    }

    async fn reset_password(&self, _: &RecoveryToken, _: &NewPassword) -> Result<Changed, ResetError> {
        Ok(Changed::default())
    }
}

/// The app: a sign-in that the recovery leads back to.
#[component]
pub fn Shop(identity: AppIdentity, inbox: LinkInbox, on_step: EventHandler<StepName>) -> Element {
    let service = use_hook(|| Service::new(Accounts));
    let vault = use_hook(|| Vault::open(&identity, ORIGIN));
    let mut signing_in = use_signal(|| false);
    if signing_in() {
        return rsx! { h1 { "Sign in" } };
    }
    rsx! {
        Recovery {
            identity,
            service,
            vault,
            inbox,
            brand: Brand { name: "The Shop".into(), ..Brand::default() },
            on_complete: move |_| signing_in.set(true),
            on_cancel: move |()| signing_in.set(true),
            on_step,
        }
    }
}
