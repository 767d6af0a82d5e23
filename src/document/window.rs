//! The page in our own window: `<style>` elements and `eval`.

use dioxus::prelude::*;

use crate::i18n::Language;

/// A style sheet that applies while the component is mounted.
#[component]
pub fn StyleSheet(rules: String) -> Element {
    rsx! { style { {rules} } }
}

pub(super) fn set_language(language: &Language) {
    // Both values are constants, so they need no escaping.
    document::eval(&format!(
        "document.documentElement.lang='{}';document.documentElement.dir='{}'",
        language.tag,
        language.direction()
    ));
}
