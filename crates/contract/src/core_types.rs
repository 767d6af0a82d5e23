//! What a contract means for the rest of the app, in the types of [`latchkey_core`].

use latchkey_core::{
    CodeShape,
    link::{LinkShape, PathShape},
    password::PasswordPolicy,
    service::{Capabilities, NativeMode, PageReturn, Proof, RecoveryMode},
};

use super::{
    code::CODE_LENGTHS,
    contract::Contract,
    link_kind::{LinkKind, ProofSource},
    matching::ErrorKind,
    path_pattern::PathPattern,
    reset::Reset,
    response_field::ResponseField,
    response_fields::ResponseFields,
    step::{ContractStep, ProofKind},
};

impl Contract {
    /// What the server supports, as far as the contract declares it.
    pub fn capabilities(&self) -> Capabilities {
        self.capabilities_with(&ResponseFields::default())
    }

    /// What the server supports, with what it has reported.
    pub fn capabilities_with(&self, reported: &ResponseFields) -> Capabilities {
        let supports = |has_calls: bool, field: ResponseField| {
            has_calls && (!self.is_reported(field) || reported.flag(field))
        };
        let length = |field| reported.number(field).and_then(|length| usize::try_from(length).ok());
        let digits = length(ResponseField::CodeDigits).filter(|digits| CODE_LENGTHS.contains(digits));
        let code = self.links.code().or(digits.map(CodeShape::digits));
        let has_check = !self.check.is_empty() || self.reset.steps().iter().any(|step| step.early);
        Capabilities {
            challenge: supports(self.is_bound(), ResponseField::Challenge),
            code,
            unbound_code: code.is_some() && !self.binds_codes(),
            token_length: length(ResponseField::TokenLength),
            flow_length: length(ResponseField::FlowLength),
            code_only: self.links.is_code_only(),
            check: supports(has_check, ResponseField::Check),
            password_policy: self.policy.is_some()
                || supports(self.policy_from.is_some(), ResponseField::Policy),
            idempotency: reported.flag(ResponseField::Idempotency),
            code_optional: code.is_some() && self.capabilities.code_optional,
            link_lifetime: self.capabilities.link_lifetime,
            has_email_quota: self.can_request_fail_with(ErrorKind::QuotaExceeded),
        }
    }

    /// Whether a request can be answered with this kind of error.
    fn can_request_fail_with(&self, kind: ErrorKind) -> bool {
        let errors = self.request.iter().flat_map(|step| &step.errors).chain(&self.errors);
        errors.into_iter().any(|error| error.kind == kind)
    }

    /// Where passwords are chosen: in the app, or on a page of the server, whose issuer depends on the base address.
    pub fn mode(&self, issuer: Option<String>) -> RecoveryMode {
        match &self.reset {
            Reset::Hosted(hosted) => {
                RecoveryMode::Hosted(hosted.leads_back().then_some(PageReturn { issuer }))
            }
            Reset::Steps(_) if self.links.allows_trying_verifiers() => {
                RecoveryMode::Native(NativeMode::default().trying_verifiers())
            }
            Reset::Steps(_) => RecoveryMode::native(),
        }
    }

    /// The steps for a proof.
    pub fn for_proof<'a>(
        &self,
        steps: &'a [ContractStep],
        proof: &Proof,
    ) -> impl Iterator<Item = &'a ContractStep> + use<'a> {
        let kind = ProofKind::from(proof);
        let link = match proof {
            Proof::Token { params, .. } => params.kind().map(str::to_owned),
            Proof::Code { .. } => None,
        };
        steps.iter().filter(move |step| match kind {
            ProofKind::Link => step.is_for_link(link.as_deref()),
            ProofKind::Code => step.is_for(kind),
        })
    }

    /// The fixed part of the password policy.
    pub fn password_policy(&self) -> PasswordPolicy {
        let unknown = PasswordPolicy::unknown();
        self.policy.map_or(unknown, |policy| PasswordPolicy {
            min_length: policy.min_length.unwrap_or(unknown.min_length),
            max_length: policy.max_length,
            max_bytes: policy.max_bytes,
            reported: policy.min_length.is_some(),
        })
    }

    /// The formats of links, in the order in which a link is compared with them.
    pub fn link_shapes(&self) -> Vec<LinkShape> {
        self.links.all().iter().map(|link| link.shape(self.binds_links(link))).collect()
    }

    fn binds_links(&self, link: &LinkKind) -> bool {
        let steps = self.check.iter().chain(self.reset.steps());
        let mut steps = steps.filter(|step| step.is_for_link(link.id.as_deref()));
        let kept: Vec<&str> = self.carried_captures().into_iter().chain(["code_verifier"]).collect();
        steps.any(|step| kept.iter().any(|name| step.mentions(name)))
    }
}

impl LinkKind {
    fn shape(&self, is_bound: bool) -> LinkShape {
        let params = self.names.iter().filter(|(name, _)| *name != "token");
        let errors = self.errors.iter();
        let rejections = errors.map(|error| (error.name.clone(), error.equals.clone(), error.kind));
        LinkShape {
            id: self.id.clone(),
            token_parameter: self.names.get("token").cloned(),
            token: self.token.clone(),
            parameters: params.map(|(name, parameter)| (name.clone(), parameter.clone())).collect(),
            decoded: self.decoded.clone(),
            fixed: self.fixed.clone().into_iter().collect(),
            path: self.path.as_ref().map(|pattern| self.path_shape(pattern)),
            is_bound,
            rejections: rejections.collect(),
            lengths: Vec::new(),
        }
    }

    fn path_shape(&self, pattern: &PathPattern) -> PathShape {
        PathShape {
            in_fragment: self.sources.contains(&ProofSource::FragmentPath),
            page: self.page.clone(),
            prefix: pattern.prefix().to_owned(),
            names: pattern.names().to_vec(),
        }
    }
}
