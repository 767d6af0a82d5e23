//! What an operator gives to a contract, and what can go wrong with it.

use std::collections::BTreeMap;

use latchkey_contract::{Contract, VariableError};
use latchkey_core::service::CallError;

use super::Values;
use crate::BaseUrl;

/// Why a contract cannot be used as it was set up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    /// A value that it needs is missing, or one is given that it does not know.
    #[error(transparent)]
    Variable(#[from] VariableError),
    /// No call could be made from this machine.
    #[error(transparent)]
    Call(#[from] CallError),
}

/// Where the server is, as far as the contract knows that, by values that [`Contract::settle`] has settled.
pub fn address(contract: &Contract, resolved: &BTreeMap<String, String>) -> Option<BaseUrl> {
    let address = Values::new(resolved).text(contract.base_url.as_deref()?).ok()??;
    BaseUrl::parse(&address).ok()
}
