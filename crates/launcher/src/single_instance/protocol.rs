//! The protocol between a later start and the running app. Both sides limit bytes and time.
//!
//! The running app responds with one byte when the link was taken or refused. Until then it sends a keep-alive byte at
//! intervals: the window may be slow to open, and the link is safe only when it was taken. If the window is closed right
//! after that, the link is refused, and the later start opens its own window with it.

use std::io::{self, Read as _, Write as _};
use std::time::{Duration, Instant};

use interprocess::local_socket::Stream;

use crate::platform::local_socket;

/// How long each side waits for a byte of the other.
pub const IO_TIMEOUT: Duration = Duration::from_secs(1);
/// How often the running app sends a keep-alive byte.
pub const KEEP_ALIVE_INTERVAL: Duration = Duration::from_millis(200);
/// How long a link may stay in the inbox of the running app. Then it is returned.
pub const TAKE_TIMEOUT: Duration = Duration::from_secs(15);

/// The link was taken (ASCII ACK).
pub const TAKEN: u8 = 0x06;
/// The link was refused (NAK).
pub const REFUSED: u8 = 0x15;
/// The link was neither taken nor refused yet (SYN).
pub const KEEP_ALIVE: u8 = 0x16;

/// Writes all bytes, within [`IO_TIMEOUT`].
///
/// # Errors
/// The errors of the system.
pub fn write(mut stream: &Stream, bytes: &[u8]) -> io::Result<()> {
    local_socket::limit(stream, IO_TIMEOUT)?;
    stream.write_all(bytes)
}

/// `read_exact` with a deadline for all bytes. A timeout for each read would not limit a slow client.
///
/// # Errors
/// The errors of the system, and `TimedOut`.
pub fn read_exact(mut stream: &Stream, mut buffer: &mut [u8], deadline: Instant) -> io::Result<()> {
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
