//! The side of the running app in the protocol: reads a message, and responds when the link was taken.

use std::io;
use std::time::{Duration, Instant};

use latchkey_launcher::platform::local_socket;
use latchkey_launcher::single_instance::protocol::{
    IO_TIMEOUT, KEEP_ALIVE, KEEP_ALIVE_INTERVAL, REFUSED, TAKE_TIMEOUT, TAKEN, read_exact, write,
};
use latchkey_launcher::single_instance::{Message, Stream};

use super::received::{PendingLink, ReceivedLinks};
use crate::link::LinkOutcome;

/// How long the window must stay open with a link before the link counts as taken. A person who closes the window within
/// this time has not seen the link.
const SEEN_AFTER: Duration = Duration::from_millis(250);

/// Reads a message and responds. `on_wake` is called as soon as the message was read.
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
