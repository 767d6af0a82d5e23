//! The app on a keyring that takes its time. The clock stands; each test moves it.

#![allow(clippy::unwrap_used)]

use std::cell::RefCell;

use async_trait::async_trait;
use tokio::time::{advance, timeout};

use super::*;
use crate::{
    app::RecoveryProvider,
    context::{RecoveryHandle, use_recovery},
    frame::Frame,
    identity::{AppIdentity, DeepLinks},
    link::IncomingLink,
    screens::Screen,
    secret::{FlowId, NewPassword, RecoveryToken},
    service::{Accepted, Changed, RequestError, ResetError},
    vault::gate::{Gate, gated_store},
};

const ORIGIN: &str = "https://id.example.org";
const ADA: &str = "ada@example.org";
const TOKEN: &str = "ada-s-token-0123456789";

/// A service that says yes to everything, at once.
struct Willing;

#[async_trait(?Send)]
impl RecoveryService for Willing {
    async fn send_account_recovery_email(&self, _: &EmailAddress) -> Result<Accepted, RequestError> {
        Ok(Accepted::default())
    }

    async fn reset_password(&self, _: &RecoveryToken, _: &NewPassword) -> Result<Changed, ResetError> {
        Ok(Changed::default())
    }
}

thread_local! {
    static ENVIRONMENT: RefCell<Option<Environment>> = const { RefCell::new(None) };
    static GUIDE: RefCell<Option<RecoveryHandle>> = const { RefCell::new(None) };
}

#[component]
fn Host() -> Element {
    let environment = use_hook(|| ENVIRONMENT.take().unwrap());
    rsx! {
        RecoveryProvider { environment, Inside {} }
    }
}

#[component]
fn Inside() -> Element {
    let recovery = use_recovery();
    GUIDE.set(Some(recovery));
    rsx! {
        Frame { Screen {} }
    }
}

/// The app without a window.
struct Started {
    dom: VirtualDom,
    inbox: LinkInbox,
    recovery: RecoveryHandle,
}

impl Started {
    fn with(vault: Vault) -> Self {
        let links = DeepLinks {
            schemes: vec!["latchkey".into()],
            hosts: vec![],
            paths: vec!["/reset-password".into()],
        };
        let identity = AppIdentity::new("org.example.Test", links).unwrap();
        let environment = Environment::new(&identity, Rc::new(Willing), vault);
        let inbox = environment.inbox.clone();
        ENVIRONMENT.set(Some(environment));
        let mut dom = VirtualDom::new(Host);
        dom.rebuild_in_place();
        Self { dom, inbox, recovery: GUIDE.take().unwrap() }
    }

    /// What is drawn after everything that can happen without time passing.
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

    /// What is drawn once nothing has happened for half a second.
    async fn settled(&mut self) -> String {
        while timeout(Duration::from_millis(500), self.dom.wait_for_work()).await.is_ok() {
            self.dom.render_immediate(&mut dioxus_core::NoOpMutations);
        }
        dioxus_ssr::render(&self.dom)
    }

    fn types(&mut self, text: &str) {
        let mut email = self.recovery.drafts.email;
        self.dom.in_scope(ScopeId::APP, || email.set(text.to_owned()));
    }

    /// The app opens a link that it knows nothing else of.
    fn link_arrives(&self, link: &str) {
        self.inbox.put(IncomingLink::new(link));
    }
}

#[track_caller]
fn assert_shows(page: &str, text: &str) {
    let screen = page.rsplit("</style>").next().unwrap_or_default();
    assert!(screen.contains(text), "{text:?} is not on the page: {screen}");
}

/// A keyring that holds Ada's recovery, asked for a minute ago.
async fn remember_ada(vault: Vault) {
    let asked = clock::Timestamp(clock::timestamp().0 - 60);
    let recovery = PendingRecovery {
        flow: Some(FlowId::parse("flow-ada").unwrap()),
        email: EmailAddress::parse(ADA).unwrap(),
        verifier: Some(Verifier::generate()),
        session: None,
        requested_at: asked,
        resend_after: asked,
        accepted: true,
    };
    vault.save(recovery, asked).await;
}

/// The look into the keyring comes while a save is waiting for it. Neither waits for the other, nor does anything else.
#[tokio::test(start_paused = true)]
async fn a_look_into_the_keyring_during_a_slow_save_holds_nothing_up() {
    gated_store!(GATE, open);
    let started_at = tokio::time::Instant::now();
    let mut app = Started::with(Vault::in_store(ORIGIN, open));
    assert_shows(&app.settled().await, "Forgot your password?");
    advance(KEYRING_POLL_INTERVAL - Duration::from_millis(500) - started_at.elapsed()).await;
    app.page().await;

    GATE.close();
    app.recovery.send(Event::EmailSubmitted(ADA.to_owned()));
    assert_shows(&app.page().await, "Check your e-mail");
    GATE.wait_for_callers(1).await;
    advance(Duration::from_secs(1)).await;
    app.page().await;
    GATE.open();
    app.link_arrives(&format!("latchkey://reset-password?token={TOKEN}"));
    assert_shows(&app.settled().await, "Choose a new password");
}

async fn opened_behind(gate: &'static Gate, vault: Vault) -> Started {
    gate.close();
    let mut app = Started::with(vault);
    app.page().await;
    gate.wait_for_callers(1).await;
    app
}

#[tokio::test(start_paused = true)]
async fn the_first_screen_does_not_wait_for_a_slow_keyring_and_what_it_holds_comes_later() {
    gated_store!(GATE, open);
    remember_ada(Vault::in_store(ORIGIN, open)).await;
    let mut app = opened_behind(&GATE, Vault::in_store(ORIGIN, open)).await;
    assert!(!app.page().await.contains("Forgot your password?"));
    advance(BLANK_SCREEN_LIMIT).await;
    assert_shows(&app.page().await, "Forgot your password?");
    GATE.open();
    assert_shows(&app.settled().await, "Check your e-mail");
}

#[tokio::test(start_paused = true)]
async fn what_a_slow_keyring_holds_takes_nothing_away_from_somebody_who_types() {
    gated_store!(GATE, open);
    remember_ada(Vault::in_store(ORIGIN, open)).await;
    let mut app = opened_behind(&GATE, Vault::in_store(ORIGIN, open)).await;
    advance(BLANK_SCREEN_LIMIT).await;
    app.page().await;
    app.types("be");
    GATE.open();
    let page = app.settled().await;
    assert_shows(&page, "Forgot your password?");
    assert_shows(&page, "Back to the e-mail on its way");
}

/// Followed at once, it would find no verifier and belong to another device.
#[tokio::test(start_paused = true)]
async fn a_link_that_comes_before_a_slow_keyring_waits_for_its_recovery() {
    gated_store!(GATE, open);
    remember_ada(Vault::in_store(ORIGIN, open)).await;
    let mut app = opened_behind(&GATE, Vault::in_store(ORIGIN, open)).await;
    app.link_arrives(&format!("latchkey://reset-password?token={TOKEN}&flow=flow-ada"));
    advance(BLANK_SCREEN_LIMIT).await;
    assert_shows(&app.page().await, "Forgot your password?");
    GATE.open();
    let page = app.settled().await;
    assert_shows(&page, "Choose a new password");
    assert_shows(&page, ADA);
}
