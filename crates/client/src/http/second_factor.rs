//! Sends the second factor.

use latchkey_core::service::Proof;

use super::HttpRecoveryService;
use crate::{
    Idempotency,
    contract::{ContractStep, ErrorKind, OperationError, StepOutput, Values},
};

impl HttpRecoveryService {
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
        let steps: Vec<&ContractStep> =
            self.contract.for_proof(&self.contract.second_factor, proof).collect();
        let values = values.with(&session.output().captured);
        let output = self.try_second_factors(&steps, &values).await?;
        self.session.update(proof, |session| session.add_second_factor(output));
        Ok(())
    }

    /// An account can have several authenticator apps, and a code does not say which one it is from. The steps after the one
    /// that lists them are made for each, as long as the server answers that the code is wrong.
    async fn try_second_factors(
        &self,
        steps: &[&ContractStep],
        values: &Values<'_>,
    ) -> Result<StepOutput, OperationError> {
        let lists = steps.iter().position(|step| !step.capture_each.is_empty());
        let (first, rest) = steps.split_at(lists.map_or(steps.len(), |index| index + 1));
        let mut output =
            self.run_steps(first.iter().copied(), values, Idempotency::NotIdempotent, None).await?;
        let mut alternatives = std::mem::take(&mut output.alternatives).into_iter().peekable();
        while let Some((name, value)) = alternatives.next() {
            output.captured.insert(name, value);
            let values = values.with(&output.captured);
            let steps = rest.iter().copied();
            let tried = self
                .run_steps(steps, &values, Idempotency::NotIdempotent, output.last_response.clone())
                .await;
            match tried {
                Ok(tried) => {
                    output.add(tried);
                    return Ok(output);
                }
                Err(error) if error.is(ErrorKind::SecondFactor) && alternatives.peek().is_some() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(output)
    }
}
