//! Where in a file something stands: found again in the text, so that a refusal can point at it.

use std::ops::Range;

use latchkey_core::text;
use toml::de::{DeArray, DeTable, DeValue};

/// A step on the way from the top of the file to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    /// The member of a table.
    Name(String),
    /// The member of a list.
    Index(usize),
}

impl From<&str> for Key {
    fn from(name: &str) -> Self {
        Self::Name(name.to_owned())
    }
}

impl From<usize> for Key {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// The value at `way`, or the last thing on that way that there is.
pub(super) fn find(text: &str, key_path: &[Key]) -> Option<Range<usize>> {
    let table = DeTable::parse(text).ok()?;
    let mut span = None;
    let mut members = Some(table.get_ref());
    let mut items: Option<&DeArray<'_>> = None;
    for key in key_path {
        let next = match key {
            Key::Name(name) => members.and_then(|table| table.get(name.as_str())),
            Key::Index(index) => items.and_then(|list| list.get(*index)),
        };
        let Some(next) = next else { break };
        span = Some(next.span());
        (members, items) = match next.get_ref() {
            DeValue::Table(table) => (Some(table), None),
            DeValue::Array(list) => (None, Some(list)),
            _ => (None, None),
        };
    }
    span
}

/// Line and column of a place, both from 1; the column counts characters.
pub(super) fn position(text: &str, span: &Range<usize>) -> (usize, usize) {
    let before = text::prefix(text, span.start);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}
