//! A screen that stands still: as a flow left it, driven by nobody.

use dioxus::prelude::*;

use super::styles::Styles;
use crate::{
    context::{Callbacks, Environment, provide_preview},
    flow::Flow,
    frame::Frame,
    screens::Screen,
};

/// Makes the flow that is shown. It is asked once.
#[derive(Clone, Copy)]
pub struct PreviewFlow(pub fn(&Environment) -> Flow);

impl PartialEq for PreviewFlow {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The screen of a flow, for galleries and tests of looks: nothing is asked of the service, no link is taken. With
/// `waited` it has waited for an answer for long, if it waits for one.
#[component]
pub fn Preview(
    environment: Environment,
    flow: PreviewFlow,
    #[props(default)] callbacks: Callbacks,
    #[props(default)] slow: bool,
) -> Element {
    provide_preview(environment, flow.0);
    use_context_provider(|| callbacks);
    rsx! {
        Styles {}
        Frame { slow, Screen {} }
    }
}
