//! The steps of a contract, one after the other, and what is held of those that cannot be done again.

use std::cell::Ref;

use latchkey_core::service::Proof;
use reqwest::RequestBuilder;

use super::{HttpRecoveryService, send};
#[cfg(not(target_arch = "wasm32"))]
use crate::CallMade;
use crate::{
    Repeatable,
    contract::{Kind, Learned, Refused, Step, Told, Values, judge, unexpected},
    reply::Reply,
};

/// What calls have brought that cannot be made again: their link or code is spent by then.
pub(super) struct Held {
    proof: Proof,
    /// How many early steps are done.
    early: usize,
    /// Whether the second factor was shown.
    second_factor: bool,
    learned: Learned,
}

impl HttpRecoveryService {
    /// What a proof gives to the calls.
    pub(super) fn values<'a>(&'a self, proof: &'a Proof) -> Values<'a> {
        let mut values = Values::of(&self.variables);
        let verifier = match proof {
            Proof::Token { token, beside, verifier } => {
                values.add("token", token.expose());
                values.add("link_token", token.expose());
                beside.expose().for_each(|(name, value)| values.add(name, value));
                verifier
            }
            Proof::Code { email, code, flow, verifier, session } => {
                values.add("token", code.expose());
                values.add("typed_code", code.expose());
                values.add("email", email.as_str());
                if let Some(flow) = flow {
                    values.add("flow_id", flow.as_str());
                }
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
        steps: impl IntoIterator<Item = &'a Step>,
        values: &Values<'_>,
        repeatable: Repeatable,
    ) -> Result<Learned, Refused> {
        let mut learned = Learned::default();
        for step in steps {
            learned.add(self.step(step, &values.with(&learned.captured), repeatable).await?);
        }
        Ok(learned)
    }

    /// The early steps of the reset, as far as they are not done yet.
    pub(super) async fn early(&self, proof: &Proof, values: &Values<'_>) -> Result<Told, Refused> {
        for (index, step) in self.reset_steps(proof).enumerate().filter(|(_, step)| step.early) {
            if self.held(proof).is_some_and(|held| held.early > index) {
                continue;
            }
            self.once(proof, values, [step], |held| held.early = index + 1).await?;
        }
        Ok(self.learned(proof).told)
    }

    /// Shows the second factor, where the server wants it in calls of its own and was not shown it yet.
    pub(super) async fn second_factor(&self, proof: &Proof, values: &Values<'_>) -> Result<(), Refused> {
        let shown = self.held(proof).is_some_and(|held| held.second_factor);
        if shown || self.contract.second_factor.is_empty() {
            return Ok(());
        }
        let steps = self.contract.for_proof(&self.contract.second_factor, proof);
        self.once(proof, values, steps, |held| held.second_factor = true).await
    }

    /// Forgets what is held once a call has shown that the proof opens nothing any more. What is held after a refused
    /// password, a wrong second factor or a call without an answer is needed for the next try.
    pub(super) fn forget_if_over(&self, refused: &Refused) {
        let goes_on = match refused {
            Refused::Call(_) => true,
            refused => refused.is(Kind::PasswordRefused) || refused.is(Kind::SecondFactor),
        };
        if !goes_on {
            self.held.replace(None);
        }
    }

    /// Does steps that cannot be done again, and holds what they bring.
    async fn once<'a>(
        &'a self,
        proof: &Proof,
        values: &Values<'_>,
        steps: impl IntoIterator<Item = &'a Step>,
        done: impl FnOnce(&mut Held),
    ) -> Result<(), Refused> {
        let before = self.learned(proof);
        let learned = self.steps(steps, &values.with(&before.captured), Repeatable::UnlessSent).await?;
        self.hold(proof, learned, done);
        Ok(())
    }

    /// The rest of the reset.
    pub(super) async fn late(
        &self,
        proof: &Proof,
        values: &Values<'_>,
        repeatable: Repeatable,
    ) -> Result<Told, Refused> {
        let before = self.learned(proof);
        let steps: Vec<&Step> = self.reset_steps(proof).filter(|step| !step.early).collect();
        // Where no call is made, no password was set.
        if steps.is_empty() {
            return Err(unexpected().into());
        }
        let outcome = self.steps(steps, &values.with(&before.captured), repeatable).await;
        match &outcome {
            Ok(_) => drop(self.held.replace(None)),
            Err(refused) if refused.is(Kind::SecondFactor) => {
                if let Some(held) = &mut *self.held.borrow_mut() {
                    held.second_factor = false;
                }
            }
            Err(_) => {}
        }
        outcome.map(|learned| learned.told)
    }

    fn reset_steps(&self, proof: &Proof) -> impl Iterator<Item = &Step> {
        self.contract.for_proof(&self.contract.reset, proof)
    }

    /// What is held for a proof, and for no other.
    fn held(&self, proof: &Proof) -> Option<Ref<'_, Held>> {
        Ref::filter_map(self.held.borrow(), |held| held.as_ref().filter(|held| held.proof == *proof)).ok()
    }

    fn learned(&self, proof: &Proof) -> Learned {
        self.held(proof).map(|held| held.learned.clone()).unwrap_or_default()
    }

    fn hold(&self, proof: &Proof, learned: Learned, done: impl FnOnce(&mut Held)) {
        let mut held = self.held.borrow_mut();
        let kept = held.take().filter(|held| held.proof == *proof);
        let held = held.insert(kept.unwrap_or_else(|| Held {
            proof: proof.clone(),
            early: 0,
            second_factor: false,
            learned: Learned::default(),
        }));
        held.learned.add(learned);
        done(held);
    }

    pub(super) async fn step(
        &self,
        step: &Step,
        values: &Values<'_>,
        repeatable: Repeatable,
    ) -> Result<Learned, Refused> {
        let reply = self.answer(step, values, repeatable).await?;
        judge(&self.contract, step, &reply)
    }

    pub(super) async fn answer(
        &self,
        step: &Step,
        values: &Values<'_>,
        repeatable: Repeatable,
    ) -> Result<Reply, Refused> {
        let request = send::request(&self.calls, &self.contract, step, values)?;
        let line = format!("{} {}", send::method(step.method), step.path);
        self.fetch(&line, request, repeatable, &step.retry_after).await
    }

    /// Makes a call, and notes it under `line` where somebody wants to know.
    pub(super) async fn fetch(
        &self,
        line: &str,
        request: RequestBuilder,
        repeatable: Repeatable,
        retry_after: &[String],
    ) -> Result<Reply, Refused> {
        let outcome = self.calls.call(request, repeatable, retry_after).await;
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(calls) = &mut *self.recorded.borrow_mut() {
            let answer = outcome.as_ref().ok().map(Reply::told);
            calls.push(CallMade { line: line.to_owned(), answer });
        }
        #[cfg(target_arch = "wasm32")]
        let _ = line;
        Ok(outcome?)
    }
}
