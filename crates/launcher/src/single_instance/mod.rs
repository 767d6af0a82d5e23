//! One running app per user: a later start forwards its link to the running app and exits.
//!
//! The process that holds the lock file is the running app, and listens on the socket next to the file. Later starts
//! connect to the socket. Only the lock decides, so two simultaneous starts cannot both win, and files left by a crash
//! are replaced. A running app that does not respond is replaced: a second window is better than a lost link.
//!
//! The launcher makes one attempt ([`hand_over`]). Everything else is up to the program with the window ([`claim`]).

mod instance_paths;
mod lock;
mod message;
pub mod protocol;
mod send;

use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use interprocess::local_socket::traits::Listener as _;
pub use interprocess::local_socket::{Listener as Socket, Stream};
use latchkey_core::link::MAX_LINK_BYTES;

pub use self::instance_paths::InstancePaths;
use self::lock::TryLock;
pub use self::message::{InvalidMessageId, Message, MessageId};
use self::send::{Failure, send};
use crate::platform::local_socket;

/// How long a later start tries to reach the running app, by the state of its process.
#[derive(Debug, Clone, Copy)]
pub struct Timeouts {
    /// The state is unknown.
    pub unknown: Duration,
    /// The timeout for a process that is running, but does not respond. A busy machine may be slow.
    pub running: Duration,
    /// The timeout for a process that is exiting. The system can take eight seconds to end the last thread of a killed
    /// process.
    pub exiting: Duration,
}

/// The timeouts of each start. Tests use shorter ones.
pub const TIMEOUTS: Timeouts = Timeouts {
    unknown: Duration::from_secs(3),
    running: Duration::from_secs(10),
    exiting: Duration::from_secs(12),
};
/// The delay between two attempts. The running app opens its socket soon after it has the lock.
const RETRY_DELAY: Duration = Duration::from_millis(10);
/// The delay while the running app is busy. More attempts would add to its load and fill its queue.
const BUSY_DELAY: Duration = Duration::from_millis(200);
/// Maximum number of attempts to replace the running app. An attempt fails if another start was faster.
const MAX_TAKE_OVERS: usize = 3;

/// Why the single instance cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum InstanceError {
    /// The system has no folder for this user.
    #[error("this user has no home folder; set HOME")]
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
    /// This process is the running app: open the window, and answer later starts with the listener.
    First(Listener),
    /// The running app has taken the link, or was asked to come to the front: exit.
    Forwarded,
    /// The single instance cannot be used: open the window with the link. The reason is for the log.
    Alone(InstanceError),
}

/// The result of the launcher's attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandOver {
    /// The running app has taken the link, or was asked to come to the front.
    Taken,
    /// There is no running app, or it did not respond. If the message was received, the next attempt must have the same id.
    NotTaken(Option<MessageId>),
}

/// Forwards `link` to the running app of this user, if there is one. Without a link, the running app comes to the front.
///
/// Changes nothing that [`claim`] decides: it does not touch the lock.
pub fn hand_over(candidates: &[InstancePaths], link: Option<&str>) -> HandOver {
    let link = link.unwrap_or_default();
    let Ok(id) = MessageId::random() else { return HandOver::NotTaken(None) };
    let usable = candidates.iter().find(|paths| paths.prepare().is_ok());
    match usable {
        Some(paths) if link.len() <= MAX_LINK_BYTES && send(paths, &Message::new(id, link)).is_ok() => {
            HandOver::Taken
        }
        _ => HandOver::NotTaken(Some(id)),
    }
}

/// Becomes the running app of this user, or forwards `link` to it. Without a link, the running app comes to the front. The
/// first of `candidates` that can be used is used. `id` is that of the launcher's attempt, if there was one.
///
/// Blocks until the running app has taken the link. With [`Claim::First`], the caller puts its own link into the inbox.
///
/// # Errors
/// [`InstanceError::TooLong`]. It does not contain the link.
pub fn claim(
    candidates: &[InstancePaths],
    link: Option<&str>,
    id: Option<MessageId>,
) -> Result<Claim, InstanceError> {
    claim_within(candidates, link, id, TIMEOUTS)
}

/// [`claim`] with other timeouts, for tests.
///
/// # Errors
/// As for [`claim`].
pub fn claim_within(
    candidates: &[InstancePaths],
    link: Option<&str>,
    id: Option<MessageId>,
    timeouts: Timeouts,
) -> Result<Claim, InstanceError> {
    let link = link.unwrap_or_default();
    if link.len() > MAX_LINK_BYTES {
        return Err(InstanceError::TooLong);
    }
    let mut reason = InstanceError::NoHome;
    for paths in candidates {
        match claim_folder(paths, link, id, timeouts) {
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
fn claim_folder(
    paths: &InstancePaths,
    link: &str,
    id: Option<MessageId>,
    timeouts: Timeouts,
) -> Result<Claim, InstanceError> {
    paths.prepare()?;
    let id = id.map_or_else(MessageId::random, Ok).map_err(InstanceError::Lock)?;
    let message = Message::new(id, link);
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
        match send(paths, message) {
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
    /// The socket of later starts.
    pub socket: Socket,
    /// The lock of the running app. It is released when the file is closed.
    pub lock: File,
}

impl Listener {
    fn open(paths: &InstancePaths, lock: File) -> Result<Self, InstanceError> {
        let socket = local_socket::listen(paths.folder()).map_err(InstanceError::Listen)?;
        Ok(Self { socket, lock })
    }

    /// Waits for the connection of a later start.
    ///
    /// # Errors
    /// The errors of the system.
    pub fn accept(&self) -> io::Result<Stream> {
        self.socket.accept()
    }
}
