//! What a contract says of links, codes and abilities, in the terms of the rest of the app.

use latchkey_core::{
    CodeShape,
    link::{LinkShape, PathShape},
    password::PasswordPolicy,
    service::{Capabilities, NativeRecovery, Proof, RecoveryMode},
};

use super::{CODE_LENGTHS, Contract, ProofKind, ResponseField, ResponseFields, Source, Step, Template};

impl Contract {
    /// What the server can do, as far as that is known before it is asked.
    pub fn capabilities(&self) -> Capabilities {
        self.capabilities_with(&ResponseFields::default())
    }

    /// What the server can do, by what it has told of that.
    pub fn capabilities_with(&self, response_fields: &ResponseFields) -> Capabilities {
        let can = |has: bool, ability: ResponseField| {
            has && (!self.is_reported(ability) || response_fields.flag(ability))
        };
        let length = |of| response_fields.number(of).and_then(|length| usize::try_from(length).ok());
        let digits = length(ResponseField::CodeDigits);
        let code =
            self.link.code.or(digits.filter(|digits| CODE_LENGTHS.contains(digits)).map(CodeShape::Digits));
        let looks = !self.check.is_empty() || self.reset.iter().any(|step| step.early);
        Capabilities {
            challenge: can(self.is_bound(), ResponseField::Challenge),
            code,
            unbound_code: code.is_some() && !self.binds_codes(),
            token_length: length(ResponseField::TokenLength),
            flow_length: length(ResponseField::FlowLength),
            code_only: self.link.sources == [Source::Manual],
            check: can(looks, ResponseField::Check),
            password_policy: self.policy.is_some() || can(self.policy_from.is_some(), ResponseField::Policy),
            idempotency: response_fields.flag(ResponseField::Idempotency),
        }
    }

    /// Where its passwords are chosen.
    pub fn mode(&self) -> RecoveryMode {
        match self.hosted {
            Some(_) => RecoveryMode::Hosted,
            None if self.link.try_verifiers => {
                RecoveryMode::Native(NativeRecovery::default().trying_verifiers())
            }
            None => RecoveryMode::native(),
        }
    }

    /// Those of some steps that are for a proof.
    pub fn for_proof<'a>(
        &self,
        steps: &'a [Step],
        proof: &Proof,
    ) -> impl Iterator<Item = &'a Step> + use<'a> {
        let kind = ProofKind::from(proof);
        steps.iter().filter(move |step| step.is_for(kind))
    }

    /// The rules for passwords, as far as they are fixed.
    pub fn password_policy(&self) -> PasswordPolicy {
        let unknown = PasswordPolicy::unknown();
        self.policy.map_or(unknown, |policy| PasswordPolicy {
            min_length: policy.min_length.unwrap_or(unknown.min_length),
            max_length: policy.max_length,
            max_bytes: policy.max_bytes,
            stated: policy.min_length.is_some(),
        })
    }

    /// The parameter of its links that holds the token, where one does.
    pub fn token_parameter(&self) -> Option<&str> {
        self.link.names.get("token").map(String::as_str)
    }

    /// What its links have beyond that.
    pub fn link_shape(&self) -> LinkShape {
        let params = self.link.names.iter().filter(|(name, _)| *name != "token");
        let errors = self.link.errors.iter();
        let refusals = errors.map(|error| (error.name.clone(), error.equals.clone(), error.kind));
        LinkShape {
            parameters: params.map(|(name, parameter)| (name.clone(), parameter.clone())).collect(),
            path: self.link.path.as_deref().map(|pattern| self.path_shape(pattern)),
            refusals: refusals.collect(),
            lengths: Vec::new(),
        }
    }

    /// The names of what its links carry beside the token.
    pub fn link_params(&self) -> Vec<String> {
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
