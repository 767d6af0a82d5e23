//! One running app per user: a later start forwards its link to the running app and exits.
//!
//! The package `latchkey-recovery-launcher` has what a later start does, which needs no window: the lock, the message and
//! the protocol. Here the running app takes the links.

mod receive;
mod received;

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

pub use latchkey_launcher::single_instance::{
    Claim, InstanceError, InstancePaths, Listener, MessageId, claim,
};

use self::received::ReceivedLinks;
use crate::link::LinkInbox;

/// The delay after a connection that cannot be accepted.
const RETRY_DELAY: Duration = Duration::from_millis(10);
/// Maximum number of connections. Further ones are closed, and their clients retry.
const MAX_CLIENTS: usize = 32;

/// Receives links from later starts, on its own thread, until the process exits.
///
/// Each link is put into `inbox`. The later start exits when the link was taken from there. If the inbox is closed, or
/// closes right afterwards, the link is refused, and the later start opens its own window. For each later start, also
/// without a link, `on_wake` is called on a thread of the listener. It should bring the window to the front. A silent
/// client blocks no other.
///
/// # Errors
/// The system cannot start a thread.
pub fn serve(listener: Listener, inbox: LinkInbox, on_wake: impl Fn() + Send + 'static) -> io::Result<()> {
    let on_wake = Arc::new(Mutex::new(on_wake));
    let received = Arc::new(ReceivedLinks::new(inbox));
    let clients = Arc::new(AtomicUsize::new(0));
    let accept = move || {
        loop {
            let Ok(stream) = listener.accept() else {
                // Probably out of file handles.
                thread::sleep(RETRY_DELAY);
                continue;
            };
            let Some(slot) = ClientSlot::acquire(&clients) else { continue };
            let (received, on_wake) = (Arc::clone(&received), Arc::clone(&on_wake));
            let listen = move || {
                let _slot = slot;
                receive::receive(&stream, &received, || {
                    on_wake.lock().unwrap_or_else(PoisonError::into_inner)();
                });
            };
            // If no thread can be started, the connection is closed, and the client retries.
            drop(thread::Builder::new().name("link client".into()).spawn(listen));
        }
    };
    thread::Builder::new().name("link listener".into()).spawn(accept).map(drop)
}

/// One of the slots for clients. It is released on drop.
struct ClientSlot(Arc<AtomicUsize>);

impl ClientSlot {
    fn acquire(clients: &Arc<AtomicUsize>) -> Option<Self> {
        let slot = Self(Arc::clone(clients));
        (clients.fetch_add(1, Ordering::SeqCst) < MAX_CLIENTS).then_some(slot)
    }
}

impl Drop for ClientSlot {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(all(test, unix))]
mod tests;
