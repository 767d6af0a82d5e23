//! What an operator gives to a contract beside the server's address.

use std::collections::BTreeMap;

use super::{Contract, Variable, secrets::is_secret_value};

/// Why `[service.vars]` does not fit a contract; a sentence for the operator.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VariableError {
    /// It needs a value that is not given.
    #[error("`{name}` is missing in [service.vars]: {what}")]
    Missing {
        /// Which.
        name: String,
        /// What it is.
        what: String,
    },
    /// It has no such value.
    #[error("`{name}` in [service.vars] is nothing that this backend knows; it knows {known}")]
    Unknown {
        /// Which.
        name: String,
        /// The names that it has.
        known: String,
    },
    /// A value that only a server may hold. It is not repeated here.
    #[error(
        "`{0}` in [service.vars] is a secret of the server's: whoever installs the app could read it; give the public key"
    )]
    Secret(String),
    /// A value over several lines, or with other characters that no header can hold.
    #[error("`{0}` in [service.vars] has a character that cannot be sent")]
    Unsendable(String),
}

impl Contract {
    /// What a contract is carried out with: the values given, and the defaults of the others. One that need not be
    /// given and is not is empty.
    ///
    /// # Errors
    /// What is missing, unknown, or not for an app to hold.
    pub fn resolve_variables(
        &self,
        given: &BTreeMap<String, String>,
    ) -> Result<BTreeMap<String, String>, VariableError> {
        for (name, value) in given {
            if !self.vars.contains_key(name) {
                let known: Vec<_> = self.vars.keys().map(|known| format!("`{known}`")).collect();
                let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
                return Err(VariableError::Unknown { name: name.clone(), known });
            }
            if is_secret_value(value) {
                return Err(VariableError::Secret(name.clone()));
            }
            if !value.chars().all(|c| c.is_ascii() && !c.is_ascii_control()) {
                return Err(VariableError::Unsendable(name.clone()));
            }
        }
        let mut resolved = BTreeMap::new();
        for (name, variable) in &self.vars {
            let (what, otherwise) = match variable {
                Variable::Required(what) => (what, None),
                Variable::VariableSpec(described) => {
                    let nothing = described.optional.then(String::new);
                    (&described.what, described.default.clone().or(nothing))
                }
            };
            let value = given.get(name).filter(|value| !value.is_empty()).cloned().or(otherwise);
            let missing = || VariableError::Missing { name: name.clone(), what: what.clone() };
            resolved.insert(name.clone(), value.ok_or_else(missing)?);
        }
        Ok(resolved)
    }
}
