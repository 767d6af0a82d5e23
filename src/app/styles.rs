//! The style sheets of all screens.

use dioxus::prelude::*;

use crate::{components::STYLES, context::Environment, document::StyleSheet};

/// The styles of all screens, and then those of the brand.
#[component]
pub(super) fn Styles() -> Element {
    let environment = use_context::<Environment>();
    let brand = use_hook(|| environment.brand.style());
    rsx! {
        StyleSheet { rules: STYLES }
        StyleSheet { rules: brand }
    }
}
