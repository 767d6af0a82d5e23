//! The content of a window.

use std::rc::Rc;

use dioxus::prelude::*;

use super::App;
use crate::context::Environment;

/// The content of a window, and its style sheets, which the policy of the page must list.
#[derive(Clone)]
pub struct WindowContent {
    render: Rc<dyn Fn() -> Element>,
    /// Extra style sheets.
    pub styles: Vec<&'static str>,
}

impl WindowContent {
    /// The elements that `render` returns. It must not change while the window is open.
    pub fn new(render: impl Fn() -> Element + 'static, styles: Vec<&'static str>) -> Self {
        Self { render: Rc::new(render), styles }
    }

    /// The recovery as a whole app.
    pub fn app(environment: Environment) -> Self {
        Self::new(move || rsx! { App { environment: environment.clone() } }, Vec::new())
    }

    /// Renders the content.
    pub fn render(&self) -> Element {
        (self.render)()
    }
}

impl PartialEq for WindowContent {
    /// A window has the same content as long as it is open.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.render, &other.render)
    }
}
