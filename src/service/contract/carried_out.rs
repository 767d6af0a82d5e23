//! The steps of a contract, one after the other, and what a refusal among them means.

use std::{cell::Ref, collections::BTreeMap};

use zeroize::Zeroizing;

use super::{
    ContractService,
    definition::{Kind, ProofKind, Reason, Step},
    fill::{Missing, Values},
    judge, send,
};
use crate::{
    password::Refusal,
    secret::NewPassword,
    service::{
        CallError, CheckError, Misconfiguration, Proof, ProofError, Repeatable, RequestError, ResetError,
    },
};

/// What answers gave for later calls.
pub(super) type Captured = BTreeMap<String, Zeroizing<String>>;

/// What early steps have brought. Their link or code is spent by then, and they cannot be done again.
pub(super) struct Held {
    proof: Proof,
    done: usize,
    captured: Captured,
}

/// Why steps did not come to their end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refused {
    /// There was no answer to go by.
    Call(CallError),
    /// The server said no.
    Said(Kind, Option<Reason>),
    /// Something is needed that only another device has.
    NotHere,
}

impl From<CallError> for Refused {
    fn from(error: CallError) -> Self {
        Self::Call(error)
    }
}

impl From<Missing> for Refused {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::OfDevice => Self::NotHere,
            Missing::Unfit => Self::Call(CallError::Misconfigured(Misconfiguration::Unexpected)),
        }
    }
}

/// How a proof came.
pub(super) fn kind(proof: &Proof) -> ProofKind {
    match proof {
        Proof::Token { .. } => ProofKind::Link,
        Proof::Code { .. } => ProofKind::Code,
    }
}

impl ContractService {
    /// What a proof gives to the calls.
    pub(super) fn values<'a>(&'a self, proof: &'a Proof) -> Values<'a> {
        let mut values = Values::of(&self.variables);
        let verifier = match proof {
            Proof::Token { token, beside, verifier } => {
                values.add("token", token.expose());
                beside.expose().for_each(|(name, value)| values.add(name, value));
                verifier
            }
            Proof::Code { email, code, verifier, session, .. } => {
                values.add("token", code.expose());
                values.add("email", email.as_str());
                if let (Some(name), Some(session)) = (self.contract.carried(), session) {
                    values.add(name, session.expose());
                }
                verifier
            }
        };
        if let Some(verifier) = verifier {
            values.add("code_verifier", verifier.expose());
        }
        values
    }

    /// Does steps that nothing is held of.
    pub(super) async fn steps<'a>(
        &'a self,
        steps: impl Iterator<Item = &'a Step>,
        values: &Values<'_>,
        repeatable: Repeatable,
    ) -> Result<Captured, Refused> {
        let mut captured = Captured::new();
        for step in steps {
            captured.extend(self.step(step, &values.with(&captured), repeatable).await?);
        }
        Ok(captured)
    }

    /// The early steps of the reset, as far as they are not done yet.
    pub(super) async fn early(&self, proof: &Proof, values: &Values<'_>) -> Result<(), Refused> {
        for (index, step) in self.reset_steps(proof).enumerate().filter(|(_, step)| step.early) {
            if self.done(proof) > index {
                continue;
            }
            let held = self.captured(proof);
            let captured = self.step(step, &values.with(&held), Repeatable::UnlessSent).await?;
            let captured = held.into_iter().chain(captured).collect();
            self.held.replace(Some(Held { proof: proof.clone(), done: index + 1, captured }));
        }
        Ok(())
    }

    /// The rest of the reset.
    pub(super) async fn late(
        &self,
        proof: &Proof,
        mut values: Values<'_>,
        new_password: &NewPassword,
    ) -> Result<(), Refused> {
        values.add("new_password", new_password.expose());
        let held = self.captured(proof);
        let steps = self.reset_steps(proof).filter(|step| !step.early);
        let outcome = self.steps(steps, &values.with(&held), Repeatable::UnlessSent).await;
        // Another password may be tried with what is held; with a proof that does not work nothing can be.
        if !matches!(outcome, Err(Refused::Call(_) | Refused::Said(Kind::PasswordRefused, _))) {
            self.held.replace(None);
        }
        outcome.map(drop)
    }

    fn reset_steps(&self, proof: &Proof) -> impl Iterator<Item = &Step> {
        self.contract.reset.iter().filter(move |step| step.is_for(kind(proof)))
    }

    /// What is held for a proof, and for no other.
    fn held(&self, proof: &Proof) -> Option<Ref<'_, Held>> {
        Ref::filter_map(self.held.borrow(), |held| held.as_ref().filter(|held| held.proof == *proof)).ok()
    }

    fn done(&self, proof: &Proof) -> usize {
        self.held(proof).map_or(0, |held| held.done)
    }

    fn captured(&self, proof: &Proof) -> Captured {
        self.held(proof).map(|held| held.captured.clone()).unwrap_or_default()
    }

    async fn step(
        &self,
        step: &Step,
        values: &Values<'_>,
        repeatable: Repeatable,
    ) -> Result<Captured, Refused> {
        let request = send::request(&self.calls, &self.contract, step, values)?;
        self.last_answer.replace(None);
        let reply = self.calls.call(request, repeatable).await?;
        let method = send::method(step.method);
        self.last_answer.replace(Some(format!("{method} {}: {}", step.path, reply.status)));
        judge::judge(step, &reply)
    }
}

impl Refused {
    /// A request is refused for few reasons; that nobody has the address is none to show.
    pub fn of_request(self) -> Result<(), RequestError> {
        match self {
            Self::Said(Kind::UnknownAccount, _) => Ok(()),
            Self::Said(Kind::AddressRefused, _) => Err(RequestError::AddressRefused),
            Self::Call(call) => Err(call.into()),
            Self::Said(..) | Self::NotHere => Err(unexpected().into()),
        }
    }

    pub fn of_check(self, proof: &Proof) -> CheckError {
        match self {
            Self::Call(call) => call.into(),
            Self::NotHere => ProofError::OtherDevice.into(),
            Self::Said(said, _) => {
                proof_error(said, proof).map_or_else(|| unexpected().into(), CheckError::Proof)
            }
        }
    }

    pub fn of_reset(self, proof: &Proof) -> ResetError {
        match self {
            Self::Said(Kind::PasswordRefused, reason) => {
                ResetError::PasswordRefused(reason.map(refusal).into_iter().collect())
            }
            other => other.of_check(proof).into(),
        }
    }
}

fn unexpected() -> CallError {
    CallError::Misconfigured(Misconfiguration::Unexpected)
}

/// Servers have one word for links and codes; people are told of what they have in their hands.
fn proof_error(said: Kind, proof: &Proof) -> Option<ProofError> {
    let is_code = kind(proof) == ProofKind::Code;
    Some(match said {
        Kind::Invalid | Kind::WrongCode if is_code => ProofError::WrongCode { tries_left: None },
        Kind::Expired | Kind::CodeExpired if is_code => ProofError::CodeExpired,
        Kind::Invalid | Kind::WrongCode => ProofError::Invalid,
        Kind::Expired | Kind::CodeExpired => ProofError::Expired,
        Kind::Used => ProofError::Used,
        Kind::OtherDevice => ProofError::OtherDevice,
        _ => return None,
    })
}

fn refusal(reason: Reason) -> Refusal {
    match reason {
        Reason::TooShort => Refusal::TooShort { min: None },
        Reason::TooLong => Refusal::TooLong { max: None },
        Reason::Common => Refusal::Common,
        Reason::Breached => Refusal::Breached,
        Reason::Personal => Refusal::Personal,
        Reason::SameAsBefore => Refusal::SameAsBefore,
        Reason::Other => Refusal::Other,
    }
}
