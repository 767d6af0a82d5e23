//! Errors and the base URL of a contract's configuration.

use std::collections::BTreeMap;

use latchkey_contract::{Contract, VariableError};
use latchkey_core::service::CallError;

use super::Values;
use crate::BaseUrl;

/// Why a contract cannot be used with this configuration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    /// A variable is missing, unknown or refused.
    #[error(transparent)]
    Variable(#[from] VariableError),
    /// This machine cannot make calls.
    #[error(transparent)]
    Call(#[from] CallError),
}

/// The server's base URL, if the contract has it. Needs the values from [`Contract::resolve_variables`].
pub fn contract_base_url(contract: &Contract, resolved: &BTreeMap<String, String>) -> Option<BaseUrl> {
    let address = Values::new(resolved).text(contract.base_url.as_ref()?).ok()??;
    BaseUrl::parse(&address).ok()
}
