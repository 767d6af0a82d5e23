//! One running app per user: a second start hands its link to the first and ends.
//!
//! Whoever holds the lock file is first and listens; everyone else speaks to the socket beside it. The lock, not
//! the socket, decides, so two starts at the same moment cannot both win, and what a crash left behind is replaced.
//! The message is two bytes of length, big-endian, then that many bytes of UTF-8 (none: just come to the front);
//! the answer is one byte. What the system itself guards (who may connect) is in `platform`.

mod conversation;
mod place;

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use interprocess::local_socket::traits::Listener as _;

use self::conversation::Failure;
pub use self::place::SocketPlace;
use super::{IncomingLink, LINK_MAX_BYTES, LinkInbox};
use crate::platform;

/// How long a second start tries to reach the first, in all.
const HAND_OVER_LIMIT: Duration = Duration::from_secs(3);
/// Pause between two tries: the first has the lock already and opens its socket within a few of these.
const RETRY_PAUSE: Duration = Duration::from_millis(10);
/// Second starts that are listened to at once; one more is hung up on and tries again.
const CLIENTS_AT_ONCE: usize = 8;

/// Why a start could be neither the first nor hand over to it.
#[derive(Debug, thiserror::Error)]
pub enum InstanceError {
    /// The system names no home folder for this user.
    #[error("this user has no home folder; set HOME")]
    NoHome,
    /// The folder of lock and socket is not private to this user, or cannot be made.
    #[error("{path} must be a folder of this user alone ({source}); remove or repair it")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The lock file cannot be opened or locked.
    #[error("the lock of the running app cannot be taken: {0}")]
    Lock(#[source] io::Error),
    /// The socket cannot be opened.
    #[error("the socket of the running app cannot be opened: {0}")]
    Listen(#[source] io::Error),
    /// The link is longer than any link may be, so it was not handed over.
    #[error("the link is longer than 4,096 bytes")]
    TooLong,
    /// The running app took the connection and refused the message: it is of another version.
    #[error("the running app refused the link; close it and open the link again")]
    Refused,
    /// Someone else listens where this user's app should.
    #[error("another user's program listens in place of the running app; the link was not sent")]
    Foreign,
    /// The running app did not answer in time.
    #[error("the running app does not answer; close it and open the link again")]
    NoAnswer,
}

/// What a start turned out to be.
#[derive(Debug)]
pub enum Claim {
    /// The first: go on, open the window, and [serve](Listener::serve) the later ones.
    First(Listener),
    /// Not the first. The running app has the link, or was asked to come to the front: end quietly.
    HandedOver,
}

/// Becomes the first app of this user, or hands `link` to the one that runs; without a link, asks it to show itself.
///
/// Blocks for up to three seconds. A first start keeps its own link: put it into the inbox.
///
/// # Errors
/// See [`InstanceError`]. None of them says anything of the link.
pub fn claim(place: &SocketPlace, link: Option<&str>) -> Result<Claim, InstanceError> {
    claim_within(place, link, HAND_OVER_LIMIT)
}

fn claim_within(place: &SocketPlace, link: Option<&str>, limit: Duration) -> Result<Claim, InstanceError> {
    let link = link.unwrap_or_default();
    if link.len() > LINK_MAX_BYTES {
        return Err(InstanceError::TooLong);
    }
    place.prepare()?;
    let deadline = Instant::now() + limit;
    let options = OpenOptions::new().read(true).write(true).create(true).truncate(false).to_owned();
    let lock = options.open(place.lock_file()).map_err(InstanceError::Lock)?;
    loop {
        match lock.try_lock() {
            Ok(()) => return Listener::open(place, lock).map(Claim::First),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(source)) => return Err(InstanceError::Lock(source)),
        }
        let left = deadline.saturating_duration_since(Instant::now());
        match conversation::hand_over(place, link, left) {
            Ok(()) => return Ok(Claim::HandedOver),
            Err(Failure::Refused) => return Err(InstanceError::Refused),
            Err(Failure::Foreign) => return Err(InstanceError::Foreign),
            // Not listening yet, or just gone: then the lock is free the next time round.
            Err(Failure::Unreachable) if left.is_zero() => return Err(InstanceError::NoAnswer),
            Err(Failure::Unreachable) => thread::sleep(RETRY_PAUSE.min(left)),
        }
    }
}

/// The first app's ear. While it lives, the lock is held.
#[derive(Debug)]
pub struct Listener {
    socket: interprocess::local_socket::Listener,
    lock: File,
}

impl Listener {
    fn open(place: &SocketPlace, lock: File) -> Result<Self, InstanceError> {
        let socket = platform::local_socket::listen(place).map_err(InstanceError::Listen)?;
        Ok(Self { socket, lock })
    }

    /// Takes what later starts hand over, on a thread of its own, for as long as the process lives.
    ///
    /// Each link goes into `inbox`; then, and also for a start without a link, `on_wake` is called on a thread of
    /// the listener's: it should bring the window to the front. A silent client holds up nobody else.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn serve(self, inbox: LinkInbox, on_wake: impl Fn() + Send + 'static) -> io::Result<()> {
        let on_wake = Arc::new(Mutex::new(on_wake));
        let busy = Arc::new(AtomicUsize::new(0));
        let Self { socket, lock } = self;
        let accept = move || {
            // Named here, so that the closure takes it along: a closure captures only what it mentions.
            let _held_for_life = lock;
            loop {
                let Ok(stream) = socket.accept() else {
                    // Out of file handles, most likely: wait for better times without using up a core.
                    thread::sleep(RETRY_PAUSE);
                    continue;
                };
                let Some(seat) = Seat::take(&busy) else { continue };
                let (inbox, on_wake) = (inbox.clone(), Arc::clone(&on_wake));
                let listen = move || {
                    let _seat = seat;
                    if conversation::receive(&stream, &inbox) {
                        on_wake.lock().unwrap_or_else(PoisonError::into_inner)();
                    }
                };
                // No thread to be had means that this client tries again.
                drop(thread::Builder::new().name("link client".into()).spawn(listen));
            }
        };
        thread::Builder::new().name("link listener".into()).spawn(accept).map(drop)
    }
}

/// One of the places for clients, given back on drop.
struct Seat(Arc<AtomicUsize>);

impl Seat {
    fn take(busy: &Arc<AtomicUsize>) -> Option<Self> {
        let seat = Self(Arc::clone(busy));
        (busy.fetch_add(1, Ordering::SeqCst) < CLIENTS_AT_ONCE).then_some(seat)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl LinkInbox {
    fn put_text(&self, text: &str) {
        if !text.is_empty() {
            self.put(IncomingLink::new(text));
        }
    }
}

#[cfg(all(test, unix))]
mod tests;
