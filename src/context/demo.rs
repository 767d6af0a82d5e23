//! What a demo adds to the screens.

use dioxus::prelude::*;

/// What a demo adds to the screens. Its texts are in English only.
#[derive(Clone, Copy, PartialEq)]
pub struct DemoHints {
    /// The address of the demo's account, offered below the empty field.
    pub account: &'static str,
    /// The text before that address.
    pub use_account: &'static str,
    /// The text of the button that opens the demo's inbox, in the place of the mail program.
    pub open_inbox: &'static str,
    /// Opens that inbox.
    pub on_open_inbox: EventHandler<()>,
}
