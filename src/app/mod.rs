//! The recovery as an app ([`App`]), or as a part of another app ([`Recovery`], [`RecoveryProvider`]).

mod preview;
mod recovery;
mod styles;
mod window_content;

use dioxus::prelude::*;

pub use crate::context::{Callbacks, Drafts, Environment, RecoveryHandle, Service, use_recovery};
pub use crate::layout::Layout;
pub use crate::route::Shell;
pub use preview::{Preview, PreviewFlow};
pub use recovery::{Recovery, RecoveryProvider};
pub use window_content::WindowContent;

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
