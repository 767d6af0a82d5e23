//! How the recovery tells an embedding app what has happened.

use dioxus::prelude::*;

use crate::{flow::StepName, secret::EmailAddress};

/// The callbacks of an embedding app.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Callbacks {
    /// "Back to sign-in" at the end, with the address of the account if it is known.
    pub on_complete: Option<EventHandler<Option<EmailAddress>>>,
    /// "Back to sign-in" before the end.
    pub on_cancel: Option<EventHandler<()>>,
    /// The step has changed. For statistics: the name contains no personal data.
    pub on_step: Option<EventHandler<StepName>>,
}
