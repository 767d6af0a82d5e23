//! The steps of a contract, one after the other, and what is held of those that cannot be done again.

use std::cell::Ref;

use latchkey_core::service::Proof;
use reqwest::RequestBuilder;

use super::{HttpRecoveryService, send};
#[cfg(not(target_arch = "wasm32"))]
use crate::CallRecord;
use crate::{
    Idempotency,
    contract::{Kind, OperationError, ResponseFields, Step, StepOutput, Values, evaluate, unexpected},
    reply::Reply,
};

/// What calls have brought that cannot be made again: their link or code is spent by then.
pub(super) struct RecoverySession {
    proof: Proof,
    /// How many early steps are done.
    early: usize,
    /// Whether the second factor was shown.
    second_factor: bool,
    output: StepOutput,
}

impl HttpRecoveryService {
    /// What a proof gives to the calls.
    pub(super) fn values<'a>(&'a self, proof: &'a Proof) -> Values<'a> {
        let mut values = Values::new(&self.variables);
        let verifier = match proof {
            Proof::Token { token, params, verifier } => {
                values.add("token", token.expose());
                values.add("link_token", token.expose());
                params.expose().for_each(|(name, value)| values.add(name, value));
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
    pub(super) async fn run_steps<'a>(
        &'a self,
        steps: impl IntoIterator<Item = &'a Step>,
        values: &Values<'_>,
        idempotency: Idempotency,
    ) -> Result<StepOutput, OperationError> {
        let mut output = StepOutput::default();
        for step in steps {
            output.add(self.run_step(step, &values.with(&output.captured), idempotency).await?);
        }
        Ok(output)
    }

    /// The early steps of the reset, as far as they are not done yet.
    pub(super) async fn run_early_steps(
        &self,
        proof: &Proof,
        values: &Values<'_>,
    ) -> Result<ResponseFields, OperationError> {
        for (index, step) in self.reset_steps(proof).enumerate().filter(|(_, step)| step.early) {
            if self.session(proof).is_some_and(|session| session.early > index) {
                continue;
            }
            self.run_once(proof, values, [step], |session| session.early = index + 1).await?;
        }
        Ok(self.output(proof).fields)
    }

    /// Shows the second factor, where the server wants it in calls of its own and was not shown it yet.
    pub(super) async fn second_factor(
        &self,
        proof: &Proof,
        values: &Values<'_>,
    ) -> Result<(), OperationError> {
        let shown = self.session(proof).is_some_and(|session| session.second_factor);
        if shown || self.contract.second_factor.is_empty() {
            return Ok(());
        }
        let steps = self.contract.for_proof(&self.contract.second_factor, proof);
        self.run_once(proof, values, steps, |session| session.second_factor = true).await
    }

    /// Forgets what is held once a call has shown that the proof opens nothing any more. What is held after a refused
    /// password, a wrong second factor or a call without an answer is needed for the next try.
    pub(super) fn end_session_if_rejected(&self, error: &OperationError) {
        let goes_on = match error {
            OperationError::Call(_) => true,
            error => error.is(Kind::PasswordRefused) || error.is(Kind::SecondFactor),
        };
        if !goes_on {
            self.session.replace(None);
        }
    }

    /// Does steps that cannot be done again, and holds what they bring.
    async fn run_once<'a>(
        &'a self,
        proof: &Proof,
        values: &Values<'_>,
        steps: impl IntoIterator<Item = &'a Step>,
        done: impl FnOnce(&mut RecoverySession),
    ) -> Result<(), OperationError> {
        let before = self.output(proof);
        let output =
            self.run_steps(steps, &values.with(&before.captured), Idempotency::NotIdempotent).await?;
        self.save(proof, output, done);
        Ok(())
    }

    /// The rest of the reset.
    pub(super) async fn run_late_steps(
        &self,
        proof: &Proof,
        values: &Values<'_>,
        idempotency: Idempotency,
    ) -> Result<ResponseFields, OperationError> {
        let before = self.output(proof);
        let steps: Vec<&Step> = self.reset_steps(proof).filter(|step| !step.early).collect();
        // Where no call is made, no password was set.
        if steps.is_empty() {
            return Err(unexpected().into());
        }
        let outcome = self.run_steps(steps, &values.with(&before.captured), idempotency).await;
        match &outcome {
            Ok(_) => drop(self.session.replace(None)),
            Err(error) if error.is(Kind::SecondFactor) => {
                if let Some(session) = &mut *self.session.borrow_mut() {
                    session.second_factor = false;
                }
            }
            Err(_) => {}
        }
        outcome.map(|output| output.fields)
    }

    fn reset_steps(&self, proof: &Proof) -> impl Iterator<Item = &Step> {
        self.contract.for_proof(&self.contract.reset, proof)
    }

    /// What is held for a proof, and for no other.
    fn session(&self, proof: &Proof) -> Option<Ref<'_, RecoverySession>> {
        Ref::filter_map(self.session.borrow(), |session| {
            session.as_ref().filter(|session| session.proof == *proof)
        })
        .ok()
    }

    fn output(&self, proof: &Proof) -> StepOutput {
        self.session(proof).map(|session| session.output.clone()).unwrap_or_default()
    }

    fn save(&self, proof: &Proof, output: StepOutput, done: impl FnOnce(&mut RecoverySession)) {
        let mut session = self.session.borrow_mut();
        let kept = session.take().filter(|session| session.proof == *proof);
        let session = session.insert(kept.unwrap_or_else(|| RecoverySession {
            proof: proof.clone(),
            early: 0,
            second_factor: false,
            output: StepOutput::default(),
        }));
        session.output.add(output);
        done(session);
    }

    pub(super) async fn run_step(
        &self,
        step: &Step,
        values: &Values<'_>,
        idempotency: Idempotency,
    ) -> Result<StepOutput, OperationError> {
        let reply = self.send_step(step, values, idempotency).await?;
        evaluate(&self.contract, step, &reply)
    }

    pub(super) async fn send_step(
        &self,
        step: &Step,
        values: &Values<'_>,
        idempotency: Idempotency,
    ) -> Result<Reply, OperationError> {
        let request = send::request(&self.client, &self.contract, step, values)?;
        let line = format!("{} {}", send::method(step.method), step.path);
        self.send(&line, request, idempotency, &step.retry_after).await
    }

    /// Makes a call, and notes it under `line` where somebody wants to know.
    pub(super) async fn send(
        &self,
        line: &str,
        request: RequestBuilder,
        idempotency: Idempotency,
        retry_after: &[String],
    ) -> Result<Reply, OperationError> {
        let outcome = self.client.call(request, idempotency, retry_after).await;
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(calls) = &mut *self.recorded.borrow_mut() {
            let answer = outcome.as_ref().ok().map(Reply::summary);
            calls.push(CallRecord { line: line.to_owned(), answer });
        }
        #[cfg(target_arch = "wasm32")]
        let _ = line;
        Ok(outcome?)
    }
}
