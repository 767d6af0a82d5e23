//! The credential store of each system, and whether it is locked.

use std::sync::Arc;

use keyring::CredentialStore;

use super::LockState;

/// Opens a store.
pub(super) type OpenStore = fn() -> keyring::Result<Arc<CredentialStore>>;

/// The keyring of an operating system.
#[derive(Clone, Copy)]
pub(super) struct KeyringBackend {
    pub(super) open: OpenStore,
    /// Whether a call for the entry of an app and an origin would ask for a password. Blocks, and never causes a
    /// prompt itself.
    pub(super) lock_state: fn(&str, &str) -> LockState,
}

/// The keyring of this system.
pub(super) const BACKEND: KeyringBackend = KeyringBackend { open, lock_state };

/// Attributes that keep the entry on this device. On iOS it can be read only on this device while it is unlocked, and not
/// from a backup (`kSecAttrAccessibleWhenUnlockedThisDeviceOnly`).
#[cfg(target_os = "ios")]
pub(super) const MODIFIERS: &[(&str, &str)] = &[("access-policy", "when-unlocked-this-device-only")];
/// The attribute that keeps the entry out of roaming profiles (`CRED_PERSIST_LOCAL_MACHINE`).
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

/// The login keychain. It is a file of this Mac, and iCloud does not sync it. The protected keychain, as on iOS, requires
/// a signed app with a provisioning profile.
#[cfg(target_os = "macos")]
fn open() -> keyring::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(target_os = "ios")]
fn open() -> keyring::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::protected::Store::new()?)
}

/// Android's key store. It is found through the JVM and the activity that the window library has registered
/// (`ndk-context`) before it calls `main`.
#[cfg(target_os = "android")]
fn open() -> keyring::Result<Arc<CredentialStore>> {
    Ok(android_native_keyring_store::Store::new()?)
}

/// The entry may be in any collection. A new one is created in the default collection.
#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
fn lock_state(app: &str, origin: &str) -> LockState {
    use secret_service::{EncryptionType, Error, blocking::SecretService};

    let is_locked = || -> Result<bool, Error> {
        // No secret is read in this session.
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
    match is_locked() {
        Ok(true) => LockState::Locked,
        Ok(false) => LockState::Unlocked,
        Err(_) => LockState::Unknown,
    }
}

/// The store of Windows is unlocked during the session of the user.
#[cfg(windows)]
fn lock_state(_app: &str, _origin: &str) -> LockState {
    LockState::Unlocked
}

/// On these systems the state cannot be read without a prompt.
#[cfg(any(target_os = "macos", target_os = "ios", target_os = "android"))]
fn lock_state(_app: &str, _origin: &str) -> LockState {
    LockState::Unknown
}
