//! `[service] backend`, `contract` and `[service.vars]`: the protocol of the recovery service.
//!
//! A page in a browser always uses the built-in contract of the server that serves it, so most of this is not compiled
//! there.

use std::collections::BTreeMap;

use crate::service::BaseUrl;
#[cfg(not(target_arch = "wasm32"))]
use {
    super::{ServiceConfig, value::ReadFile},
    crate::service::{
        CallLimits, HttpRecoveryService,
        contract::{self, Contract, SetupError},
    },
};

/// The protocol of the recovery service.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Backend {
    /// `backend` or `contract`: the contract of another server. `None`: our own (docs/backends.md).
    #[cfg(not(target_arch = "wasm32"))]
    pub contract: Option<Contract>,
    /// The file of `contract`.
    #[cfg(not(target_arch = "wasm32"))]
    pub source: Option<ContractSource>,
    /// `[service.vars]`: the contract's variables.
    pub vars: BTreeMap<String, String>,
}

/// An operator's own contract as it is written.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractSource {
    /// The name of the file.
    pub name: String,
    /// Its text.
    pub text: String,
}

#[cfg(not(target_arch = "wasm32"))]
impl Backend {
    /// Selects a built-in contract.
    pub(super) fn choose(&mut self, id: &str) -> Result<(), String> {
        self.contract = match id {
            Contract::OURS => None,
            other => Some(contract::built_in(other).ok_or_else(|| unknown(other))?),
        };
        self.source = None;
        Ok(())
    }

    /// Reads a contract from a file next to the configuration.
    pub(super) fn read(&mut self, name: &str, files: ReadFile<'_>) -> Result<(), String> {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
        if name.starts_with('.') || !name.ends_with(".toml") || !name.bytes().all(plain) {
            return Err("must be the name of a file in the same folder, such as \"my-server.toml\"".into());
        }
        let text = files(name).map_err(|why| format!("\"{name}\" cannot be read ({why})"))?;
        self.contract = Some(contract::read(&text).map_err(|problem| format!("{name}:{problem}"))?);
        self.source = Some(ContractSource { name: name.to_owned(), text });
        Ok(())
    }

    /// Checks that the contract has all its variables. Returns the server's address: `base_url`, or the one from the
    /// contract.
    pub(super) fn check(&self, base_url: Option<BaseUrl>) -> Result<Option<BaseUrl>, String> {
        let Some(contract) = &self.contract else {
            let unused_variables =
                "[service.vars] is for other servers' contracts; choose one with `backend`";
            return if self.vars.is_empty() { Ok(base_url) } else { Err(unused_variables.into()) };
        };
        let settled = contract.resolve_variables(&self.vars).map_err(|problem| problem.to_string())?;
        match base_url.or_else(|| contract::contract_base_url(contract, &settled)) {
            None => Err("`backend` needs the server's address; set `base_url`".into()),
            address => Ok(address),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl ServiceConfig {
    /// Builds a client for the service at an address, with the configured contract.
    ///
    /// # Errors
    /// Why the client could not be built.
    pub fn client(&self, base: BaseUrl) -> Result<HttpRecoveryService, SetupError> {
        let Backend { contract, vars, .. } = &self.backend;
        let limits = CallLimits::default();
        match contract.clone() {
            Some(other) => HttpRecoveryService::with_contract(other, base, vars, limits),
            None => Ok(HttpRecoveryService::new(base, limits)?),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn unknown(id: &str) -> String {
    let all: Vec<_> = contract::ids().map(|name| format!("`{name}`")).collect();
    match latchkey_core::suggestion::nearest(id, contract::ids()) {
        Some(near) => format!("is not a built-in backend; did you mean `{near}`?"),
        None => format!("is not a built-in backend; the built-in backends are {}", all.join(", ")),
    }
}

#[cfg(target_arch = "wasm32")]
impl Backend {
    pub(super) fn check(&self, base_url: Option<BaseUrl>) -> Result<Option<BaseUrl>, String> {
        Ok(base_url)
    }
}
