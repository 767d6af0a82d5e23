//! Phones and browsers: no program can be started by its name.

use super::MailApp;

pub(super) fn find() -> Option<MailApp> {
    None
}
