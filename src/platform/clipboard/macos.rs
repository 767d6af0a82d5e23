//! macOS: AppKit's pasteboard.

use objc2_app_kit::NSPasteboard;
use secrecy::zeroize::Zeroizing;

/// The number of changes since the system started.
pub(super) type ChangeCount = isize;

pub(super) fn change_count() -> ChangeCount {
    NSPasteboard::generalPasteboard().changeCount()
}

/// Compares the change count. Reading the content would make macOS ask the person for permission.
pub(super) fn clear_if_unchanged(_pasted: Zeroizing<String>, count: ChangeCount) {
    if change_count() == count {
        NSPasteboard::generalPasteboard().clearContents();
    }
}
