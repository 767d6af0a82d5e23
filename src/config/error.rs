//! Configuration errors: location, problem, and how to fix it.

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;

use latchkey_core::truncate;

/// The source of a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigSource {
    /// A file.
    File(PathBuf),
    /// The file that was compiled in through `LATCHKEY_CONFIG`.
    BuiltIn,
    /// An environment variable.
    Variable(&'static str),
}

impl fmt::Display for ConfigSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::BuiltIn => f.write_str("the built-in configuration"),
            Self::Variable(name) => write!(f, "environment variable {name}"),
        }
    }
}

/// A position in a file. Both numbers start at 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Position {
    pub(super) fn of(text: &str, span: &Range<usize>) -> Self {
        let before = truncate::prefix(text, span.start);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}

/// A rejected configuration, displayed as `FILE:LINE:COLUMN: problem`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The source of the setting.
    pub source: ConfigSource,
    /// The position in the file, if the source is a readable file.
    pub position: Option<Position>,
    /// What is wrong and how to fix it.
    pub problem: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.source)?;
        if let Some(Position { line, column }) = self.position {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.problem)
    }
}

impl std::error::Error for ConfigError {}
