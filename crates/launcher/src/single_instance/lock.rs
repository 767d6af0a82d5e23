//! The lock file. The process that holds it is the running app.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;

use interprocess::local_socket::Listener as Socket;

use super::InstancePaths;
use crate::platform::local_socket;

/// The result of an attempt to lock.
pub(super) enum TryLock {
    Acquired(File),
    /// Another process holds this file.
    HeldByAnother(File),
}

fn open(paths: &InstancePaths, name: &str) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(paths.folder().join(name))
}

const LOCK: &str = "instance.lock";
const NEXT_LOCK: &str = "next.lock";
const TAKE_OVER_LOCK: &str = "take-over.lock";

/// Tries to lock the current lock file. Another start may have replaced the file since it was opened.
pub(super) fn try_lock(paths: &InstancePaths) -> io::Result<TryLock> {
    loop {
        let file = open(paths, LOCK)?;
        match file.try_lock() {
            Ok(()) if is_current(paths, &file) => return Ok(TryLock::Acquired(file)),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(TryLock::HeldByAnother(file)),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
}

/// Opens a new socket and replaces the lock file `held`, whose holder does not respond. `None` if another start has done
/// so, or is doing so.
///
/// # Errors
/// The system cannot replace a file that another process has open, or open a new socket.
pub(super) fn take_over(paths: &InstancePaths, held: &File) -> io::Result<Option<(File, Socket)>> {
    let take_over = open(paths, TAKE_OVER_LOCK)?;
    match take_over.try_lock() {
        Ok(()) if is_current(paths, held) => {}
        Ok(()) | Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    let lock = open(paths, NEXT_LOCK)?;
    lock.try_lock()?;
    // Opened before the lock is replaced, so that a process that sees the new lock finds the new socket.
    let socket = local_socket::listen(paths.folder())?;
    local_socket::replace(&paths.folder().join(NEXT_LOCK), &paths.folder().join(LOCK))?;
    Ok(Some((lock, socket)))
}

fn is_current(paths: &InstancePaths, file: &File) -> bool {
    local_socket::is_same_file(file, &paths.folder().join(LOCK))
}
