//! A timer never makes the keyring ask for its password.

use std::sync::atomic::AtomicBool;

use super::*;

/// A store that can be locked, and counts its prompts.
macro_rules! locked_store {
    ($store:ident, $locked:ident, $prompts:ident, $open:ident, $lock_state:ident) => {
        static $store: LazyLock<Arc<mock::Store>> = LazyLock::new(|| mock::Store::new().unwrap());
        static $locked: AtomicBool = AtomicBool::new(true);
        static $prompts: AtomicUsize = AtomicUsize::new(0);
        fn $open() -> ::keyring::Result<Arc<CredentialStore>> {
            if $locked.load(Ordering::SeqCst) {
                $prompts.fetch_add(1, Ordering::SeqCst);
                return Err(Error::NoStorageAccess("the prompt was dismissed".into()));
            }
            Ok($store.clone())
        }
        fn $lock_state(_: &str, _: &str) -> LockState {
            if $locked.load(Ordering::SeqCst) { LockState::Locked } else { LockState::Unlocked }
        }
    };
}

fn vault_of(open: OpenStore, lock_state: fn(&str, &str) -> LockState) -> Vault {
    Vault::backed_by(Keyring::of(TEST_APP, ORIGIN, KeyringBackend { open, lock_state }))
}

#[test]
fn timer_reads_only_without_a_prompt() {
    use VaultStatus::{MemoryOnly, Persistent};
    for (lock, last, reads) in [
        (LockState::Unlocked, Persistent, true),
        (LockState::Unlocked, MemoryOnly, true),
        (LockState::Locked, Persistent, false),
        (LockState::Locked, MemoryOnly, false),
        (LockState::Unknown, Persistent, true),
        (LockState::Unknown, MemoryOnly, false),
    ] {
        assert_eq!(may_read(lock, last), reads, "{lock:?} {last:?}");
    }
}

#[tokio::test]
async fn locked_keyring_prompts_once_per_action_and_never_for_a_timer() {
    locked_store!(STORE, LOCKED, PROMPTS, open, lock_state);
    let prompts = || PROMPTS.load(Ordering::SeqCst);
    for lock_state in [lock_state, |_: &str, _: &str| LockState::Unknown] {
        let (vault, before) = (vault_of(open, lock_state), prompts());
        vault.save(recovery("a", NOW), NOW).await;
        assert_eq!((vault.status(), prompts() - before), (VaultStatus::MemoryOnly, 1));
        for _ in 0..10 {
            assert!(vault.ended_elsewhere(NOW).await.is_empty());
        }
        assert_eq!(prompts() - before, 1);
        vault.save(recovery("b", NOW), NOW).await;
        assert_eq!(prompts() - before, 2);
    }
}

#[tokio::test]
async fn timer_does_not_read_a_keyring_that_was_locked_later() {
    locked_store!(STORE, LOCKED, PROMPTS, open, lock_state);
    LOCKED.store(false, Ordering::SeqCst);
    let vault = vault_of(open, lock_state);
    vault.save(recovery("a", NOW), NOW).await;
    LOCKED.store(true, Ordering::SeqCst);
    assert!(vault.ended_elsewhere(NOW).await.is_empty());
    assert_eq!((vault.status(), PROMPTS.load(Ordering::SeqCst)), (VaultStatus::Persistent, 0));
}

#[tokio::test]
async fn unsaved_changes_are_written_by_a_timer_after_an_unlock() {
    locked_store!(STORE, LOCKED, PROMPTS, open, lock_state);
    let vault = vault_of(open, lock_state);
    vault.save(recovery("a", NOW), NOW).await;
    LOCKED.store(false, Ordering::SeqCst);
    assert!(vault.ended_elsewhere(NOW).await.is_empty());
    assert_eq!(vault.status(), VaultStatus::Persistent);
    assert_eq!(flows(&vault_of(open, lock_state).list(NOW).await), ["a"]);
}
