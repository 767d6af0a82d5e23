//! The local socket on Windows: a named pipe with the user's SID in its name, and a DACL that allows only this user.
//!
//! Any process can create a pipe of any name, so both sides check the user of the other process.

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

/// Creates the folder of the lock file. It is in the user's profile and inherits its access list.
pub fn make_private(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Creates the pipe for this user only. A pipe ends with its process, so there are no stale pipes.
pub fn listen(folder: &Path) -> io::Result<Listener> {
    let sid = user_sid(process::id())?;
    let list = U16CString::from_str(access_list(&sid)).map_err(io::Error::other)?;
    let descriptor = SecurityDescriptor::deserialize(&list)?;
    ListenerOptions::new().name(name(folder)?).security_descriptor(descriptor).create_sync()
}

/// Connects. A pipe accepts or fails at once, so no timeout is needed.
pub fn connect(folder: &Path, _: Duration) -> io::Result<Stream> {
    ConnectOptions::new().name(name(folder)?).connect_sync()
}

/// Whether the other process runs as this user. If it cannot be queried, it belongs to another user.
pub fn peer_is_this_user(stream: &Stream) -> io::Result<bool> {
    let Some(peer) = stream.peer_creds()?.pid() else { return Ok(false) };
    Ok(user_sid(peer).is_ok_and(|theirs| user_sid(process::id()).is_ok_and(|ours| ours == theirs)))
}

/// A pipe ends with its process.
pub fn peer_state(_: &Stream) -> PeerState {
    PeerState::Unknown
}

/// An open lock file cannot be replaced on Windows, so it is always the file at its path.
pub fn is_same_file(_: &File, _: &Path) -> bool {
    true
}

/// The pipe belongs to its process, whatever happens to the lock file.
pub fn replace(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The current user, for the name of a folder.
pub fn user() -> String {
    user_sid(process::id()).unwrap_or_default()
}

/// Pipes have no timeouts: the caller limits the wait, and only this user can connect.
pub fn limit(_: &Stream, _: Duration) -> io::Result<()> {
    Ok(())
}

/// Allows the running app to take the foreground. Windows grants that only to the process that was just started.
pub fn let_come_to_front(stream: &Stream) {
    if let Some(peer) = stream.peer_creds().ok().and_then(|creds| creds.pid()) {
        // SAFETY: takes a number; an invalid one is rejected.
        unsafe { AllowSetForegroundWindow(peer) };
    }
}

fn name(folder: &Path) -> io::Result<Name<'static>> {
    let app = folder.file_name().unwrap_or_default().to_string_lossy();
    pipe_name(&app, &user_sid(process::id())?, folder).to_ns_name::<GenericNamespaced>()
}

/// The SID of the user that a process runs as, as a string.
fn user_sid(process_id: u32) -> io::Result<String> {
    let token = process_token(process_id)?;
    // A TOKEN_USER with the longest SID (68 bytes) needs 84 bytes; u64 aligns its pointers.
    let mut buffer = [0u64; 32];
    let (size, mut needed) = (size_of_val(&buffer) as u32, 0);
    // SAFETY: the buffer is valid for `size` bytes and the handle is open.
    let read = unsafe {
        GetTokenInformation(token.as_raw_handle(), TokenUser, buffer.as_mut_ptr().cast(), size, &mut needed)
    };
    succeeded(read)?;
    let mut text = ptr::null_mut();
    // SAFETY: on success the buffer starts with a TOKEN_USER whose SID is in the same buffer.
    let written =
        unsafe { ConvertSidToStringSidW((*buffer.as_ptr().cast::<TOKEN_USER>()).User.Sid, &mut text) };
    succeeded(written)?;
    // SAFETY: on success `text` is a null-terminated string that LocalFree must free.
    unsafe {
        let sid = U16CStr::from_ptr_str(text).to_string_lossy();
        LocalFree(text.cast());
        Ok(sid)
    }
}

fn process_token(process_id: u32) -> io::Result<OwnedHandle> {
    // SAFETY: takes numbers; the returned handle is checked and owned from here on.
    let process = unsafe { OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, process_id) };
    if process.is_null() {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: just opened, and closed nowhere else.
    let process = unsafe { OwnedHandle::from_raw_handle(process) };
    let mut token = ptr::null_mut();
    // SAFETY: the process handle is open, and `token` has room for one handle.
    succeeded(unsafe { OpenProcessToken(process.as_raw_handle(), TOKEN_QUERY, &mut token) })?;
    // SAFETY: just opened, and closed nowhere else.
    Ok(unsafe { OwnedHandle::from_raw_handle(token) })
}

fn succeeded(result: i32) -> io::Result<()> {
    if result == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}
