//! Carries bytes to and from one entry of the system's keyring.
//!
//! The stores block, some wait for a person to unlock them, and the one for Linux panics on a runtime's own thread:
//! every call goes to a blocking thread and is waited for only so long.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use keyring::{CredentialStore, Entry, Error};
use tokio::sync::Semaphore;
use tokio::{task, time};
use zeroize::Zeroizing;

use crate::built_in;

/// How long the keyring may take. A prompt for its password takes longer; until it is answered, memory has to do.
const PATIENCE: Duration = Duration::from_secs(3);

/// The keyring did not do its part; why makes no difference to the app, and its errors may quote what they read.
#[derive(Debug)]
pub(super) struct Unavailable;

/// Opens the store of this system.
pub(super) type OpenStore = fn() -> keyring::Result<Arc<CredentialStore>>;

/// One entry, named by the app's identifier and the service's origin.
pub(super) struct Keyring {
    shared: Arc<Shared>,
    /// One call at a time: while one still waits for a prompt, others would only queue up behind it.
    turn: Arc<Semaphore>,
}

struct Shared {
    open: OpenStore,
    /// Kept once opened; a store that failed is dropped and opened anew by the next call.
    store: Mutex<Option<Arc<CredentialStore>>>,
    origin: String,
}

impl Keyring {
    pub(super) fn of_this_user(origin: &str) -> Self {
        Self::with_store(origin, system_store)
    }

    pub(super) fn with_store(origin: &str, open: OpenStore) -> Self {
        let shared = Shared { open, store: Mutex::default(), origin: origin.to_owned() };
        Self { shared: Arc::new(shared), turn: Arc::new(Semaphore::new(1)) }
    }

    /// The text of the entry; `None` if there is no entry, or it is not text.
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
        let turn = Arc::clone(&self.turn).try_acquire_owned().map_err(|_| Unavailable)?;
        let shared = Arc::clone(&self.shared);
        let call = task::spawn_blocking(move || {
            let _turn = turn;
            shared.call(work)
        });
        match time::timeout(PATIENCE, call).await {
            Ok(Ok(outcome)) => outcome,
            // A panic in the store, or no answer in time.
            Ok(Err(_)) | Err(_) => Err(Unavailable),
        }
    }
}

impl Shared {
    fn call<T>(&self, work: impl FnOnce(&Entry) -> keyring::Result<T>) -> Result<T, Unavailable> {
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        let outcome = self.entry(&mut store).and_then(|entry| work(&entry));
        outcome.map_err(|_| {
            // The session bus may be another one next time.
            *store = None;
            Unavailable
        })
    }

    fn entry(&self, store: &mut Option<Arc<CredentialStore>>) -> keyring::Result<Entry> {
        let store = match store {
            Some(store) => store,
            None => store.insert((self.open)()?),
        };
        let modifiers = MODIFIERS.iter().copied().collect();
        store.build(built_in::IDENTIFIER, &self.origin, (!MODIFIERS.is_empty()).then_some(&modifiers))
    }
}

/// What the entry is made with, where the store would otherwise let it leave the device. On iOS it can be read while the
/// device is unlocked, and by no other, not even from a backup (`kSecAttrAccessibleWhenUnlockedThisDeviceOnly`).
#[cfg(target_os = "ios")]
const MODIFIERS: &[(&str, &str)] = &[("access-policy", "when-unlocked-this-device-only")];
/// On Windows it stays behind when the user's profile roams (`CRED_PERSIST_LOCAL_MACHINE`).
#[cfg(windows)]
const MODIFIERS: &[(&str, &str)] = &[("persistence", "local")];
#[cfg(not(any(target_os = "ios", windows)))]
const MODIFIERS: &[(&str, &str)] = &[];

#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
fn system_store() -> keyring::Result<Arc<CredentialStore>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(windows)]
fn system_store() -> keyring::Result<Arc<CredentialStore>> {
    Ok(windows_native_keyring_store::Store::new()?)
}

/// The keychain that opens with this person's session. It is a file of this Mac, which iCloud does not take along; the
/// protected one, which iOS has, is for signed apps with a provisioning profile alone.
#[cfg(target_os = "macos")]
fn system_store() -> keyring::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(target_os = "ios")]
fn system_store() -> keyring::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::protected::Store::new()?)
}

/// In Android's own key store. It finds that through the JVM and the activity that the window's library has registered
/// (`ndk-context`) before it calls `main`.
#[cfg(target_os = "android")]
fn system_store() -> keyring::Result<Arc<CredentialStore>> {
    Ok(android_native_keyring_store::Store::new()?)
}
