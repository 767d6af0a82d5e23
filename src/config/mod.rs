//! The settings of `latchkey.toml`: service, links and brand. Errors report file, line, column and how to fix them.
//! Unknown keys are errors.

mod backend;
mod brand;
mod error;
mod parse;
mod sources;
mod style;
mod value;

use crate::{link::LinkRules, service::BaseUrl};

pub use backend::Backend;
#[cfg(not(target_arch = "wasm32"))]
pub use backend::ContractSource;
pub use brand::{Brand, Logo, Support};
pub use error::{ConfigError, ConfigSource, Position};
pub use latchkey_brand::contrast::Colour;
pub use parse::parse;
pub use sources::{BuiltInConfig, ConfigSources, FILE_NAME};

/// The whole configuration. The default is a product named Latchkey without a service.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// `[service]`
    pub service: ServiceConfig,
    /// `[links]`
    pub links: LinksConfig,
    /// `[brand]`
    pub brand: Brand,
}

/// `[service]`: the recovery service.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ServiceConfig {
    /// `base_url`: the base of all request paths (docs/backends.md). `None` if not set.
    pub base_url: Option<BaseUrl>,
    /// `breach_list`: a list of breached passwords, queried with the first five digits of a password's hash, such as
    /// `https://api.pwnedpasswords.com`. The default is `None`: no lookups.
    pub breach_list: Option<BaseUrl>,
    /// `backend`, `contract` and `[service.vars]`: the protocol of the service.
    pub backend: Backend,
}

/// `[links]`: settings of links that `Dioxus.toml` does not have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinksConfig {
    /// `token_parameter`: the name of the link parameter with the token, 1 to 32 letters, digits, `-` and `_`. `None`:
    /// the backend's default, usually `token`.
    pub token_parameter: Option<String>,
}

impl Config {
    /// The link rules: `own`, adapted to the links of the configured backend.
    pub fn link_rules(&self, own: LinkRules) -> LinkRules {
        let mut rules = own;
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(contract) = &self.service.backend.contract {
            rules.kinds = contract.link_shapes();
            // A pasted link may point to a page of the server.
            rules.hosts.extend(self.service.base_url.as_ref().and_then(BaseUrl::host));
        }
        if let (Some(name), Some(kind)) = (&self.links.token_parameter, rules.kinds.first_mut()) {
            kind.token_parameter = Some(name.clone());
        }
        rules
    }
}

#[cfg(test)]
mod tests;
