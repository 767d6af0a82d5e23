//! A screen that stands still: as a flow left it, driven by nobody.

use dioxus::prelude::*;

use super::styles::Looks;
use crate::{
    context::{Environment, Exits, provide_still},
    flow::Flow,
    frame::Frame,
    screens::Screen,
};

/// Makes the flow that is shown. It is asked once.
#[derive(Clone, Copy)]
pub struct FlowOf(pub fn(&Environment) -> Flow);

impl PartialEq for FlowOf {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The screen of a flow, for galleries and tests of looks: nothing is asked of the service, no link is taken. With
/// `waited` it has waited for an answer for long, if it waits for one.
#[component]
pub fn Still(
    environment: Environment,
    flow: FlowOf,
    #[props(default)] exits: Exits,
    #[props(default)] waited: bool,
) -> Element {
    provide_still(environment, flow.0);
    use_context_provider(|| exits);
    rsx! {
        Looks {}
        Frame { waited, Screen {} }
    }
}
