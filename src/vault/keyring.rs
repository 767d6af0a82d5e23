//! Reads and writes one entry of the system's keyring.
//!
//! The stores block, some wait for a person to unlock them, and the one for Linux panics on a thread of the runtime. So
//! every call runs on a blocking thread, with a timeout.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use keyring::{CredentialStore, Entry, Error};
use tokio::sync::Semaphore;
use tokio::{task, time};
use zeroize::Zeroizing;

use super::LockState;
use super::keyring_backend::{self, KeyringBackend, MODIFIERS};

/// The timeout of a call. A prompt for the password takes longer; until it is answered, the vault uses memory.
const CALL_TIMEOUT: Duration = Duration::from_secs(3);

/// The call has failed. The reason is dropped: it makes no difference, and keyring errors may contain what was read.
#[derive(Debug)]
pub(super) struct Unavailable;

/// One entry, named by the app id and the origin of the service.
pub(super) struct Keyring {
    shared: Arc<Shared>,
    /// Allows one call at a time. Calls during a prompt fail instead of queueing up.
    permit: Arc<Semaphore>,
}

struct Shared {
    system: KeyringBackend,
    /// Opened by the first call. A store that failed is dropped and opened again by the next call.
    store: Mutex<Option<Arc<CredentialStore>>>,
    /// The app id.
    app: String,
    origin: String,
}

impl Keyring {
    pub(super) fn of_this_user(app: &str, origin: &str) -> Self {
        Self::of(app, origin, keyring_backend::BACKEND)
    }

    pub(super) fn of(app: &str, origin: &str, system: KeyringBackend) -> Self {
        let (app, origin) = (app.to_owned(), origin.to_owned());
        let shared = Shared { system, store: Mutex::default(), app, origin };
        Self { shared: Arc::new(shared), permit: Arc::new(Semaphore::new(1)) }
    }

    /// Whether the next call would make the keyring ask for its password. This call never does.
    pub(super) async fn lock_state(&self) -> LockState {
        let shared = Arc::clone(&self.shared);
        self.with_timeout(move || (shared.system.lock_state)(&shared.app, &shared.origin))
            .await
            .unwrap_or(LockState::Unknown)
    }

    /// The text of the entry. `None` if there is no entry, or it is not text.
    pub(super) async fn read(&self) -> Result<Option<Zeroizing<String>>, Unavailable> {
        self.call(|entry| match entry.get_secret().map(Zeroizing::new) {
            Ok(bytes) => Ok(std::str::from_utf8(&bytes).ok().map(|text| Zeroizing::new(text.to_owned()))),
            Err(Error::NoEntry | Error::BadEncoding(_) | Error::BadDataFormat(..)) => Ok(None),
            Err(e) => Err(e),
        })
        .await
    }

    /// Replaces the text of the entry, or deletes the entry.
    pub(super) async fn write(&self, text: Option<Zeroizing<String>>) -> Result<(), Unavailable> {
        self.call(move |entry| match &text {
            Some(text) => entry.set_secret(text.as_bytes()),
            None => match entry.delete_credential() {
                Err(Error::NoEntry) => Ok(()),
                outcome => outcome,
            },
        })
        .await
    }

    async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Entry) -> keyring::Result<T> + Send + 'static,
    ) -> Result<T, Unavailable> {
        let shared = Arc::clone(&self.shared);
        self.with_timeout(move || shared.call(work)).await?
    }

    /// Fails if an earlier call is still running, or the store panics.
    async fn with_timeout<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Unavailable> {
        let permit = Arc::clone(&self.permit).try_acquire_owned().map_err(|_| Unavailable)?;
        let call = task::spawn_blocking(move || {
            let _permit = permit;
            work()
        });
        match time::timeout(CALL_TIMEOUT, call).await {
            Ok(Ok(outcome)) => Ok(outcome),
            Ok(Err(_)) | Err(_) => Err(Unavailable),
        }
    }
}

impl Shared {
    fn call<T>(&self, work: impl FnOnce(&Entry) -> keyring::Result<T>) -> Result<T, Unavailable> {
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        let outcome = self.entry(&mut store).and_then(|entry| work(&entry));
        outcome.map_err(|_| {
            // The session bus may be a new one at the next call.
            *store = None;
            Unavailable
        })
    }

    fn entry(&self, store: &mut Option<Arc<CredentialStore>>) -> keyring::Result<Entry> {
        let store = match store {
            Some(store) => store,
            None => store.insert((self.system.open)()?),
        };
        let modifiers = MODIFIERS.iter().copied().collect();
        store.build(&self.app, &self.origin, (!MODIFIERS.is_empty()).then_some(&modifiers))
    }
}
