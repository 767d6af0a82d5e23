//! The page in a browser, whose policy lets neither `<style>` elements nor `eval` in: style sheets made by script
//! (CSSOM, `adoptedStyleSheets`) and attributes set by the DOM are what it allows.

use dioxus::prelude::*;
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

use crate::i18n::Language;

/// Rules of style, for as long as the component is there.
#[component]
pub fn StyleSheet(rules: String) -> Element {
    // Before the first paint of what they style. A browser without such sheets shows everything unstyled, and works.
    let sheet = use_hook(|| adopt(&rules));
    use_drop(move || {
        if let Some(sheet) = sheet {
            abandon(&sheet);
        }
    });
    rsx! {}
}

pub(super) fn set_language(language: &Language) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    for (name, value) in [("lang", language.tag), ("dir", language.direction())] {
        // Only a name that is none is refused.
        drop(root.set_attribute(name, value));
    }
}

fn adopt(rules: &str) -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(rules).ok()?;
    let document = document()?;
    let sheets = document.adopted_style_sheets();
    document.set_adopted_style_sheets(&sheets.concat(&Array::of1(&sheet)));
    Some(sheet)
}

fn abandon(sheet: &CssStyleSheet) {
    let Some(document) = document() else { return };
    let mine: &JsValue = sheet.as_ref();
    let others = document.adopted_style_sheets().filter(&mut |other, _, _| other != *mine);
    document.set_adopted_style_sheets(&others);
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
