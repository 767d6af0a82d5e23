//! The lock file: whoever holds it is first.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;

use interprocess::local_socket::Listener;

use super::SocketPlace;
use crate::platform::local_socket;

/// What came of a try.
pub(super) enum Tried {
    Held(File),
    /// Another process holds it; the file that it holds.
    HeldByAnother(File),
}

fn open(place: &SocketPlace, name: &str) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(place.folder().join(name))
}

const LOCK: &str = "instance.lock";
const NEXT_LOCK: &str = "next.lock";
const TAKE_OVER_LOCK: &str = "take-over.lock";

/// Tries to lock the file that stands at its place now: another start may have put a new one there.
pub(super) fn try_lock(place: &SocketPlace) -> io::Result<Tried> {
    loop {
        let file = open(place, LOCK)?;
        match file.try_lock() {
            Ok(()) if is_in_place(place, &file) => return Ok(Tried::Held(file)),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(Tried::HeldByAnother(file)),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
}

/// Opens a socket and puts a lock file of our own in the place of `theirs`, whose holder does not answer. `None` where
/// another start has done so already, or is about to.
///
/// # Errors
/// The system does not let go of a file that another process has open, or there is no new socket.
pub(super) fn take_over(place: &SocketPlace, theirs: &File) -> io::Result<Option<(File, Listener)>> {
    let turn = open(place, TAKE_OVER_LOCK)?;
    match turn.try_lock() {
        Ok(()) if is_in_place(place, theirs) => {}
        Ok(()) | Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    let lock = open(place, NEXT_LOCK)?;
    lock.try_lock()?;
    // First, so that whoever sees the new lock finds the new socket.
    let socket = local_socket::listen(place.folder())?;
    local_socket::replace(&place.folder().join(NEXT_LOCK), &place.folder().join(LOCK))?;
    Ok(Some((lock, socket)))
}

fn is_in_place(place: &SocketPlace, file: &File) -> bool {
    local_socket::is_same_file(file, &place.folder().join(LOCK))
}
