//! Positions in a contract file, for error messages.

use std::ops::Range;

use latchkey_core::truncate;
use toml::{
    Spanned,
    de::{DeArray, DeTable, DeValue},
};

/// A key on the path from the top of the file to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    /// A key of a table.
    Name(String),
    /// An index in a list.
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

/// The span of the value at a key path, or of the last value on that path that exists.
pub(super) fn find(text: &str, key_path: &[Key]) -> Option<Range<usize>> {
    let table = DeTable::parse(text).ok()?;
    let mut span = None;
    let mut members = Some(table.get_ref());
    let mut items: Option<&DeArray<'_>> = None;
    for key in key_path {
        // A list of one can be written as a table: `[link]` for `[[link]]`.
        if matches!(key, Key::Index(0)) && members.is_some() && span.is_some() {
            continue;
        }
        let next = match key {
            Key::Name(name) => members.and_then(|table| member(table, name)),
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

/// Compiled header names are in lower case.
fn member<'a, 'b>(table: &'a DeTable<'b>, name: &str) -> Option<&'a Spanned<DeValue<'b>>> {
    let mut members = table.iter();
    let alike = || members.find(|(key, _)| key.get_ref().eq_ignore_ascii_case(name)).map(|(_, value)| value);
    table.get(name).or_else(alike)
}

/// Line and column of the start of a span, both from 1. The column counts characters.
pub(super) fn position(text: &str, span: &Range<usize>) -> (usize, usize) {
    let before = truncate::prefix(text, span.start);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}
