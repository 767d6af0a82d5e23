//! What the email has: a link with the proof in it, or a code.

use std::collections::BTreeMap;

use latchkey_core::{link::LinkRejection, secret::TokenShape};
use serde::{Deserialize, Serialize};

use super::{code::Code, path_pattern::PathPattern, token};

/// What the email has.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkKind {
    /// The name of this kind of link, for `when`. Needed only if there are several.
    #[serde(default)]
    pub id: Option<String>,
    /// Where the proof is.
    #[serde(default)]
    pub sources: Vec<ProofSource>,
    /// Our name of a value, and the parameter of the query or fragment that has it. `token` is the proof.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// Names of values, such as user names, that are percent-encoded in the link.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decoded: Vec<String>,
    /// Parameters that every link of this kind has, with their values, as in { type = "recovery" }.
    #[serde(default)]
    pub fixed: BTreeMap<String, String>,
    /// The path that a link of this kind must have, such as `/reset/{token}`. With the source `fragment-path`, the path
    /// after `#`.
    #[serde(default)]
    pub path: Option<PathPattern>,
    /// The path of the page, if `path` is the path in its fragment.
    #[serde(default)]
    pub page: Option<String>,
    /// The format of the token in links.
    #[serde(default, with = "token")]
    #[cfg_attr(feature = "schema", schemars(with = "token::TokenFile"))]
    pub token: TokenShape,
    /// The format of a code.
    #[serde(default)]
    pub code: Option<Code>,
    /// Whether a wrong verifier uses up nothing and is refused as `other_device`, so the app can try several.
    #[serde(default)]
    pub try_verifiers: bool,
    /// Parameters by which the server reports in a link that it does not work.
    #[serde(default)]
    pub errors: Vec<LinkErrorMatch>,
}

impl LinkKind {
    /// Whether a link can have the proof, not only a code.
    pub fn has_link(&self) -> bool {
        self.sources.iter().any(|source| *source != ProofSource::TypedCode)
    }

    /// Whether values are at the end of a path.
    pub fn has_path_values(&self) -> bool {
        [ProofSource::Path, ProofSource::FragmentPath].iter().any(|source| self.sources.contains(source))
    }

    /// The names of all values in a link of this kind.
    pub fn value_names(&self) -> impl Iterator<Item = &str> {
        let in_path = self.path.iter().flat_map(|pattern| pattern.names());
        self.names.keys().chain(in_path).map(String::as_str)
    }
}

/// Where in the email the proof is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProofSource {
    /// A parameter after `?`.
    Query,
    /// A parameter after `#`.
    Fragment,
    /// The end of a path after `#`.
    FragmentPath,
    /// The end of the path.
    Path,
    /// A code that is typed.
    #[serde(rename = "manual")]
    TypedCode,
}

/// A link that reports an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkErrorMatch {
    /// The parameter.
    pub name: String,
    /// The value of the parameter.
    pub equals: String,
    /// What it means.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::link_rejection"))]
    pub kind: LinkRejection,
}
