//! The local socket on Unix: a socket file in a folder that only this user can enter.

#![allow(unsafe_code)]

use std::fs::{self, DirBuilder, File, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, PermissionsExt as _};
use std::os::unix::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use interprocess::ConnectWaitMode;
use interprocess::local_socket::traits::{Stream as _, StreamCommon as _};
use interprocess::local_socket::{
    ConnectOptions, GenericFilePath, Listener, ListenerOptions, Name, Stream, ToFsName as _,
};
use rustix::process::{Pid, test_kill_process};

use super::PeerState;

/// Creates the folder with mode 0700, regardless of the umask. Rejects a symbolic link, a folder of another user, and a
/// path that is too long for a socket.
pub fn make_private(folder: &Path) -> io::Result<()> {
    SocketAddr::from_pathname(folder.join(SOCKET))?;
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

/// Creates the socket and replaces a stale one; the caller holds the lock. The folder's mode protects the socket until
/// its own mode is set.
pub fn listen(folder: &Path) -> io::Result<Listener> {
    let path = folder.join(SOCKET);
    match fs::remove_file(&path) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
        _ => {}
    }
    // Do not remove the file at exit: another process may have taken over and own it by then.
    let listener = ListenerOptions::new().name(name(folder)?).reclaim_name(false).create_sync()?;
    fs::set_permissions(&path, Permissions::from_mode(0o600))?;
    Ok(listener)
}

/// Connects, and waits at most `limit` if the listener's queue is full.
pub fn connect(folder: &Path, limit: Duration) -> io::Result<Stream> {
    ConnectOptions::new().name(name(folder)?).wait_mode(ConnectWaitMode::Timeout(limit)).connect_sync()
}

/// Whether the peer process runs as this user.
pub fn peer_is_this_user(stream: &Stream) -> io::Result<bool> {
    Ok(peer_user(stream)? == Some(this_user()))
}

/// `peer_creds` fails if the other process has no id here, as between two starts of a Flatpak: each has its own sandbox.
#[cfg(target_os = "linux")]
fn peer_user(stream: &Stream) -> io::Result<Option<u32>> {
    use std::os::fd::{AsFd as _, AsRawFd as _};

    let Stream::UdSocket(socket) = stream;
    let mut peer = libc::ucred { pid: 0, uid: u32::MAX, gid: u32::MAX };
    let mut size = size_of_val(&peer) as libc::socklen_t;
    // SAFETY: the socket is open, and `peer` has room for `size` bytes.
    let read = unsafe {
        libc::getsockopt(
            socket.as_fd().as_raw_fd(),
            libc::SOL_SOCKET,
            libc::SO_PEERCRED,
            (&raw mut peer).cast(),
            &raw mut size,
        )
    };
    if read == 0 { Ok(Some(peer.uid)) } else { Err(io::Error::last_os_error()) }
}

#[cfg(not(target_os = "linux"))]
fn peer_user(stream: &Stream) -> io::Result<Option<u32>> {
    Ok(stream.peer_creds()?.euid())
}

/// The state of the peer process.
pub fn peer_state(stream: &Stream) -> PeerState {
    stream.peer_creds().ok().and_then(|peer| peer.pid()).map_or(PeerState::Unknown, process_state)
}

fn process_state(process: i32) -> PeerState {
    match fs::read_to_string(format!("/proc/{process}/stat")) {
        Ok(stat) => state_in(&stat),
        Err(_) => match Pid::from_raw(process).map(test_kill_process) {
            Some(Err(rustix::io::Errno::SRCH)) => PeerState::Ending,
            _ => PeerState::Unknown,
        },
    }
}

/// The state follows the program's name, which is in parentheses and can contain some: proc_pid_stat(5).
fn state_in(stat: &str) -> PeerState {
    match stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next()) {
        Some('Z' | 'X' | 'x') => PeerState::Ending,
        Some('R' | 'S' | 'D' | 'I') => PeerState::Running,
        _ => PeerState::Unknown,
    }
}

/// Whether an open file is the file at a path.
pub fn is_same_file(file: &File, path: &Path) -> bool {
    let of = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let (Ok(open), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else { return false };
    of(open) == of(there)
}

/// Replaces a file, even if a process has it open.
pub fn replace(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// The id of the current user as text, for the name of a folder.
pub fn user() -> String {
    this_user().to_string()
}

/// Sets the timeouts of the next read and write.
pub fn limit(stream: &Stream, limit: Duration) -> io::Result<()> {
    stream.set_recv_timeout(Some(limit))?;
    stream.set_send_timeout(Some(limit))
}

/// Does nothing: outside of Windows, a window can raise itself.
pub fn let_come_to_front(_: &Stream) {}

const SOCKET: &str = "instance.sock";

fn name(folder: &Path) -> io::Result<Name<'static>> {
    folder.join(SOCKET).to_fs_name::<GenericFilePath>()
}

fn this_user() -> u32 {
    rustix::process::geteuid().as_raw()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::io::Write as _;
    use std::process::{Command, id};

    use interprocess::local_socket::traits::Listener as _;

    use super::*;

    const FOLDER: &str = "LATCHKEY_TEST_FOLDER";

    /// As between two starts of a Flatpak.
    #[test]
    #[cfg(target_os = "linux")]
    fn user_is_known_between_sandboxes() {
        // In it, this process has no id.
        let sandbox = ["--user", "--map-root-user", "--pid", "--fork"];
        if !Command::new("unshare").args(sandbox).arg("true").status().is_ok_and(|status| status.success()) {
            // Not captured, so that ./scripts/test reports it.
            let skipped =
                "skipped: user_is_known_between_sandboxes: this machine allows no process namespaces";
            writeln!(io::stderr(), "{skipped}").unwrap();
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let listener = listen(folder.path()).unwrap();
        let inside = "platform::local_socket::tests::inside_of_the_sandbox";
        let output = Command::new("unshare")
            .args(sandbox)
            .arg(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", inside])
            .env(FOLDER, folder.path())
            .output()
            .unwrap();
        assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "{output:?}");
        assert!(peer_is_this_user(&listener.accept().unwrap()).unwrap());
    }

    #[test]
    #[ignore = "is run by the test above"]
    fn inside_of_the_sandbox() {
        let Some(folder) = std::env::var_os(FOLDER) else { return };
        let stream = connect(Path::new(&folder), Duration::from_secs(10)).unwrap();
        assert!(peer_is_this_user(&stream).unwrap());
        assert_eq!(peer_state(&stream), PeerState::Unknown);
    }

    #[test]
    fn process_state_is_parsed_from_stat() {
        for (stat, state) in [
            ("7 (latchkey) S 1 7", PeerState::Running),
            ("7 (latchkey) R 1 7", PeerState::Running),
            ("7 (latchkey) T 1 7", PeerState::Unknown),
            ("7 (latchkey) Z 1 7", PeerState::Ending),
            ("7 (latchkey) X 1 7", PeerState::Ending),
            ("7 (a) Z (b) S 1 7", PeerState::Running),
            ("7 (a) S (b) Z 1 7", PeerState::Ending),
            ("", PeerState::Unknown),
        ] {
            assert_eq!(state_in(stat), state, "{stat}");
        }
    }

    #[test]
    fn zombie_and_reaped_process_are_ending() {
        let mut child = Command::new("sleep").arg("1000").spawn().unwrap();
        let process = i32::try_from(child.id()).unwrap();
        assert_ne!(process_state(process), PeerState::Ending);
        assert_ne!(process_state(i32::try_from(id()).unwrap()), PeerState::Ending);
        child.kill().unwrap();
        // The child stays a zombie until it is waited for.
        while process_state(process) != PeerState::Ending {
            std::thread::yield_now();
        }
        child.wait().unwrap();
        assert_eq!(process_state(process), PeerState::Ending);
    }
}
