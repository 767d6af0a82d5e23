//! What a contract says of links, codes and abilities, in the terms of the rest of the app.

use super::definition::{CodeKind, Contract, LinkKind, ProofKind, Source, Template};
use crate::{
    link::{LinkShape, PathShape, Refusal},
    password::PasswordPolicy,
    secret::CodeShape,
    service::Capabilities,
};

impl Contract {
    /// What the server can do.
    pub fn capabilities(&self) -> Capabilities {
        let needs_verifier = self
            .reset
            .iter()
            .filter(|step| step.is_for(ProofKind::Code))
            .any(|step| step.templates().any(|text| text.contains("{code_verifier}")));
        Capabilities {
            challenge: self.is_bound(),
            code: self.link.code.map(|code| match code {
                CodeKind::Digits(count) => CodeShape::Digits(count),
                CodeKind::Letters(count) => CodeShape::Letters(count),
                CodeKind::Long => CodeShape::Long,
            }),
            free_code: self.link.code.is_some() && !needs_verifier,
            no_link: self.link.sources == [Source::Manual],
            hosted: self.hosted.is_some(),
            check: !self.check.is_empty() || self.reset.iter().any(|step| step.early),
            password_policy: self.policy.is_some(),
            idempotency: false,
        }
    }

    /// The rules for passwords, as far as they are fixed.
    pub fn password_policy(&self) -> PasswordPolicy {
        self.policy.map_or_else(PasswordPolicy::unknown, |policy| PasswordPolicy {
            min_length: policy.min_length,
            max_length: policy.max_length,
            stated: true,
        })
    }

    /// The parameter of its links that holds the token, where one does.
    pub fn token_parameter(&self) -> Option<&str> {
        self.link.names.get("token").map(String::as_str)
    }

    /// What its links have beyond that.
    pub fn link_shape(&self) -> LinkShape {
        let beside = self.link.names.iter().filter(|(name, _)| *name != "token");
        let refusals = self.link.errors.iter().map(|error| {
            let refusal = match error.kind {
                LinkKind::Invalid => Refusal::Invalid,
                LinkKind::Expired => Refusal::Expired,
                LinkKind::Used => Refusal::Used,
            };
            (error.name.clone(), error.equals.clone(), refusal)
        });
        LinkShape {
            parameters: beside.map(|(name, parameter)| (name.clone(), parameter.clone())).collect(),
            path: self.link.path.as_deref().map(|pattern| self.path_shape(pattern)),
            refusals: refusals.collect(),
        }
    }

    /// The names of what its links carry beside the token.
    pub fn beside(&self) -> Vec<String> {
        self.link_shape().names().map(str::to_owned).collect()
    }

    fn path_shape(&self, pattern: &str) -> PathShape {
        let names = Template::parse(pattern).map(|template| template.names().map(str::to_owned).collect());
        let prefix = pattern.split_once("/{").map_or(pattern, |(prefix, _)| prefix);
        PathShape {
            in_fragment: self.link.sources.contains(&Source::FragmentPath),
            page: self.link.page.clone(),
            prefix: prefix.to_owned(),
            names: names.unwrap_or_default(),
        }
    }
}
