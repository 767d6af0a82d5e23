//! The dependencies of the app. Tests and embedding apps pass their own.

use std::rc::Rc;

use super::{DemoHints, ScreenComponent, Screens};
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

/// The dependencies and settings of a running app.
#[derive(Clone)]
pub struct Environment {
    /// The recovery service.
    pub service: Rc<dyn RecoveryService>,
    /// Stores the pending recoveries.
    pub vault: Vault,
    /// Receives links.
    pub inbox: LinkInbox,
    /// The links that belong to the app.
    pub rules: LinkRules,
    /// Where new passwords are checked for known breaches. If unset, they are not checked.
    pub breach_list: Option<Rc<BreachList>>,
    /// The brand that is shown.
    pub brand: Brand,
    /// The first language. The person can choose another.
    pub language: &'static Language,
    /// Called when the person chooses another language, to save it.
    pub on_language: Option<Rc<dyn Fn(&'static Language)>>,
    /// Replacements for our texts.
    pub message_overrides: Vec<MessageOverrides>,
    /// Replacements for our screens.
    pub screens: Screens,
    /// An address that the person has already typed, for example at sign-in.
    pub email: Option<EmailAddress>,
    /// Shown above every screen.
    pub banner: Option<ScreenComponent>,
    /// What a demo adds to the screens.
    pub demo: Option<DemoHints>,
}

impl Environment {
    /// An environment with this service and vault, the links of `identity`, a new inbox, the default brand, and the
    /// language of the system.
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
            demo: None,
        }
    }
}

impl PartialEq for Environment {
    /// An app has one environment, so comparing the service is enough.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.service, &other.service)
    }
}
