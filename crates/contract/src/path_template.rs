//! The path of a call, such as `/{prefix}/reset`.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::template::{Piece, Template, TemplateError};

/// A template for the path of a URL. Its literal text cannot lead to another host or directory, or begin a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PathTemplate(Template);

/// A text that is not the path of a call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PathTemplateError {
    /// The text is not an absolute path, or has more than a path.
    #[error("a path begins with one `/` and has no `?`, `#`, `\\` or `..`; parameters belong into `query`")]
    NotAPath,
    /// The path has an optional placeholder, without which there would be no path.
    #[error("a path needs all its values; leave out the `?`")]
    Optional,
    /// The text is not a template.
    #[error(transparent)]
    Template(#[from] TemplateError),
}

impl PathTemplate {
    /// The template.
    pub fn template(&self) -> &Template {
        &self.0
    }
}

impl TryFrom<String> for PathTemplate {
    type Error = PathTemplateError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let is_relative = |segment: &str| [".", ".."].contains(&segment);
        if !text.starts_with('/') || text.starts_with("//") || text.split('/').any(is_relative) {
            return Err(PathTemplateError::NotAPath);
        }
        let template: Template = text.parse()?;
        let mut pieces = template.pieces().iter();
        if pieces.clone().any(|piece| matches!(piece, Piece::Optional(_))) {
            return Err(PathTemplateError::Optional);
        }
        if pieces.any(|piece| matches!(piece, Piece::Text(text) if text.contains(['?', '#', '\\']))) {
            return Err(PathTemplateError::NotAPath);
        }
        Ok(Self(template))
    }
}

impl From<PathTemplate> for String {
    fn from(path: PathTemplate) -> Self {
        path.to_string()
    }
}

impl fmt::Display for PathTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
