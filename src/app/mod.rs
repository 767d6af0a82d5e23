//! The app around the screens: what it is given, how a flow is driven, what frames it.

mod announcement;
mod document;
mod driver;
mod environment;
mod frame;
mod guide;
mod patience;
mod recovery;
mod shell;
mod still;

use dioxus::prelude::*;

#[cfg(all(target_arch = "wasm32", feature = "web"))]
pub(crate) use document::StyleSheet;
pub use environment::Environment;
pub use frame::Frame;
pub use guide::{Drafts, Guide, use_guide};
pub use recovery::{Exits, Recovery, RecoveryProvider, Service};
pub use shell::Shell;
pub use still::{FlowOf, Still};

use crate::route::Route;

/// The looks of the page around the screens.
pub(crate) const PAGE_STYLES: &str = include_str!("../../assets/page.css");

/// The whole app. Give it an [`Environment`]; it opens on whatever the environment's inbox and vault hold.
#[component]
pub fn App(environment: Environment) -> Element {
    rsx! {
        document::StyleSheet { rules: PAGE_STYLES }
        RecoveryProvider { environment,
            Router::<Route> {}
        }
    }
}
