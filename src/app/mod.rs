//! The recovery as an app ([`App`]), or as a part of another app ([`Recovery`], [`RecoveryProvider`]).

mod contents;
mod preview;
mod recovery;
mod styles;

use dioxus::prelude::*;

pub use crate::context::{Callbacks, Drafts, Environment, RecoveryHandle, Service, use_recovery};
pub use crate::frame::Frame;
pub use crate::route::Shell;
pub use contents::Contents;
pub use preview::{Preview, PreviewFlow};
pub use recovery::{Recovery, RecoveryProvider};

use crate::{document::StyleSheet, route::Route};

/// The styles of the page around the screens.
pub(crate) const PAGE_STYLES: &str = include_str!("../../assets/page.css");

/// The whole app. The content of the environment's inbox and vault decides which screen is first.
#[component]
pub fn App(environment: Environment) -> Element {
    rsx! {
        StyleSheet { rules: PAGE_STYLES }
        RecoveryProvider { environment,
            Router::<Route> {}
        }
    }
}
