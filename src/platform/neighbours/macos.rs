//! macOS: AppKit, which the window stands on.

use objc2::rc::Retained;
use objc2_app_kit::{NSPasteboard, NSWorkspace, NSWorkspaceOpenConfiguration};
use objc2_foundation::{NSURL, ns_string};
use secrecy::zeroize::Zeroizing;

/// The program that would write a letter, which is the one that this person reads mail with.
fn mail_app() -> Option<Retained<NSURL>> {
    let letter = NSURL::URLWithString(ns_string!("mailto:"))?;
    NSWorkspace::sharedWorkspace().URLForApplicationToOpenURL(&letter)
}

pub(super) fn has_mail_app() -> bool {
    mail_app().is_some()
}

pub(super) fn open_mail_app() {
    if let Some(app) = mail_app() {
        NSWorkspace::sharedWorkspace().openApplicationAtURL_configuration_completionHandler(
            &app,
            &NSWorkspaceOpenConfiguration::configuration(),
            None,
        );
    }
}

/// Without a look at what it holds: that is what was pasted this moment, and to look makes macOS ask the person.
pub(super) fn take_from_clipboard(_pasted: Zeroizing<String>) {
    NSPasteboard::generalPasteboard().clearContents();
}
