//! Everything the app works with, given from outside: tests and embedding apps give their own.

use std::rc::Rc;

use super::{ScreenComponent, Screens};
use crate::{
    config::Brand,
    i18n::{Language, MessageOverrides},
    identity::AppIdentity,
    link::{LinkInbox, LinkRules},
    password::breach::BreachList,
    secret::EmailAddress,
    service::RecoveryService,
    vault::Vault,
};

/// Services, memory, names and looks of one running app.
#[derive(Clone)]
pub struct Environment {
    /// Whom to ask.
    pub service: Rc<dyn RecoveryService>,
    /// What is remembered of recoveries under way.
    pub vault: Vault,
    /// Where links arrive.
    pub inbox: LinkInbox,
    /// Which links are ours.
    pub rules: LinkRules,
    /// Where new passwords are checked for known breaches. If unset, they are not checked.
    pub breach_list: Option<Rc<BreachList>>,
    /// What people see.
    pub brand: Brand,
    /// The language to begin in; the person can choose another.
    pub language: &'static Language,
    /// Called when the person chooses another language, to remember it.
    pub on_language: Option<Rc<dyn Fn(&'static Language)>>,
    /// Sentences in place of ours.
    pub message_overrides: Vec<MessageOverrides>,
    /// Screens in place of ours.
    pub screens: Screens,
    /// The address that somebody has typed already, at a sign-in for example.
    pub email: Option<EmailAddress>,
    /// Shown above every screen.
    pub banner: Option<ScreenComponent>,
}

impl Environment {
    /// An app that asks `service` and remembers in `vault`; its own inbox, the links of its identity, the default brand,
    /// the system's language.
    pub fn new(identity: &AppIdentity, service: Rc<dyn RecoveryService>, vault: Vault) -> Self {
        Self {
            service,
            vault,
            inbox: LinkInbox::new(),
            rules: identity.link_rules(),
            breach_list: None,
            brand: Brand::default(),
            language: Language::system(),
            on_language: None,
            message_overrides: Vec::new(),
            screens: Screens::default(),
            email: None,
            banner: None,
        }
    }
}

impl PartialEq for Environment {
    /// An app lives in one environment: the same service object means the same one.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.service, &other.service)
    }
}
