#![allow(clippy::unwrap_used)]

pub(crate) mod blocking_store;
mod slow;
mod timers;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, OnceLock, mpsc};
use std::thread::{self, ThreadId};

use ::keyring::api::CredentialStoreApi as _;
use ::keyring::{CredentialStore, Entry, Error, mock};

use super::keyring_backend::{KeyringBackend, OpenStore};
use super::*;
use crate::secret::{EmailAddress, FlowId, Verifier};

const NOW: Timestamp = Timestamp(1_000_000);
const ORIGIN: &str = "https://id.example.org";

fn recovery(flow: &str, requested_at: Timestamp) -> PendingRecovery {
    PendingRecovery {
        flow: Some(FlowId::parse(flow).unwrap()),
        email: EmailAddress::parse("person@example.org").unwrap(),
        verifier: Some(Verifier::generate()),
        session: None,
        requested_at,
        resend_at: requested_at.plus(60),
        accepted: true,
    }
}

fn flows(pending: &PendingRecoveries) -> Vec<&str> {
    pending.iter().map(|kept| kept.flow.as_ref().map_or("", FlowId::as_str)).collect()
}

/// A store for one test. `OpenStore` is a function pointer, so each test has its own static.
macro_rules! mock_store {
    ($name:ident, $open:ident) => {
        static $name: LazyLock<Arc<mock::Store>> = LazyLock::new(|| mock::Store::new().unwrap());
        fn $open() -> ::keyring::Result<Arc<CredentialStore>> {
            Ok($name.clone())
        }
    };
}

fn entry(store: &mock::Store) -> Entry {
    store.build(TEST_APP, ORIGIN, None).unwrap()
}

/// Lets the next call to the entry fail.
fn fail_next_call(store: &mock::Store, fault: Error) {
    entry(store).as_any().downcast_ref::<mock::Cred>().unwrap().set_error(fault);
}

fn vault(open: OpenStore) -> Vault {
    Vault::with_test_store(ORIGIN, open)
}

#[tokio::test]
async fn recovery_survives_a_restart_and_is_removed_at_its_end() {
    mock_store!(STORE, open);
    let saved = recovery("a", NOW);
    vault(open).save(saved.clone(), NOW).await;

    let restarted = vault(open);
    assert_eq!(restarted.list(NOW).await.find(saved.flow.as_ref().unwrap()), Some(&saved));
    assert_eq!(restarted.status(), VaultStatus::Persistent);
    restarted.remove(EndedRecoveries::Flow(saved.flow.unwrap()), NOW).await;
    assert!(matches!(entry(&STORE).get_secret(), Err(Error::NoEntry)));
}

#[tokio::test]
async fn expired_recovery_is_removed_from_the_keyring() {
    mock_store!(STORE, open);
    vault(open).save(recovery("a", NOW), NOW).await;
    assert!(vault(open).list(NOW.plus(LIFETIME + 1)).await.is_empty());
    assert!(matches!(entry(&STORE).get_secret(), Err(Error::NoEntry)));
}

#[tokio::test]
async fn refused_changes_are_written_by_the_next_call() {
    mock_store!(STORE, open);
    vault(open).save(recovery("earlier-run", NOW), NOW).await;
    fail_next_call(&STORE, Error::NoStorageAccess("locked".into()));
    let vault = vault(open);
    vault.save(recovery("b", NOW.plus(1)), NOW.plus(1)).await;
    assert_eq!(vault.status(), VaultStatus::MemoryOnly);

    assert_eq!(flows(&vault.list(NOW.plus(2)).await), ["b", "earlier-run"]);
    assert_eq!(vault.status(), VaultStatus::Persistent);
    assert_eq!(flows(&self::vault(open).list(NOW.plus(2)).await), ["b", "earlier-run"]);
}

#[tokio::test]
async fn recovery_removed_during_a_refusal_stays_removed() {
    mock_store!(STORE, open);
    vault(open).save(recovery("earlier-run", NOW), NOW).await;
    fail_next_call(&STORE, Error::NoStorageAccess("locked".into()));
    let vault = vault(open);
    vault.remove(EndedRecoveries::Flow(FlowId::parse("earlier-run").unwrap()), NOW).await;
    assert_eq!(vault.status(), VaultStatus::MemoryOnly);
    assert!(vault.list(NOW).await.is_empty());
    assert!(matches!(entry(&STORE).get_secret(), Err(Error::NoEntry)));
}

#[tokio::test]
async fn first_list_returns_what_was_preloaded_and_the_second_reads_again() {
    mock_store!(STORE, open);
    vault(open).save(recovery("a", NOW), NOW).await;
    let vault = vault(open);
    vault.preload(NOW);
    let is_read = || vault.shared.preload.lock().unwrap().as_ref().unwrap().is_finished();
    while !is_read() {
        tokio::task::yield_now().await;
    }
    fail_next_call(&STORE, Error::NoStorageAccess("locked".into()));
    assert_eq!((flows(&vault.list(NOW).await), vault.status()), (vec!["a"], VaultStatus::Persistent));
    vault.list(NOW).await;
    assert_eq!(vault.status(), VaultStatus::MemoryOnly);
}

#[tokio::test]
async fn failed_write_is_repeated_by_the_next_call() {
    mock_store!(STORE, open);
    let vault = vault(open);
    vault.list(NOW).await;
    fail_next_call(&STORE, Error::NoStorageAccess("no collection".into()));
    vault.save(recovery("a", NOW), NOW).await;
    assert_eq!(vault.status(), VaultStatus::MemoryOnly);
    assert!(self::vault(open).list(NOW).await.is_empty());

    assert_eq!(flows(&vault.list(NOW).await), ["a"]);
    assert_eq!(vault.status(), VaultStatus::Persistent);
    assert_eq!(flows(&self::vault(open).list(NOW).await), ["a"]);
}

#[tokio::test]
async fn two_windows_keep_the_recoveries_of_each_other() {
    mock_store!(STORE, open);
    let (one, other) = (vault(open), vault(open));
    assert!(one.list(NOW).await.is_empty() && other.list(NOW).await.is_empty());
    one.save(recovery("one", NOW), NOW).await;
    other.save(recovery("other", NOW.plus(1)), NOW.plus(1)).await;
    assert_eq!(flows(&one.list(NOW.plus(1)).await), ["other", "one"]);
    assert_eq!(flows(&vault(open).list(NOW.plus(1)).await), ["other", "one"]);
}

#[tokio::test]
async fn recovery_ended_by_another_window_is_reported_once() {
    mock_store!(STORE, open);
    let (one, other) = (vault(open), vault(open));
    one.save(recovery("over", NOW), NOW).await;
    one.save(recovery("goes-on", NOW.plus(LIFETIME)), NOW.plus(LIFETIME)).await;
    one.save(recovery("ended", NOW.plus(LIFETIME)), NOW.plus(LIFETIME)).await;
    assert!(one.ended_elsewhere(NOW.plus(LIFETIME)).await.is_empty());

    other.remove(EndedRecoveries::Flow(FlowId::parse("ended").unwrap()), NOW.plus(LIFETIME)).await;
    let later = NOW.plus(LIFETIME + 1);
    assert_eq!(flows(&one.ended_elsewhere(later).await), ["ended"]);
    assert!(one.ended_elsewhere(later).await.is_empty());
}

#[tokio::test]
async fn unsaved_recovery_is_not_reported_as_ended() {
    mock_store!(STORE, open);
    let vault = vault(open);
    for refuses in ["the read before the save", "the poll"] {
        let fault = Error::NoStorageAccess(refuses.into());
        fail_next_call(&STORE, fault);
        if refuses.starts_with("the read") {
            vault.save(recovery("a", NOW), NOW).await;
        }
        assert!(vault.ended_elsewhere(NOW).await.is_empty(), "{refuses}");
    }
}

#[tokio::test]
async fn vault_without_a_keyring_uses_memory() {
    fn none() -> ::keyring::Result<Arc<CredentialStore>> {
        Err(Error::PlatformFailure("no bus".into()))
    }
    for vault in [vault(none), Vault::in_memory()] {
        let shared = vault.clone();
        vault.save(recovery("a", NOW), NOW).await;
        assert_eq!(flows(&shared.list(NOW).await), ["a"]);
        assert_eq!(shared.status(), VaultStatus::MemoryOnly);
        vault.remove(EndedRecoveries::Account(EmailAddress::parse("person@example.org").unwrap()), NOW).await;
        assert!(shared.list(NOW).await.is_empty());
    }
}

#[tokio::test]
async fn invalid_entry_is_dropped() {
    mock_store!(STORE, open);
    for hostile in [&b"\xff\xfe"[..], b"[[[[", b"{\"e\":1}", &[b'['; 100_000]] {
        entry(&STORE).set_secret(hostile).unwrap();
        let vault = vault(open);
        assert!(vault.list(NOW).await.is_empty());
        vault.save(recovery("a", NOW), NOW).await;
        assert_eq!(flows(&self::vault(open).list(NOW).await), ["a"]);
    }
}

#[tokio::test]
async fn panicking_store_is_treated_as_missing() {
    fn panics() -> ::keyring::Result<Arc<CredentialStore>> {
        panic!("a store that panics on this thread");
    }
    let vault = vault(panics);
    vault.save(recovery("a", NOW), NOW).await;
    assert_eq!(flows(&vault.list(NOW).await), ["a"]);
    assert_eq!(vault.status(), VaultStatus::MemoryOnly);
}

#[tokio::test]
async fn store_is_opened_on_a_blocking_thread() {
    static OPENED_ON: OnceLock<ThreadId> = OnceLock::new();
    fn open() -> ::keyring::Result<Arc<CredentialStore>> {
        OPENED_ON.set(thread::current().id()).unwrap();
        Ok(mock::Store::new()?)
    }
    vault(open).list(NOW).await;
    assert_ne!(OPENED_ON.get(), Some(&thread::current().id()));
}

/// A restarted desktop has a new session bus, so a store that failed cannot be used again.
#[tokio::test]
async fn failed_store_is_opened_again() {
    static OPENED: AtomicUsize = AtomicUsize::new(0);
    static STORE: LazyLock<Arc<mock::Store>> = LazyLock::new(|| mock::Store::new().unwrap());
    fn open() -> ::keyring::Result<Arc<CredentialStore>> {
        OPENED.fetch_add(1, Ordering::SeqCst);
        Ok(STORE.clone())
    }
    let vault = vault(open);
    let fault = Error::PlatformFailure("the bus is gone".into());
    fail_next_call(&STORE, fault);
    vault.list(NOW).await;
    assert_eq!((vault.status(), OPENED.load(Ordering::SeqCst)), (VaultStatus::MemoryOnly, 1));
    vault.list(NOW).await;
    assert_eq!((vault.status(), OPENED.load(Ordering::SeqCst)), (VaultStatus::Persistent, 2));
}

/// The prompt of a locked keyring waits for a person. The app must not wait for it, nor open more prompts.
#[tokio::test]
async fn open_prompt_delays_one_call_and_is_not_repeated() {
    static UNLOCK: LazyLock<(mpsc::Sender<()>, std::sync::Mutex<mpsc::Receiver<()>>)> = LazyLock::new(|| {
        let (answer, prompt) = mpsc::channel();
        (answer, std::sync::Mutex::new(prompt))
    });
    static PROMPTS: AtomicUsize = AtomicUsize::new(0);
    mock_store!(STORE, _open);
    fn locked() -> ::keyring::Result<Arc<CredentialStore>> {
        PROMPTS.fetch_add(1, Ordering::SeqCst);
        UNLOCK.1.lock().unwrap().recv().unwrap();
        Ok(STORE.clone())
    }
    let prompts = || PROMPTS.load(Ordering::SeqCst);

    let vault = vault(locked);
    vault.save(recovery("a", NOW), NOW).await;
    assert_eq!((vault.status(), prompts()), (VaultStatus::MemoryOnly, 1));
    vault.save(recovery("b", NOW.plus(1)), NOW.plus(1)).await;
    assert_eq!(flows(&vault.list(NOW.plus(1)).await), ["b", "a"]);
    assert_eq!(prompts(), 1);

    UNLOCK.0.send(()).unwrap();
    while vault.status() == VaultStatus::MemoryOnly {
        vault.list(NOW.plus(1)).await;
        tokio::task::yield_now().await;
    }
    assert_eq!(flows(&self::vault(_open).list(NOW.plus(1)).await), ["b", "a"]);
    assert_eq!(prompts(), 1);
}

#[tokio::test]
async fn debug_shows_no_secret() {
    let vault = Vault::in_memory();
    let saved = recovery("a", NOW);
    vault.save(saved.clone(), NOW).await;
    let shown = format!("{vault:?} {:?}", vault.list(NOW).await);
    assert!(!shown.contains(saved.verifier.unwrap().expose()) && !shown.contains("person"), "{shown}");
}
