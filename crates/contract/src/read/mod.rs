//! Reads a contract file.

use std::{fmt, ops::Range};

use latchkey_core::suggestion::with_suggestion;

use super::{check, contract::Contract, diagnostic::Diagnostic, file::ContractFile, span};

/// Why a contract file is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractError {
    /// Line and column from 1, if known. The column counts characters.
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

/// Compiles and checks the text of a contract file (TOML).
///
/// # Errors
/// The first problem, with its position.
pub fn read(text: &str) -> Result<Contract, ContractError> {
    let error = |span: Option<Range<usize>>, problem: &str| ContractError {
        position: span.map(|span| span::position(text, &span)),
        problem: problem.to_owned(),
    };
    let at_key = |Diagnostic { key_path, problem }| error(span::find(text, &key_path), &problem);
    let file: ContractFile =
        toml::from_str(text).map_err(|problem| error(problem.span(), &with_suggestion(problem.message())))?;
    let contract = file.compile().map_err(at_key)?;
    match check::diagnostics(&contract).into_iter().next() {
        None => Ok(contract),
        Some(diagnostic) => Err(at_key(diagnostic)),
    }
}

#[cfg(test)]
mod tests;
