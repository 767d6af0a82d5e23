//! A screen that stands still: as a flow left it, driven by nobody.

use dioxus::prelude::*;

use super::{Environment, Exits, frame::Frame, guide};
use crate::{components::STYLES, flow::Flow, screens::Screen};

/// Makes the flow that is shown.
pub type FlowOf = fn(&Environment) -> Flow;

/// The screen of a flow, for galleries and tests of looks: nothing is asked of the service, no link is taken.
#[component]
pub fn Still(environment: Environment, flow: FlowOf, #[props(default)] exits: Exits) -> Element {
    guide::provide_still(environment.clone(), flow);
    use_context_provider(|| exits);
    rsx! {
        style { {STYLES} }
        Frame { Screen {} }
    }
}
