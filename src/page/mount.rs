//! The element that the page keeps for the screens: what it says of the product, and how they take the page's place.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Window};

use super::fragment::{Arrived, read};
use crate::{config::Config, link::LinkRules, platform::page_element};

/// Where the page's own script, which runs first, has left the fragment after clearing the address.
const FRAGMENT: &str = "fragment";
/// The attributes `data-…` that say what `[brand]` says elsewhere.
const BRAND: [&str; 4] = ["name", "support", "privacy", "terms"];

/// The element, in its page.
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

    /// A link that the page's own script has taken out of the address already. It is there once.
    pub(super) fn take_link(&self, rules: &LinkRules) -> Option<Arrived> {
        let fragment = Reflect::get(&self.element, &FRAGMENT.into()).ok()?.as_string()?;
        Reflect::set(&self.element, &FRAGMENT.into(), &JsValue::UNDEFINED).ok()?;
        read(&fragment, rules)
    }

    /// Puts what the page says of the product over what was compiled in. What could not be shown is left as it was:
    /// a support that is neither an address nor a page, for example.
    pub(super) fn tell_brand(&self, config: &mut Config) {
        for key in BRAND {
            if let Some(value) = self.element.get_attribute(&format!("data-{key}")) {
                drop(config.set_brand(key, &value));
            }
        }
    }

    /// Whether somebody has begun to fill in the page's own form, and would lose it: the program came late.
    pub(super) fn page_is_in_use(&self) -> bool {
        self.document.query_selector("main input:focus").is_ok_and(|field| field.is_some())
    }

    /// Takes away everything but the screens. Its style goes too.
    pub(super) fn take_over(&self, title: &str) {
        let Some(body) = self.document.body() else { return };
        self.document.set_title(title);
        let others = [body.children(), self.document.get_elements_by_tag_name("style")];
        for others in others {
            let all = (0..others.length()).filter_map(|place| others.item(place)).collect::<Vec<_>>();
            all.iter().filter(|other| **other != self.element).for_each(Element::remove);
        }
    }
}
