//! JSON pointers (RFC 6901), extended by segments that select several members.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A compiled pointer into a response body. The empty pointer is the whole body.
///
/// `*` selects every member, `*status=verified,type=totp` every member that has these texts, and `*=S256` every member
/// that is this text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pointer(Vec<Segment>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Segment {
    /// One member, by its name in an object or its index in an array.
    Member { name: String, index: Option<usize> },
    /// All members that meet every condition.
    Members(Vec<Condition>),
}

/// A text that a member must be, or must have.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Condition {
    /// The name of the text in the member. `None`: the member itself.
    name: Option<String>,
    text: String,
}

/// A text that is not a pointer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a pointer begins with `/`, as in \"/error/code\", unlike {0:?}")]
pub struct PointerError(String);

impl Pointer {
    /// The values at this pointer.
    pub fn find<'a>(&self, body: &'a Value) -> Vec<&'a Value> {
        self.0.iter().fold(vec![body], |found, segment| {
            found.into_iter().flat_map(|value| segment.members(value)).collect()
        })
    }

    /// Whether it is the whole body.
    pub fn is_whole_body(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it selects members by this text.
    pub fn has_text(&self, text: &str) -> bool {
        let conditions = self.0.iter().filter_map(|segment| match segment {
            Segment::Members(conditions) => Some(conditions),
            Segment::Member { .. } => None,
        });
        conditions.flatten().any(|condition| condition.text == text)
    }

    /// Whether the last segment selects members by a condition, so that a match means yes.
    pub fn selects_members(&self) -> bool {
        matches!(self.0.last(), Some(Segment::Members(_)))
    }
}

impl Segment {
    fn parse(text: &str) -> Self {
        let name = text.replace("~1", "/").replace("~0", "~");
        match name.strip_prefix('*') {
            None => Self::Member { index: name.parse().ok(), name },
            Some(conditions) => {
                let conditions = conditions.split(',').filter(|text| !text.is_empty());
                Self::Members(conditions.map(Condition::parse).collect())
            }
        }
    }

    fn members<'a>(&self, value: &'a Value) -> Vec<&'a Value> {
        match (self, value) {
            (Self::Member { name, .. }, Value::Object(members)) => members.get(name).into_iter().collect(),
            (Self::Member { index, .. }, Value::Array(items)) => {
                index.and_then(|index| items.get(index)).into_iter().collect()
            }
            (Self::Members(conditions), Value::Object(members)) => {
                members.values().filter(|value| are_met(conditions, value)).collect()
            }
            (Self::Members(conditions), Value::Array(items)) => {
                items.iter().filter(|value| are_met(conditions, value)).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn are_met(conditions: &[Condition], value: &Value) -> bool {
    conditions.iter().all(|Condition { name, text }| {
        let found = name.as_ref().map_or(Some(value), |name| value.get(name));
        found.and_then(Value::as_str) == Some(text)
    })
}

impl Condition {
    /// Parses `name=text`. Without a text, the member must be empty.
    fn parse(text: &str) -> Self {
        let (name, text) = text.split_once('=').unwrap_or((text, ""));
        Self { name: (!name.is_empty()).then(|| name.to_owned()), text: text.to_owned() }
    }
}

impl FromStr for Pointer {
    type Err = PointerError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if !text.is_empty() && !text.starts_with('/') {
            return Err(PointerError(text.to_owned()));
        }
        Ok(Self(text.split('/').skip(1).map(Segment::parse).collect()))
    }
}

impl TryFrom<String> for Pointer {
    type Error = PointerError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Pointer> for String {
    fn from(pointer: Pointer) -> Self {
        pointer.to_string()
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|segment| {
            let text = match segment {
                Segment::Member { name, .. } => name.clone(),
                Segment::Members(conditions) => {
                    let conditions: Vec<_> = conditions.iter().map(ToString::to_string).collect();
                    format!("*{}", conditions.join(","))
                }
            };
            write!(f, "/{}", text.replace('~', "~0").replace('/', "~1"))
        })
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.name.as_deref().unwrap_or_default(), self.text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// An operator's own contract can have any text as a pointer.
        #[test]
        fn every_text_is_parsed_or_refused(text in "[/*=,~01a-c]{0,12}") {
            let body = json!({ "a": { "b": ["c", { "c": "a" }] }, "": "~" });
            let pointer = text.parse::<Pointer>();
            prop_assert_eq!(pointer.is_ok(), text.is_empty() || text.starts_with('/'));
            if let Ok(pointer) = pointer {
                prop_assert!(pointer.find(&body).len() <= 16);
                prop_assert_eq!(pointer.to_string().parse(), Ok(pointer));
            }
        }
    }

    #[test]
    fn members_are_found_by_name_index_and_condition() {
        let body = json!({
            "a/b": 1, "c~d": 2, "list": ["x", "S256"],
            "factors": [{ "id": "1", "status": "unverified", "type": "totp" },
                        { "id": "2", "status": "verified", "type": "phone" },
                        { "id": "3", "status": "verified", "type": "totp" }],
        });
        for (pointer, found) in [
            ("/a~1b", vec![json!(1)]),
            ("/c~0d", vec![json!(2)]),
            ("/list/0", vec![json!("x")]),
            ("/list/2", vec![]),
            ("/list/x", vec![]),
            ("/list/*", vec![json!("x"), json!("S256")]),
            ("/list/*=S256", vec![json!("S256")]),
            ("/list/*=s256", vec![]),
            ("/factors/*/id", vec![json!("1"), json!("2"), json!("3")]),
            ("/factors/*status=verified/id", vec![json!("2"), json!("3")]),
            ("/factors/*status=verified,type=totp/id", vec![json!("3")]),
            ("/factors/*id/id", vec![]),
            ("/nowhere/*=x", vec![]),
        ] {
            let compiled: Pointer = pointer.parse().unwrap();
            assert_eq!(compiled.find(&body), found.iter().collect::<Vec<_>>(), "{pointer}");
        }
        let parse = |text: &str| text.parse::<Pointer>().unwrap();
        assert_eq!(parse("").find(&body), [&body]);
        assert!(parse("/list/*=S256").selects_members() && parse("/*").selects_members());
        assert!(!parse("/*/id").selects_members() && !parse("").selects_members());
    }
}
