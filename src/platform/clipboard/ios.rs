//! iOS: UIKit's pasteboard.

#![allow(unsafe_code)]

use objc2::MainThreadMarker;
use objc2_foundation::NSArray;
use objc2_ui_kit::UIPasteboard;
use secrecy::zeroize::Zeroizing;

/// The number of changes since the system started; `None` off the main thread.
pub(super) type ChangeCount = Option<isize>;

pub(super) fn change_count() -> ChangeCount {
    MainThreadMarker::new()?;
    // SAFETY: called on the main thread.
    Some(unsafe { UIPasteboard::generalPasteboard().changeCount() })
}

/// Compares the change count. Reading the content would make iOS ask the person for permission.
pub(super) fn clear_if_unchanged(_pasted: Zeroizing<String>, count: ChangeCount) {
    if count.is_some() && change_count() == count {
        // SAFETY: called on the main thread; the array is empty, so no item has a wrong type.
        unsafe { UIPasteboard::generalPasteboard().setItems(&NSArray::new()) };
    }
}
