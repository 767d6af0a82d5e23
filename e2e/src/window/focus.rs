//! The element with keyboard focus, and whether its focus indicator is visible.

use serde_json::{Value, json};

use super::Window;
use super::page::{driver_error, evaluate};
use crate::error::Result;

/// The element with keyboard focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusedElement {
    /// The accessible name of the element; empty if no particular element has focus.
    pub name: String,
    /// Whether it has an outline at least two pixels wide (WCAG 2.2, 2.4.7).
    pub outlined: bool,
    /// Whether its corners are as round as without the focus, so that the outline follows its shape.
    pub keeps_shape: bool,
    /// Whether all of it is inside the window and nothing covers it (WCAG 2.2, 2.4.11).
    pub fully_visible: bool,
}

impl Window<'_> {
    /// The element with keyboard focus.
    ///
    /// # Errors
    /// The same as [`Window::heading`].
    pub async fn focus(&self) -> Result<FocusedElement> {
        let script = "const focused = document.activeElement ?? root;
            const name = focused.contains(root) ? '' : nameOf(focused);
            return [name, isOutlined(focused), isFullyVisible(focused), keepsShape(focused)]";
        let result = self.evaluate(script, vec![]).await?;
        Ok(FocusedElement {
            name: result[0].as_str().unwrap_or_default().to_owned(),
            outlined: result[1] == json!(true),
            fully_visible: result[2] == json!(true),
            keeps_shape: result[3] == json!(true),
        })
    }

    /// Runs the body of a JavaScript function in the page and returns its result. `arguments` and everything in
    /// `page.js` are in scope.
    ///
    /// # Errors
    /// The same as [`Window::heading`].
    pub async fn evaluate(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        evaluate(&self.client, script, arguments).await.map_err(|error| driver_error(&error))
    }
}
