//! macOS: AppKit, which the window stands on.

use objc2::rc::Retained;
use objc2_app_kit::{NSPasteboard, NSWorkspace, NSWorkspaceOpenConfiguration};
use objc2_foundation::{NSString, NSURL, ns_string};
use secrecy::zeroize::Zeroizing;

/// The program that would write a letter, which is the one that this person reads mail with.
fn mail_app() -> Option<Retained<NSURL>> {
    let letter = NSURL::URLWithString(ns_string!("mailto:"))?;
    NSWorkspace::sharedWorkspace().URLForApplicationToOpenURL(&letter)
}

pub(super) fn has_mail_app() -> bool {
    mail_app().is_some()
}

pub(super) fn open_mail_app() -> bool {
    let Some(app) = mail_app() else { return false };
    NSWorkspace::sharedWorkspace().openApplicationAtURL_configuration_completionHandler(
        &app,
        &NSWorkspaceOpenConfiguration::configuration(),
        None,
    );
    true
}

pub(super) async fn open_link(address: String) -> bool {
    let address = NSURL::URLWithString(&NSString::from_str(&address));
    address.is_some_and(|address| NSWorkspace::sharedWorkspace().openURL(&address))
}

/// Counts what was copied since the system was started.
pub(super) type ClipboardChange = isize;

pub(super) fn clipboard_change() -> ClipboardChange {
    NSPasteboard::generalPasteboard().changeCount()
}

/// Without a look at what it holds, which makes macOS ask the person: the count tells whether that is what was pasted.
pub(super) fn empty_clipboard(_pasted: Zeroizing<String>, change: ClipboardChange) {
    if clipboard_change() == change {
        NSPasteboard::generalPasteboard().clearContents();
    }
}
