//! The headers of recorded responses.

use serde::{Deserialize, Serialize};

/// Headers as `NAME: VALUE`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Headers {
    /// Those that every response has.
    OfAll(Vec<String>),
    /// Those of each response, in order.
    OfEach(Vec<Vec<String>>),
}

impl Default for Headers {
    fn default() -> Self {
        Self::OfAll(Vec::new())
    }
}

impl Headers {
    /// The headers of these responses, written once if all have the same.
    pub(super) fn of_each(each: Vec<Vec<String>>) -> Self {
        match each.first() {
            Some(first) if each.iter().any(|other| other != first) => Self::OfEach(each),
            first => Self::OfAll(first.cloned().unwrap_or_default()),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::OfAll(all) if all.is_empty())
    }

    /// Those of the response with this index.
    pub fn of(&self, index: usize) -> &[String] {
        match self {
            Self::OfAll(all) => all,
            Self::OfEach(each) => each.get(index).map(Vec::as_slice).unwrap_or_default(),
        }
    }
}
