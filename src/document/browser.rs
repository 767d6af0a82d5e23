//! The page in a browser. Its Content-Security-Policy forbids `<style>` elements and `eval`, but allows constructed style
//! sheets (`adoptedStyleSheets`) and attributes set through the DOM.

use dioxus::prelude::*;
use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CssStyleSheet, HtmlInputElement};

use crate::i18n::Language;

/// A style sheet that applies while the component is mounted.
#[component]
pub fn StyleSheet(rules: String) -> Element {
    // A hook runs before the first paint. In a browser without constructed style sheets the app works unstyled.
    let sheet = use_hook(|| add(&rules));
    use_drop(move || {
        if let Some(sheet) = sheet {
            remove(&sheet);
        }
    });
    rsx! {}
}

pub(super) fn set_language(language: &Language) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    for (name, value) in [("lang", language.tag), ("dir", language.direction())] {
        // Fails only for an invalid attribute name.
        drop(root.set_attribute(name, value));
    }
}

/// Focuses a field and selects its text. A field that already has the focus loses it first: otherwise a screen reader
/// would not read its new error.
pub(super) fn focus_and_select(id: &'static str) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else { return };
    // These fail only for elements that cannot have the focus.
    drop(field.blur());
    drop(field.focus());
    field.select();
}

/// Whether the person points with a mouse, and types with keys that do not cover the screen.
pub(super) fn has_fine_pointer() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(pointer: fine)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

fn add(rules: &str) -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(rules).ok()?;
    let document = document()?;
    let sheets = document.adopted_style_sheets();
    document.set_adopted_style_sheets(&sheets.concat(&Array::of1(&sheet)));
    Some(sheet)
}

fn remove(sheet: &CssStyleSheet) {
    let Some(document) = document() else { return };
    let removed: &JsValue = sheet.as_ref();
    let others = document.adopted_style_sheets().filter(&mut |other, _, _| other != *removed);
    document.set_adopted_style_sheets(&others);
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
