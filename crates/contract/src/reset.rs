//! How the new password is set.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{matching::ResponseMatch, path_template::PathTemplate, step::ContractStep, template::Template};

/// How the new password is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reset {
    /// In the app, by these calls.
    Steps(ResetSteps),
    /// On a page of the server. There is no call to set it.
    Hosted(HostedPage),
}

impl Reset {
    /// The calls that set the password. None if it is set on a page.
    pub fn steps(&self) -> &[ContractStep] {
        match self {
            Self::Steps(steps) => &steps.0,
            Self::Hosted(_) => &[],
        }
    }

    /// The page of the server, if the password is set there.
    pub fn hosted(&self) -> Option<&HostedPage> {
        match self {
            Self::Steps(_) => None,
            Self::Hosted(hosted) => Some(hosted),
        }
    }
}

/// The calls that set the password, in order: at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResetSteps(Vec<ContractStep>);

impl ResetSteps {
    /// `None` if there is no call.
    pub fn new(steps: Vec<ContractStep>) -> Option<Self> {
        (!steps.is_empty()).then_some(Self(steps))
    }

    /// The calls.
    pub fn into_vec(self) -> Vec<ContractStep> {
        self.0
    }
}

impl HostedPage {
    /// Whether the page leads back to the app: it is opened with a state.
    pub fn leads_back(&self) -> bool {
        self.query.values().any(|template| template.mentions("state"))
    }
}

/// Recovery on a page of the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HostedPage {
    /// The page on which a recovery begins, if there is no call that requests the email.
    #[serde(default)]
    pub page: Option<PathTemplate>,
    /// The query of that page.
    #[serde(default)]
    pub query: BTreeMap<String, Template>,
    /// The path of the issuer, appended to the base address: what the link by which the page leads back has as `iss`.
    #[serde(default)]
    pub issuer: Option<PathTemplate>,
    /// Successful responses of that page. One of them must match.
    #[serde(default)]
    pub success: Vec<ResponseMatch>,
}
