//! The words that two starts exchange, each side bounded in bytes and time.

use std::io::{self, Read as _, Write as _};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use interprocess::local_socket::Stream;
use zeroize::Zeroizing;

use super::SocketPlace;
use crate::link::{LINK_MAX_BYTES, LinkInbox};
use crate::platform::local_socket;

/// How long one side waits for the other to say all it has to say.
const PATIENCE: Duration = Duration::from_secs(1);
/// The answer to a message that was taken (ASCII ACK) or refused (ASCII NAK).
const TAKEN: u8 = 0x06;
const REFUSED: u8 = 0x15;

/// Why a hand-over came to nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// Nobody answers, or not in time: worth another try.
    Unreachable,
    /// The listener belongs to another user; nothing was sent.
    Foreign,
    /// The listener did not want the message.
    Refused,
}

/// The second start's side: sends `link` and waits for the answer, at most `limit` and at most a second.
pub(super) fn hand_over(place: &SocketPlace, link: &str, limit: Duration) -> Result<(), Failure> {
    let mut message = Zeroizing::new(Vec::with_capacity(2 + link.len()));
    let length = u16::try_from(link.len()).map_err(|_| Failure::Refused)?;
    message.extend_from_slice(&length.to_be_bytes());
    message.extend_from_slice(link.as_bytes());

    let limit = limit.min(PATIENCE);
    let place = place.clone();
    // Named pipes know no timeouts: the thread is what makes waiting end there. It ends with the process.
    let (sender, answer) = mpsc::channel();
    let speak = move || {
        let _ = sender.send(speak(&place, &message, Instant::now() + limit));
    };
    thread::Builder::new().name("hand over".into()).spawn(speak).map_err(|_| Failure::Unreachable)?;
    answer.recv_timeout(limit).unwrap_or(Err(Failure::Unreachable))
}

fn speak(place: &SocketPlace, message: &[u8], deadline: Instant) -> Result<(), Failure> {
    let unreachable = |_: io::Error| Failure::Unreachable;
    let stream = local_socket::connect(place, left(deadline).map_err(unreachable)?).map_err(unreachable)?;
    if !local_socket::peer_is_this_user(&stream).map_err(unreachable)? {
        return Err(Failure::Foreign);
    }
    local_socket::let_come_to_front(&stream);
    local_socket::limit(&stream, left(deadline).map_err(unreachable)?).map_err(unreachable)?;
    (&stream).write_all(message).map_err(unreachable)?;
    let mut answer = [0];
    read_exact(&stream, &mut answer, deadline).map_err(unreachable)?;
    if answer == [TAKEN] { Ok(()) } else { Err(Failure::Refused) }
}

/// The first app's side: whether a message was taken, which is in the inbox by then, unless it was empty.
pub(super) fn receive(stream: &Stream, inbox: &LinkInbox) -> bool {
    if !local_socket::peer_is_this_user(stream).unwrap_or(false) {
        return false;
    }
    let deadline = Instant::now() + PATIENCE;
    let answer = match read_message(stream, deadline) {
        Ok(text) => {
            inbox.put_text(&text);
            TAKEN
        }
        Err(e) if e.kind() == io::ErrorKind::InvalidData => REFUSED,
        Err(_) => return false,
    };
    // The other side may be gone already; what it brought counts all the same.
    let _ = local_socket::limit(stream, PATIENCE).and_then(|()| { stream }.write_all(&[answer]));
    answer == TAKEN
}

/// Reads at most 2 + 4,096 bytes, whatever the other side sends.
fn read_message(stream: &Stream, deadline: Instant) -> io::Result<Zeroizing<String>> {
    let mut length = [0; 2];
    read_exact(stream, &mut length, deadline)?;
    let length = usize::from(u16::from_be_bytes(length));
    if length > LINK_MAX_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Zeroizing::new(vec![0; length]);
    read_exact(stream, &mut bytes, deadline)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    Ok(Zeroizing::new(text.to_owned()))
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
