//! Properties that hold after any sequence of events.

use proptest::{prelude::*, sample::Index};

use super::*;
use crate::service::NativeMode;

#[derive(Debug, Clone, Copy)]
enum Action {
    SubmitEmail,
    SubmitNonsense,
    PasteLink,
    PasteCode,
    Resend,
    OpenLink,
    OpenOtherLink,
    OpenDamagedLink,
    SubmitPassword,
    SubmitShortPassword,
    CheckAgain,
    Renew,
    AskForNewLink,
    BackToEmail,
    StartOver,
    Back,
    Cancel,
    WaitAMinute,
    ReadKeyring,
    KeyringSlow,
    EndElsewhere,
    /// The newest call gets a response.
    Respond(Outcome),
    /// Any call so far gets a response, perhaps its second.
    RespondLate(Index, Outcome),
}

const PRESSED: [Action; 21] = [
    Action::SubmitEmail,
    Action::SubmitNonsense,
    Action::PasteLink,
    Action::PasteCode,
    Action::Resend,
    Action::OpenLink,
    Action::OpenOtherLink,
    Action::OpenDamagedLink,
    Action::SubmitPassword,
    Action::SubmitShortPassword,
    Action::CheckAgain,
    Action::Renew,
    Action::AskForNewLink,
    Action::BackToEmail,
    Action::StartOver,
    Action::Back,
    Action::Cancel,
    Action::WaitAMinute,
    Action::ReadKeyring,
    Action::KeyringSlow,
    Action::EndElsewhere,
];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Outcome {
    Success,
    Offline,
    TimedOut,
    RateLimited,
    Refused,
    WrongProof,
    ConnectionRestored,
}

impl Outcome {
    const ALL: [Self; 7] = [
        Self::Success,
        Self::Offline,
        Self::TimedOut,
        Self::RateLimited,
        Self::Refused,
        Self::WrongProof,
        Self::ConnectionRestored,
    ];

    /// The error, if the call has failed.
    fn call_error(self) -> Option<CallError> {
        match self {
            Self::Offline => Some(CallError::Offline),
            Self::TimedOut => Some(CallError::TimedOut),
            Self::RateLimited => Some(CallError::RateLimited { wait: None }),
            _ => None,
        }
    }
}

fn action() -> impl Strategy<Value = Action> {
    let outcome = || prop_oneof![1 => Just(Outcome::Success), 1 => prop::sample::select(&Outcome::ALL[..])];
    prop_oneof![
        4 => prop::sample::select(&PRESSED[..]),
        4 => outcome().prop_map(Action::Respond),
        1 => (any::<Index>(), outcome()).prop_map(|(call, outcome)| Action::RespondLate(call, outcome)),
    ]
}

/// A call that the flow has made.
#[derive(Debug, Clone)]
enum MadeCall {
    Prepare(EmailAddress),
    Send(PendingRecovery),
    Check,
    Reset,
}

struct Run {
    scenario: Scenario,
    calls: Vec<(CallId, MadeCall)>,
    /// Resets without a response.
    open_resets: Vec<CallId>,
    /// Whether a link was opened during a reset. If the reset fails, that link is opened, perhaps of another account.
    has_waiting_link: bool,
}

impl Run {
    fn act(&mut self, action: Action) {
        let event = match action {
            Action::SubmitEmail => Event::EmailSubmitted(ADA.into()),
            Action::SubmitNonsense => Event::EmailSubmitted("nonsense".into()),
            Action::PasteLink => Event::EmailSubmitted(link("flow-ada", TOKEN)),
            Action::PasteCode => typed("12345678"),
            Action::Resend => Event::ResendPressed,
            Action::OpenLink => opened(&link("flow-ada", TOKEN)),
            Action::OpenOtherLink => opened(&link("", OTHER_TOKEN)),
            Action::OpenDamagedLink => opened("latchkey://reset-password?token=cut"),
            Action::SubmitPassword => submitted(PASSWORD, None),
            Action::SubmitShortPassword => submitted("short", None),
            Action::CheckAgain => Event::CheckAgain,
            Action::Renew => Event::RenewPressed,
            Action::AskForNewLink => Event::AskForNewLink,
            Action::BackToEmail => Event::BackToEmail,
            Action::StartOver => Event::StartOver,
            Action::Back => Event::BackPressed,
            Action::Cancel => Event::Cancelled,
            Action::WaitAMinute => {
                self.scenario.now = self.scenario.now.plus(60);
                return;
            }
            Action::ReadKeyring => Event::Opened { pending: saved(), typing: false },
            Action::KeyringSlow => Event::KeyringSlow,
            Action::EndElsewhere => Event::EndedElsewhere(saved()),
            Action::Respond(outcome) => return self.respond(self.calls.len().checked_sub(1), outcome),
            Action::RespondLate(index, outcome) => {
                let index = (!self.calls.is_empty()).then(|| index.index(self.calls.len()));
                return self.respond(index, outcome);
            }
        };
        let before = self.shown();
        self.has_waiting_link |= matches!(action, Action::OpenLink | Action::OpenOtherLink)
            && self.scenario.call() == Some(CallKind::ResetPassword);
        self.dispatch(event);
        if matches!(action, Action::SubmitNonsense | Action::SubmitShortPassword) {
            assert_eq!(self.shown(), before, "a problem with the input changes nothing else");
        }
    }

    /// A response to a call keeps the address, except for a waiting link. A call that failed keeps the step too.
    fn respond(&mut self, index: Option<usize>, outcome: Outcome) {
        let Some((call_id, made)) = index.and_then(|index| self.calls.get(index)).cloned() else { return };
        let Some(event) = response(call_id, made, outcome) else { return };
        if matches!(event, Event::ResetFinished { .. }) {
            self.open_resets.retain(|open| *open != call_id);
        }
        let (step, email) = self.shown();
        self.dispatch(event);
        let (next_step, next_email) = self.shown();
        let keeps_email = email.is_none() || next_email == email;
        assert!(keeps_email || self.has_waiting_link, "{email:?} became {next_email:?}");
        self.has_waiting_link &= self.scenario.call() == Some(CallKind::ResetPassword);
        if outcome.call_error().is_some() {
            assert_eq!(next_step, step);
        }
    }

    fn shown(&self) -> (Option<StepName>, Option<EmailAddress>) {
        (self.scenario.flow.step().name(), self.scenario.flow.email().cloned())
    }

    fn dispatch(&mut self, event: Event) {
        let sending = self.scenario.call() == Some(CallKind::ResetPassword);
        let is_response = matches!(event, Event::ResetFinished { .. });
        let effects = self.scenario.on(event);
        let made: Vec<_> = effects.iter().filter_map(call_of).collect();
        assert!(made.len() <= 1, "{effects:?}");
        if let Some((call_id, call)) = made.first() {
            assert_eq!(self.scenario.flow.in_flight().map(|call| call.call_id), Some(*call_id), "{call:?}");
            if matches!(call, MadeCall::Reset) {
                self.open_resets.push(*call_id);
            }
        }
        self.calls.extend(made);
        assert!(self.open_resets.len() <= 1, "a second password is not sent before the first has a response");
        assert!(!sending || is_response || self.scenario.call() == Some(CallKind::ResetPassword));
        self.assert_consistent(&effects);
    }

    fn assert_consistent(&self, effects: &[Effect]) {
        let (flow, call) = (&self.scenario.flow, self.scenario.call());
        let fits = match flow.step() {
            Step::Forgot(_) => {
                matches!(call, None | Some(CallKind::RequestEmail | CallKind::ReadKeyring))
            }
            Step::CheckEmail(_) => matches!(call, None | Some(CallKind::RequestEmail | CallKind::Check)),
            // Panics at a contradiction.
            Step::Reset(_) => {
                self.scenario.reset_state();
                true
            }
            Step::Opening | Step::Done(_) | Step::InvalidLink(_) => call.is_none(),
        };
        assert!(fits, "{call:?} at {:?}", flow.step());
        assert!(!flow.awaits_connection() || call.is_none());
        let clears = effects.contains(&Effect::ClearSecretDrafts);
        assert!(!clears || matches!(flow.step(), Step::Done(_)), "typed text is cleared only at the end");
    }
}

fn opened(text: &str) -> Event {
    Event::LinkOpened { text: IncomingLink::new(text), replaced: false }
}

/// What the keyring contains.
fn saved() -> PendingRecoveries {
    let mut pending = PendingRecoveries::default();
    pending.insert(recovery("flow-ada", ADA));
    pending
}

/// The call that an effect makes.
fn call_of(effect: &Effect) -> Option<(CallId, MadeCall)> {
    match effect {
        Effect::PrepareRequest { call_id, email } => Some((*call_id, MadeCall::Prepare(email.clone()))),
        Effect::SendRequest { call_id, recovery } | Effect::SendBoundRequest { call_id, recovery, .. } => {
            Some((*call_id, MadeCall::Send(recovery.clone())))
        }
        Effect::Check { call_id, .. } => Some((*call_id, MadeCall::Check)),
        Effect::Reset { call_id, .. } => Some((*call_id, MadeCall::Reset)),
        _ => None,
    }
}

/// The event that reports this outcome of a call. `None` if the call has no such outcome.
fn response(call_id: CallId, made: MadeCall, outcome: Outcome) -> Option<Event> {
    let call_error = outcome.call_error();
    Some(match (made, outcome) {
        (_, Outcome::ConnectionRestored) => Event::ConnectionRestored { call_id },
        (MadeCall::Prepare(email), Outcome::Success) => Event::RequestReady {
            call_id,
            email,
            capabilities: Capabilities { challenge: true, ..Capabilities::default() },
            new_verifier: verifier("new"),
        },
        (MadeCall::Send(recovery), Outcome::Success) => {
            let response = Accepted { flow: FlowId::parse("flow-ada").ok(), ..Accepted::default() };
            Event::RequestAccepted { call_id, recovery, response }
        }
        (MadeCall::Prepare(_) | MadeCall::Send(_), Outcome::Refused) => {
            Event::RequestFailed { call_id, error: RequestError::AddressRefused }
        }
        (MadeCall::Prepare(_) | MadeCall::Send(_), _) => {
            Event::RequestFailed { call_id, error: call_error?.into() }
        }
        (MadeCall::Check, Outcome::Success) => Event::CheckFinished {
            call_id,
            outcome: Ok(Checked { expires_in: Some(600), second_factor: false }),
        },
        (MadeCall::Check, Outcome::WrongProof) => {
            Event::CheckFinished { call_id, outcome: Err(ProofError::OtherDevice.into()) }
        }
        (MadeCall::Check, _) => Event::CheckFinished { call_id, outcome: Err(call_error?.into()) },
        (MadeCall::Reset, Outcome::Success) => {
            Event::ResetFinished { call_id, outcome: Ok(Changed::default()) }
        }
        (MadeCall::Reset, Outcome::Refused) => {
            Event::ResetFinished { call_id, outcome: Err(ResetError::PasswordRefused(Vec::new())) }
        }
        (MadeCall::Reset, Outcome::WrongProof) => {
            Event::ResetFinished { call_id, outcome: Err(ProofError::OtherDevice.into()) }
        }
        (MadeCall::Reset, _) => Event::ResetFinished { call_id, outcome: Err(call_error?.into()) },
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    /// No sequence makes two calls at once, shows a spinner without a call, or loses typed text.
    #[test]
    fn any_sequence_of_events_keeps_one_call_and_the_typed_text(
        tries_verifiers: bool,
        has_code: bool,
        actions in prop::collection::vec(action(), 1..60),
    ) {
        let native = NativeMode::default();
        let native = if tries_verifiers { native.trying_verifiers() } else { native };
        let flow = Flow::new(rules(), RecoveryMode::Native(native));
        let mut run = Run { scenario: Scenario { flow, now: NOW }, calls: Vec::new(), open_resets: Vec::new(), has_waiting_link: false };
        if has_code {
            let capabilities = Capabilities { code: Some(CodeShape::digits(8)), ..Capabilities::default() };
            run.dispatch(Event::CapabilitiesLoaded(capabilities));
        }
        for action in actions {
            run.act(action);
        }
    }
}
