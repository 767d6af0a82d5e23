//! What the links of a particular service have beyond a parameter with the token.

use serde::{Deserialize, Serialize};

/// What a service's links look like. `Default`: a parameter with the token, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkShape {
    /// Names of values beside the token, each with the parameter of the query or fragment that holds it.
    pub parameters: Vec<(String, String)>,
    /// Values that stand in a path.
    pub path: Option<PathShape>,
    /// Parameters, each with a value, with which the service says in a link that it does not work.
    pub refusals: Vec<(String, String, Refusal)>,
    /// Names of values that each of the service's links has, with their lengths in characters: a link in which one is
    /// missing or of another length was damaged on the way, and nothing of it is sent.
    pub lengths: Vec<(String, usize)>,
}

/// Values as the last segments of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathShape {
    /// It is the path behind `#`.
    pub in_fragment: bool,
    /// Then: the path of the page itself, where it is none of the allowed ones.
    pub page: Option<String>,
    /// What the service has before the values; allowed beside the paths of `Dioxus.toml`. Empty: nothing.
    pub prefix: String,
    /// The names of the values in their order. `token` is the token.
    pub names: Vec<String>,
}

/// What a service can say of its link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Refusal {
    /// It does not work.
    Invalid,
    /// Its time is over.
    Expired,
    /// A password was set with it.
    Used,
}

impl LinkShape {
    /// The names of what a link must carry beside the token, each once.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let parameters = self.parameters.iter().map(|(name, _)| name.as_str());
        let in_path = self.path.iter().flat_map(|path| &path.names).map(String::as_str);
        let is_parameter = |name: &&str| self.parameters.iter().any(|(known, _)| known == name);
        parameters.chain(in_path.filter(move |name| *name != "token" && !is_parameter(name)))
    }
}

#[cfg(test)]
mod tests;
