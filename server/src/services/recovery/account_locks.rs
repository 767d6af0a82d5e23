//! Locks by account within one process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tokio::sync::{Mutex as AsyncMutex, OwnedMutexGuard};

/// One lock for each account that is in use.
#[derive(Default)]
pub(crate) struct AccountLocks(Mutex<HashMap<i64, Weak<AsyncMutex<()>>>>);

impl AccountLocks {
    /// Waits until nobody else holds the lock of the account. It is released when the guard is dropped. Those who wait get
    /// it in the order of their calls.
    pub(super) async fn lock(&self, account_id: i64) -> OwnedMutexGuard<()> {
        self.of(account_id).lock_owned().await
    }

    fn of(&self, account_id: i64) -> Arc<AsyncMutex<()>> {
        let mut locks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        locks.retain(|_, lock| lock.strong_count() > 0);
        let lock = locks.get(&account_id).and_then(Weak::upgrade).unwrap_or_default();
        locks.insert(account_id, Arc::downgrade(&lock));
        lock
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn lock_is_exclusive_and_removed_after_use() {
        let locks = AccountLocks::default();
        let held = locks.lock(1).await;
        assert!(locks.of(1).try_lock().is_err());
        let other = locks.lock(2).await;
        drop(held);
        drop(locks.lock(1).await);
        drop(other);
        drop(locks.lock(3).await);
        assert_eq!(locks.0.lock().unwrap().len(), 1);
    }
}
