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

/// Focuses a field and selects its text. A field that already has the focus loses it first: otherwise a screen reader
/// would not read its new error.
pub(super) fn focus_and_select(id: &'static str) {
    document::eval(&format!(
        "setTimeout(() => {{
            const field = document.getElementById('{id}');
            if (field === document.activeElement) field.blur();
            field?.focus({{ preventScroll: true }});
            field?.select?.();
            field?.scrollIntoView({{ block: 'nearest' }});
        }})"
    ));
}

/// Whether the person most likely points with a mouse, and types with keys that do not cover the screen.
pub(super) fn has_fine_pointer() -> bool {
    !cfg!(any(target_os = "android", target_os = "ios"))
}
