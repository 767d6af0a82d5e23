//! A credential store whose calls block until its gate is opened, like those of a slow keyring.

use std::any::Any;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use keyring::api::CredentialStoreApi;
use keyring::{Entry, Result, mock};

/// Blocks calls while it is closed. It is open at first.
pub(crate) struct Gate {
    store: Arc<mock::Store>,
    is_closed: Mutex<bool>,
    opened: Condvar,
    /// How many calls were blocked so far.
    callers: tokio::sync::watch::Sender<usize>,
}

impl Gate {
    #[allow(clippy::unwrap_used, reason = "a mock store always opens")]
    pub(crate) fn new() -> Self {
        Self {
            store: mock::Store::new().unwrap(),
            is_closed: Mutex::new(false),
            opened: Condvar::new(),
            callers: tokio::sync::watch::Sender::new(0),
        }
    }

    pub(crate) fn close(&self) {
        *self.is_closed.lock().unwrap_or_else(PoisonError::into_inner) = true;
    }

    pub(crate) fn open(&self) {
        *self.is_closed.lock().unwrap_or_else(PoisonError::into_inner) = false;
        self.opened.notify_all();
    }

    /// Waits until `count` calls were blocked.
    #[allow(clippy::unwrap_used, reason = "the sender lives as long as the gate")]
    pub(crate) async fn wait_for_callers(&self, count: usize) {
        self.callers.subscribe().wait_for(|callers| *callers >= count).await.unwrap();
    }

    fn pass(&self) {
        let mut is_closed = self.is_closed.lock().unwrap_or_else(PoisonError::into_inner);
        if *is_closed {
            self.callers.send_modify(|callers| *callers += 1);
        }
        // There is a limit, because a failed test joins its blocking threads.
        let until = Duration::from_secs(20);
        while *is_closed {
            let (guard, waited) =
                self.opened.wait_timeout(is_closed, until).unwrap_or_else(PoisonError::into_inner);
            is_closed = guard;
            if waited.timed_out() {
                return;
            }
        }
    }
}

/// The store behind a gate.
pub(crate) struct BlockingStore(pub(crate) &'static Gate);

impl fmt::Debug for BlockingStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BlockingStore")
    }
}

impl CredentialStoreApi for BlockingStore {
    fn vendor(&self) -> String {
        "test".into()
    }

    fn id(&self) -> String {
        "blocking".into()
    }

    fn build(&self, service: &str, user: &str, modifiers: Option<&HashMap<&str, &str>>) -> Result<Entry> {
        self.0.pass();
        self.0.store.build(service, user, modifiers)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn debug_fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// A gate for one test, and the function that opens the store behind it.
macro_rules! blocking_store {
    ($gate:ident, $open:ident) => {
        static $gate: std::sync::LazyLock<$crate::vault::tests::blocking_store::Gate> =
            std::sync::LazyLock::new($crate::vault::tests::blocking_store::Gate::new);
        fn $open() -> ::keyring::Result<std::sync::Arc<::keyring::CredentialStore>> {
            Ok(std::sync::Arc::new($crate::vault::tests::blocking_store::BlockingStore(&$gate)))
        }
    };
}

pub(crate) use blocking_store;
