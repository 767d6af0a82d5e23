//! Carries text to and from one entry of the tab's session storage, where a browser has no keyring to offer.
//!
//! It survives a reload and ends with the tab. Tabs that show the same page keep the same. A browser that is told to
//! keep nothing refuses it; then memory has to do.

use std::cell::Cell;

use web_sys::Storage;
use zeroize::Zeroizing;

use super::LockState;
use super::other_tabs::OtherTabs;

/// The storage did not do its part.
#[derive(Debug)]
pub(super) struct Unavailable;

/// One entry, named by the app's identifier and the service's origin.
pub(super) struct Keyring {
    entry: String,
    /// `None` in a browser whose tabs cannot speak to each other.
    others: Option<OtherTabs>,
    asked_others: Cell<bool>,
}

impl Keyring {
    pub(super) fn of_this_user(app: &str, origin: &str) -> Self {
        let entry = format!("{app} {origin}");
        let (kept, told) = (entry.clone(), entry.clone());
        let others = OtherTabs::listen(
            &entry,
            move || get(&kept).ok().flatten(),
            // A tab that cannot keep it has what it knows.
            move |text| drop(put(&told, Some(text).filter(|text| !text.is_empty()))),
        );
        Self { entry, others, asked_others: Cell::new(false) }
    }

    /// It never asks anybody for anything.
    pub(super) async fn lock_state(&self) -> LockState {
        LockState::Unlocked
    }

    /// The text of the entry; `None` if there is no entry.
    pub(super) async fn read(&self) -> Result<Option<Zeroizing<String>>, Unavailable> {
        if let Some(others) = self.others.as_ref().filter(|_| !self.asked_others.replace(true)) {
            others.ask().await;
        }
        Ok(get(&self.entry)?.map(Zeroizing::new))
    }

    /// Replaces the text of the entry, or deletes the entry.
    pub(super) async fn write(&self, text: Option<Zeroizing<String>>) -> Result<(), Unavailable> {
        let text = text.as_ref().map(|text| text.as_str());
        put(&self.entry, text)?;
        if let Some(others) = &self.others {
            others.tell(text.unwrap_or_default());
        }
        Ok(())
    }
}

fn get(entry: &str) -> Result<Option<String>, Unavailable> {
    storage()?.get_item(entry).map_err(|_| Unavailable)
}

fn put(entry: &str, text: Option<&str>) -> Result<(), Unavailable> {
    let storage = storage()?;
    match text {
        Some(text) => storage.set_item(entry, text),
        None => storage.remove_item(entry),
    }
    .map_err(|_| Unavailable)
}

fn storage() -> Result<Storage, Unavailable> {
    web_sys::window().and_then(|window| window.session_storage().ok().flatten()).ok_or(Unavailable)
}
