//! Where the keyboard is in a page, and whether a person who looks can tell.

use serde_json::{Value, json};

use super::Window;
use super::page::{ask, lost};
use crate::failure::Result;

/// What has the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// What it is called; empty where nothing in particular has it.
    pub name: String,
    /// Whether a line is drawn around it, two pixels wide or more (WCAG 2.2, 2.4.7).
    pub outlined: bool,
    /// Whether all of it is within the window, and nothing lies over it (WCAG 2.2, 2.4.11).
    pub in_sight: bool,
}

impl Window<'_> {
    /// What has the keyboard at this moment. Errors as [`Window::heading`].
    pub async fn focus(&self) -> Result<Focus> {
        let question = "const it = document.activeElement ?? root;
            const name = it.contains(root) ? '' : nameOf(it);
            return [name, isOutlined(it), isInSight(it)]";
        let answer = self.evaluate(question, vec![]).await?;
        Ok(Focus {
            name: answer[0].as_str().unwrap_or_default().to_owned(),
            outlined: answer[1] == json!(true),
            in_sight: answer[2] == json!(true),
        })
    }

    /// Asks the page a question of the story's own: the body of a JavaScript function, which finds `arguments` and
    /// everything in `page.js`. Errors as [`Window::heading`].
    pub async fn evaluate(&self, question: &str, arguments: Vec<Value>) -> Result<Value> {
        ask(&self.client, question, arguments).await.map_err(|error| lost(&error))
    }
}
