//! The path of a mailed link, such as `/reset/{uid}/{token}` or `/change-password`.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::template::is_name;

/// A path whose last segments can be values, one of them the token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PathPattern {
    prefix: String,
    names: Vec<String>,
}

/// A text that is not the pattern of a link.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PathPatternError {
    /// The text is not a path, or a segment is neither literal nor a name.
    #[error(
        "a pattern begins with `/`, does not end with one, and a name fills its segment, as in \"/reset/{{token}}\""
    )]
    Malformed,
    /// The token is missing.
    #[error("the pattern has no {{token}}")]
    NoToken,
    /// A literal segment follows a name.
    #[error("the pattern's names must be its last segments, as in \"/reset/{{uid}}/{{token}}\"")]
    NamesNotLast,
}

impl PathPattern {
    /// The literal beginning, without a slash at its end.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The names of the values in the last segments, in order.
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

impl TryFrom<String> for PathPattern {
    type Error = PathPatternError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        use PathPatternError::{Malformed, NamesNotLast, NoToken};
        let mut pattern = Self { prefix: String::new(), names: Vec::new() };
        let mut names_are_last = true;
        for segment in text.strip_prefix('/').ok_or(Malformed)?.split('/') {
            let name = segment.strip_prefix('{').and_then(|segment| segment.strip_suffix('}'));
            match name {
                Some(name) if is_name(name) => pattern.names.push(name.to_owned()),
                None if !segment.is_empty() && !segment.contains(['{', '}']) => {
                    names_are_last &= pattern.names.is_empty();
                    pattern.prefix.push('/');
                    pattern.prefix.push_str(segment);
                }
                _ => return Err(Malformed),
            }
        }
        if !pattern.names.is_empty() && !pattern.names.iter().any(|name| name == "token") {
            Err(NoToken)
        } else if names_are_last {
            Ok(pattern)
        } else {
            Err(NamesNotLast)
        }
    }
}

impl From<PathPattern> for String {
    fn from(pattern: PathPattern) -> Self {
        pattern.to_string()
    }
}

impl fmt::Display for PathPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.prefix)?;
        self.names.iter().try_for_each(|name| write!(f, "/{{{name}}}"))
    }
}
