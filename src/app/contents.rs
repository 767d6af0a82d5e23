//! What a window shows.

use std::rc::Rc;

use dioxus::prelude::*;

use super::App;
use crate::context::Environment;

/// What a window shows, and the style sheets that its page has to allow for it.
#[derive(Clone)]
pub struct Contents {
    draw: Rc<dyn Fn() -> Element>,
    /// Those beside the sheets of every app.
    pub styles: Vec<&'static str>,
}

impl Contents {
    /// What `draw` draws, by a component that is always the same.
    pub fn new(draw: impl Fn() -> Element + 'static, styles: Vec<&'static str>) -> Self {
        Self { draw: Rc::new(draw), styles }
    }

    /// The recovery as a whole app.
    pub fn app(environment: Environment) -> Self {
        Self::new(move || rsx! { App { environment: environment.clone() } }, Vec::new())
    }

    /// Draws it.
    pub fn draw(&self) -> Element {
        (self.draw)()
    }
}

impl PartialEq for Contents {
    /// A window shows the same as long as it is open.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.draw, &other.draw)
    }
}
