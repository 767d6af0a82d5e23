//! Problems in a contract file, with the key paths at which they are reported.

use super::{operation::Operation, span::Key};

/// A problem in a contract file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Diagnostic {
    /// From the top of the file to the value with the problem.
    pub key_path: Vec<Key>,
    /// What is wrong and what to write instead.
    pub problem: String,
}

impl Diagnostic {
    pub fn new(key_path: Vec<Key>, problem: impl Into<String>) -> Self {
        Self { key_path, problem: problem.into() }
    }
}

/// The problems found so far, in order.
#[derive(Default)]
pub(super) struct Diagnostics(pub Vec<Diagnostic>);

impl Diagnostics {
    pub fn add(&mut self, key_path: Vec<Key>, problem: impl Into<String>) {
        self.0.push(Diagnostic::new(key_path, problem));
    }
}

/// Parses a key path such as `reset.0.body`.
pub(super) fn key_path(text: &str) -> Vec<Key> {
    text.split('.').map(|key| key.parse::<usize>().map_or_else(|_| key.into(), Key::from)).collect()
}

/// The key path of a call of an operation.
pub(super) fn step_path(operation: Operation, index: usize) -> Vec<Key> {
    let key = operation.key().into();
    if operation.is_single() { vec![key] } else { vec![key, index.into()] }
}

/// The key path of a key in a table.
pub(super) fn join(table: &[Key], key: &str) -> Vec<Key> {
    [table, &[key.into()]].concat()
}
