//! One running app per user: a later start forwards its link to the running app and exits.
//!
//! The process that holds the lock file is the running app, and listens on the socket next to the file. Later starts
//! connect to the socket. Only the lock decides, so two simultaneous starts cannot both win, and files left by a crash
//! are replaced. A running app that does not respond is replaced: a second window is better than a lost link. `message`
//! and `forward` are the protocol; `platform` checks the user of the other process.

mod forward;
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

use self::forward::Failure;
pub use self::instance_paths::InstancePaths;
use self::lock::TryLock;
use self::message::{Message, MessageId};
use self::received::ReceivedLinks;
use crate::home_folder::NO_HOME_FOLDER;
use crate::link::{LinkInbox, MAX_LINK_BYTES};
use crate::platform;

/// How long a later start tries to reach the running app, by the state of its process.
#[derive(Clone, Copy)]
struct Timeouts {
    /// The state is unknown.
    unknown: Duration,
    /// The timeout for a process that is running, but does not respond. A busy machine may be slow.
    running: Duration,
    /// The timeout for a process that is exiting. The system can take eight seconds to end the last thread of a killed
    /// process.
    exiting: Duration,
}

const TIMEOUTS: Timeouts = Timeouts {
    unknown: Duration::from_secs(3),
    running: Duration::from_secs(10),
    exiting: Duration::from_secs(12),
};
/// The delay between two attempts. The running app opens its socket soon after it has the lock.
const RETRY_DELAY: Duration = Duration::from_millis(10);
/// The delay while the running app is busy. More attempts would add to its load and fill its queue.
const BUSY_DELAY: Duration = Duration::from_millis(200);
/// Maximum number of connections. Further ones are closed, and their clients retry.
const MAX_CLIENTS: usize = 32;
/// Maximum number of attempts to replace the running app. An attempt fails if another start was faster.
const MAX_TAKE_OVERS: usize = 3;

/// Why the single instance cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum InstanceError {
    /// The system has no folder for this user.
    #[error("{NO_HOME_FOLDER}")]
    NoHome,
    /// The folder for lock and socket is not private to this user, cannot be created, or its path is too long.
    #[error("{path} cannot be used as a private folder: {source}")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
    /// The lock file cannot be opened or locked.
    #[error("cannot lock the instance: {0}")]
    Lock(#[source] io::Error),
    /// The socket cannot be opened.
    #[error("cannot open the socket of the instance: {0}")]
    Listen(#[source] io::Error),
    /// The link is longer than the maximum, so it was not forwarded.
    #[error("the link is longer than 16 KiB")]
    TooLong,
    /// A program of another user listens on the socket.
    #[error("a program of another user listens on the socket of the app; the link was not sent")]
    Foreign,
    /// The running app did not take the link, and cannot be replaced.
    #[error("the running app does not respond")]
    NoResponse,
}

/// The result of a start.
#[derive(Debug)]
pub enum Claim {
    /// This process is the running app: open the window, and [serve](Listener::serve) later starts.
    First(Listener),
    /// The running app has taken the link, or was asked to come to the front: exit.
    Forwarded,
    /// The single instance cannot be used: open the window with the link. The reason is for the log.
    Alone(InstanceError),
}

/// Becomes the running app of this user, or forwards `link` to it. Without a link, the running app comes to the front. The
/// first of `candidates` that can be used is used.
///
/// Blocks until the running app has taken the link. With [`Claim::First`], the caller puts its own link into the inbox.
///
/// # Errors
/// [`InstanceError::TooLong`]. It does not contain the link.
pub fn claim(candidates: &[InstancePaths], link: Option<&str>) -> Result<Claim, InstanceError> {
    let link = link.unwrap_or_default();
    if link.len() > MAX_LINK_BYTES {
        return Err(InstanceError::TooLong);
    }
    let mut reason = InstanceError::NoHome;
    for paths in candidates {
        match claim_within(paths, link, TIMEOUTS) {
            Ok(claim) => return Ok(claim),
            Err(error) => {
                tracing::info!(%error, "this folder cannot be used for the single instance");
                reason = error;
            }
        }
    }
    Ok(Claim::Alone(reason))
}

/// # Errors
/// The folder cannot be used.
fn claim_within(paths: &InstancePaths, link: &str, timeouts: Timeouts) -> Result<Claim, InstanceError> {
    paths.prepare()?;
    let id = MessageId::random().map_err(InstanceError::Lock)?;
    let message = Message { id, link: Zeroizing::new(link.to_owned()) };
    for _ in 0..MAX_TAKE_OVERS {
        let held = match lock_or_forward(paths, &message, timeouts)? {
            Attempt::First(lock) => return Listener::open(paths, lock).map(Claim::First),
            Attempt::Forwarded => return Ok(Claim::Forwarded),
            Attempt::Foreign => return Ok(Claim::Alone(InstanceError::Foreign)),
            Attempt::NoResponse(held) => held,
        };
        match lock::take_over(paths, &held) {
            Ok(Some((lock, socket))) => return Ok(Claim::First(Listener { socket, lock })),
            // Another start was faster. It is the running app now.
            Ok(None) => {}
            Err(error) => {
                tracing::info!(%error, "the running app cannot be replaced");
                break;
            }
        }
    }
    Ok(Claim::Alone(InstanceError::NoResponse))
}

/// The result of an attempt.
enum Attempt {
    First(File),
    Forwarded,
    Foreign,
    /// The process that holds this lock file.
    NoResponse(File),
}

fn lock_or_forward(
    paths: &InstancePaths,
    message: &Message,
    timeouts: Timeouts,
) -> Result<Attempt, InstanceError> {
    let started = Instant::now();
    let mut deadline = started + timeouts.unknown;
    loop {
        let held = match lock::try_lock(paths).map_err(InstanceError::Lock)? {
            TryLock::Acquired(lock) => return Ok(Attempt::First(lock)),
            TryLock::HeldByAnother(file) => file,
        };
        let attempted = Instant::now();
        let mut delay = BUSY_DELAY;
        match forward::send(paths, message) {
            Ok(()) => return Ok(Attempt::Forwarded),
            Err(Failure::Foreign) => return Ok(Attempt::Foreign),
            // The running app does not listen yet, or has just exited. In that case the lock is free at the next attempt.
            Err(Failure::Unreachable) => delay = RETRY_DELAY,
            Err(Failure::Busy) => deadline = started + timeouts.running,
            Err(Failure::Exiting) => deadline = started + timeouts.exiting,
            // The running app was alive all this time, and is closing now.
            Err(Failure::Refused) => {
                deadline += attempted.elapsed();
                delay = RETRY_DELAY;
            }
        }
        if Instant::now() >= deadline {
            return Ok(Attempt::NoResponse(held));
        }
        thread::sleep(delay);
    }
}

/// Listens for later starts. It holds the lock.
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

    /// Receives links from later starts, on its own thread, until the process exits.
    ///
    /// Each link is put into `inbox`. The later start exits when the link was taken from there. If the inbox is closed, or
    /// closes right afterwards, the link is refused, and the later start opens its own window. For each later start, also
    /// without a link, `on_wake` is called on a thread of the listener. It should bring the window to the front. A silent
    /// client blocks no other.
    ///
    /// # Errors
    /// The system cannot start a thread.
    pub fn serve(self, inbox: LinkInbox, on_wake: impl Fn() + Send + 'static) -> io::Result<()> {
        let on_wake = Arc::new(Mutex::new(on_wake));
        let received = Arc::new(ReceivedLinks::new(inbox));
        let clients = Arc::new(AtomicUsize::new(0));
        let Self { socket, lock } = self;
        let accept = move || {
            // Mentioned, so that the closure captures it.
            let _lock = lock;
            loop {
                let Ok(stream) = socket.accept() else {
                    // Probably out of file handles.
                    thread::sleep(RETRY_DELAY);
                    continue;
                };
                let Some(slot) = ClientSlot::acquire(&clients) else { continue };
                let (received, on_wake) = (Arc::clone(&received), Arc::clone(&on_wake));
                let listen = move || {
                    let _slot = slot;
                    forward::receive(&stream, &received, || {
                        on_wake.lock().unwrap_or_else(PoisonError::into_inner)();
                    });
                };
                // If no thread can be started, the connection is closed, and the client retries.
                drop(thread::Builder::new().name("link client".into()).spawn(listen));
            }
        };
        thread::Builder::new().name("link listener".into()).spawn(accept).map(drop)
    }
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
