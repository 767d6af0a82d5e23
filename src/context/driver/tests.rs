//! The driver with a slow keyring. The clock is paused; each test advances it.

#![allow(clippy::unwrap_used)]

use std::{
    cell::RefCell,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use async_trait::async_trait;
use tokio::time::{advance, timeout};

use super::{startup::BLANK_SCREEN_LIMIT, *};
use crate::{
    app::RecoveryProvider,
    context::{RecoveryHandle, use_recovery},
    identity::{AppIdentity, DeepLinks},
    layout::Layout,
    link::IncomingLink,
    screens::Screen,
    secret::{Challenge, EmailAddress, FlowId, NewPassword, RecoveryToken},
    service::{Accepted, CallError, Capabilities, Changed, RequestError, ResetError},
    vault::tests::blocking_store::{Gate, blocking_store},
};

const ORIGIN: &str = "https://id.example.org";
const ADA: &str = "ada@example.org";
const TOKEN: &str = "ada-s-token-0123456789";

/// A service that accepts everything immediately.
struct AcceptingService(Capabilities);

#[async_trait(?Send)]
impl RecoveryService for AcceptingService {
    async fn send_account_recovery_email(&self, _: &EmailAddress) -> Result<Accepted, RequestError> {
        Ok(Accepted::default())
    }

    async fn send_bound_recovery_email(
        &self,
        _: &EmailAddress,
        _: &Challenge,
    ) -> Result<Accepted, RequestError> {
        Ok(Accepted::default())
    }

    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        Ok(self.0)
    }

    async fn reset_password(&self, _: &RecoveryToken, _: &NewPassword) -> Result<Changed, ResetError> {
        Ok(Changed::default())
    }
}

thread_local! {
    static ENVIRONMENT: RefCell<Option<Environment>> = const { RefCell::new(None) };
    static HANDLE: RefCell<Option<RecoveryHandle>> = const { RefCell::new(None) };
}

#[component]
fn Host() -> Element {
    let environment = use_hook(|| ENVIRONMENT.take().unwrap());
    rsx! {
        RecoveryProvider { environment, Content {} }
    }
}

#[component]
fn Content() -> Element {
    let recovery = use_recovery();
    HANDLE.set(Some(recovery));
    rsx! {
        Layout { Screen {} }
    }
}

/// The app without a window.
struct TestApp {
    dom: VirtualDom,
    inbox: LinkInbox,
    recovery: RecoveryHandle,
}

impl TestApp {
    fn with(vault: Vault) -> Self {
        Self::with_service(vault, AcceptingService(Capabilities::default()))
    }

    fn with_service(vault: Vault, service: AcceptingService) -> Self {
        let links = DeepLinks {
            schemes: vec!["latchkey".into()],
            hosts: vec![],
            paths: vec!["/reset-password".into()],
        };
        let identity = AppIdentity::new("org.example.Test", links).unwrap();
        let environment = Environment::new(&identity, Rc::new(service), vault);
        let inbox = environment.inbox.clone();
        ENVIRONMENT.set(Some(environment));
        let mut dom = VirtualDom::new(Host);
        dom.rebuild_in_place();
        Self { dom, inbox, recovery: HANDLE.take().unwrap() }
    }

    /// The page after everything that can happen without time passing.
    async fn page(&mut self) -> String {
        for _ in 0..100 {
            tokio::select! {
                biased;
                () = self.dom.wait_for_work() => self.dom.render_immediate(&mut dioxus_core::NoOpMutations),
                () = tokio::task::yield_now() => {}
            }
        }
        dioxus_ssr::render(&self.dom)
    }

    /// The page after half a second without changes.
    async fn settled_page(&mut self) -> String {
        while timeout(Duration::from_millis(500), self.dom.wait_for_work()).await.is_ok() {
            self.dom.render_immediate(&mut dioxus_core::NoOpMutations);
        }
        dioxus_ssr::render(&self.dom)
    }

    fn type_email(&mut self, text: &str) {
        let mut email = self.recovery.drafts.email;
        self.dom.in_scope(ScopeId::APP, || email.set(text.to_owned()));
    }

    /// Puts a link into the inbox.
    fn open_link(&self, link: &str) {
        self.inbox.put(IncomingLink::new(link));
    }
}

#[track_caller]
fn assert_shows(page: &str, text: &str) {
    let screen = page.rsplit("</style>").next().unwrap_or_default();
    assert!(screen.contains(text), "{text:?} is not on the page: {screen}");
}

/// Saves Ada's recovery, requested a minute ago.
async fn save_recovery_of_ada(vault: Vault) {
    let requested_at = clock::Timestamp(clock::timestamp().0 - 60);
    let recovery = PendingRecovery {
        flow: Some(FlowId::parse("flow-ada").unwrap()),
        email: EmailAddress::parse(ADA).unwrap(),
        verifier: Some(Verifier::generate()),
        session: None,
        requested_at,
        resend_at: requested_at,
        accepted: true,
    };
    vault.save(recovery, requested_at).await;
}

/// The keyring is polled while a save waits for it. Neither blocks the other, or the app.
#[tokio::test(start_paused = true)]
async fn keyring_poll_during_a_slow_save_blocks_nothing() {
    blocking_store!(GATE, open);
    let started_at = tokio::time::Instant::now();
    let mut app = TestApp::with(Vault::with_test_store(ORIGIN, open));
    assert_shows(&app.settled_page().await, "Forgot your password?");
    advance(KEYRING_POLL_INTERVAL - Duration::from_millis(500) - started_at.elapsed()).await;
    app.page().await;

    GATE.close();
    app.recovery.send(Event::EmailSubmitted(ADA.to_owned()));
    assert_shows(&app.page().await, "Check your email");
    GATE.wait_for_callers(1).await;
    advance(Duration::from_secs(1)).await;
    app.page().await;
    GATE.open();
    app.open_link(&format!("latchkey://reset-password?token={TOKEN}"));
    assert_shows(&app.settled_page().await, "Choose a new password");
}

async fn started_behind(gate: &'static Gate, vault: Vault) -> TestApp {
    gate.close();
    let mut app = TestApp::with(vault);
    app.page().await;
    gate.wait_for_callers(1).await;
    app
}

#[tokio::test(start_paused = true)]
async fn first_screen_does_not_wait_for_a_slow_keyring() {
    blocking_store!(GATE, open);
    save_recovery_of_ada(Vault::with_test_store(ORIGIN, open)).await;
    let mut app = started_behind(&GATE, Vault::with_test_store(ORIGIN, open)).await;
    assert!(!app.page().await.contains("Forgot your password?"));
    advance(BLANK_SCREEN_LIMIT).await;
    assert_shows(&app.page().await, "Forgot your password?");
    GATE.open();
    assert_shows(&app.settled_page().await, "Check your email");
}

#[tokio::test(start_paused = true)]
async fn slow_keyring_does_not_replace_a_screen_with_typed_text() {
    blocking_store!(GATE, open);
    save_recovery_of_ada(Vault::with_test_store(ORIGIN, open)).await;
    let mut app = started_behind(&GATE, Vault::with_test_store(ORIGIN, open)).await;
    advance(BLANK_SCREEN_LIMIT).await;
    app.page().await;
    app.type_email("be");
    GATE.open();
    let page = app.settled_page().await;
    assert_shows(&page, "Forgot your password?");
    assert_shows(&page, "Back to your email");
}

/// Without its verifier, the link would belong to another device.
#[tokio::test(start_paused = true)]
async fn link_opened_before_a_slow_keyring_was_read_waits() {
    blocking_store!(GATE, open);
    save_recovery_of_ada(Vault::with_test_store(ORIGIN, open)).await;
    let mut app = started_behind(&GATE, Vault::with_test_store(ORIGIN, open)).await;
    app.open_link(&format!("latchkey://reset-password?token={TOKEN}&flow=flow-ada"));
    advance(BLANK_SCREEN_LIMIT).await;
    assert_shows(&app.page().await, "Forgot your password?");
    GATE.open();
    let page = app.settled_page().await;
    assert_shows(&page, "Choose a new password");
    assert_shows(&page, ADA);
}

/// The start, and each request, may make the keyring ask for its password once. The save after the response and the timer
/// never do.
#[tokio::test(start_paused = true)]
async fn locked_keyring_prompts_once_for_each_action() {
    static PROMPTS: AtomicUsize = AtomicUsize::new(0);
    fn open() -> ::keyring::Result<Arc<::keyring::CredentialStore>> {
        PROMPTS.fetch_add(1, Ordering::SeqCst);
        Err(::keyring::Error::NoStorageAccess("the prompt was dismissed".into()))
    }
    let prompts = || PROMPTS.load(Ordering::SeqCst);
    let binds = AcceptingService(Capabilities { challenge: true, ..Capabilities::default() });
    let mut app = TestApp::with_service(Vault::with_locked_test_store(ORIGIN, open), binds);
    assert_shows(&app.settled_page().await, "Forgot your password?");
    assert_eq!(prompts(), 1, "the start");
    app.recovery.send(Event::EmailSubmitted(ADA.to_owned()));
    assert_shows(&app.settled_page().await, "Check your email");
    assert_eq!(prompts(), 2, "the request");
    for _ in 0..10 {
        advance(KEYRING_POLL_INTERVAL).await;
        app.settled_page().await;
    }
    assert_eq!(prompts(), 2, "the timer");
}
