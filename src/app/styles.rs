//! The style sheets of all screens.

use dioxus::prelude::*;

use crate::{components::STYLES, context::Environment, document::StyleSheet};

/// The style of all screens, and the brand's after it.
#[component]
pub(super) fn Styles() -> Element {
    let environment = use_context::<Environment>();
    let brand = use_hook(|| environment.brand.style());
    rsx! {
        StyleSheet { rules: STYLES }
        StyleSheet { rules: brand }
    }
}
