//! The target of a redirect that means something. Redirects are never followed.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use url::form_urlencoded;

use super::template::is_name;

/// A path below the base address, and parameters that the query of the target must have. `{name}` is a segment of the
/// path that is a variable or a value of the link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RedirectTarget(String);

/// A text that is not a target.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the target of a redirect is a path below the base address, as in \"/login?reset=done\", in which {{name}} is a whole \
     segment, unlike {0:?}"
)]
pub struct RedirectTargetError(String);

impl RedirectTarget {
    /// Whether a redirect leads there. `found` is its path below the base address, with its query.
    pub fn matches(&self, found: &str) -> bool {
        let (path, query) = split(&self.0);
        let (found_path, found_query) = split(found);
        let has = |pair| form_urlencoded::parse(found_query.as_bytes()).any(|found| found == pair);
        let (mut wanted, mut found_segments) = (segments(path), segments(found_path));
        let is_path = loop {
            match (wanted.next(), found_segments.next()) {
                (None, None) => break true,
                (Some(wanted), Some(found)) if wanted == found => {}
                (Some(wanted), Some(found)) if value_name(wanted).is_some() && !found.is_empty() => {}
                _ => break false,
            }
        };
        is_path && form_urlencoded::parse(query.as_bytes()).all(has)
    }

    /// The names of values in its path.
    pub(super) fn value_names(&self) -> impl Iterator<Item = &str> {
        segments(split(&self.0).0).filter_map(value_name)
    }
}

fn segments(path: &str) -> std::str::Split<'_, char> {
    path.trim_end_matches('/').split('/')
}

fn value_name(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}').filter(|name| is_name(name))
}

fn split(target: &str) -> (&str, &str) {
    target.split_once('?').unwrap_or((target, ""))
}

impl FromStr for RedirectTarget {
    type Err = RedirectTargetError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_path = text.starts_with('/') && !text.starts_with("//") && !text.contains(['#', '\\']);
        let (path, query) = split(text);
        let has_brace = |text: &str| text.contains(['{', '}']);
        let is_plain = segments(path).all(|segment| value_name(segment).is_some() || !has_brace(segment));
        if is_path && is_plain && !has_brace(query) {
            Ok(Self(text.to_owned()))
        } else {
            Err(RedirectTargetError(text.to_owned()))
        }
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
            ("/confirm/{uid}/set", "/confirm/MQ/set/", true),
            ("/confirm/{uid}/set", "/confirm//set", false),
            ("/confirm/{uid}/set", "/confirm/a/b/set", false),
            ("/confirm/{uid}/set", "/confirm/MQ/other", false),
        ] {
            assert_eq!(target.parse::<RedirectTarget>().unwrap().matches(found), matches, "{target} {found}");
        }
        for wrong in [
            "",
            "done",
            "https://a.example/done",
            "//a.example",
            "/done#x",
            "/\\a.example",
            "/x{uid}",
            "/{}",
            "/a?b={uid}",
            "/{uid?}",
        ] {
            assert!(wrong.parse::<RedirectTarget>().is_err(), "{wrong}");
        }
    }
}
