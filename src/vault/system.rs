//! The credential store of each system, and what it says of itself.

use std::sync::Arc;

use keyring::CredentialStore;

use super::LockState;

/// Opens a store.
pub(super) type OpenStore = fn() -> keyring::Result<Arc<CredentialStore>>;

/// A system's keyring.
#[derive(Clone, Copy)]
pub(super) struct System {
    pub(super) open: OpenStore,
    /// Whether a call for the entry of this origin would make it ask the person. Blocks, and asks nobody.
    pub(super) lock_state: fn(&str, &str) -> LockState,
}

/// That of this system.
pub(super) const THIS: System = System { open, lock_state };

/// What the entry is made with, where the store would otherwise let it leave the device. On iOS it can be read while the
/// device is unlocked, and by no other, not even from a backup (`kSecAttrAccessibleWhenUnlockedThisDeviceOnly`).
#[cfg(target_os = "ios")]
pub(super) const MODIFIERS: &[(&str, &str)] = &[("access-policy", "when-unlocked-this-device-only")];
/// On Windows it stays behind when the user's profile roams (`CRED_PERSIST_LOCAL_MACHINE`).
#[cfg(windows)]
pub(super) const MODIFIERS: &[(&str, &str)] = &[("persistence", "local")];
#[cfg(not(any(target_os = "ios", windows)))]
pub(super) const MODIFIERS: &[(&str, &str)] = &[];

#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
fn open() -> keyring::Result<Arc<CredentialStore>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(windows)]
fn open() -> keyring::Result<Arc<CredentialStore>> {
    Ok(windows_native_keyring_store::Store::new()?)
}

/// The keychain that opens with this person's session. It is a file of this Mac, which iCloud does not take along; the
/// protected one, which iOS has, is for signed apps with a provisioning profile alone.
#[cfg(target_os = "macos")]
fn open() -> keyring::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(target_os = "ios")]
fn open() -> keyring::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::protected::Store::new()?)
}

/// In Android's own key store. It finds that through the JVM and the activity that the window's library has registered
/// (`ndk-context`) before it calls `main`.
#[cfg(target_os = "android")]
fn open() -> keyring::Result<Arc<CredentialStore>> {
    Ok(android_native_keyring_store::Store::new()?)
}

/// The entry may lie in any collection; a new one goes into the default collection.
#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
fn lock_state(app: &str, origin: &str) -> LockState {
    use secret_service::{EncryptionType, Error, blocking::SecretService};

    let look = || -> Result<bool, Error> {
        // Nothing secret is read over this session.
        let service = SecretService::connect(EncryptionType::Plain)?;
        let attributes = [("service", app), ("username", origin)].into();
        if !service.search_items(attributes)?.locked.is_empty() {
            return Ok(true);
        }
        match service.get_default_collection() {
            Ok(collection) => collection.is_locked(),
            Err(Error::NoResult) => Ok(false),
            Err(error) => Err(error),
        }
    };
    match look() {
        Ok(true) => LockState::Locked,
        Ok(false) => LockState::Unlocked,
        Err(_) => LockState::Unknown,
    }
}

/// Windows has no lock of its own beside the person's session.
#[cfg(windows)]
fn lock_state(_app: &str, _origin: &str) -> LockState {
    LockState::Unlocked
}

/// Nothing there says so without asking.
#[cfg(any(target_os = "macos", target_os = "ios", target_os = "android"))]
fn lock_state(_app: &str, _origin: &str) -> LockState {
    LockState::Unknown
}
