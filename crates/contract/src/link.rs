//! What the e-mail brings: where in a link the proof stands, or how a code is written.

use std::collections::BTreeMap;

use latchkey_core::{CodeShape, link::Refusal};
use serde::{Deserialize, Serialize};

/// Lengths of codes that people type.
pub const CODE_LENGTHS: std::ops::RangeInclusive<usize> = 4..=12;

/// What the e-mail brings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Where the proof stands.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Our name for a value, and the parameter of the query or fragment that holds it. `token` is the proof.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// The pattern of the path, or of the path in the fragment: `/reset/{uid}/{token}`.
    #[serde(default)]
    pub path: Option<String>,
    /// The page's own path where the pattern is that of a fragment.
    #[serde(default)]
    pub page: Option<String>,
    /// How a code is written.
    #[serde(default)]
    pub code: Option<CodeShape>,
    /// A wrong verifier spends nothing and is refused as `other_device`: several may be tried.
    #[serde(default)]
    pub try_verifiers: bool,
    /// Parameters with which the server says in the link that it does not work.
    #[serde(default)]
    pub errors: Vec<LinkError>,
}

/// A place for the proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// A parameter behind `?`.
    Query,
    /// A parameter behind `#`.
    Fragment,
    /// A path behind `#`.
    FragmentPath,
    /// The end of the path.
    Path,
    /// A code that is typed.
    Manual,
}

/// A link that says no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkError {
    /// The parameter.
    pub name: String,
    /// Its value.
    pub equals: String,
    /// What that means.
    pub kind: Refusal,
}
