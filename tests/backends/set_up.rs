//! The app as an operator sets it up for a server: by its configuration file.

use latchkey::config::{Config, Origin, parse};
use latchkey::link::LinkRules;
use latchkey::service::{HttpRecoveryService, contract::Contract};

use super::site::Site;
use super::support::program::identity;

pub fn contract<S: Site>() -> Contract {
    configured::<S>("http://127.0.0.1").service.backend.contract.expect("it comes with the app")
}

/// The client of the server at `base`, or of one that is not quite like it.
pub fn service<S: Site>(contract: Contract, base: &str) -> HttpRecoveryService {
    let mut settings = configured::<S>(base).service;
    settings.backend.contract = Some(contract);
    let base = settings.base_url.clone().unwrap();
    settings.client(base).unwrap()
}

/// What this app takes for a link.
pub fn rules<S: Site>() -> LinkRules {
    configured::<S>("http://127.0.0.1").link_rules(identity().link_rules())
}

fn configured<S: Site>(base: &str) -> Config {
    let mut text = format!("[service]\nbase_url = '{base}'\nbackend = '{}'\n[service.vars]\n", S::BACKEND);
    for (name, value) in S::VARIABLES {
        text += &format!("{name} = '{value}'\n");
    }
    parse(&text, &Origin::BuiltIn, &|_| Err("there is no other file".to_owned())).unwrap()
}
