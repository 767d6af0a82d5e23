//! Scenarios of the flow, with a clock that the test sets.

#![allow(clippy::unwrap_used)]

mod back;
mod backends;
mod check_email;
mod codes;
mod connection;
mod forgot;
mod late_responses;
mod links;
mod opening;
mod pasted;
mod renewal;
mod reset;
mod second_link;
mod secrets;
mod sequences;
mod verifiers;

use std::time::Duration;

use secrecy::zeroize::Zeroizing;

use super::*;
use crate::{
    link::{IncomingLink, LinkProblem, LinkShape},
    pending::EndedRecoveries,
    secret::{CodeShape, FlowId, LinkParams, NewPassword, RecoveryToken, Verifier},
    service::{
        Accepted, CallError, Capabilities, Changed, CheckError, Checked, IdempotencyKey, Proof, ProofError,
        RecoveryMode, RequestError, ResetError,
    },
};

/// The time at which each scenario starts.
const NOW: Timestamp = Timestamp(1_795_437_240);
const ADA: &str = "ada@example.org";
const BEN: &str = "ben@example.org";
const TOKEN: &str = "ada-s-token-0123456789";
const OTHER_TOKEN: &str = "another-token-0123456789";
const PASSWORD: &str = "a walk along the wet quay";

/// A flow and the time, which changes only when a test sets it.
struct Scenario {
    flow: Flow,
    now: Timestamp,
}

impl Scenario {
    /// The app has started, and its keyring contains `pending`.
    fn opened_with(pending: &[PendingRecovery]) -> Self {
        let mut scenario = Self { flow: Flow::new(rules(), RecoveryMode::native()), now: NOW };
        let mut remembered = PendingRecoveries::default();
        pending.iter().for_each(|recovery| remembered.insert(recovery.clone()));
        assert_eq!(
            scenario.on(Event::Opened { pending: remembered, typing: false }),
            [Effect::LoadCapabilities]
        );
        scenario
    }

    /// The app has started for the first time.
    fn opened() -> Self {
        Self::opened_with(&[])
    }

    /// Ada's email was requested, bound to this device, before the app was restarted.
    fn expecting_email_for_ada() -> Self {
        Self::opened_with(&[recovery("flow-ada", ADA)])
    }

    /// Ada's link was opened and checked. It expires in an hour.
    fn ready_for_ada() -> Self {
        let mut scenario = Self::expecting_email_for_ada();
        let call_id = scenario.link_checked("flow-ada", TOKEN);
        scenario.on(Event::CheckFinished {
            call_id,
            outcome: Ok(Checked { expires_in: Some(3600), ..Checked::default() }),
        });
        scenario
    }

    /// A new password for Ada was sent, and has no response yet.
    fn sending_for_ada() -> (Self, CallId) {
        let mut scenario = Self::ready_for_ada();
        let call_id = call_id_of(&scenario.submit(PASSWORD));
        (scenario, call_id)
    }

    fn on(&mut self, event: Event) -> Vec<Effect> {
        self.flow.on(event, self.now)
    }

    fn ask_for(&mut self, email: &str) -> CallId {
        call_id_of(&self.on(Event::EmailSubmitted(email.into())))
    }

    fn open_link(&mut self, text: &str) -> Vec<Effect> {
        self.on(Event::LinkOpened { text: IncomingLink::new(text), replaced: false })
    }

    /// Opens a valid link. Returns the id of its check.
    fn link_checked(&mut self, flow: &str, token: &str) -> CallId {
        call_id_of(&self.open_link(&link(flow, token)))
    }

    fn submit(&mut self, password: &str) -> Vec<Effect> {
        self.on(submitted(password, None))
    }

    fn forgot(&self) -> &Forgot {
        match self.flow.step() {
            Step::Forgot(forgot) => forgot,
            other => panic!("the step is not Forgot: {other:?}"),
        }
    }

    fn check_email(&self) -> &CheckEmail {
        match self.flow.step() {
            Step::CheckEmail(check) => check,
            other => panic!("the step is not CheckEmail: {other:?}"),
        }
    }

    fn reset(&self) -> &Reset {
        match self.flow.step() {
            Step::Reset(reset) => reset,
            other => panic!("the step is not Reset: {other:?}"),
        }
    }

    fn invalid_link(&self) -> (LinkFailure, Option<&str>) {
        match self.flow.step() {
            Step::InvalidLink(invalid_link) => {
                (invalid_link.failure, invalid_link.email.as_ref().map(EmailAddress::as_str))
            }
            other => panic!("the step is not InvalidLink: {other:?}"),
        }
    }

    /// The call in flight.
    fn call(&self) -> Option<CallKind> {
        self.flow.in_flight_kind()
    }

    /// Whether the first step has a call in flight.
    fn is_sending(&self) -> bool {
        self.forgot();
        self.call().is_some()
    }

    /// The call in flight at the second step.
    fn check_email_call(&self) -> Option<CallKind> {
        self.check_email();
        self.call()
    }

    /// What the third step shows.
    fn reset_state(&self) -> ResetState {
        match (self.reset().phase.clone(), self.call()) {
            (Phase::Unchecked(None), Some(CallKind::Check)) => ResetState::Checking,
            (Phase::Unchecked(Some(error)), None) => ResetState::Unchecked(error),
            (Phase::Ready(until), None | Some(CallKind::RenewLink)) => ResetState::Ready(until),
            (Phase::Ready(until), Some(CallKind::ResetPassword)) => ResetState::Sending(until),
            other => panic!("contradictory state: {other:?}"),
        }
    }

    fn done(&self) -> &Done {
        match self.flow.step() {
            Step::Done(done) => done,
            other => panic!("the step is not Done: {other:?}"),
        }
    }
}

/// What the third step shows: its phase, and whether a response is awaited.
#[derive(Debug, Clone, PartialEq, Eq)]
enum ResetState {
    Checking,
    Unchecked(CallError),
    Ready(Option<Timestamp>),
    Sending(Option<Timestamp>),
}

fn rules() -> LinkRules {
    LinkRules {
        schemes: vec!["latchkey".into()],
        hosts: vec!["account.example.org".into()],
        paths: vec!["/reset-password".into()],
        kinds: vec![LinkShape::default()],
    }
}

fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

/// A different verifier for each flow id.
fn verifier(flow: &str) -> Verifier {
    Verifier::parse(&format!("{flow:-<43}")).unwrap()
}

/// A recovery requested now from a service that binds. With an empty `flow`, from one without flow ids and challenges.
fn recovery(flow: &str, address: &str) -> PendingRecovery {
    let bound = !flow.is_empty();
    PendingRecovery {
        flow: bound.then(|| FlowId::parse(flow).unwrap()),
        email: email(address),
        verifier: bound.then(|| verifier(flow)),
        session: None,
        requested_at: NOW,
        resend_at: NOW.plus(60),
        accepted: true,
    }
}

fn link(flow: &str, token: &str) -> String {
    let flow = if flow.is_empty() { String::new() } else { format!("&flow={flow}") };
    format!("latchkey://reset-password?token={token}{flow}")
}

fn proof(token: &str, flow: Option<&str>) -> Proof {
    Proof::Token {
        verifier: flow.map(verifier),
        email: flow.map(|flow| email(if flow.ends_with("ben") { BEN } else { ADA })),
        session: None,
        token: RecoveryToken::parse(token).unwrap(),
        params: LinkParams::default(),
    }
}

/// The proof of a link that was requested on this device for this address.
fn requested_for(address: Option<&str>, mut proof: Proof) -> Proof {
    if let Proof::Token { email, .. } = &mut proof {
        *email = address.map(self::email);
    }
    proof
}

fn submitted(password: &str, confirmation: Option<&str>) -> Event {
    Event::PasswordSubmitted {
        password: Zeroizing::new(password.into()),
        confirmation: confirmation.map(|second| Zeroizing::new(second.into())),
        second_factor: Zeroizing::default(),
        breached: false,
        idempotency_key: IdempotencyKey::generate(),
    }
}

fn typed(text: &str) -> Event {
    Event::LinkOrCodeSubmitted(Zeroizing::new(text.into()))
}

/// The service has accepted a request, with the response that makes it `recovery`.
fn accepted(call_id: CallId, recovery: PendingRecovery) -> Event {
    let response = Accepted {
        flow: recovery.flow.clone(),
        resend_after: Some(recovery.resend_at.seconds_after(recovery.requested_at)),
        session: recovery.session.clone(),
    };
    let sent = PendingRecovery { accepted: false, flow: None, session: None, ..recovery };
    Event::RequestAccepted { call_id, recovery: sent, response }
}

/// The id of the call that an event has started.
#[track_caller]
fn call_id_of(effects: &[Effect]) -> CallId {
    effects
        .iter()
        .find_map(|effect| match effect {
            Effect::PrepareRequest { call_id, .. }
            | Effect::Check { call_id, .. }
            | Effect::Reset { call_id, .. } => Some(*call_id),
            _ => None,
        })
        .unwrap()
}

fn no_effects() -> Vec<Effect> {
    Vec::new()
}

impl Scenario {
    /// Dispatches the failure of a call. There is no effect, except to wait for the connection if that is the reason.
    fn fails(&mut self, event: Event) {
        let effects = self.on(event);
        let waits = effects.iter().all(|effect| matches!(effect, Effect::AwaitConnection { .. }));
        assert!(waits && effects.len() == usize::from(self.flow.awaits_connection()), "{effects:?}");
    }
}
