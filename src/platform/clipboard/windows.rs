//! Windows: the clipboard and its sequence number.

#![allow(unsafe_code)]

use std::ptr;

use secrecy::zeroize::Zeroizing;
use windows_sys::Win32::System::DataExchange::{
    CloseClipboard, EmptyClipboard, GetClipboardSequenceNumber, OpenClipboard,
};

/// The number of changes since the system started.
pub(super) type ChangeCount = u32;

pub(super) fn change_count() -> ChangeCount {
    // SAFETY: takes no arguments and returns a number.
    unsafe { GetClipboardSequenceNumber() }
}

/// Compares the sequence number; the content is not read.
pub(super) fn clear_if_unchanged(_pasted: Zeroizing<String>, count: ChangeCount) {
    if change_count() != count {
        return;
    }
    // SAFETY: no pointer of ours is passed. The clipboard is emptied and closed only if it was opened here.
    unsafe {
        if OpenClipboard(ptr::null_mut()) != 0 {
            EmptyClipboard();
            CloseClipboard();
        }
    }
}
