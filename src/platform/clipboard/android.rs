//! Android: calls the activity.

use super::super::android;
use secrecy::zeroize::Zeroizing;

/// When the clipboard was last filled; `None` without an activity to ask.
pub(super) type ChangeCount = Option<i64>;

pub(super) fn change_count() -> ChangeCount {
    android::clipboard_change()
}

/// Compares the time of the last change. Reading the clipboard would show a notice to the person.
pub(super) fn clear_if_unchanged(_pasted: Zeroizing<String>, count: ChangeCount) {
    if count.is_some() && change_count() == count {
        android::empty_clipboard();
    }
}
