//! The protocol between a later start and the running app. Both sides limit bytes and time.
//!
//! The running app responds with one byte when the link was taken or refused. Until then it sends a keep-alive byte at
//! intervals: the window may be slow to open, and the link is safe only when it was taken. If the window is closed right
//! after that, the link is refused, and the later start opens its own window with it.

use std::io::{self, Read as _, Write as _};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

use interprocess::local_socket::Stream;

use super::InstancePaths;
use super::message::Message;
use super::received::{PendingLink, ReceivedLinks};
use crate::link::LinkOutcome;
use crate::platform::{PeerState, local_socket};

/// How long each side waits for a byte of the other.
const IO_TIMEOUT: Duration = Duration::from_secs(1);
/// How often the running app sends a keep-alive byte.
const KEEP_ALIVE_INTERVAL: Duration = Duration::from_millis(200);
/// How long the window must stay open with a link before the link counts as taken. A person who closes the window within
/// this time has not seen the link.
const SEEN_AFTER: Duration = Duration::from_millis(250);
/// How long a link may stay in the inbox of the running app. Then it is returned.
const TAKE_TIMEOUT: Duration = Duration::from_secs(15);

/// The link was taken (ASCII ACK).
const TAKEN: u8 = 0x06;
/// The link was refused (NAK).
const REFUSED: u8 = 0x15;
/// The link was neither taken nor refused yet (SYN).
const KEEP_ALIVE: u8 = 0x16;

/// Why a link could not be forwarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    /// No process listens, or its state is unknown.
    Unreachable,
    /// The listener is running, but did not respond in time or closed the connection.
    Busy,
    /// The process of the listener is exiting.
    Exiting,
    /// The listener belongs to another user. Nothing was sent.
    Foreign,
    /// The listener is closing, has another version, or did not take the link in time.
    Refused,
}

/// The progress of the sending thread.
enum Progress {
    KeepAlive,
    Finished(Result<(), Failure>),
}

/// The side of the later start: sends the message and waits until the link was taken. Fails after a second without a
/// byte.
pub(super) fn send(paths: &InstancePaths, message: &Message) -> Result<(), Failure> {
    let (paths, bytes) = (paths.clone(), message.to_bytes());
    // Named pipes have no timeouts, so the waiting is done by another thread. It ends with the process.
    let (sender, progress) = mpsc::channel();
    let exchange = move || {
        let outcome = exchange(&paths, &bytes, &sender);
        let _ = sender.send(Progress::Finished(outcome));
    };
    thread::Builder::new().name("forward link".into()).spawn(exchange).map_err(|_| Failure::Unreachable)?;
    let until = Instant::now() + TAKE_TIMEOUT + IO_TIMEOUT;
    let mut timed_out = Failure::Unreachable;
    loop {
        // Longer than the timeout of a read, so that the read reports the reason.
        match progress.recv_timeout(IO_TIMEOUT + KEEP_ALIVE_INTERVAL) {
            Ok(Progress::KeepAlive) if Instant::now() < until => timed_out = Failure::Busy,
            Ok(Progress::Finished(outcome)) => return outcome,
            Ok(Progress::KeepAlive) | Err(_) => return Err(timed_out),
        }
    }
}

fn exchange(paths: &InstancePaths, message: &[u8], progress: &Sender<Progress>) -> Result<(), Failure> {
    let unreachable = |_: io::Error| Failure::Unreachable;
    let stream = local_socket::connect(paths.folder(), IO_TIMEOUT).map_err(unreachable)?;
    if !local_socket::peer_is_this_user(&stream).map_err(unreachable)? {
        return Err(Failure::Foreign);
    }
    let no_response = match local_socket::peer_state(&stream) {
        PeerState::Ending => return Err(Failure::Exiting),
        PeerState::Running => Failure::Busy,
        PeerState::Unknown => Failure::Unreachable,
    };
    local_socket::let_come_to_front(&stream);
    write(&stream, message).map_err(|_| no_response)?;
    loop {
        let mut response = [0];
        read_exact(&stream, &mut response, Instant::now() + IO_TIMEOUT).map_err(|_| no_response)?;
        match response {
            [TAKEN] => return Ok(()),
            // Fails if the start has given up.
            [KEEP_ALIVE] => progress.send(Progress::KeepAlive).map_err(|_| no_response)?,
            _ => return Err(Failure::Refused),
        }
    }
}

/// The side of the running app: reads a message and responds. `on_wake` is called as soon as the message was read.
pub(super) fn receive(stream: &Stream, received: &ReceivedLinks, on_wake: impl FnOnce()) {
    if !local_socket::peer_is_this_user(stream).unwrap_or(false) {
        return;
    }
    let deadline = Instant::now() + IO_TIMEOUT;
    let outcome = match Message::read(|buffer| read_exact(stream, buffer, deadline)) {
        Ok(message) => {
            let pending = received.put(&message);
            on_wake();
            wait_until_taken(stream, received, &pending)
        }
        Err(e) if e.kind() == io::ErrorKind::InvalidData => LinkOutcome::Refused,
        Err(_) => return,
    };
    // The other side may have exited. Its link is used anyway.
    let _ = write(stream, &[if outcome == LinkOutcome::Taken { TAKEN } else { REFUSED }]);
}

fn wait_until_taken(stream: &Stream, received: &ReceivedLinks, pending: &PendingLink) -> LinkOutcome {
    let until = Instant::now() + TAKE_TIMEOUT;
    loop {
        match received.wait_for_outcome(pending, KEEP_ALIVE_INTERVAL) {
            Some(LinkOutcome::Taken) => return received.outcome_unless_closing(SEEN_AFTER),
            Some(LinkOutcome::Refused) => return LinkOutcome::Refused,
            None => {}
        }
        if Instant::now() >= until {
            return received.remove(pending);
        }
        if write(stream, &[KEEP_ALIVE]).is_err() {
            // The other process retries with the same id, or was ended. The link stays in the inbox.
            return LinkOutcome::Refused;
        }
    }
}

fn write(mut stream: &Stream, bytes: &[u8]) -> io::Result<()> {
    local_socket::limit(stream, IO_TIMEOUT)?;
    stream.write_all(bytes)
}

/// `read_exact` with a deadline for all bytes. A timeout for each read would not limit a slow client.
fn read_exact(mut stream: &Stream, mut buffer: &mut [u8], deadline: Instant) -> io::Result<()> {
    while !buffer.is_empty() {
        local_socket::limit(stream, left(deadline)?)?;
        match stream.read(buffer) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => buffer = &mut buffer[count..],
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(())
}

fn left(deadline: Instant) -> io::Result<Duration> {
    match deadline.saturating_duration_since(Instant::now()) {
        Duration::ZERO => Err(io::ErrorKind::TimedOut.into()),
        left => Ok(left),
    }
}
