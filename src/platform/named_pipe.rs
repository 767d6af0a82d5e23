//! The local socket on Windows: a named pipe with this user's SID in its name and this user alone on its list.
//!
//! Names of pipes are free for all to take, so the other end's user is checked on both sides.

#![allow(unsafe_code)]

use std::fs::File;
use std::io;
use std::os::windows::io::{AsRawHandle as _, FromRawHandle as _, OwnedHandle};
use std::path::Path;
use std::time::Duration;
use std::{fs, process, ptr};

use interprocess::local_socket::traits::StreamCommon as _;
use interprocess::local_socket::{
    ConnectOptions, GenericNamespaced, Listener, ListenerOptions, Name, Stream, ToNsName as _,
};
use interprocess::os::windows::local_socket::ListenerOptionsExt as _;
use interprocess::os::windows::security_descriptor::SecurityDescriptor;
use widestring::{U16CStr, U16CString};
use windows_sys::Win32::Foundation::LocalFree;
use windows_sys::Win32::Security::Authorization::ConvertSidToStringSidW;
use windows_sys::Win32::Security::{GetTokenInformation, TOKEN_QUERY, TOKEN_USER, TokenUser};
use windows_sys::Win32::System::Threading::{
    OpenProcess, OpenProcessToken, PROCESS_QUERY_LIMITED_INFORMATION,
};
use windows_sys::Win32::UI::WindowsAndMessaging::AllowSetForegroundWindow;

use super::PeerState;
use super::pipe_name::{access_list, pipe_name};

/// Makes the folder of the lock file. It lies in the user's own profile and inherits its access list.
pub(crate) fn make_private(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Opens the pipe for this user alone. A pipe dies with its process, so nothing stale is ever in the way.
pub(crate) fn listen(folder: &Path) -> io::Result<Listener> {
    let sid = user_sid(process::id())?;
    let list = U16CString::from_str(access_list(&sid)).map_err(io::Error::other)?;
    let descriptor = SecurityDescriptor::deserialize(&list)?;
    ListenerOptions::new().name(name(folder)?).security_descriptor(descriptor).create_sync()
}

/// Connects. A pipe answers or refuses at once, so there is nothing to wait for.
pub(crate) fn connect(folder: &Path, _: Duration) -> io::Result<Stream> {
    ConnectOptions::new().name(name(folder)?).connect_sync()
}

/// Whether the process at the other end runs as this user. One that may not even be asked about is another's.
pub(crate) fn peer_is_this_user(stream: &Stream) -> io::Result<bool> {
    let Some(peer) = stream.peer_creds()?.pid() else { return Ok(false) };
    Ok(user_sid(peer).is_ok_and(|theirs| user_sid(process::id()).is_ok_and(|ours| ours == theirs)))
}

/// A pipe dies with its process, at once.
pub(crate) fn peer_state(_: &Stream) -> PeerState {
    PeerState::Unknown
}

/// A lock file that is open elsewhere cannot be replaced, so it always is the one at its path.
pub(crate) fn is_same_file(_: &File, _: &Path) -> bool {
    true
}

/// The name of the pipe belongs to the process that has it, whatever becomes of the lock file.
pub(crate) fn replace(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// This user, in the name of a folder.
pub(crate) fn user() -> String {
    user_sid(process::id()).unwrap_or_default()
}

/// Pipes know no timeouts: the caller bounds the wait, and the list of those who may connect has one name on it.
pub(crate) fn limit(_: &Stream, _: Duration) -> io::Result<()> {
    Ok(())
}

/// Lets the running app take the foreground, which Windows gives only to the process that was just started.
pub(crate) fn let_come_to_front(stream: &Stream) {
    if let Some(peer) = stream.peer_creds().ok().and_then(|creds| creds.pid()) {
        // SAFETY: takes a number; a wrong one is refused.
        unsafe { AllowSetForegroundWindow(peer) };
    }
}

fn name(folder: &Path) -> io::Result<Name<'static>> {
    let app = folder.file_name().unwrap_or_default().to_string_lossy();
    pipe_name(&app, &user_sid(process::id())?, folder).to_ns_name::<GenericNamespaced>()
}

/// The SID of the user whom a process runs as, as text.
fn user_sid(process_id: u32) -> io::Result<String> {
    let token = process_token(process_id)?;
    // A TOKEN_USER and the longest SID (68 bytes) take 84; u64 gives the alignment of the pointers in it.
    let mut buffer = [0u64; 32];
    let (size, mut needed) = (size_of_val(&buffer) as u32, 0);
    // SAFETY: the buffer is valid for `size` bytes and the handle is open.
    let read = unsafe {
        GetTokenInformation(token.as_raw_handle(), TokenUser, buffer.as_mut_ptr().cast(), size, &mut needed)
    };
    succeeded(read)?;
    let mut text = ptr::null_mut();
    // SAFETY: on success the buffer begins with a TOKEN_USER whose SID lies in the same buffer.
    let written =
        unsafe { ConvertSidToStringSidW((*buffer.as_ptr().cast::<TOKEN_USER>()).User.Sid, &mut text) };
    succeeded(written)?;
    // SAFETY: on success `text` is a string with a terminating zero, ours to free with LocalFree.
    unsafe {
        let sid = U16CStr::from_ptr_str(text).to_string_lossy();
        LocalFree(text.cast());
        Ok(sid)
    }
}

fn process_token(process_id: u32) -> io::Result<OwnedHandle> {
    // SAFETY: takes numbers; the handle it gives is checked and owned from here on.
    let process = unsafe { OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, process_id) };
    if process.is_null() {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: just opened, and nobody else closes it.
    let process = unsafe { OwnedHandle::from_raw_handle(process) };
    let mut token = ptr::null_mut();
    // SAFETY: the process handle is open and `token` is a place for one handle.
    succeeded(unsafe { OpenProcessToken(process.as_raw_handle(), TOKEN_QUERY, &mut token) })?;
    // SAFETY: just opened, and nobody else closes it.
    Ok(unsafe { OwnedHandle::from_raw_handle(token) })
}

fn succeeded(result: i32) -> io::Result<()> {
    if result == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}
