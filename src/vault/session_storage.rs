//! Reads and writes one entry of the tab's session storage. A browser has no keyring.
//!
//! The entry survives a reload and is deleted with the tab. Tabs of the same page have the same entry. If the browser
//! allows no storage, the vault uses memory.

use std::cell::Cell;

use web_sys::Storage;
use zeroize::Zeroizing;

use super::LockState;
use super::other_tabs::OtherTabs;

/// The storage cannot be used.
#[derive(Debug)]
pub(super) struct Unavailable;

/// One entry, named by the app id and the origin of the service.
pub(super) struct Keyring {
    entry: String,
    /// `None` if the browser has no `BroadcastChannel`.
    others: Option<OtherTabs>,
    requested_from_others: Cell<bool>,
}

impl Keyring {
    pub(super) fn of_this_user(app: &str, origin: &str) -> Self {
        let entry = format!("{app} {origin}");
        let (own, received) = (entry.clone(), entry.clone());
        let others = OtherTabs::listen(
            &entry,
            move || get(&own).ok().flatten(),
            // If this tab cannot store it, it continues with what it has.
            move |text| drop(put(&received, Some(text).filter(|text| !text.is_empty()))),
        );
        Self { entry, others, requested_from_others: Cell::new(false) }
    }

    /// Session storage never asks for a password.
    pub(super) async fn lock_state(&self) -> LockState {
        LockState::Unlocked
    }

    /// The text of the entry. `None` if there is no entry.
    pub(super) async fn read(&self) -> Result<Option<Zeroizing<String>>, Unavailable> {
        if let Some(others) = self.others.as_ref().filter(|_| !self.requested_from_others.replace(true)) {
            others.request().await;
        }
        Ok(get(&self.entry)?.map(Zeroizing::new))
    }

    /// Replaces the text of the entry, or deletes the entry.
    pub(super) async fn write(&self, text: Option<Zeroizing<String>>) -> Result<(), Unavailable> {
        let text = text.as_ref().map(|text| text.as_str());
        put(&self.entry, text)?;
        if let Some(others) = &self.others {
            others.send(text.unwrap_or_default());
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
