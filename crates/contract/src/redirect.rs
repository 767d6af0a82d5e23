//! The target of a redirect that means something. Redirects are never followed.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use url::form_urlencoded;

/// A path below the base address, and parameters that the query of the target must have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RedirectTarget(String);

/// A text that is not a target.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the target of a redirect is a path below the base address, as in \"/login?reset=done\", unlike {0:?}"
)]
pub struct RedirectTargetError(String);

impl RedirectTarget {
    /// Whether a redirect leads there. `found` is its path below the base address, with its query.
    pub fn matches(&self, found: &str) -> bool {
        let (path, query) = split(&self.0);
        let (found_path, found_query) = split(found);
        let has = |pair| form_urlencoded::parse(found_query.as_bytes()).any(|found| found == pair);
        path.trim_end_matches('/') == found_path.trim_end_matches('/')
            && form_urlencoded::parse(query.as_bytes()).all(has)
    }
}

fn split(target: &str) -> (&str, &str) {
    target.split_once('?').unwrap_or((target, ""))
}

impl FromStr for RedirectTarget {
    type Err = RedirectTargetError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_path = text.starts_with('/') && !text.starts_with("//") && !text.contains(['#', '\\']);
        if is_path { Ok(Self(text.to_owned())) } else { Err(RedirectTargetError(text.to_owned())) }
    }
}

impl TryFrom<String> for RedirectTarget {
    type Error = RedirectTargetError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<RedirectTarget> for String {
    fn from(target: RedirectTarget) -> Self {
        target.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn target_is_a_path_and_some_parameters() {
        for (target, found, matches) in [
            ("/done", "/done", true),
            ("/done", "/done/", true),
            ("/done/", "/done?next=%2F", true),
            ("/done", "/login", false),
            ("/done", "/done/x", false),
            ("/login?reset=done", "/login?a=b&reset=done", true),
            ("/login?reset=done", "/login?reset=failed", false),
            ("/login?reset=done", "/login", false),
        ] {
            assert_eq!(target.parse::<RedirectTarget>().unwrap().matches(found), matches, "{target} {found}");
        }
        for wrong in ["", "done", "https://a.example/done", "//a.example", "/done#x", "/\\a.example"] {
            assert!(wrong.parse::<RedirectTarget>().is_err(), "{wrong}");
        }
    }
}
