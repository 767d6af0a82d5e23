//! Settings that cannot be.

use std::fmt;

/// Settings that cannot be, or are not safe; each text says what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    first: String,
    others: Vec<String>,
}

impl ConfigError {
    /// One setting that cannot be.
    pub(crate) fn new(finding: impl Into<String>) -> Self {
        Self { first: finding.into(), others: Vec::new() }
    }

    /// All of `findings` as one error, if there are any.
    pub(crate) fn check(findings: Vec<String>) -> Result<(), Self> {
        let mut findings = findings.into_iter();
        match findings.next() {
            None => Ok(()),
            Some(first) => Err(Self { first, others: findings.collect() }),
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.others.is_empty() {
            return f.write_str(&self.first);
        }
        write!(f, "{} settings must be changed:", 1 + self.others.len())?;
        [&self.first].into_iter().chain(&self.others).try_for_each(|finding| write!(f, "\n- {finding}"))
    }
}

impl std::error::Error for ConfigError {}
