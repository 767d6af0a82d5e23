//! Records a recovery of a real account.

use latchkey_core::{
    link::{LinkRules, RecoveryLink},
    secret::{EmailAddress, NewPassword, RecoveryCode, SecondFactorCode, Verifier},
    service::{
        Accepted, CallError, Capabilities, Changed, CheckError, Checked, IdempotencyKey, Proof, RequestError,
        ResetError,
    },
};

use zeroize::Zeroizing;

use super::{
    Exchange, Headers, PASSWORD, Recording, SECOND_FACTOR,
    link::example_link,
    mask::Mask,
    masked_body::{answer, headers, shapes},
    outcome,
};
use crate::{CallRecord, HttpRecoveryService, RawExchange, RecoveryService as _, contract::Contract};

/// Walks a recovery and records what the server answers. The caller asks the person for the link or code, and for passwords.
pub struct Recorder<'a> {
    service: &'a HttpRecoveryService,
    rules: &'a LinkRules,
    email: EmailAddress,
    verifier: Option<Verifier>,
    accepted: Accepted,
    proof: Option<Proof>,
    mask: Mask,
    recording: Recording,
    request_shapes: Vec<String>,
    /// The calls that a repeated reset does not make again.
    kept: Vec<RawExchange>,
    /// The calls of the last operation.
    last_calls: Vec<CallRecord>,
    /// The outcome of the last operation in words.
    last_outcome: String,
}

impl<'a> Recorder<'a> {
    /// Begins with what the server supports.
    ///
    /// # Errors
    /// The server does not report it.
    pub async fn start(
        service: &'a HttpRecoveryService,
        rules: &'a LinkRules,
        email: EmailAddress,
    ) -> Result<(Self, Capabilities), CallError> {
        let mut mask = Mask::of(service.contract());
        mask.add_email(&email);
        let recording = Recording { vars: service.variables().clone(), ..Recording::default() };
        let accepted = Accepted::default();
        let mut recorder = Self {
            service,
            rules,
            email,
            verifier: None,
            accepted,
            proof: None,
            mask,
            recording,
            request_shapes: Vec::new(),
            kept: Vec::new(),
            last_calls: Vec::new(),
            last_outcome: String::new(),
        };
        let (found, calls) = service.recording(service.capabilities()).await;
        let capabilities = found.clone()?;
        let calls = raw(calls);
        if let [only] = &calls[..] {
            let body = answer(service.contract(), only, &recorder.mask);
            let reported = body.split_once(' ').filter(|_| only.status == 200);
            recorder.recording.capabilities = reported.map(|(_, body)| body.to_owned());
            let exchange = recorder.exchange(&calls, outcome::capabilities(found));
            recorder.recording.capabilities_from.push(exchange);
        }
        let (policy, calls) = service.recording(service.password_policy()).await;
        let calls = without_capabilities(raw(calls));
        if !calls.is_empty() {
            let exchange = recorder.exchange(&calls, outcome::policy(policy));
            recorder.recording.policy_from.push(exchange);
        }
        recorder.verifier = capabilities.challenge.then(Verifier::generate);
        if let Some(verifier) = &recorder.verifier {
            recorder.mask.add_verifier(verifier);
        }
        Ok((recorder, capabilities))
    }

    /// Requests the email.
    ///
    /// # Errors
    /// The server refuses it. That is recorded too.
    pub async fn request(&mut self) -> Result<(), RequestError> {
        let challenge = self.verifier.as_ref().map(Verifier::challenge);
        let call = async {
            match &challenge {
                Some(challenge) => self.service.send_bound_recovery_email(&self.email, challenge).await,
                None => self.service.send_account_recovery_email(&self.email).await,
            }
        };
        let (outcome, calls) = self.service.recording(call).await;
        self.note(outcome::requested(&outcome), &calls);
        let calls = raw(calls);
        self.request_shapes = shapes(self.service.contract(), &self.mask, &calls);
        self.learn(&calls);
        if let Ok(accepted) = &outcome {
            if let Some(flow) = &accepted.flow {
                self.mask.add_alike(flow.as_str());
                self.recording.flow = Some(self.mask.without_generated(flow.as_str()));
            }
            self.recording.session =
                accepted.session.as_ref().map(|session| self.mask.without_generated(session.expose()));
            self.accepted = accepted.clone();
        }
        let exchange = self.exchange(&calls, outcome::requested(&outcome));
        self.recording.request.push(exchange);
        outcome.map(drop)
    }

    /// The calls of the last operation.
    pub fn last_calls(&self) -> &[CallRecord] {
        &self.last_calls
    }

    /// The outcome of the last operation in words. It can have values of the recovery.
    pub fn last_outcome(&self) -> &str {
        &self.last_outcome
    }

    fn note(&mut self, outcome: String, calls: &[CallRecord]) {
        self.last_outcome = outcome;
        self.last_calls = calls.to_vec();
    }

    /// The responses to the last request, without what differs each time.
    pub fn request_shapes(&self) -> &[String] {
        &self.request_shapes
    }

    /// Goes on with the link of the email.
    pub fn use_link(&mut self, link: RecoveryLink) {
        let RecoveryLink { token, params, .. } = link;
        self.mask.add_alike(token.expose());
        for (_, value) in params.expose() {
            self.mask.add_alike(value);
        }
        let masked = self.mask.without_generated(token.expose());
        self.recording.link =
            example_link(self.rules, &masked, &params, |value| self.mask.without_generated(value));
        self.proof = Some(Proof::Token {
            token,
            params,
            verifier: self.verifier.clone(),
            email: Some(self.email.clone()),
            session: self.accepted.session.clone(),
        });
    }

    /// Goes on with the code of the email.
    pub fn use_code(&mut self, code: RecoveryCode) {
        self.mask.add_alike(code.expose());
        self.recording.code = Some(self.mask.without_generated(code.expose()));
        self.proof = Some(Proof::Code {
            email: self.email.clone(),
            code,
            flow: self.accepted.flow.clone(),
            verifier: self.verifier.clone(),
            session: self.accepted.session.clone(),
        });
    }

    /// Checks the link or code, if the server can do that. `None` before there is one.
    pub async fn check(&mut self) -> Option<Result<Checked, CheckError>> {
        let proof = self.proof.clone()?;
        let (outcome, calls) = self.service.recording(self.service.check(&proof)).await;
        self.note(outcome::checked(outcome.clone()), &calls);
        let calls = without_capabilities(raw(calls));
        self.learn(&calls);
        if !calls.is_empty() {
            let exchange = self.exchange(&calls, outcome::checked(outcome.clone()));
            self.recording.check.push(exchange);
        }
        self.kept.extend(calls.into_iter().filter(|call| call.is_kept));
        Some(outcome)
    }

    /// Sets a password. `None` before there is a link or code.
    pub async fn reset(
        &mut self,
        password: &NewPassword,
        factor: Option<&SecondFactorCode>,
    ) -> Option<Result<Changed, ResetError>> {
        let proof = self.proof.clone()?;
        self.mask.add_typed(password.expose(), PASSWORD);
        if let Some(factor) = factor {
            self.mask.add_typed(factor.expose(), SECOND_FACTOR);
        }
        let attempt = IdempotencyKey::generate();
        let call = self.service.reset_with_proof(&proof, password, &attempt, factor);
        let (outcome, calls) = self.service.recording(call).await;
        self.note(outcome::changed(&outcome), &calls);
        let calls = without_capabilities(raw(calls));
        self.learn(&calls);
        let all: Vec<RawExchange> = self.kept.iter().chain(&calls).cloned().collect();
        let exchange = self.exchange(&all, outcome::changed(&outcome));
        self.recording.reset.push(Exchange { second_factor: factor.is_some(), ..exchange });
        match &outcome {
            Err(ResetError::SecondFactor | ResetError::PasswordRefused(_) | ResetError::Call(_)) => {
                self.kept.extend(calls.into_iter().filter(|call| call.is_kept));
            }
            _ => self.kept.clear(),
        }
        Some(outcome)
    }

    /// The recording. Its first reset is the one that set the password.
    pub fn finish(mut self) -> Recording {
        self.recording.reset.sort_by_key(|exchange| !exchange.outcome.starts_with("changed"));
        self.recording
    }

    fn learn(&mut self, calls: &[RawExchange]) {
        for value in calls.iter().flat_map(|call| &call.captured) {
            self.mask.add_alike(value);
        }
    }

    /// The calls are rendered with what stands for the values, so that they are what a replay sends.
    fn exchange(&self, calls: &[RawExchange], outcome: String) -> Exchange {
        let contract = self.service.contract();
        let sent = |call: &RawExchange| {
            let values = call
                .values
                .iter()
                .map(|(name, value)| (name.clone(), Zeroizing::new(self.mask.value(name, value))));
            self.service
                .describe(call.step, &values.collect())
                .map(|sent| sent.to_string())
                .unwrap_or_default()
        };
        Exchange {
            answers: calls.iter().map(|call| answer(contract, call, &self.mask)).collect(),
            headers: Headers::of_each(calls.iter().map(|call| headers(contract, call, &self.mask)).collect()),
            outcome: self.mask.without_generated(&outcome),
            sent: Some(calls.iter().map(sent).collect()),
            ..Exchange::default()
        }
    }
}

/// The responses to a request for this address, without what differs each time.
pub(crate) fn answer_shapes(
    contract: &Contract,
    email: &EmailAddress,
    calls: Vec<CallRecord>,
) -> Vec<String> {
    let mut mask = Mask::of(contract);
    mask.add_email(email);
    shapes(contract, &mask, &without_capabilities(raw(calls)))
}

fn raw(calls: Vec<CallRecord>) -> Vec<RawExchange> {
    calls.into_iter().filter_map(|call| call.exchange).collect()
}

fn without_capabilities(mut calls: Vec<RawExchange>) -> Vec<RawExchange> {
    calls.retain(|call| !call.is_capabilities);
    calls
}
