//! Runs the steps of a contract.

use latchkey_core::service::Proof;
use reqwest::{RequestBuilder, header::HeaderName};

use super::{HttpRecoveryService, send};
#[cfg(not(target_arch = "wasm32"))]
use crate::CallRecord;
use crate::{
    Idempotency,
    contract::{Kind, OperationError, ResponseFields, Step, StepOutput, Values, evaluate, unexpected},
    reply::Reply,
};

impl HttpRecoveryService {
    /// The values of a proof.
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

    /// Runs steps in order, and keeps nothing of them.
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

    /// Runs the early steps of the reset that are not done yet.
    pub(super) async fn run_early_steps(
        &self,
        proof: &Proof,
        values: &Values<'_>,
    ) -> Result<ResponseFields, OperationError> {
        for (index, step) in self.reset_steps(proof).enumerate().filter(|(_, step)| step.early) {
            let session = self.session.get(proof);
            if session.has_early_step(index) {
                continue;
            }
            let values = values.with(&session.output().captured);
            let output = self.run_step(step, &values, Idempotency::NotIdempotent).await?;
            self.session.update(proof, |session| session.add_early_step(index, output));
        }
        Ok(self.session.get(proof).output().fields.clone())
    }

    /// Sends the second factor, if the server has calls for it and has not accepted it yet.
    pub(super) async fn send_second_factor(
        &self,
        proof: &Proof,
        values: &Values<'_>,
    ) -> Result<(), OperationError> {
        let session = self.session.get(proof);
        if session.has_second_factor() || self.contract.second_factor.is_empty() {
            return Ok(());
        }
        let steps = self.contract.for_proof(&self.contract.second_factor, proof);
        let values = values.with(&session.output().captured);
        let output = self.run_steps(steps, &values, Idempotency::NotIdempotent).await?;
        self.session.update(proof, |session| session.add_second_factor(output));
        Ok(())
    }

    /// Runs the steps of the reset that are not early.
    pub(super) async fn run_late_steps(
        &self,
        proof: &Proof,
        values: &Values<'_>,
        idempotency: Idempotency,
    ) -> Result<ResponseFields, OperationError> {
        let steps: Vec<&Step> = self.reset_steps(proof).filter(|step| !step.early).collect();
        // Without a call, no password was set.
        if steps.is_empty() {
            return Err(unexpected().into());
        }
        let session = self.session.get(proof);
        let outcome = self.run_steps(steps, &values.with(&session.output().captured), idempotency).await;
        match &outcome {
            Ok(_) => self.session.end(),
            Err(error) if error.is(Kind::SecondFactor) => self.session.forget_second_factor(),
            Err(_) => {}
        }
        outcome.map(|output| output.fields)
    }

    fn reset_steps(&self, proof: &Proof) -> impl Iterator<Item = &Step> {
        self.contract.for_proof(self.contract.reset.steps(), proof)
    }

    /// Sends a step and evaluates the response.
    pub(super) async fn run_step(
        &self,
        step: &Step,
        values: &Values<'_>,
        idempotency: Idempotency,
    ) -> Result<StepOutput, OperationError> {
        let reply = self.send_step(step, values, idempotency).await?;
        evaluate(&self.contract, step, &reply)
    }

    /// Sends a step.
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

    /// Makes a call, and records it as `line` during [`recording`](Self::recording).
    pub(super) async fn send(
        &self,
        line: &str,
        request: RequestBuilder,
        idempotency: Idempotency,
        retry_after: &[HeaderName],
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
