//! The side of the later start: sends its link to the running app.

use std::io;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Instant;

use super::InstancePaths;
use super::message::Message;
use super::protocol::{IO_TIMEOUT, KEEP_ALIVE, KEEP_ALIVE_INTERVAL, TAKE_TIMEOUT, TAKEN, read_exact, write};
use crate::platform::{PeerState, local_socket};

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

/// Sends the message and waits until the link was taken. Fails after a second without a
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
