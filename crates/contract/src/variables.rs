//! The values that an operator sets for a contract.

use std::collections::BTreeMap;

use super::{
    contract::{Contract, Variable},
    secrets::{is_credential, is_secret_value},
};

/// Why `[service.vars]` does not fit a contract. The text is for the operator.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VariableError {
    /// A required value is missing.
    #[error("`{name}` is missing in [service.vars]: {description}")]
    Missing {
        /// The variable.
        name: String,
        /// The description of the variable.
        description: String,
    },
    /// The contract has no such variable.
    #[error("`{name}` in [service.vars] is not a variable of this backend, which has {known}")]
    Unknown {
        /// The variable.
        name: String,
        /// The variables of the contract.
        known: String,
    },
    /// The value is a server secret. The error does not contain it.
    #[error(
        "`{0}` in [service.vars] is a server secret, which everybody who installs the app could read; use the public key"
    )]
    Secret(String),
    /// The value has a character that is not allowed in a header, such as a line break.
    #[error("`{0}` in [service.vars] has a character that cannot be sent")]
    Unsendable(String),
}

impl Contract {
    /// The values of all variables: those given, and the defaults of the others. A missing optional value is empty.
    ///
    /// # Errors
    /// A value is missing, unknown, a secret, or cannot be sent.
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
            let is_public = self.public.contains(name);
            if is_secret_value(value) || (is_credential(value) && !is_public) {
                return Err(VariableError::Secret(name.clone()));
            }
            if !value.chars().all(|c| c.is_ascii() && !c.is_ascii_control()) {
                return Err(VariableError::Unsendable(name.clone()));
            }
        }
        let mut resolved = BTreeMap::new();
        for (name, variable) in &self.vars {
            let (what, default) = match variable {
                Variable::Required(what) => (what, None),
                Variable::Spec(described) => {
                    let nothing = described.optional.then(String::new);
                    (&described.description, described.default.clone().or(nothing))
                }
            };
            let value = given.get(name).filter(|value| !value.is_empty()).cloned().or(default);
            let missing = || VariableError::Missing { name: name.clone(), description: what.clone() };
            resolved.insert(name.clone(), value.ok_or_else(missing)?);
        }
        Ok(resolved)
    }
}
