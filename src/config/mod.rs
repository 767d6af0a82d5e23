//! The settings of `latchkey.toml`: which service, which links, which name. What is wrong with them is said with
//! file, line, column and what to write instead; nothing is guessed and nothing is silently ignored.

mod backend;
mod brand;
mod error;
mod lookup;
mod parse;
mod style;
mod value;

use crate::{link::LinkRules, service::BaseUrl};

pub use backend::Backend;
pub use brand::{Brand, Logo, Support};
pub use error::{ConfigError, Origin, Position};
pub use latchkey_brand::contrast::Colour;
pub use lookup::{FILE_NAME, Lookup};
pub use parse::parse;

/// Everything that can be configured; `Default` is a product named Latchkey without a service.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// `[service]`
    pub service: Service,
    /// `[links]`
    pub links: Links,
    /// `[brand]`
    pub brand: Brand,
}

/// `[service]`: the recovery service to speak to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Service {
    /// `base_url`: what the calls of docs/backends.md are appended to. `None` where nobody said.
    pub base_url: Option<BaseUrl>,
    /// `breach_list`: a list of breached passwords that new ones are looked up in by five digits of their hash, as
    /// `https://api.pwnedpasswords.com`. `None`, the default: nobody is asked.
    pub breach_list: Option<BaseUrl>,
    /// `backend`, `contract` and `[service.vars]`: how it is asked.
    pub backend: Backend,
}

/// `[links]`: what `Dioxus.toml` does not say of links.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    /// `token_parameter`: the parameter of a link that holds the token. `None`: as the backend calls it, which is
    /// `token` for most. 1 to 32 letters, digits, `-` and `_`.
    pub token_parameter: Option<String>,
}

impl Config {
    /// Which links are ours: `own`, in the shape that the backend gives them.
    pub fn link_rules(&self, own: LinkRules) -> LinkRules {
        let mut rules = own;
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(contract) = &self.service.backend.contract {
            rules.shape = contract.link_shape();
            rules.token_parameter = contract.token_parameter().unwrap_or(&rules.token_parameter).to_owned();
            // A link that is pasted may be one to a page of the server's own.
            rules.hosts.extend(self.service.base_url.as_ref().and_then(BaseUrl::host));
        }
        if let Some(name) = &self.links.token_parameter {
            rules.token_parameter.clone_from(name);
        }
        rules
    }
}

#[cfg(test)]
mod tests;
