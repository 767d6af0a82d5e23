//! The element that a page in a browser keeps for the app.

use web_sys::Element;

/// Its id.
const ID: &str = "latchkey";

/// The element, where the page has one.
pub(crate) fn page_element() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(ID)
}
