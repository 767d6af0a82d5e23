//! The page's element for the screens: reads the brand from it, and replaces the page.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Window};

use super::fragment::{OpenedLink, parse};
use crate::{config::Config, link::LinkRules, platform::page_element};

/// The property in which the page's own script stores the fragment after it cleared the address.
const FRAGMENT: &str = "fragment";
/// The `data-…` attributes with values for `[brand]`.
const BRAND: [&str; 6] = ["name", "support", "privacy", "terms", "accent", "accent_dark"];

/// The element and its document.
#[derive(Clone, PartialEq)]
pub(super) struct Mount {
    document: Document,
    element: Element,
}

impl Mount {
    pub(super) fn find(window: &Window) -> Option<Self> {
        Some(Self { document: window.document()?, element: page_element()? })
    }

    pub(super) fn element(&self) -> Element {
        self.element.clone()
    }

    /// A link that the page's own script has already removed from the address. Returned once.
    pub(super) fn take_link(&self, rules: &LinkRules) -> Option<OpenedLink> {
        let fragment = Reflect::get(&self.element, &FRAGMENT.into()).ok()?.as_string()?;
        Reflect::set(&self.element, &FRAGMENT.into(), &JsValue::UNDEFINED).ok()?;
        parse(&fragment, rules)
    }

    /// Overrides the compiled-in brand with the page's attributes. Invalid values are skipped.
    pub(super) fn apply_brand(&self, config: &mut Config) {
        for key in BRAND {
            if let Some(value) = self.element.get_attribute(&format!("data-{}", key.replace('_', "-"))) {
                drop(config.set_brand(key, &value));
            }
        }
    }

    /// Whether the person is already using the page's own form and would lose the input.
    pub(super) fn page_is_in_use(&self) -> bool {
        self.document.query_selector("main input:focus").is_ok_and(|field| field.is_some())
    }

    /// Removes everything but the screens, including the page's styles.
    pub(super) fn replace_page(&self, title: &str) {
        let Some(body) = self.document.body() else { return };
        self.document.set_title(title);
        let others = [body.children(), self.document.get_elements_by_tag_name("style")];
        for others in others {
            let all = (0..others.length()).filter_map(|place| others.item(place)).collect::<Vec<_>>();
            all.iter().filter(|other| **other != self.element).for_each(Element::remove);
        }
    }
}
