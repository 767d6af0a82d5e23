//! Runs the steps of a contract.

use std::time::Duration;

use latchkey_core::service::Proof;

use super::{HttpRecoveryService, repeat, request_session, send};
use crate::{
    Idempotency,
    contract::{
        ContractStep, ErrorKind, LastResponse, OperationError, ResponseFields, StepOutput, Values, evaluate,
        is_in_state, unexpected,
    },
    http_response::HttpResponse,
};

impl HttpRecoveryService {
    /// The template values of a proof, with its verifier and stored session. Also selects the cookies of its recovery.
    pub(super) fn values<'a>(&'a self, proof: &'a Proof) -> Values<'a> {
        self.cookies.continue_with(proof);
        let mut values = Values::new(&self.variables);
        let (verifier, session) = match proof {
            Proof::Token { token, params, verifier, email, session } => {
                if let Some(email) = email {
                    values.add("email", email.as_str());
                }
                values.add("token", token.expose());
                values.add("link_token", token.expose());
                // An address in the link is that of its account.
                params.expose().for_each(|(name, value)| values.add(name, value));
                (verifier, session)
            }
            Proof::Code { email, code, flow, verifier, session } => {
                values.add("token", code.expose());
                values.add("typed_code", code.expose());
                values.add("email", email.as_str());
                if let Some(flow) = flow {
                    values.add("flow_id", flow.as_str());
                }
                (verifier, session)
            }
        };
        if let Some(session) = session {
            values.set_request_captures(request_session::unpack(&self.contract.carried_captures(), session));
        }
        if let Some(verifier) = verifier {
            values.add("code_verifier", verifier.expose());
        }
        values
    }

    /// Runs steps in order, and keeps nothing of them. `last_response` is the one before the first step.
    pub(super) async fn run_steps<'a>(
        &'a self,
        steps: impl IntoIterator<Item = &'a ContractStep>,
        values: &Values<'_>,
        idempotency: Idempotency,
        last_response: Option<LastResponse>,
    ) -> Result<StepOutput, OperationError> {
        let mut output = StepOutput { last_response, ..StepOutput::default() };
        for step in steps {
            if !is_in_state(step, output.last_response.as_ref()) {
                continue;
            }
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
            if session.has_early_step(index) || !is_in_state(step, session.output().last_response.as_ref()) {
                continue;
            }
            let values = values.with(&session.output().captured);
            let output = self.run_step(step, &values, Idempotency::NotIdempotent).await?;
            self.session.update(proof, |session| session.add_early_step(index, output));
        }
        Ok(self.session.get(proof).output().fields.clone())
    }

    /// Runs the steps of the reset that are not early.
    pub(super) async fn run_late_steps(
        &self,
        proof: &Proof,
        values: &Values<'_>,
        idempotency: Idempotency,
    ) -> Result<ResponseFields, OperationError> {
        let steps: Vec<&ContractStep> = self.reset_steps(proof).filter(|step| !step.early).collect();
        // If no call was made, no password was set.
        if steps.is_empty() {
            return Err(unexpected().into());
        }
        let session = self.session.get(proof);
        let (values, last_response) =
            (values.with(&session.output().captured), session.output().last_response.clone());
        match self.run_steps(steps, &values, idempotency, last_response).await {
            Ok(output) => {
                let fields = output.fields.clone();
                self.session.update(proof, |session| session.add_late_steps(output));
                Ok(fields)
            }
            Err(error) => {
                if error.is(ErrorKind::SecondFactor) {
                    self.session.forget_second_factor();
                }
                Err(error)
            }
        }
    }

    fn reset_steps(&self, proof: &Proof) -> impl Iterator<Item = &ContractStep> {
        self.contract.for_proof(self.contract.reset.steps(), proof)
    }

    /// Sends a step, again while the server is not done, and evaluates the response.
    pub(super) async fn run_step(
        &self,
        step: &ContractStep,
        values: &Values<'_>,
        idempotency: Idempotency,
    ) -> Result<StepOutput, OperationError> {
        let call = || self.send_step(step, values, idempotency);
        let response = match &step.repeat {
            None => call().await?,
            Some(repeat) => {
                let wait = || self.client.wait(Duration::from_secs(repeat.wait));
                repeat::until_done(repeat, call, wait).await?
            }
        };
        evaluate(&self.contract, step, &response)
    }

    /// Sends a step.
    pub(super) async fn send_step(
        &self,
        step: &ContractStep,
        values: &Values<'_>,
        idempotency: Idempotency,
    ) -> Result<HttpResponse, OperationError> {
        let url = self.client.address(&values.path(&step.path)?, &[]);
        let kept = self.cookies.header(&url).filter(|_| self.contract.cookies);
        let request = send::request(&self.client, &self.contract, step, values, kept)?;
        let retry_after =
            if step.retry_after.is_empty() { &self.contract.retry_after } else { &step.retry_after };
        let mut outcome = self.client.call(request, idempotency, retry_after).await;
        if let Ok(response) = &mut outcome
            && (300..400).contains(&response.status)
        {
            let target = response.location.as_ref();
            response.redirect = target.and_then(|target| self.client.redirect_target(&url, target));
        }
        #[cfg(not(target_arch = "wasm32"))]
        self.record_step(step, values, outcome.as_ref().ok());
        let response = outcome?;
        if self.contract.cookies {
            self.cookies.add(&url, &response);
        }
        Ok(response)
    }

    /// Ends the session, and forgets the cookies of a link, if an error shows that the proof is no longer valid.
    pub(super) fn end_if_rejected(&self, error: &OperationError) {
        if self.session.end_if_rejected(error) {
            self.cookies.clear_link();
        }
    }
}
