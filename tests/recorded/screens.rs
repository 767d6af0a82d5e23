//! What people see follows what the server can do.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use dioxus::prelude::*;
use latchkey::app::{Environment, Frame, Recovery, RecoveryProvider, Service, use_recovery};
use latchkey::clock;
use latchkey::flow::{Event, Forgot, Step};
use latchkey::screens::{Screen, Screens};
use latchkey::secret::{Challenge, EmailAddress, NewPassword, RecoveryToken};
use latchkey::service::contract;
use latchkey::service::{
    Accepted, BaseUrl, CallError, Capabilities, Changed, RecoveryService, RequestError, ResetError,
};
use latchkey::vault::{PendingRecovery, Vault};

use super::exchange::{ADA, Recorded};
use super::support::program::identity;

#[component]
fn Host(service: Service, vault: Vault) -> Element {
    rsx! { Recovery { identity: identity(), service, vault } }
}

/// The first screen of an app for this server; or the second, where an e-mail is waited for.
async fn page(id: &str, waiting: bool) -> String {
    let (contract, recorded) = (contract::built_in(id).unwrap(), Recorded::of(id));
    let base = BaseUrl::parse("https://accounts.example.org").unwrap();
    let service = recorded.service(&contract, base);
    let vault = Vault::in_memory();
    if waiting {
        let now = clock::timestamp();
        let recovery = PendingRecovery {
            flow: None,
            email: EmailAddress::parse(ADA).unwrap(),
            verifier: None,
            session: None,
            requested_at: now,
            resend_after: now,
            accepted: true,
        };
        vault.save(recovery, now).await;
    }
    let mut dom = VirtualDom::new_with_props(Host, HostProps { service: Service::new(service), vault });
    dom.rebuild_in_place();
    while tokio::time::timeout(Duration::from_millis(500), dom.wait_for_work()).await.is_ok() {
        dom.render_immediate(&mut dioxus_core::NoOpMutations);
    }
    dioxus_ssr::render(&dom)
}

#[tokio::test(start_paused = true)]
async fn each_screen_speaks_of_what_the_e_mail_brings() {
    const LINK: &str = "Paste the link from the e-mail";
    const EITHER: &str = "Type the code, or paste the link";
    const CODE: &str = "Type the code from the e-mail";
    const ELSEWHERE: &str = "opens a page of this service in your browser";
    for (id, says) in [
        ("djoser", LINK),
        ("supabase", EITHER),
        ("cognito", CODE),
        ("aspnet-identity", CODE),
        ("auth0", ELSEWHERE),
    ] {
        let page = page(id, true).await;
        for sentence in [LINK, EITHER, CODE, ELSEWHERE] {
            assert_eq!(page.contains(sentence), sentence == says, "{id}: {sentence}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn the_first_screen_says_what_will_come_or_leads_to_where_it_begins() {
    assert!(page("djoser", false).await.contains("We will send you a link"));
    assert!(page("cognito", false).await.contains("We will send you a code"));
    let keycloak = page("keycloak", false).await;
    let href = "https://accounts.example.org/realms/main/login-actions/reset-credentials?client_id=app";
    assert!(keycloak.contains(href) && keycloak.contains("Open the page"), "{keycloak}");
    assert!(!keycloak.contains("<form"), "there is nothing to type: {keycloak}");
}

/// Answers a request only with what the keyring holds of it by then.
struct LooksIntoTheVault {
    vault: Vault,
    seen: Rc<RefCell<Option<bool>>>,
}

#[async_trait::async_trait(?Send)]
impl RecoveryService for LooksIntoTheVault {
    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        Ok(Capabilities { challenge: true, ..Capabilities::default() })
    }

    async fn send_account_recovery_email(&self, _: &EmailAddress) -> Result<Accepted, RequestError> {
        panic!("it is bound")
    }

    async fn send_bound_recovery_email(
        &self,
        email: &EmailAddress,
        challenge: &Challenge,
    ) -> Result<Accepted, RequestError> {
        let kept = self.vault.list(clock::timestamp()).await;
        let is_kept = kept.verifier_of(email).is_some_and(|verifier| verifier.challenge() == *challenge);
        self.seen.replace(Some(is_kept));
        Err(CallError::TimedOut.into())
    }

    async fn reset_password(&self, _: &RecoveryToken, _: &NewPassword) -> Result<Changed, ResetError> {
        panic!("nobody asked for it")
    }
}

/// A screen on which the address has been sent as soon as it is there.
fn sends_at_once() -> Element {
    let recovery = use_recovery();
    use_effect(move || {
        if let Step::Forgot(Forgot { sending: false, problem: None, .. }) = recovery.flow().step() {
            recovery.send(Event::EmailSubmitted(ADA.to_owned()));
        }
    });
    rsx! {}
}

fn app(environment: Environment) -> Element {
    rsx! {
        RecoveryProvider { environment,
            Frame { Screen {} }
        }
    }
}

/// Should the answer be lost, or the app end before it comes, the link of the email still finds its verifier.
#[tokio::test(start_paused = true)]
async fn a_verifier_is_kept_before_the_request_is_sent() {
    let (vault, seen) = (Vault::in_memory(), Rc::default());
    let service = LooksIntoTheVault { vault: vault.clone(), seen: Rc::clone(&seen) };
    let screens = Screens { forgot_password: Some(sends_at_once), ..Screens::default() };
    let environment =
        Environment { screens, ..Environment::new(&identity(), Rc::new(service), vault.clone()) };
    let mut dom = VirtualDom::new_with_props(app, environment);
    dom.rebuild_in_place();
    while tokio::time::timeout(Duration::from_millis(500), dom.wait_for_work()).await.is_ok() {
        dom.render_immediate(&mut dioxus_core::NoOpMutations);
    }
    assert_eq!(*seen.borrow(), Some(true));
    assert_eq!(vault.list(clock::timestamp()).await.iter().count(), 1, "and stays although no answer came");
}
