//! The states of the screens. Each is reached by sending events to a flow, as in the app.

use std::time::Duration;

use latchkey::{
    app::Environment,
    clock::{self, Timestamp},
    flow::{CallId, Effect, Event, Flow},
    link::IncomingLink,
    password::{PasswordPolicy, PasswordRejection},
    secret::{CodeShape, EmailAddress, FlowId, ReturnState, Verifier},
    service::{
        Accepted, CallError, Capabilities, Changed, CheckError, Checked, IdempotencyKey, MachineCode,
        Misconfiguration, PageReturn, ProofError, RecoveryMode, RequestError, ResetError, ResponseSummary,
    },
    vault::{PendingRecoveries, PendingRecovery},
};

/// One state of one screen.
pub struct Scene {
    /// Name of its file.
    pub name: &'static str,
    /// Text in the address field.
    pub typed: Option<&'static str>,
    /// Whether the service is slow to answer.
    pub slow: bool,
    /// Whether the device has a mail program.
    pub mail_app: bool,
    /// Text in the password field.
    pub password: &'static str,
    /// Creates the flow in this state.
    pub flow: fn(&Environment) -> Flow,
}

const fn scene(name: &'static str, flow: fn(&Environment) -> Flow) -> Scene {
    Scene { name, typed: None, slow: false, mail_app: false, password: "", flow }
}

const fn typed(name: &'static str, flow: fn(&Environment) -> Flow) -> Scene {
    Scene { name, typed: Some(ADA), slow: false, mail_app: false, password: "", flow }
}

const fn slow(name: &'static str, flow: fn(&Environment) -> Flow) -> Scene {
    Scene { name, typed: Some(ADA), slow: true, mail_app: false, password: "", flow }
}

/// Adds this text in the password field.
const fn with_password(scene: Scene, password: &'static str) -> Scene {
    Scene { password, ..scene }
}

/// Shows the scene as on a device with a mail program.
const fn with_mail_app(scene: Scene) -> Scene {
    Scene { mail_app: true, ..scene }
}

const STRONG: &str = "two herons under a copper sky";
const ADA: &str = "ada@example.org";
const RETURN: &str = "latchkey://reset-password";
const LINK: &str = "latchkey://reset-password?token=only-for-looking-at-0123456789&flow=gallery-flow-0001";

/// All scenes, in the order of a recovery.
pub static SCENES: &[Scene] = &[
    scene("forgot", |e| opened(e, false).flow),
    scene("forgot-missing", |e| asked(e, "").flow),
    scene("forgot-malformed", |e| asked(e, "ada.example.org").flow),
    scene("forgot-code-too-early", |e| asked(e, "1234 5678").flow),
    scene("forgot-link-of-other-service", |e| {
        asked(e, "https://evil.example/reset-password?token=0123456789abcdef").flow
    }),
    typed("forgot-sending", |e| asked(e, ADA).flow),
    typed("forgot-offline", |e| not_accepted(e, CallError::Offline.into())),
    typed("forgot-timed-out", |e| not_accepted(e, CallError::TimedOut.into())),
    typed("forgot-tls-refused", |e| not_accepted(e, CallError::TlsRefused.into())),
    typed("forgot-down", |e| not_accepted(e, CallError::Down.into())),
    typed("forgot-not-set-up", |e| {
        not_accepted(e, CallError::Misconfigured(Misconfiguration::NoAddress).into())
    }),
    typed("forgot-other-answer", |e| {
        not_accepted(e, CallError::Misconfigured(Misconfiguration::WebPage).into())
    }),
    typed("forgot-proxy-refused", |e| not_accepted(e, CallError::ProxyRefused.into())),
    typed("forgot-captcha", |e| not_accepted(e, CallError::CaptchaRequired.into())),
    typed("forgot-not-understood", |e| {
        let code = MachineCode::parse("over_quota");
        not_accepted(e, CallError::UnexpectedResponse(ResponseSummary { status: Some(422), code }).into())
    }),
    typed("forgot-rate-limited", |e| {
        not_accepted(e, CallError::RateLimited { wait: Some(Duration::from_secs(75)) }.into())
    }),
    typed("forgot-refused", |e| not_accepted(e, RequestError::AddressRefused)),
    typed("forgot-clock-wrong", |e| opened(e, false).then(Event::ClockSkewMeasured(3600)).flow),
    scene("check-email", |e| opened(e, true).flow),
    with_mail_app(scene("check-email-mail-app", |e| opened(e, true).flow)),
    with_mail_app(scene("check-email-known", |e| known(e).flow)),
    scene("check-email-resent", |e| {
        let walk = FlowBuilder { now: later(), ..opened(e, true) }.again(e).then(Event::ResendPressed);
        let call_id = walk.call_id;
        walk.then(Event::RequestAccepted { call_id, recovery: recovery(), response: Accepted::default() })
            .flow
    }),
    scene("check-email-memory-only", |e| opened(e, true).then(Event::MemoryOnly).flow),
    scene("check-email-can-resend", |e| FlowBuilder { now: later(), ..opened(e, true) }.again(e).flow),
    scene("check-email-resending", |e| {
        FlowBuilder { now: later(), ..opened(e, true) }.again(e).then(Event::ResendPressed).flow
    }),
    scene("check-email-checking", |e| code(e).flow),
    scene("check-email-neither", |e| {
        opened(e, true).then(Event::LinkOrCodeSubmitted("12".to_owned().into())).flow
    }),
    scene("check-email-code-wrong", |e| code_fails(e, ProofError::WrongCode { tries_left: Some(3) }.into())),
    scene("check-email-code-last-try", |e| {
        code_fails(e, ProofError::WrongCode { tries_left: Some(1) }.into())
    }),
    scene("check-email-code-wrong-or-expired", |e| code_fails(e, ProofError::InvalidOrExpired.into())),
    scene("check-email-code-expired", |e| code_fails(e, ProofError::CodeExpired.into())),
    scene("check-email-code-alone", |e| {
        with_capabilities(e, Capabilities { code_only: true, unbound_code: true, ..code_of_eight() })
    }),
    scene("check-email-short-lived", |e| {
        let optional = Capabilities { code_optional: true, unbound_code: true, ..code_of_eight() };
        with_capabilities(e, Capabilities { link_lifetime: Some(300), has_email_quota: true, ..optional })
    }),
    scene("check-email-elsewhere", |e| hosted(e, true).flow),
    scene("check-email-offline", |e| code_fails(e, CallError::Offline.into())),
    scene("reset-checking", |e| linked(e).flow),
    scene("reset-unchecked", |e| checked(e, Err(CallError::Down.into())).flow),
    scene("reset-offline-unchecked", |e| checked(e, Err(CallError::Offline.into())).flow),
    scene("reset", |e| ready(e, 3540, false).flow),
    with_password(scene("reset-short", |e| ready(e, 3540, false).flow), "correct horse"),
    with_password(scene("reset-weak", |e| ready(e, 3540, false).flow), "passwordpassword"),
    with_password(scene("reset-strong", |e| ready(e, 3540, false).flow), STRONG),
    with_password(
        scene("reset-too-short", |e| submitted(e, "correct horse", "correct horse").flow),
        "correct horse",
    ),
    scene("reset-second-factor", |e| ready(e, 3540, true).flow),
    scene("reset-ends-soon", |e| ready(e, 170, false).flow),
    scene("reset-renewed", renewed),
    scene("reset-missing", |e| submitted(e, "", "").flow),
    scene("reset-mismatch", |e| submitted(e, "a walk along the wet quay", "a walk along").flow),
    scene("reset-sending", |e| submitted(e, "a walk along the wet quay", "a walk along the wet quay").flow),
    scene("reset-refused", |e| {
        answered(
            e,
            Err(ResetError::PasswordRefused(vec![PasswordRejection::Common, PasswordRejection::Personal])),
        )
    }),
    scene("reset-characters", |e| {
        let reasons = vec![PasswordRejection::TooShort { min: None }, PasswordRejection::Characters];
        answered(e, Err(ResetError::PasswordRefused(reasons)))
    }),
    scene("reset-too-many-bytes", |e| {
        answered(e, Err(ResetError::PasswordRefused(vec![PasswordRejection::TooManyBytes { max: 72 }])))
    }),
    scene("reset-breached", |e| {
        answered(e, Err(ResetError::PasswordRefused(vec![PasswordRejection::Breached])))
    }),
    scene("reset-second-factor-wrong", |e| answered(e, Err(ResetError::SecondFactor))),
    scene("reset-rate-limited", |e| answered(e, Err(CallError::RateLimited { wait: None }.into()))),
    scene("reset-offline", |e| answered(e, Err(CallError::Offline.into()))),
    scene("reset-bad-link-ignored", |e| {
        ready(e, 3540, false).then(Event::LinkOpened { text: link("x"), replaced: true }).flow
    }),
    scene("done", |e| answered(e, Ok(Changed { signed_out_everywhere: true }))),
    scene("done-others-signed-in", |e| answered(e, Ok(Changed { signed_out_everywhere: false }))),
    scene("link-expired", |e| checked(e, Err(ProofError::Expired.into())).flow),
    scene("link-invalid-or-expired", |e| checked(e, Err(ProofError::InvalidOrExpired.into())).flow),
    scene("link-account-closed", |e| checked(e, Err(ProofError::AccountClosed.into())).flow),
    scene("link-unsupported-factor", |e| answered(e, Err(ProofError::UnsupportedFactor.into()))),
    scene("link-used", |e| checked(e, Err(ProofError::Used.into())).flow),
    scene("link-superseded", |e| checked(e, Err(ProofError::Superseded.into())).flow),
    scene("link-other-device", |e| checked(e, Err(ProofError::OtherDevice.into())).flow),
    scene("link-damaged", |e| {
        opened(e, false)
            .then(Event::LinkOpened { text: link("latchkey://reset-password"), replaced: false })
            .flow
    }),
    scene("link-other-service", |e| {
        opened(e, false)
            .then(Event::LinkOpened {
                text: link("https://evil.example/reset-password?token=0123456789abcdef"),
                replaced: false,
            })
            .flow
    }),
    scene("link-hosted", |e| {
        hosted(e, false).then(Event::LinkOpened { text: link(LINK), replaced: false }).flow
    }),
    scene("link-page-failed", |e| {
        returned(e, &format!("{RETURN}?error=access_denied&state={}", page_state().expose()))
    }),
    scene("link-unknown-return", |e| returned(e, &format!("{RETURN}?state={}", "x".repeat(43)))),
    slow("slow-sending", |e| asked(e, ADA).flow),
    slow("slow-checking", |e| linked(e).flow),
    slow("slow-resetting", |e| submitted(e, "a walk along the wet quay", "a walk along the wet quay").flow),
];

/// A flow, the time, and the id of the last request.
struct FlowBuilder {
    flow: Flow,
    now: Timestamp,
    call_id: CallId,
}

impl FlowBuilder {
    fn then(mut self, event: Event) -> Self {
        for effect in self.flow.on(event, self.now) {
            if let Effect::PrepareRequest { call_id, .. }
            | Effect::Check { call_id, .. }
            | Effect::Reset { call_id, .. } = effect
            {
                self.call_id = call_id;
            }
        }
        self
    }

    /// The same, reopened after the countdown.
    fn again(self, environment: &Environment) -> Self {
        let mut old = recovery();
        old.resend_at = Timestamp(0);
        let mut pending = PendingRecoveries::default();
        pending.insert(old);
        Self { flow: Flow::new(environment.rules.clone(), RecoveryMode::native()), ..self }
            .then(Event::Opened { pending, typing: false })
            .then(Event::CapabilitiesLoaded(code_of_eight()))
    }
}

fn later() -> Timestamp {
    clock::timestamp().plus(120)
}

fn link(text: &str) -> IncomingLink {
    IncomingLink::new(text)
}

fn recovery() -> PendingRecovery {
    let now = clock::timestamp();
    PendingRecovery {
        flow: FlowId::parse("gallery-flow-0001").ok(),
        email: EmailAddress::parse(ADA).expect("an address"),
        verifier: Some(Verifier::generate()),
        session: None,
        requested_at: now,
        resend_at: now.plus(45),
        accepted: true,
    }
}

fn opened(environment: &Environment, waiting: bool) -> FlowBuilder {
    let mut pending = PendingRecoveries::default();
    if waiting {
        pending.insert(recovery());
    }
    let flow = Flow::new(environment.rules.clone(), RecoveryMode::native());
    FlowBuilder { flow, now: clock::timestamp(), call_id: CallId::default() }
        .then(Event::Opened { pending, typing: false })
        .then(Event::CapabilitiesLoaded(code_of_eight()))
        .then(Event::PasswordPolicyLoaded(PasswordPolicy {
            min_length: 15,
            max_length: Some(256),
            max_bytes: None,
            reported: true,
        }))
}

/// Waiting for an email in a mailbox whose website is known.
fn known(environment: &Environment) -> FlowBuilder {
    let mut pending = PendingRecoveries::default();
    pending.insert(PendingRecovery {
        email: EmailAddress::parse("ada@gmail.com").expect("an address"),
        ..recovery()
    });
    let flow = Flow::new(environment.rules.clone(), RecoveryMode::native());
    FlowBuilder { flow, now: clock::timestamp(), call_id: CallId::default() }
        .then(Event::Opened { pending, typing: false })
        .then(Event::CapabilitiesLoaded(code_of_eight()))
}

/// A service where passwords are chosen on its own page.
fn hosted(environment: &Environment, waiting: bool) -> FlowBuilder {
    let flow = Flow::new(environment.rules.clone(), RecoveryMode::Hosted(None));
    let mut pending = PendingRecoveries::default();
    if waiting {
        pending.insert(recovery());
    }
    FlowBuilder { flow, now: clock::timestamp(), call_id: CallId::default() }
        .then(Event::Opened { pending, typing: false })
}

fn page_state() -> ReturnState {
    ReturnState::parse("0123456789abcdefghijklmnopqrstuvwxyzABCDEFG").expect("a state")
}

/// The page of a service was opened, and has led back with this link.
fn returned(environment: &Environment, text: &str) -> Flow {
    let mode = RecoveryMode::Hosted(Some(PageReturn::default()));
    let flow = Flow::new(environment.rules.clone(), mode);
    FlowBuilder { flow, now: clock::timestamp(), call_id: CallId::default() }
        .then(Event::Opened { pending: PendingRecoveries::default(), typing: false })
        .then(Event::PageOpened { state: page_state() })
        .then(Event::LinkOpened { text: link(text), replaced: false })
        .flow
}

fn code_of_eight() -> Capabilities {
    Capabilities { code: Some(CodeShape::digits(8)), ..Capabilities::default() }
}

/// Waiting for the email of a service with these capabilities.
fn with_capabilities(environment: &Environment, capabilities: Capabilities) -> Flow {
    opened(environment, true).then(Event::CapabilitiesLoaded(capabilities)).flow
}

fn asked(environment: &Environment, address: &str) -> FlowBuilder {
    opened(environment, false).then(Event::EmailSubmitted(address.into()))
}

fn not_accepted(environment: &Environment, error: RequestError) -> Flow {
    let walk = asked(environment, ADA);
    let call_id = walk.call_id;
    walk.then(Event::RequestFailed { call_id, error }).flow
}

fn code(environment: &Environment) -> FlowBuilder {
    opened(environment, true).then(Event::LinkOrCodeSubmitted("12345678".to_owned().into()))
}

fn code_fails(environment: &Environment, error: CheckError) -> Flow {
    let walk = code(environment);
    let call_id = walk.call_id;
    walk.then(Event::CheckFinished { call_id, outcome: Err(error) }).flow
}

fn linked(environment: &Environment) -> FlowBuilder {
    opened(environment, true).then(Event::LinkOpened { text: link(LINK), replaced: false })
}

fn checked(environment: &Environment, outcome: Result<Checked, CheckError>) -> FlowBuilder {
    let walk = linked(environment);
    let call_id = walk.call_id;
    walk.then(Event::CheckFinished { call_id, outcome })
}

fn ready(environment: &Environment, seconds: u64, second_factor: bool) -> FlowBuilder {
    checked(environment, Ok(Checked { expires_in: Some(seconds), second_factor }))
}

fn renewed(environment: &Environment) -> Flow {
    let walk = ready(environment, 170, false).then(Event::RenewPressed);
    let call_id = walk.call_id;
    walk.then(Event::RequestAccepted { call_id, recovery: recovery(), response: Accepted::default() }).flow
}

fn submitted(environment: &Environment, password: &str, again: &str) -> FlowBuilder {
    ready(environment, 3540, false).then(Event::PasswordSubmitted {
        password: password.to_owned().into(),
        confirmation: Some(again.to_owned().into()),
        second_factor: String::new().into(),
        breached: false,
        idempotency_key: IdempotencyKey::generate(),
    })
}

fn answered(environment: &Environment, outcome: Result<Changed, ResetError>) -> Flow {
    let password = "a walk along the wet quay";
    let walk = submitted(environment, password, password);
    let call_id = walk.call_id;
    walk.then(Event::ResetFinished { call_id, outcome }).flow
}
