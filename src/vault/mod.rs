//! Remembers the recoveries under way across a restart: in the keyring of the operating system, or, where there is
//! none, in memory until the app ends.
//!
//! Between asking for the mail and opening its link the app may be killed. The verifier that proves "the same device
//! asked" is a secret, so it is kept where the system keeps secrets (STO-1) and nowhere else. Which entries are kept
//! is decided in `pending`, how they are written in `wire`; `keyring` only carries bytes.
//!
//! A page in a browser has no keyring. What comes nearest is the tab's session storage: it survives a reload, no other
//! website reads it, and it goes with the tab. Tabs of the same page tell each other what they keep.

#[cfg(not(target_arch = "wasm32"))]
mod keyring;
#[cfg(target_arch = "wasm32")]
#[path = "session_storage.rs"]
mod keyring;
#[cfg(target_arch = "wasm32")]
mod other_tabs;
mod pending;
mod wire;

use std::fmt;
use std::sync::Arc;

use tokio::sync::Mutex;

use crate::clock::Timestamp;
use crate::secret::{EmailAddress, FlowId};

use self::keyring::Keyring;
pub use pending::{LIFETIME, MOST_KEPT, Pending, PendingRecovery};

/// Where the recoveries are kept, as far as the last attempt showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VaultStatus {
    /// In the system's keyring, or in the tab's session storage: they survive the app.
    Keyring,
    /// In memory: closing the app forgets them. The link still works, but may ask for the code beside it.
    MemoryOnly,
}

/// The recoveries under way with one service. Clones share them.
///
/// Every call works without a keyring too and never fails. A keyring that was missing, locked or slow is tried again
/// at the next call, and then gets what it missed.
#[derive(Clone)]
pub struct Vault {
    state: Arc<Mutex<State>>,
}

struct State {
    /// What was there at the last call.
    pending: Pending,
    keyring: Option<Backed>,
    status: VaultStatus,
}

/// The keyring, which other windows and other processes of this person share.
struct Backed {
    keyring: Keyring,
    /// What was done and is not in the keyring yet, to be done on what it holds by then.
    missed: Vec<Change>,
}

/// One thing done to the list.
#[derive(Clone)]
enum Change {
    Save(PendingRecovery),
    End(Ended),
}

/// Which recovery has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// One, by the service's name for it.
    Flow(FlowId),
    /// All of an account: its password was set, so the older mails are worth nothing either.
    Account(EmailAddress),
}

impl Change {
    fn apply(self, pending: &mut Pending) {
        match self {
            Self::Save(recovery) => pending.insert(recovery),
            Self::End(ended) => pending.remove(&ended),
        }
    }
}

impl Vault {
    /// The recoveries with the service at `origin` (`https://id.example.org`), in the keyring of this user
    /// (of a page: in this tab's session storage).
    ///
    /// The keyring itself is not touched before the first call.
    pub fn open(origin: &str) -> Self {
        Self::backed_by(Keyring::of_this_user(origin))
    }

    fn backed_by(keyring: Keyring) -> Self {
        let backed = Backed { keyring, missed: Vec::new() };
        let state =
            State { pending: Pending::default(), keyring: Some(backed), status: VaultStatus::Keyring };
        Self { state: Arc::new(Mutex::new(state)) }
    }

    /// A vault that forgets when the app ends.
    pub fn in_memory() -> Self {
        let state = State { pending: Pending::default(), keyring: None, status: VaultStatus::MemoryOnly };
        Self { state: Arc::new(Mutex::new(state)) }
    }

    /// The recoveries still under way at `now`, newest first.
    pub async fn list(&self, now: Timestamp) -> Pending {
        self.change(None, now).await
    }

    /// What this vault knew of and is in the keyring no more: another window of this person's has ended it. Nothing
    /// where there is no keyring to look at.
    pub async fn ended_elsewhere(&self, now: Timestamp) -> Pending {
        let mut state = self.state.lock().await;
        state.pending.prune(now);
        let mut known = state.pending.clone();
        state.load().await;
        known.without(&state.pending);
        known
    }

    /// Keeps a recovery, in place of one with the same flow id, or with the same address where the service has no
    /// flow ids. The oldest goes when there are more than [`MOST_KEPT`].
    pub async fn save(&self, recovery: PendingRecovery, now: Timestamp) {
        self.change(Some(Change::Save(recovery)), now).await;
    }

    /// Forgets what has ended.
    pub async fn remove(&self, ended: Ended, now: Timestamp) {
        self.change(Some(Change::End(ended)), now).await;
    }

    /// Where the last call found or left the recoveries; [`VaultStatus::Keyring`] before the first.
    pub async fn status(&self) -> VaultStatus {
        self.state.lock().await.status
    }

    async fn change(&self, change: Option<Change>, now: Timestamp) -> Pending {
        let mut state = self.state.lock().await;
        let found = state.load().await;
        if let Some(change) = change {
            change.clone().apply(&mut state.pending);
            state.note(change);
        }
        state.pending.prune(now);
        if let Some(found) = found {
            state.store(&found).await;
        }
        state.pending.clone()
    }
}

impl State {
    /// Takes over what the keyring holds, with what it missed done to it. Says what it holds, if it says anything.
    async fn load(&mut self) -> Option<Pending> {
        let backed = self.keyring.as_ref()?;
        let Ok(text) = backed.keyring.read().await else {
            self.status = VaultStatus::MemoryOnly;
            return None;
        };
        let found = text.map(|text| wire::read(&text)).unwrap_or_default();
        self.pending = found.clone();
        backed.missed.iter().cloned().for_each(|change| change.apply(&mut self.pending));
        Some(found)
    }

    /// Keeps in mind what the keyring has to be told.
    fn note(&mut self, change: Change) {
        if let Some(backed) = &mut self.keyring {
            backed.missed.push(change);
        }
    }

    /// Writes the list, if it differs from what the keyring was found to hold.
    async fn store(&mut self, found: &Pending) {
        let Some(backed) = &mut self.keyring else { return };
        self.status = VaultStatus::Keyring;
        if self.pending != *found && backed.keyring.write(wire::write(&self.pending)).await.is_err() {
            self.status = VaultStatus::MemoryOnly;
            return;
        }
        backed.missed.clear();
    }
}

impl PartialEq for Vault {
    /// Two are equal that share what they remember.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.state, &other.state)
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").finish_non_exhaustive()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
