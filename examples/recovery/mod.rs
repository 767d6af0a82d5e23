//! Account recovery with Latchkey's screens. `dx components add recovery` copies this file into your app, where you can
//! change it.

use std::error::Error;

use dioxus::prelude::*;
use latchkey::{
    app::{Recovery, Service},
    config::Brand,
    identity::AppIdentity,
    secret::EmailAddress,
    service::{BaseUrl, CallLimits, HttpRecoveryService},
    vault::Vault,
};

/// The identity of your app, the recovery service, and where open recoveries are kept. Create it once, not on every render.
#[derive(Clone, PartialEq)]
pub struct Accounts {
    identity: AppIdentity,
    service: Service,
    vault: Vault,
}

impl Accounts {
    /// Uses the service at `address`: https, or http on this computer. `identity` names the entry in the keyring, and the
    /// links that your app opens.
    ///
    /// # Errors
    /// The address is invalid, or this computer has no root certificates.
    pub fn at(identity: AppIdentity, address: &str) -> Result<Self, Box<dyn Error>> {
        let base = BaseUrl::parse(address)?;
        let vault = Vault::open(&identity, base.as_str());
        let service = Service::new(HttpRecoveryService::new(base, CallLimits::default())?);
        Ok(Self { identity, service, vault })
    }
}

/// All screens from "Forgot your password?" to the new password. `product` is the name of your app, and `email` the
/// address that was typed at your sign-in. `on_complete` and `on_cancel` lead back to it, with and without a new
/// password.
#[component]
pub fn ForgotPassword(
    accounts: Accounts,
    product: String,
    email: Option<EmailAddress>,
    on_complete: EventHandler<Option<EmailAddress>>,
    on_cancel: EventHandler<()>,
) -> Element {
    rsx! {
        Recovery {
            identity: accounts.identity,
            service: accounts.service,
            vault: accounts.vault,
            brand: Brand { name: product, ..Brand::default() },
            email,
            on_complete,
            on_cancel,
        }
    }
}
