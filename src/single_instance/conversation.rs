//! What two starts say to each other, each side bounded in bytes and time.
//!
//! The app that runs answers with one byte once the link is taken, or refused. As long as neither is so it says now and
//! then that it is still there: the window may be slow to open, and the link is only safe when it has been taken.

use std::io::{self, Read as _, Write as _};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

use interprocess::local_socket::Stream;

use super::InstancePaths;
use super::message::Message;
use super::received::{Received, Wait};
use crate::link::Outcome;
use crate::platform::{PeerState, local_socket};

/// How long one side waits for the other to say something.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the app that runs says that it is still there.
const BEAT: Duration = Duration::from_millis(200);
/// How long a link may lie in the inbox of an app that is still there. Then it is given back.
const TAKE_LIMIT: Duration = Duration::from_secs(15);

/// The link was taken (ASCII ACK), or it was not and never will be (NAK), or neither yet (SYN).
const TAKEN: u8 = 0x06;
const REFUSED: u8 = 0x15;
const STILL_HERE: u8 = 0x16;

/// Why a hand-over came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    /// Nobody listens, or nobody is known to: worth another try.
    Unreachable,
    /// Whoever listens runs, and has not answered in time, or hung up: it has too much to do.
    Busy,
    /// Whoever listened has ended: its process is being cleaned up.
    Ending,
    /// The listener belongs to another user; nothing was sent.
    Foreign,
    /// The listener is closing, is of another version, or did not come to take the link.
    Refused,
}

/// What the thread that speaks has heard.
enum Heard {
    StillHere,
    End(Result<(), Failure>),
}

/// The second start's side: sends the message and waits until it is taken. Gives up after a silence of a second.
pub(super) fn hand_over(paths: &InstancePaths, message: &Message) -> Result<(), Failure> {
    let (paths, bytes) = (paths.clone(), message.to_bytes());
    // Named pipes know no timeouts: the thread is what makes waiting end there. It ends with the process.
    let (sender, heard) = mpsc::channel();
    let speak = move || {
        let end = speak(&paths, &bytes, &sender);
        let _ = sender.send(Heard::End(end));
    };
    thread::Builder::new().name("hand over".into()).spawn(speak).map_err(|_| Failure::Unreachable)?;
    let until = Instant::now() + TAKE_LIMIT + PATIENCE;
    let mut silence = Failure::Unreachable;
    loop {
        // A little more than a read may take, so that the reason comes from there.
        match heard.recv_timeout(PATIENCE + BEAT) {
            Ok(Heard::StillHere) if Instant::now() < until => silence = Failure::Busy,
            Ok(Heard::End(end)) => return end,
            Ok(Heard::StillHere) | Err(_) => return Err(silence),
        }
    }
}

fn speak(paths: &InstancePaths, message: &[u8], heard: &Sender<Heard>) -> Result<(), Failure> {
    let unreachable = |_: io::Error| Failure::Unreachable;
    let stream = local_socket::connect(paths.folder(), PATIENCE).map_err(unreachable)?;
    if !local_socket::peer_is_this_user(&stream).map_err(unreachable)? {
        return Err(Failure::Foreign);
    }
    let silent = match local_socket::peer_state(&stream) {
        PeerState::Ending => return Err(Failure::Ending),
        PeerState::Running => Failure::Busy,
        PeerState::Unknown => Failure::Unreachable,
    };
    local_socket::let_come_to_front(&stream);
    let say = |mut stream: &Stream| {
        local_socket::limit(stream, PATIENCE)?;
        stream.write_all(message)
    };
    say(&stream).map_err(|_| silent)?;
    loop {
        let mut answer = [0];
        read_exact(&stream, &mut answer, Instant::now() + PATIENCE).map_err(|_| silent)?;
        match answer {
            [TAKEN] => return Ok(()),
            // Nobody listens any more once the start has given up.
            [STILL_HERE] => heard.send(Heard::StillHere).map_err(|_| silent)?,
            _ => return Err(Failure::Refused),
        }
    }
}

/// The first app's side: reads a message and answers it. `on_wake` is called as soon as it is here.
pub(super) fn receive(stream: &Stream, received: &Received, on_wake: impl FnOnce()) {
    if !local_socket::peer_is_this_user(stream).unwrap_or(false) {
        return;
    }
    let deadline = Instant::now() + PATIENCE;
    let outcome = match Message::read(|buffer| read_exact(stream, buffer, deadline)) {
        Ok(message) => {
            let wait = received.put(&message);
            on_wake();
            wait_until_taken(stream, received, &wait)
        }
        Err(e) if e.kind() == io::ErrorKind::InvalidData => Outcome::Refused,
        Err(_) => return,
    };
    // The other side may be gone already; what it brought counts all the same.
    let _ = say(stream, if outcome == Outcome::Taken { TAKEN } else { REFUSED });
}

fn wait_until_taken(stream: &Stream, received: &Received, wait: &Wait) -> Outcome {
    let until = Instant::now() + TAKE_LIMIT;
    loop {
        if let Some(outcome) = received.outcome(wait, BEAT) {
            return outcome;
        }
        if Instant::now() >= until {
            return received.withdraw(wait);
        }
        if say(stream, STILL_HERE).is_err() {
            // It asks again under the same id, or it has been ended. The link stays where it is.
            return Outcome::Refused;
        }
    }
}

fn say(mut stream: &Stream, what: u8) -> io::Result<()> {
    local_socket::limit(stream, PATIENCE)?;
    stream.write_all(&[what])
}

/// `read_exact` that looks at the clock between the pieces: one byte a second would otherwise go on for half an hour.
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
