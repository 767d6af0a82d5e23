//! The third step: the link is checked, and a password is typed.

use super::{
    CallKind, CheckEmail, CheckEmailProblem, Effect, Event, Notice, Phase, Renewal, Reset, ResetProblem,
    Step,
    calls::Call,
    context::Context,
    links,
    transition::{CallOutcome, Transition},
};
use crate::{
    link::{IncomingLink, RecoveryLink},
    password::PasswordRejection,
    secret::EmailAddress,
    service::{CallError, CheckError, Checked, NativeMode, Proof, ProofError, RequestError},
    time::Timestamp,
};

impl Reset {
    /// Only a service that accepts passwords from this app has a [`NativeMode`].
    pub(super) fn new(_: NativeMode, proof: Proof, email: Option<EmailAddress>) -> Self {
        Self {
            proof,
            email,
            phase: Phase::Unchecked(None),
            candidates: Vec::new(),
            candidate: None,
            second_factor: false,
            renewal: Renewal::None,
            problem: None,
            last_attempt: None,
        }
    }

    pub(super) fn on(self, event: Event, context: &mut Context) -> Transition {
        match (context.calls.kind(), &self.phase) {
            (Some(CallKind::ResetPassword), _) => self.on_while_resetting(event, context),
            (_, Phase::Unchecked(_)) => self.on_while_unchecked(event, context),
            (_, Phase::Ready(_)) => self.on_while_ready(event, context),
        }
    }

    /// The response must be awaited: a password that was sent cannot be revoked.
    fn on_while_resetting(self, event: Event, context: &mut Context) -> Transition {
        if let Event::LinkOpened { text, replaced } = event {
            context.note_replaced_link(replaced);
            context.calls.defer_link(text);
        }
        self.into()
    }

    fn on_while_unchecked(self, event: Event, context: &mut Context) -> Transition {
        match event {
            Event::CheckAgain => self.check_again(context),
            Event::Cancelled if !context.calls.is_idle() => {
                context.calls.abandon();
                Self { phase: Phase::Unchecked(Some(CallError::TimedOut)), ..self }.into()
            }
            other => self.leave(other, context),
        }
    }

    fn on_while_ready(self, event: Event, context: &mut Context) -> Transition {
        match (event, &self.email) {
            // A breached password is not sent.
            (Event::PasswordSubmitted { breached: true, .. }, _) => {
                self.fail(ResetProblem::Refused(vec![PasswordRejection::Breached]), context)
            }
            (Event::PasswordSubmitted { password, confirmation, second_factor, idempotency_key, .. }, _) => {
                let confirmation = confirmation.as_ref().map(|second| second.as_str());
                self.submit(&password, confirmation, &second_factor, idempotency_key, context)
            }
            (Event::WaitOver(until), _) if self.problem == Some(ResetProblem::Wait(until)) => {
                Self { problem: None, ..self }.into()
            }
            // The typed text stays (A11Y-9).
            (Event::RenewPressed, Some(email)) if context.calls.is_idle() => {
                let effect = context.calls.renew_link(email.clone());
                Transition::from(Self { renewal: Renewal::None, ..self }).with([effect])
            }
            (other, _) => self.leave(other, context),
        }
    }

    fn leave(self, event: Event, context: &mut Context) -> Transition {
        match event {
            Event::LinkOpened { text, replaced } => {
                context.note_replaced_link(replaced);
                self.open_link(&text, context)
            }
            Event::BackPressed => Step::from(self).back(context),
            other => Step::from(self).leave(other, context),
        }
    }

    pub(super) fn on_outcome(
        self,
        call: Call,
        outcome: CallOutcome,
        context: &mut Context,
        now: Timestamp,
    ) -> Transition {
        match (call, outcome) {
            (Call::Check(_), CallOutcome::Checked(outcome)) => self.checked(outcome, context, now),
            (Call::ResetPassword { next_link }, CallOutcome::PasswordReset(outcome)) => {
                self.password_reset(outcome, next_link, context, now)
            }
            // The typed text stays. The new link will open this step again.
            (_, CallOutcome::RequestAccepted(_)) => Self { renewal: Renewal::Sent, ..self }.into(),
            (_, CallOutcome::RequestFailed(RequestError::Call(error))) => {
                Self { renewal: Renewal::Failed(error), ..self }.into()
            }
            // The service has accepted this address before, so the failure is its own.
            (_, CallOutcome::RequestFailed(RequestError::AddressRefused)) => {
                Self { renewal: Renewal::Failed(CallError::Down), ..self }.into()
            }
            _ => self.into(),
        }
    }

    pub(super) fn retry(self, call: Call, context: &mut Context) -> Transition {
        match call {
            Call::ResetPassword { .. } => self.send_again(None, context),
            _ => self.check_again(context),
        }
    }

    /// Checks the link, and loads what the form needs.
    pub(super) fn check_first(self, context: &mut Context) -> Transition {
        self.check(context).with([Effect::LoadPasswordPolicy])
    }

    fn check(self, context: &mut Context) -> Transition {
        let effect = context.calls.check(self.proof.clone());
        Transition::from(self).with([effect])
    }

    /// Repeats a check that had no response.
    fn check_again(self, context: &mut Context) -> Transition {
        match self.phase {
            Phase::Unchecked(Some(_)) => Self { phase: Phase::Unchecked(None), ..self }.check_first(context),
            Phase::Unchecked(None) | Phase::Ready(_) => self.into(),
        }
    }

    fn checked(
        mut self,
        outcome: Result<Checked, CheckError>,
        context: &mut Context,
        now: Timestamp,
    ) -> Transition {
        match outcome {
            Ok(checked) => {
                let candidate = self.candidate.and_then(|tried| self.candidates.get(tried));
                if let Some(recovery) = candidate {
                    self.email = Some(recovery.email.clone());
                }
                self.ready(checked, now).into()
            }
            Err(CheckError::Call(error)) => {
                let call = Call::Check(self.proof.clone());
                self.phase = Phase::Unchecked(Some(error.clone()));
                Transition::from(self).with(context.calls.retry_when_connected(call, &error))
            }
            Err(CheckError::Proof(ProofError::OtherDevice)) if self.next_candidate() => self.check(context),
            Err(CheckError::Proof(error)) => self.proof_failed(error, None, context),
        }
    }

    /// The step after a successful check: the person can type the password.
    pub(super) fn ready(self, checked: Checked, now: Timestamp) -> Self {
        let until = checked.expires_in.map(|seconds| now.plus(seconds));
        Self { second_factor: checked.second_factor, phase: Phase::Ready(until), ..self }
    }

    /// Selects the next recovery that the link may belong to. Returns `false` if there is none.
    pub(super) fn next_candidate(&mut self) -> bool {
        let next = self.candidate.map_or(0, |tried| tried + 1);
        let (Proof::Token { .. }, Some(recovery)) = (&self.proof, self.candidates.get(next)) else {
            return false;
        };
        links::add_kept(&mut self.proof, recovery);
        self.candidate = Some(next);
        true
    }

    /// Opens another link. A link that does not work must not discard the typed password.
    pub(super) fn open_link(self, text: &IncomingLink, context: &mut Context) -> Transition {
        match links::parse(text, context) {
            Ok(link) => self.follow(link, context),
            Err(_) => {
                context.notice = Some(Notice::BadLinkIgnored);
                self.into()
            }
        }
    }

    fn follow(self, link: RecoveryLink, context: &mut Context) -> Transition {
        let Some(next) = links::reset_of(link, context) else { return self.into() };
        if links::is_same_link(&self.proof, &next.proof) && self.candidates == next.candidates {
            return self.check_again(context); // A second tap on the same link.
        }
        context.notice = Some(Notice::NewerLink);
        next.check_first(context)
    }

    pub(super) fn fail(self, problem: ResetProblem, context: &mut Context) -> Transition {
        context.calls.cancel_retry();
        context.problem_count += 1;
        Self { problem: Some(problem), ..self }.into()
    }

    /// The link or code does not work. `next_link`, which arrived meanwhile, may work.
    pub(super) fn proof_failed(
        self,
        error: ProofError,
        next_link: Option<IncomingLink>,
        context: &mut Context,
    ) -> Transition {
        if let (None, Proof::Code { email, .. }, false) = (&next_link, &self.proof, error.is_final()) {
            return code_failed(email.clone(), error, context);
        }
        let next = next_link.and_then(|link| links::parse(&link, context).ok());
        let is_failed =
            |link: &RecoveryLink| matches!(&self.proof, Proof::Token { token, .. } if *token == link.token);
        match next.filter(|link| !is_failed(link)) {
            Some(link) => self.follow(link, context),
            None => context.invalid_link(error.into(), self.email),
        }
    }
}

/// Some services report a wrong code only when the password is set. The code is typed again then. The password stays in
/// its field.
fn code_failed(email: EmailAddress, error: ProofError, context: &mut Context) -> Transition {
    let recovery = context.pending.iter().find(|pending| pending.email == email).cloned();
    match recovery {
        Some(recovery) => CheckEmail::new(recovery).fail(CheckEmailProblem::Code(error), context),
        None => context.invalid_link(error.into(), Some(email)),
    }
}
