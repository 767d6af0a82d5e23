//! Stores the pending recoveries across restarts: in the keyring of the operating system, or in memory if there is none.
//!
//! The app may be killed between the request and the opened link. The verifier, which proves that this device made the
//! request, is a secret, so it is stored only in the keyring (STO-1). [`latchkey_core::pending`] has the rules for the
//! list, `wire` its format, and `keyring` the access to the system.
//!
//! A browser has no keyring. The app in a page uses the session storage of the tab: it survives a reload, other websites
//! cannot read it, and it is deleted with the tab. Tabs of the same page share their content by messages.

#[cfg(not(target_arch = "wasm32"))]
mod keyring;
#[cfg(target_arch = "wasm32")]
#[path = "session_storage.rs"]
mod keyring;
#[cfg(not(target_arch = "wasm32"))]
mod keyring_backend;
#[cfg(target_arch = "wasm32")]
mod other_tabs;
mod wire;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::clock::Timestamp;

use crate::identity::AppIdentity;

use self::keyring::Keyring;
pub use latchkey_core::pending::{
    EndedRecoveries, LIFETIME, MAX_PAGES, MAX_PENDING, OpenedPage, PendingRecoveries, PendingRecovery,
};

/// The app id in tests.
#[cfg(all(test, not(target_arch = "wasm32")))]
const TEST_APP: &str = "org.example.Test";

/// Where the recoveries are stored, according to the last attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VaultStatus {
    /// The recoveries are in the keyring, or in the session storage of the tab. They survive a restart.
    Persistent,
    /// The recoveries are in memory, and are lost when the app is closed. A link still works, but may require its code.
    MemoryOnly,
}

/// The pending recoveries of one service. Clones share them.
///
/// Calls never fail. Without a keyring, they use memory. A change that the keyring did not accept is written by a later
/// call. Only calls that follow an action of the person may make the keyring ask for its password.
#[derive(Clone)]
pub struct Vault {
    shared: Arc<Shared>,
}

struct Shared {
    /// Locked only briefly, never during a keyring call, so that readers do not wait.
    state: Mutex<State>,
    /// The keyring. Other windows and processes of this person share it.
    keyring: Option<Keyring>,
    /// Held from a read of the keyring until the following write.
    sync_lock: tokio::sync::Mutex<()>,
    /// A read that was started before the first call.
    #[cfg(not(target_arch = "wasm32"))]
    preload: Mutex<Option<tokio::task::JoinHandle<()>>>,
}

struct State {
    /// The content of the keyring at the last read, with all changes since.
    pending: PendingRecoveries,
    /// Changes that are not in the keyring yet. They are applied to its content at the next write.
    unsaved: Vec<Change>,
    status: VaultStatus,
}

/// Whether a call may make the keyring ask the person for its password.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prompt {
    /// The call follows an action of the person: a start, a request, a new password.
    Allowed,
    /// The call comes from a timer, or an earlier call for the same action has asked.
    Forbidden,
}

/// Whether the keyring would ask for its password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "no system has all of them")]
enum LockState {
    Unlocked,
    Locked,
    /// The state cannot be read.
    Unknown,
}

/// A change of the list.
#[derive(Clone)]
enum Change {
    Save(PendingRecovery),
    SavePage(OpenedPage),
    End(EndedRecoveries),
}

impl Change {
    fn apply(self, pending: &mut PendingRecoveries) {
        match self {
            Self::Save(recovery) => pending.insert(recovery),
            Self::SavePage(page) => pending.insert_page(page),
            Self::End(ended) => pending.remove(&ended),
        }
    }
}

impl Vault {
    /// The recoveries of the service at `origin` (`https://id.example.org`), in the keyring of this user. In a browser, in
    /// the session storage of this tab.
    ///
    /// Each app has its own entry, by its identity. The keyring is not used before the first call.
    pub fn open(identity: &AppIdentity, origin: &str) -> Self {
        Self::backed_by(Keyring::of_this_user(identity.id(), origin))
    }

    fn backed_by(keyring: Keyring) -> Self {
        Self::with(Some(keyring), VaultStatus::Persistent)
    }

    /// A vault in memory. Its content is lost when the app is closed.
    pub fn in_memory() -> Self {
        Self::with(None, VaultStatus::MemoryOnly)
    }

    /// A vault in the store of a test.
    #[cfg(all(test, not(target_arch = "wasm32")))]
    pub(crate) fn with_test_store(origin: &str, open: keyring_backend::OpenStore) -> Self {
        let lock_state = |_: &str, _: &str| LockState::Unlocked;
        Self::backed_by(Keyring::of(TEST_APP, origin, keyring_backend::KeyringBackend { open, lock_state }))
    }

    /// A vault in the store of a test that would ask for its password.
    #[cfg(all(test, not(target_arch = "wasm32")))]
    pub(crate) fn with_locked_test_store(origin: &str, open: keyring_backend::OpenStore) -> Self {
        let lock_state = |_: &str, _: &str| LockState::Locked;
        Self::backed_by(Keyring::of(TEST_APP, origin, keyring_backend::KeyringBackend { open, lock_state }))
    }

    fn with(keyring: Option<Keyring>, status: VaultStatus) -> Self {
        let state = Mutex::new(State { pending: PendingRecoveries::default(), unsaved: Vec::new(), status });
        let shared = Shared {
            state,
            keyring,
            sync_lock: tokio::sync::Mutex::default(),
            #[cfg(not(target_arch = "wasm32"))]
            preload: Mutex::default(),
        };
        Self { shared: Arc::new(shared) }
    }

    /// Starts to read the keyring in the current Tokio runtime. The first [`list`](Self::list) returns what this has read. A
    /// window opens meanwhile.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn preload(&self, now: Timestamp) {
        let vault = self.clone();
        let read = tokio::spawn(async move { drop(vault.sync(Prompt::Allowed, now).await) });
        *self.shared.preload.lock().unwrap_or_else(PoisonError::into_inner) = Some(read);
    }

    /// The recoveries that have not expired at `now`, newest first.
    pub async fn list(&self, now: Timestamp) -> PendingRecoveries {
        self.read(now).await;
        let mut state = self.state();
        state.pending.prune(now);
        state.pending.clone()
    }

    async fn read(&self, now: Timestamp) {
        #[cfg(not(target_arch = "wasm32"))]
        {
            let preload = self.shared.preload.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(Ok(())) = futures_util::future::OptionFuture::from(preload).await {
                return;
            }
        }
        self.sync(Prompt::Allowed, now).await;
    }

    /// The recoveries that another window of this person has ended: known here, but no longer in the keyring. Empty
    /// without a keyring. For timers: it never makes the keyring ask for its password.
    pub async fn ended_elsewhere(&self, now: Timestamp) -> PendingRecoveries {
        self.sync(Prompt::Forbidden, now).await
    }

    /// Saves a recovery. It replaces one of the same request. Above [`MAX_PENDING`], the oldest is removed.
    pub async fn save(&self, recovery: PendingRecovery, now: Timestamp) {
        self.change(Change::Save(recovery), Prompt::Allowed, now).await;
    }

    /// Saves a change of a recovery that [`save`](Self::save) saved for the same action. It never makes the keyring ask for
    /// its password, so that the person is asked once.
    pub async fn update(&self, recovery: PendingRecovery, now: Timestamp) {
        self.change(Change::Save(recovery), Prompt::Forbidden, now).await;
    }

    /// Saves an opened page. Above [`MAX_PAGES`], the oldest is removed.
    pub async fn save_page(&self, page: OpenedPage, now: Timestamp) {
        self.change(Change::SavePage(page), Prompt::Allowed, now).await;
    }

    /// Removes recoveries and pages that have ended.
    pub async fn remove(&self, ended: EndedRecoveries, now: Timestamp) {
        self.change(Change::End(ended), Prompt::Allowed, now).await;
    }

    /// Where the last call stored the recoveries. [`VaultStatus::Persistent`] before the first call.
    pub fn status(&self) -> VaultStatus {
        self.state().status
    }

    /// Memory has the change at once, the keyring as soon as it responds.
    async fn change(&self, change: Change, prompt: Prompt, now: Timestamp) {
        self.state().record(change, self.shared.keyring.is_some());
        self.sync(prompt, now).await;
    }

    /// Reads the keyring and writes the unsaved changes. Returns the recoveries that are no longer in the keyring and were
    /// not ended here.
    async fn sync(&self, prompt: Prompt, now: Timestamp) -> PendingRecoveries {
        let Some(keyring) = &self.shared.keyring else { return PendingRecoveries::default() };
        let _guard = self.shared.sync_lock.lock().await;
        if prompt == Prompt::Forbidden && !may_read(keyring.lock_state().await, self.status()) {
            return PendingRecoveries::default();
        }
        let Ok(text) = keyring.read().await else {
            self.state().status = VaultStatus::MemoryOnly;
            return PendingRecoveries::default();
        };
        let found = text.map(|text| wire::read(&text)).unwrap_or_default();
        let LoadResult { wanted, included, ended } = self.state().load(&found, now);
        let is_written = wanted == found || keyring.write(wire::write(&wanted)).await.is_ok();
        self.state().record_write(is_written, included);
        ended
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a call that must not prompt may read the keyring: never if it would ask for its password. If the state is
/// unknown, not after a refusal, until the next action of the person.
fn may_read(lock: LockState, last: VaultStatus) -> bool {
    match lock {
        LockState::Unlocked => true,
        LockState::Locked => false,
        LockState::Unknown => last == VaultStatus::Persistent,
    }
}

/// The result of reading the keyring.
struct LoadResult {
    /// The recoveries that the keyring should contain.
    wanted: PendingRecoveries,
    /// The number of unsaved changes that `wanted` includes.
    included: usize,
    /// The recoveries that `wanted` no longer contains.
    ended: PendingRecoveries,
}

impl State {
    fn record(&mut self, change: Change, has_keyring: bool) {
        change.clone().apply(&mut self.pending);
        if has_keyring {
            self.unsaved.push(change);
        }
    }

    /// Takes over the content of the keyring, and applies the unsaved changes to it.
    fn load(&mut self, found: &PendingRecoveries, now: Timestamp) -> LoadResult {
        let mut wanted = found.clone();
        self.unsaved.iter().cloned().for_each(|change| change.apply(&mut wanted));
        wanted.prune(now);
        self.pending.prune(now);
        let mut ended = std::mem::replace(&mut self.pending, wanted.clone());
        ended.retain_not_in(&wanted);
        LoadResult { wanted, included: self.unsaved.len(), ended }
    }

    /// If the write has succeeded, the first `included` changes are saved. Others may have been added since.
    fn record_write(&mut self, is_written: bool, included: usize) {
        self.status = if is_written { VaultStatus::Persistent } else { VaultStatus::MemoryOnly };
        if is_written {
            self.unsaved.drain(..included);
        }
    }
}

impl PartialEq for Vault {
    /// Two vaults are equal if they share their content.
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
pub(crate) mod tests;
