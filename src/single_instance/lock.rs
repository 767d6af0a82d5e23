//! The lock file: whoever holds it is first.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;

use interprocess::local_socket::Listener;

use super::InstancePaths;
use crate::platform::local_socket;

/// What came of a try.
pub(super) enum Tried {
    Held(File),
    /// Another process holds it; the file that it holds.
    HeldByAnother(File),
}

fn open(paths: &InstancePaths, name: &str) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(paths.folder().join(name))
}

const LOCK: &str = "instance.lock";
const NEXT_LOCK: &str = "next.lock";
const TAKE_OVER_LOCK: &str = "take-over.lock";

/// Tries to lock the file that stands at its place now: another start may have put a new one there.
pub(super) fn try_lock(paths: &InstancePaths) -> io::Result<Tried> {
    loop {
        let file = open(paths, LOCK)?;
        match file.try_lock() {
            Ok(()) if is_in_place(paths, &file) => return Ok(Tried::Held(file)),
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
pub(super) fn take_over(paths: &InstancePaths, theirs: &File) -> io::Result<Option<(File, Listener)>> {
    let turn = open(paths, TAKE_OVER_LOCK)?;
    match turn.try_lock() {
        Ok(()) if is_in_place(paths, theirs) => {}
        Ok(()) | Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    let lock = open(paths, NEXT_LOCK)?;
    lock.try_lock()?;
    // First, so that whoever sees the new lock finds the new socket.
    let socket = local_socket::listen(paths.folder())?;
    local_socket::replace(&paths.folder().join(NEXT_LOCK), &paths.folder().join(LOCK))?;
    Ok(Some((lock, socket)))
}

fn is_in_place(paths: &InstancePaths, file: &File) -> bool {
    local_socket::is_same_file(file, &paths.folder().join(LOCK))
}
