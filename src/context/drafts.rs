//! The text in the fields.

use dioxus::prelude::*;
use secrecy::zeroize::Zeroizing;

use super::Environment;
use crate::{flow::Event, platform::PastedText};

/// The text of the fields.
#[derive(Clone, Copy)]
pub struct Drafts {
    /// The address on the first screen.
    pub email: Signal<String>,
    /// The link or code on the second screen.
    pub link_or_code: Signal<Zeroizing<String>>,
    /// The password on the third screen.
    pub password: Signal<Zeroizing<String>>,
    /// The repeated password on the third screen.
    pub confirmation: Signal<Zeroizing<String>>,
    /// The code of the authenticator app on the third screen.
    pub second_factor: Signal<Zeroizing<String>>,
    /// The last text that was pasted on the first two screens.
    pub(crate) paste: Signal<Option<PastedText>>,
}

impl Drafts {
    /// Whether this event submits the pasted text.
    pub(super) fn contain_paste_of(&self, event: &Event) -> bool {
        let text = match event {
            Event::EmailSubmitted(text) => text.as_str(),
            Event::LinkOrCodeSubmitted(text) => text.as_str(),
            // The pasted text may have waited for the keyring.
            Event::Opened { .. } => return self.paste.peek().is_some(),
            _ => return false,
        };
        self.paste.peek().as_ref().is_some_and(|paste| paste.matches(text))
    }

    /// Clears the pasted link or code from the clipboard, because the service has accepted it.
    pub(super) fn clear_clipboard(&mut self) {
        if let Some(paste) = self.paste.take() {
            paste.clear_clipboard();
        }
    }
}

pub(super) fn use_drafts(environment: &Environment) -> Drafts {
    let typed = environment.email.as_ref().map(|email| email.as_str().to_owned());
    Drafts {
        email: use_signal(|| typed.unwrap_or_default()),
        link_or_code: use_signal(Zeroizing::default),
        password: use_signal(Zeroizing::default),
        confirmation: use_signal(Zeroizing::default),
        second_factor: use_signal(Zeroizing::default),
        paste: use_signal(|| None),
    }
}
