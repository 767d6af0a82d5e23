//! The local socket on Unix: a file in a folder that only this user can enter.

use std::fs::{self, DirBuilder, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, PermissionsExt as _};
use std::path::Path;
use std::time::Duration;

use interprocess::ConnectWaitMode;
use interprocess::local_socket::traits::{Stream as _, StreamCommon as _};
use interprocess::local_socket::{
    ConnectOptions, GenericFilePath, Listener, ListenerOptions, Name, Stream, ToFsName as _,
};

use crate::link::single_instance::SocketPlace;

/// Makes the folder, 0700 whatever the umask says, and refuses one that is a link or another user's.
pub(crate) fn make_private(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let found = fs::symlink_metadata(folder)?;
    if !found.is_dir() || found.uid() != this_user() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "not a folder of this user"));
    }
    if found.mode() & 0o077 != 0 {
        fs::set_permissions(folder, Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// Opens the socket in place of whatever a crash left there; the caller holds the lock. The folder keeps others out
/// while the file still has the umask's mode.
pub(crate) fn listen(place: &SocketPlace) -> io::Result<Listener> {
    let path = place.folder().join(SOCKET);
    match fs::remove_file(&path) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
        _ => {}
    }
    let listener = ListenerOptions::new().name(name(place)?).create_sync()?;
    fs::set_permissions(&path, Permissions::from_mode(0o600))?;
    Ok(listener)
}

/// Connects, waiting at most `limit` for a listener whose queue is full.
pub(crate) fn connect(place: &SocketPlace, limit: Duration) -> io::Result<Stream> {
    ConnectOptions::new().name(name(place)?).wait_mode(ConnectWaitMode::Timeout(limit)).connect_sync()
}

/// Whether the process at the other end runs as this user.
pub(crate) fn peer_is_this_user(stream: &Stream) -> io::Result<bool> {
    Ok(stream.peer_creds()?.euid() == Some(this_user()))
}

/// Bounds the next read and the next write.
pub(crate) fn limit(stream: &Stream, limit: Duration) -> io::Result<()> {
    stream.set_recv_timeout(Some(limit))?;
    stream.set_send_timeout(Some(limit))
}

/// Windows wants to be asked; here a window may raise itself.
pub(crate) fn let_come_to_front(_: &Stream) {}

const SOCKET: &str = "instance.sock";

fn name(place: &SocketPlace) -> io::Result<Name<'static>> {
    place.folder().join(SOCKET).to_fs_name::<GenericFilePath>()
}

fn this_user() -> u32 {
    rustix::process::geteuid().as_raw()
}
