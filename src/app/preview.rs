//! A static preview of a screen.

use dioxus::prelude::*;

use super::styles::Styles;
use crate::{
    context::{Callbacks, Environment, provide_preview},
    flow::Flow,
    layout::Layout,
    screens::Screen,
};

/// Creates the flow of a preview. It is called once.
#[derive(Clone, Copy)]
pub struct PreviewFlow(pub fn(&Environment) -> Flow);

impl PartialEq for PreviewFlow {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The screen of a flow, for galleries and screenshots. It makes no calls and takes no links. With `slow`, a call in
/// flight counts as slow. With `mail_app`, the device has a mail program. `password` is in the password field.
#[component]
pub fn Preview(
    environment: Environment,
    flow: PreviewFlow,
    #[props(default)] callbacks: Callbacks,
    #[props(default)] slow: bool,
    #[props(default)] mail_app: bool,
    #[props(default)] password: &'static str,
) -> Element {
    provide_preview(environment, flow.0, mail_app, password);
    use_context_provider(|| callbacks);
    rsx! {
        Styles {}
        Layout { slow, Screen {} }
    }
}
