//! From the text of a file to a contract that can be carried out.

use std::fmt;

use super::{Contract, check, span};

/// Why a contract was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractError {
    /// Line and character in it, from 1, where they are known.
    pub position: Option<(usize, usize)>,
    /// What is wrong and what to write instead.
    pub problem: String,
}

impl fmt::Display for ContractError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((line, column)) = self.position {
            write!(f, "{line}:{column}: ")?;
        }
        f.write_str(&self.problem)
    }
}

impl std::error::Error for ContractError {}

/// Reads a contract file.
///
/// # Errors
/// What is wrong in it, one thing at a time.
pub fn read(text: &str) -> Result<Contract, ContractError> {
    let contract: Contract = toml::from_str(text).map_err(|error| ContractError {
        position: error.span().map(|span| span::position(text, &span)),
        problem: error.message().to_owned(),
    })?;
    match check::diagnostics(&contract).into_iter().next() {
        None => Ok(contract),
        Some(diagnostic) => Err(ContractError {
            position: span::find(text, &diagnostic.key_path).map(|span| span::position(text, &span)),
            problem: diagnostic.problem,
        }),
    }
}

#[cfg(test)]
mod tests;
