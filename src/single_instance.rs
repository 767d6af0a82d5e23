//! One running app per user: a second start hands its link to the first and ends.
//!
//! Whoever holds the lock file is first and listens; everyone else speaks to the socket beside it. The lock, not
//! the socket, decides, so two starts at the same moment cannot both win, and what a crash left behind is replaced.
//! A first app that does not answer loses its place: a second window is better than a lost link. What is said is in
//! `message` and `conversation`; what the system itself guards (who may connect) is in `platform`.

mod conversation;
mod instance_paths;
mod lock;
mod message;
mod received;

use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use interprocess::local_socket::traits::Listener as _;
use zeroize::Zeroizing;

use self::conversation::Failure;
pub use self::instance_paths::InstancePaths;
use self::lock::Tried;
use self::message::{HandOverId, Message};
use self::received::Received;
use crate::link::{LINK_MAX_BYTES, LinkInbox};
use crate::platform;

/// How long a second start tries to reach a first before it goes on alone.
#[derive(Clone, Copy)]
struct Patience {
    /// With one of which nothing is known.
    unknown: Duration,
    /// With one that runs and does not answer: on a machine that has a lot to do it may take its time.
    running: Duration,
    /// With one that is ending: the system has been seen to take eight seconds over the last thread of a killed process.
    ending: Duration,
}

const PATIENCE: Patience = Patience {
    unknown: Duration::from_secs(3),
    running: Duration::from_secs(10),
    ending: Duration::from_secs(12),
};
/// Pause between two tries: the first has the lock already and opens its socket within a few of these.
const RETRY_PAUSE: Duration = Duration::from_millis(10);
/// Pause while the first cannot answer: more tries would give it more to do, and only so many can queue up before it.
const BUSY_PAUSE: Duration = Duration::from_millis(200);
/// Second starts that are listened to at once; one more is hung up on and tries again.
const CLIENTS_AT_ONCE: usize = 8;
/// How often a place is tried to be taken over: each time another start was faster.
const TAKE_OVERS: usize = 3;

/// Why there is no single instance at a place.
#[derive(Debug, thiserror::Error)]
pub enum InstanceError {
    /// The system names no folder for this user.
    #[error("this user has no home folder; set HOME")]
    NoHome,
    /// The folder of lock and socket is not private to this user, cannot be made, or has too long a name.
    #[error("{path} cannot be a folder of this user alone ({source})")]
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
    /// Someone else listens where this user's app should.
    #[error("another user's program listens in place of the running app; the link was not sent")]
    Foreign,
    /// The running app did not take the link, and its place cannot be taken over.
    #[error("the running app does not answer")]
    NoAnswer,
}

/// What a start turned out to be.
#[derive(Debug)]
pub enum Claim {
    /// The first: go on, open the window, and [serve](Listener::serve) the later ones.
    First(Listener),
    /// Not the first. The running app has taken the link, or was asked to come to the front: end quietly.
    HandedOver,
    /// There is no way to be one of several starts: go on alone, with the link. The reason is for the log.
    Alone(InstanceError),
}

/// Becomes the first app of this user, or hands `link` to the one that runs; without a link, asks it to show itself.
/// The first of `places` that can be used counts.
///
/// Blocks for as long as the running app takes to open its window. A first start keeps its own link: put it into the
/// inbox.
///
/// # Errors
/// [`InstanceError::TooLong`]. It says nothing of the link.
pub fn claim(candidates: &[InstancePaths], link: Option<&str>) -> Result<Claim, InstanceError> {
    let link = link.unwrap_or_default();
    if link.len() > LINK_MAX_BYTES {
        return Err(InstanceError::TooLong);
    }
    let mut reason = InstanceError::NoHome;
    for paths in candidates {
        match claim_within(paths, link, PATIENCE) {
            Ok(claim) => return Ok(claim),
            Err(error) => {
                tracing::info!(%error, "no single instance here");
                reason = error;
            }
        }
    }
    Ok(Claim::Alone(reason))
}

/// # Errors
/// The place is of no use, to any start.
fn claim_within(paths: &InstancePaths, link: &str, patience: Patience) -> Result<Claim, InstanceError> {
    paths.prepare()?;
    let id = HandOverId::random().map_err(InstanceError::Lock)?;
    let message = Message { id, link: Zeroizing::new(link.to_owned()) };
    for _ in 0..TAKE_OVERS {
        let theirs = match first_or_second(paths, &message, patience)? {
            Turn::First(lock) => return Listener::open(paths, lock).map(Claim::First),
            Turn::HandedOver => return Ok(Claim::HandedOver),
            Turn::Foreign => return Ok(Claim::Alone(InstanceError::Foreign)),
            Turn::NoAnswer(theirs) => theirs,
        };
        match lock::take_over(paths, &theirs) {
            Ok(Some((lock, socket))) => return Ok(Claim::First(Listener { socket, lock })),
            // Another start was faster: now it is the one to speak to.
            Ok(None) => {}
            Err(error) => {
                tracing::info!(%error, "the place of the running app cannot be taken over");
                break;
            }
        }
    }
    Ok(Claim::Alone(InstanceError::NoAnswer))
}

enum Turn {
    First(File),
    HandedOver,
    Foreign,
    /// Whoever holds this lock file.
    NoAnswer(File),
}

fn first_or_second(
    paths: &InstancePaths,
    message: &Message,
    patience: Patience,
) -> Result<Turn, InstanceError> {
    let started = Instant::now();
    let mut deadline = started + patience.unknown;
    loop {
        let theirs = match lock::try_lock(paths).map_err(InstanceError::Lock)? {
            Tried::Held(lock) => return Ok(Turn::First(lock)),
            Tried::HeldByAnother(theirs) => theirs,
        };
        let asked = Instant::now();
        let mut pause = BUSY_PAUSE;
        match conversation::hand_over(paths, message) {
            Ok(()) => return Ok(Turn::HandedOver),
            Err(Failure::Foreign) => return Ok(Turn::Foreign),
            // Not listening yet, or just gone: then the lock is free the next time round.
            Err(Failure::Unreachable) => pause = RETRY_PAUSE,
            Err(Failure::Busy) => deadline = started + patience.running,
            Err(Failure::Ending) => deadline = started + patience.ending,
            // It was there for as long as this took, and is closing now.
            Err(Failure::Refused) => {
                deadline += asked.elapsed();
                pause = RETRY_PAUSE;
            }
        }
        if Instant::now() >= deadline {
            return Ok(Turn::NoAnswer(theirs));
        }
        thread::sleep(pause);
    }
}

/// The first app's ear. While it lives, the lock is held.
#[derive(Debug)]
pub struct Listener {
    socket: interprocess::local_socket::Listener,
    lock: File,
}

impl Listener {
    fn open(paths: &InstancePaths, lock: File) -> Result<Self, InstanceError> {
        let socket = platform::local_socket::listen(paths.folder()).map_err(InstanceError::Listen)?;
        Ok(Self { socket, lock })
    }

    /// Takes what later starts hand over, on a thread of its own, for as long as the process lives.
    ///
    /// Each link goes into `inbox`, and the start that brought it ends once the link has been taken from there. A closed
    /// inbox refuses it: then that start opens its own window. For each, and also for a start without a link, `on_wake` is
    /// called on a thread of the listener's: it should bring the window to the front. A silent client holds up nobody else.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn serve(self, inbox: LinkInbox, on_wake: impl Fn() + Send + 'static) -> io::Result<()> {
        let on_wake = Arc::new(Mutex::new(on_wake));
        let received = Arc::new(Received::new(inbox));
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
                let (received, on_wake) = (Arc::clone(&received), Arc::clone(&on_wake));
                let listen = move || {
                    let _seat = seat;
                    conversation::receive(&stream, &received, || {
                        on_wake.lock().unwrap_or_else(PoisonError::into_inner)();
                    });
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

#[cfg(all(test, unix))]
mod tests;
