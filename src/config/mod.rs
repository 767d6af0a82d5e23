//! The settings of `latchkey.toml`: which service, which links, which name. What is wrong with them is said with
//! file, line, column and what to write instead; nothing is guessed and nothing is silently ignored.

mod error;
mod lookup;
mod parse;

use url::Url;

use crate::secret::EmailAddress;
use crate::service::BaseUrl;

pub use error::{ConfigError, Origin, Position};
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
}

/// `[links]`: what `Dioxus.toml` does not say of links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    /// `token_parameter`: the parameter of a link that holds the token, `token` unless the service has another name
    /// for it. 1 to 32 letters, digits, `-` and `_`.
    pub token_parameter: String,
}

impl Default for Links {
    fn default() -> Self {
        Self { token_parameter: "token".to_owned() }
    }
}

/// `[brand]`: what people see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brand {
    /// `name`: 1 to 40 characters.
    pub name: String,
    /// `support`: where people who are stuck find help.
    pub support: Option<Support>,
}

impl Default for Brand {
    fn default() -> Self {
        Self { name: "Latchkey".to_owned(), support: None }
    }
}

/// A way to reach a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Support {
    /// An e-mail address.
    Email(EmailAddress),
    /// An https page.
    Page(Url),
}

impl Support {
    /// What a link to it points to: `mailto:…` or `https://…`.
    pub fn href(&self) -> String {
        match self {
            Self::Email(address) => format!("mailto:{}", address.as_str()),
            Self::Page(page) => page.to_string(),
        }
    }

    /// What a person reads.
    pub fn label(&self) -> &str {
        match self {
            Self::Email(address) => address.as_str(),
            Self::Page(page) => page.as_str(),
        }
    }
}

#[cfg(test)]
mod tests;
