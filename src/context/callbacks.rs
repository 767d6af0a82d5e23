//! What leads out of the recovery.

use dioxus::prelude::*;

use crate::{flow::StepName, secret::EmailAddress};

/// What leads out of the recovery, back into the app around it.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Callbacks {
    /// "Back to sign-in" at the end, with the address of the account where it is known here.
    pub on_complete: Option<EventHandler<Option<EmailAddress>>>,
    /// "Back to sign-in" before the end.
    pub on_cancel: Option<EventHandler<()>>,
    /// Another step has come: for an app that counts how far people come. It is told nothing of the person.
    pub on_step: Option<EventHandler<StepName>>,
}
