//! Carries text to and from one entry of the tab's session storage, where a browser has no keyring to offer.
//!
//! It survives a reload and ends with the tab. A browser that is told to keep nothing refuses it; then memory has to do.

use web_sys::Storage;
use zeroize::Zeroizing;

use crate::built_in;

/// The storage did not do its part.
#[derive(Debug)]
pub(super) struct Unavailable;

/// One entry, named by the app's identifier and the service's origin.
pub(super) struct Keyring {
    entry: String,
}

impl Keyring {
    pub(super) fn of_this_user(origin: &str) -> Self {
        Self { entry: format!("{} {origin}", built_in::IDENTIFIER) }
    }

    /// The text of the entry; `None` if there is no entry.
    pub(super) async fn read(&self) -> Result<Option<Zeroizing<String>>, Unavailable> {
        let found = storage()?.get_item(&self.entry).map_err(|_| Unavailable)?;
        Ok(found.map(Zeroizing::new))
    }

    /// Replaces the text of the entry, or deletes the entry.
    pub(super) async fn write(&self, text: Option<Zeroizing<String>>) -> Result<(), Unavailable> {
        let storage = storage()?;
        let done = match &text {
            Some(text) => storage.set_item(&self.entry, text),
            None => storage.remove_item(&self.entry),
        };
        done.map_err(|_| Unavailable)
    }
}

fn storage() -> Result<Storage, Unavailable> {
    web_sys::window().and_then(|window| window.session_storage().ok().flatten()).ok_or(Unavailable)
}
