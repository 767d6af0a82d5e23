//! Reading the keyring at the start, while the screen is blank.

use std::time::Duration;

use dioxus::prelude::ReadableExt as _;

use crate::{clock, context::drafts::Drafts, flow::Event, secret::EmailAddress, vault::Vault};

/// How long the screen may stay blank at the start. Reading the keyring can take seconds.
pub(super) const BLANK_SCREEN_LIMIT: Duration = Duration::from_millis(500);

/// Reads the keyring. An address that was passed to the app is not being typed.
pub(super) async fn read_keyring(vault: Vault, drafts: Drafts, given: Option<EmailAddress>) -> Option<Event> {
    let pending = vault.list(clock::timestamp()).await;
    let typed = drafts.email.peek();
    let typing = !typed.is_empty() && given.is_none_or(|given| given.as_str() != *typed);
    Some(Event::Opened { pending, typing })
}

/// Reports that the keyring is slow, after [`BLANK_SCREEN_LIMIT`]. If it was faster, the flow ignores the event.
pub(super) async fn report_slow_keyring() -> Option<Event> {
    clock::sleep(BLANK_SCREEN_LIMIT).await;
    Some(Event::KeyringSlow)
}
