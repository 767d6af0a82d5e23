//! The app without a window: the real flow, the real client and a vault, with the server's clock.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use latchkey::clock::Timestamp;
use latchkey::flow::{CallId, CheckEmail, Effect, Event, Flow, LinkFailure, Reset, Step};
use latchkey::link::{IncomingLink, LinkRules};
use latchkey::secret::{EmailAddress, Verifier};
use latchkey::service::{
    Accepted, BaseUrl, CallLimits, HttpRecoveryService, IdempotencyKey, RecoveryService, RequestError,
};
use latchkey::vault::{PendingRecovery, Vault};
use latchkey_server::{Clock as _, ManualClock};
use secrecy::zeroize::Zeroizing;

use super::program::identity;

pub struct HeadlessApp {
    pub flow: Flow,
    pub service: Box<dyn RecoveryService>,
    installed: Installed,
    vault: Vault,
    clock: Arc<ManualClock>,
}

/// What an app needs to start, kept for restarts.
struct Installed {
    service: Box<dyn Fn() -> Box<dyn RecoveryService>>,
    rules: LinkRules,
}

impl HeadlessApp {
    /// Starts an app with an empty vault.
    pub async fn new(base: &str, clock: &Arc<ManualClock>) -> Self {
        Self::with_limits(base, clock, CallLimits::default()).await
    }

    /// Starts an app like [`new`](Self::new), with a short timeout, for servers that do not respond.
    pub async fn with_short_timeout(base: &str, clock: &Arc<ManualClock>) -> Self {
        let limits = CallLimits { total_timeout: Duration::from_secs(3), ..CallLimits::default() };
        Self::with_limits(base, clock, limits).await
    }

    /// Starts an app like [`new`](Self::new), with `limits`.
    pub async fn with_limits(base: &str, clock: &Arc<ManualClock>, limits: CallLimits) -> Self {
        let base = BaseUrl::parse(base).unwrap();
        let service = move || Box::new(HttpRecoveryService::new(base.clone(), limits).unwrap()) as Box<_>;
        Self::with(service, identity().link_rules(), clock).await
    }

    /// Starts an app with this service and these link rules, and an empty vault.
    pub async fn with(
        service: impl Fn() -> Box<dyn RecoveryService> + 'static,
        rules: LinkRules,
        clock: &Arc<ManualClock>,
    ) -> Self {
        let installed = Installed { service: Box::new(service), rules };
        Self::start(installed, Arc::clone(clock), Vault::in_memory()).await
    }

    /// Closes the app and starts it again. Only the vault is kept.
    pub async fn restarted(self) -> Self {
        Self::start(self.installed, self.clock, self.vault).await
    }

    async fn start(installed: Installed, clock: Arc<ManualClock>, vault: Vault) -> Self {
        let service = (installed.service)();
        let flow = Flow::new(installed.rules.clone(), service.mode());
        let mut app = Self { flow, service, installed, vault, clock };
        let pending = app.vault.list(app.now()).await;
        app.dispatch(Event::Opened { pending, typing: false }).await;
        app
    }

    pub async fn request_email(&mut self, email: &str) {
        self.dispatch(Event::EmailSubmitted(email.to_owned())).await;
    }

    pub async fn open_link(&mut self, link: &str) {
        self.dispatch(Event::LinkOpened { text: IncomingLink::new(link), replaced: false }).await;
    }

    pub async fn type_code(&mut self, code: &str) {
        self.dispatch(Event::LinkOrCodeSubmitted(Zeroizing::new(code.to_owned()))).await;
    }

    pub async fn set_password(&mut self, password: &str) {
        self.set_password_with(password, "").await;
    }

    /// Sets the password like [`set_password`](Self::set_password), with the code of a second factor.
    pub async fn set_password_with(&mut self, password: &str, code: &str) {
        let (password, second_factor) =
            (Zeroizing::new(password.to_owned()), Zeroizing::new(code.to_owned()));
        let idempotency_key = IdempotencyKey::generate();
        self.dispatch(Event::PasswordSubmitted {
            password,
            confirmation: None,
            second_factor,
            breached: false,
            idempotency_key,
        })
        .await;
    }

    /// Dispatches an event, and all events that follow from it.
    pub async fn dispatch(&mut self, event: Event) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for effect in self.flow.on(event, self.now()) {
                events.extend(self.run_effect(effect).await);
            }
        }
    }

    async fn run_effect(&self, effect: Effect) -> Option<Event> {
        Some(match effect {
            Effect::LoadCapabilities => Event::CapabilitiesLoaded(self.service.capabilities().await.ok()?),
            Effect::LoadPasswordPolicy => {
                Event::PasswordPolicyLoaded(self.service.password_policy().await.ok()?)
            }
            Effect::PrepareRequest { call_id, email } => match self.service.capabilities().await {
                Ok(capabilities) => {
                    Event::RequestReady { call_id, email, capabilities, new_verifier: Verifier::generate() }
                }
                Err(error) => Event::RequestFailed { call_id, error: error.into() },
            },
            Effect::SendRequest { call_id, recovery } => {
                let response = self.service.send_account_recovery_email(&recovery.email).await;
                request_finished(call_id, recovery, response)
            }
            Effect::SendBoundRequest { call_id, recovery, challenge } => {
                self.vault.save(recovery.clone(), self.now()).await;
                let response = self.service.send_bound_recovery_email(&recovery.email, &challenge).await;
                request_finished(call_id, recovery, response)
            }
            Effect::Check { call_id, proof } => {
                Event::CheckFinished { call_id, outcome: self.service.check(&proof).await }
            }
            Effect::Reset { call_id, proof, password, idempotency_key, second_factor } => {
                Event::ResetFinished {
                    call_id,
                    outcome: self
                        .service
                        .reset_with_proof(&proof, &password, &idempotency_key, second_factor.as_ref())
                        .await,
                }
            }
            // These tests retry themselves.
            Effect::AwaitConnection { .. } | Effect::MoveToBackground | Effect::ClearSecretDrafts => {
                return None;
            }
            Effect::Save(recovery) => {
                self.vault.save(recovery, self.now()).await;
                return None;
            }
            Effect::Update(recovery) => {
                self.vault.update(recovery, self.now()).await;
                return None;
            }
            Effect::SavePage(page) => {
                self.vault.save_page(page, self.now()).await;
                return None;
            }
            Effect::Remove(ended) => {
                self.vault.remove(ended, self.now()).await;
                return None;
            }
        })
    }

    /// The time `seconds` from now.
    pub fn timestamp_in(&self, seconds: u64) -> Timestamp {
        self.now().plus(seconds)
    }

    fn now(&self) -> Timestamp {
        Timestamp(self.clock.now().0.unsigned_abs())
    }

    #[track_caller]
    pub fn check_email(&self) -> &CheckEmail {
        match self.flow.step() {
            Step::CheckEmail(check) => check,
            other => panic!("the step is not CheckEmail: {other:?}"),
        }
    }

    #[track_caller]
    pub fn reset(&self) -> &Reset {
        match self.flow.step() {
            Step::Reset(reset) => reset,
            other => panic!("the step is not Reset: {other:?}"),
        }
    }

    /// Why the link does not work, and the address of its account.
    #[track_caller]
    pub fn link_problem(&self) -> (LinkFailure, Option<&str>) {
        match self.flow.step() {
            Step::InvalidLink(invalid) => (invalid.failure, invalid.email.as_ref().map(EmailAddress::as_str)),
            other => panic!("the link works: {other:?}"),
        }
    }

    /// Whether the completed reset ended all sessions.
    #[track_caller]
    pub fn done(&self) -> bool {
        match self.flow.step() {
            Step::Done(done) => done.signed_out_everywhere,
            other => panic!("the step is not Done: {other:?}"),
        }
    }

    /// Whether no recovery would be found after a restart.
    pub async fn vault_is_empty(&self) -> bool {
        self.vault.list(self.now()).await.is_empty()
    }
}

fn request_finished(
    call_id: CallId,
    recovery: PendingRecovery,
    response: Result<Accepted, RequestError>,
) -> Event {
    match response {
        Ok(response) => Event::RequestAccepted { call_id, recovery, response },
        Err(error) => Event::RequestFailed { call_id, error },
    }
}
