//! The page's element for the app, in a browser.

use web_sys::Element;

/// The id of the element.
const ID: &str = "latchkey";

/// The element, if the page has one.
pub(crate) fn page_element() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(ID)
}
