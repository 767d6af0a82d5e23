//! The app around the screens: what it is given, how a flow is driven, what frames it.

mod driver;
mod environment;
mod guide;
mod shell;

use dioxus::prelude::*;

pub use environment::Environment;
pub use guide::{Drafts, Guide, use_guide};
pub use shell::Shell;

use crate::{components::STYLES, route::Route};

/// The whole app. Give it an [`Environment`]; it opens on whatever the environment's inbox and vault hold.
#[component]
pub fn App(environment: Environment) -> Element {
    guide::provide(environment);
    rsx! {
        style { {STYLES} }
        Router::<Route> {}
    }
}
