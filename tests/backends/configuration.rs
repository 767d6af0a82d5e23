//! The app's configuration for a server, from a configuration file.

use latchkey::config::{Config, ConfigSource, parse};
use latchkey::link::LinkRules;
use latchkey::service::{HttpRecoveryService, contract::Contract};

use super::backend::Backend;
use super::support::program::identity;

/// The origin of the server in links that are pasted, which must have https.
pub const SERVER: &str = "https://auth.latchkey.example";

pub fn contract<B: Backend>() -> Contract {
    configured::<B>(SERVER).service.backend.contract.expect("it comes with the app")
}

/// A client for the server at `base` with this contract.
pub fn service<B: Backend>(contract: Contract, base: &str) -> HttpRecoveryService {
    let mut settings = configured::<B>(base).service;
    settings.backend.contract = Some(contract);
    let base = settings.base_url.clone().unwrap();
    settings.client(base).unwrap()
}

/// The link rules of this configuration.
pub fn rules<B: Backend>() -> LinkRules {
    configured::<B>(SERVER).link_rules(identity().link_rules())
}

fn configured<B: Backend>(base: &str) -> Config {
    let mut text = format!("[service]\nbase_url = '{base}'\nbackend = '{}'\n[service.vars]\n", B::ID);
    for (name, value) in B::VARIABLES {
        text += &format!("{name} = '{value}'\n");
    }
    parse(&text, &ConfigSource::BuiltIn, &|_| Err("there is no other file".to_owned())).unwrap()
}
