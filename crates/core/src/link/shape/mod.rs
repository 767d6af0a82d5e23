//! The link format of a service.

use serde::{Deserialize, Serialize};

use crate::secret::TokenShape;

/// The format of one kind of link of a service. The default is a parameter `token` and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkShape {
    /// The name of this kind of link, if the service has several.
    pub id: Option<String>,
    /// The parameter of the query or fragment that has the token. Not `flow`. `None` if the token is in the path.
    pub token_parameter: Option<String>,
    /// The format of the token.
    pub token: TokenShape,
    /// Names of values other than the token, each with its parameter in the query or fragment.
    pub parameters: Vec<(String, String)>,
    /// Names of values that can have other than unreserved characters (RFC 3986 §2.3), percent-encoded in the link.
    pub decoded: Vec<String>,
    /// Parameters that every link of this kind has, with their values. A link with another value has another purpose.
    pub fixed: Vec<(String, String)>,
    /// The path of the service's own page, and values in a path.
    pub path: Option<PathShape>,
    /// Whether the service can bind links of this kind to the device that requested them. Otherwise a link fits any
    /// recovery, so it says nothing about the account.
    pub is_bound: bool,
    /// Parameters and values by which the service reports in a link that it does not work.
    pub rejections: Vec<(String, String, LinkRejection)>,
    /// Names of values that every link has, with their lengths in characters. A link without them, or with other lengths,
    /// is damaged and is not sent.
    pub lengths: Vec<(String, usize)>,
}

impl Default for LinkShape {
    fn default() -> Self {
        Self {
            id: None,
            token_parameter: Some("token".to_owned()),
            token: TokenShape::default(),
            parameters: Vec::new(),
            decoded: Vec::new(),
            fixed: Vec::new(),
            path: None,
            is_bound: true,
            rejections: Vec::new(),
            lengths: Vec::new(),
        }
    }
}

/// A path of the service. Its last segments are values, if it has names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathShape {
    /// Whether the path is in the fragment.
    pub in_fragment: bool,
    /// For a path in the fragment: the path of the page, which is allowed too.
    pub page: Option<String>,
    /// The service's path before the values, which is allowed in addition to the paths of `Dioxus.toml`. It can be empty.
    pub prefix: String,
    /// The names of the values, in order. `token` is the token. Empty if all values are parameters.
    pub names: Vec<String>,
}

/// What a service reports in a link that does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkRejection {
    /// The link does not work.
    Invalid,
    /// The link is too old.
    Expired,
    /// A password was already set with the link.
    Used,
    /// The link works, but the account is banned or disabled.
    AccountClosed,
}

impl LinkShape {
    /// Whether there are links of this kind. Otherwise the email has only a code.
    pub fn has_link(&self) -> bool {
        let in_path = self.path.iter().any(|path| path.names.iter().any(|name| name == "token"));
        self.token_parameter.is_some() || in_path
    }

    /// The names of the values that a link must have in addition to the token, each once.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let parameters = self.parameters.iter().map(|(name, _)| name.as_str());
        let in_path = self.path.iter().flat_map(|path| &path.names).map(String::as_str);
        let is_parameter = |name: &&str| self.parameters.iter().any(|(known, _)| known == name);
        parameters.chain(in_path.filter(move |name| *name != "token" && !is_parameter(name)))
    }
}

#[cfg(test)]
mod tests;
