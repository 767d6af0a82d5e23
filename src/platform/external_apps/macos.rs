//! macOS: AppKit.

use objc2::rc::Retained;
use objc2_app_kit::{NSWorkspace, NSWorkspaceOpenConfiguration};
use objc2_foundation::{NSString, NSURL, ns_string};

/// The default program for `mailto:` links.
fn mail_app() -> Option<Retained<NSURL>> {
    let mailto = NSURL::URLWithString(ns_string!("mailto:"))?;
    NSWorkspace::sharedWorkspace().URLForApplicationToOpenURL(&mailto)
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
