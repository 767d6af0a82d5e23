//! Remembers the recoveries under way across a restart: in the keyring of the operating system, or, where there is
//! none, in memory until the app ends.
//!
//! Between asking for the mail and opening its link the app may be killed. The verifier that proves "the same device
//! asked" is a secret, so it is kept where the system keeps secrets (STO-1) and nowhere else. Which entries are kept
//! is decided in [`latchkey_core::pending`], how they are written in `wire`; `keyring` only carries bytes.
//!
//! A page in a browser has no keyring. What comes nearest is the tab's session storage: it survives a reload, no other
//! website reads it, and it goes with the tab. Tabs of the same page tell each other what they keep.

#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) mod gate;
#[cfg(not(target_arch = "wasm32"))]
mod keyring;
#[cfg(target_arch = "wasm32")]
#[path = "session_storage.rs"]
mod keyring;
#[cfg(target_arch = "wasm32")]
mod other_tabs;
#[cfg(not(target_arch = "wasm32"))]
mod system;
mod wire;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::clock::Timestamp;

use crate::identity::AppIdentity;

use self::keyring::Keyring;
pub use latchkey_core::pending::{Ended, LIFETIME, MAX_PENDING, Pending, PendingRecovery};

/// The app whose vault tests open.
#[cfg(all(test, not(target_arch = "wasm32")))]
const TEST_APP: &str = "org.example.Test";

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
/// Every call works without a keyring too and never fails. What the keyring did not take is given to it by a later call.
/// Only calls that follow something the person did may make the keyring ask for its password.
#[derive(Clone)]
pub struct Vault {
    shared: Arc<Shared>,
}

struct Shared {
    /// Locked for moments only, never while the keyring is waited for: readers get an answer at once.
    state: Mutex<State>,
    /// The keyring, which other windows and other processes of this person share.
    keyring: Option<Keyring>,
    /// Held from a read of the keyring until the write that follows it.
    turn: tokio::sync::Mutex<()>,
}

struct State {
    /// What the keyring was last found to hold, with all changes since.
    pending: Pending,
    /// What was done and is not in the keyring yet, to be done on what it holds by then.
    missed: Vec<Change>,
    status: VaultStatus,
}

/// Whether a call may make the keyring ask the person for its password.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prompt {
    /// The person has just done something: started the app, asked for an email, set a password.
    Allowed,
    /// A timer calls.
    Forbidden,
}

/// Whether the keyring would ask the person for its password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "no system knows all of them")]
enum LockState {
    Unlocked,
    Locked,
    /// The system does not say.
    Unknown,
}

/// One thing done to the list.
#[derive(Clone)]
enum Change {
    Save(PendingRecovery),
    End(Ended),
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
    /// Each app has an entry of its own, by its identity. The keyring itself is not touched before the first call.
    pub fn open(identity: &AppIdentity, origin: &str) -> Self {
        Self::backed_by(Keyring::of_this_user(identity.id(), origin))
    }

    fn backed_by(keyring: Keyring) -> Self {
        Self::with(Some(keyring), VaultStatus::Keyring)
    }

    /// A vault that forgets when the app ends.
    pub fn in_memory() -> Self {
        Self::with(None, VaultStatus::MemoryOnly)
    }

    /// In a store that a test gives.
    #[cfg(all(test, not(target_arch = "wasm32")))]
    pub(crate) fn in_store(origin: &str, open: system::OpenStore) -> Self {
        let lock_state = |_: &str, _: &str| LockState::Unlocked;
        Self::backed_by(Keyring::of(TEST_APP, origin, system::System { open, lock_state }))
    }

    fn with(keyring: Option<Keyring>, status: VaultStatus) -> Self {
        let state = Mutex::new(State { pending: Pending::default(), missed: Vec::new(), status });
        Self { shared: Arc::new(Shared { state, keyring, turn: tokio::sync::Mutex::default() }) }
    }

    /// The recoveries still under way at `now`, newest first.
    pub async fn list(&self, now: Timestamp) -> Pending {
        self.sync(Prompt::Allowed, now).await;
        let mut state = self.state();
        state.pending.prune(now);
        state.pending.clone()
    }

    /// What this vault knew of and is in the keyring no more: another window of this person's has ended it. Nothing
    /// where there is no keyring to look at. For timers: it never makes the keyring ask for its password.
    pub async fn ended_elsewhere(&self, now: Timestamp) -> Pending {
        self.sync(Prompt::Forbidden, now).await
    }

    /// Keeps a recovery, in place of one of the same request. The oldest goes when there are more than [`MAX_PENDING`].
    pub async fn save(&self, recovery: PendingRecovery, now: Timestamp) {
        self.change(Change::Save(recovery), now).await;
    }

    /// Forgets what has ended.
    pub async fn remove(&self, ended: Ended, now: Timestamp) {
        self.change(Change::End(ended), now).await;
    }

    /// Where the last call found or left the recoveries; [`VaultStatus::Keyring`] before the first.
    pub fn status(&self) -> VaultStatus {
        self.state().status
    }

    /// Memory has the change at once, the keyring when it is ready.
    async fn change(&self, change: Change, now: Timestamp) {
        self.state().note(change, self.shared.keyring.is_some());
        self.sync(Prompt::Allowed, now).await;
    }

    /// Takes over what the keyring holds and gives it what it missed. Answers what is not in the keyring any more and was
    /// not ended here.
    async fn sync(&self, prompt: Prompt, now: Timestamp) -> Pending {
        let Some(keyring) = &self.shared.keyring else { return Pending::default() };
        let _turn = self.shared.turn.lock().await;
        if prompt == Prompt::Forbidden && !may_look(keyring.lock_state().await, self.status()) {
            return Pending::default();
        }
        let Ok(text) = keyring.read().await else {
            self.state().status = VaultStatus::MemoryOnly;
            return Pending::default();
        };
        let found = text.map(|text| wire::read(&text)).unwrap_or_default();
        let Loaded { wanted, included, ended } = self.state().load(&found, now);
        let is_written = wanted == found || keyring.write(wire::write(&wanted)).await.is_ok();
        self.state().written(is_written, included);
        ended
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a timer may look into the keyring: never where it would ask for its password. Where the system does not say,
/// a refusal counts until the person does something.
fn may_look(lock: LockState, last: VaultStatus) -> bool {
    match lock {
        LockState::Unlocked => true,
        LockState::Locked => false,
        LockState::Unknown => last == VaultStatus::Keyring,
    }
}

/// What comes of a list that was read.
struct Loaded {
    /// What the keyring should hold.
    wanted: Pending,
    /// How many of the missed changes are in it.
    included: usize,
    /// What is not there any more.
    ended: Pending,
}

impl State {
    fn note(&mut self, change: Change, has_keyring: bool) {
        change.clone().apply(&mut self.pending);
        if has_keyring {
            self.missed.push(change);
        }
    }

    /// Takes over what the keyring holds, with what it missed done to it.
    fn load(&mut self, found: &Pending, now: Timestamp) -> Loaded {
        let mut wanted = found.clone();
        self.missed.iter().cloned().for_each(|change| change.apply(&mut wanted));
        wanted.prune(now);
        self.pending.prune(now);
        let mut ended = std::mem::replace(&mut self.pending, wanted.clone());
        ended.without(&wanted);
        Loaded { wanted, included: self.missed.len(), ended }
    }

    /// The first `included` changes are in the keyring, unless it refused them. Others may have come meanwhile.
    fn written(&mut self, is_written: bool, included: usize) {
        self.status = if is_written { VaultStatus::Keyring } else { VaultStatus::MemoryOnly };
        if is_written {
            self.missed.drain(..included);
        }
    }
}

impl PartialEq for Vault {
    /// Two are equal that share what they remember.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").finish_non_exhaustive()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
