//! The page in a window of ours: `<style>` elements and `eval`.

use dioxus::prelude::*;

use crate::i18n::Language;

/// Rules of style, for as long as the component is there.
#[component]
pub fn StyleSheet(rules: String) -> Element {
    rsx! { style { {rules} } }
}

pub(super) fn set_language(language: &Language) {
    // Both come from our own list.
    document::eval(&format!(
        "document.documentElement.lang='{}';document.documentElement.dir='{}'",
        language.tag,
        language.direction()
    ));
}
