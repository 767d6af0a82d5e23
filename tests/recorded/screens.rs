//! Screens adapt to the server's capabilities.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use dioxus::prelude::*;
use latchkey::app::{Environment, Layout, Recovery, RecoveryProvider, Service, use_recovery};
use latchkey::clock;
use latchkey::flow::{Event, Forgot, Step};
use latchkey::screens::{Screen, Screens};
use latchkey::secret::{Challenge, EmailAddress, NewPassword, RecoveryToken};
use latchkey::service::contract;
use latchkey::service::{
    Accepted, BaseUrl, CallError, Capabilities, Changed, RecoveryService, RequestError, ResetError,
};
use latchkey::vault::{PendingRecovery, Vault};

use super::exchange::{ADA, Recording};
use super::support::program::identity;

#[component]
fn Host(service: Service, vault: Vault) -> Element {
    rsx! { Recovery { identity: identity(), service, vault } }
}

/// The first screen of an app for this server, or the second if it is `waiting` for an email.
async fn page(id: &str, waiting: bool) -> String {
    let (contract, recording) = (contract::built_in(id).unwrap(), Recording::load(id));
    let base = BaseUrl::parse("https://accounts.example.org").unwrap();
    let service = recording.service(&contract, base);
    let vault = Vault::in_memory();
    if waiting {
        let now = clock::timestamp();
        let recovery = PendingRecovery {
            flow: None,
            email: EmailAddress::parse(ADA).unwrap(),
            verifier: None,
            session: None,
            requested_at: now,
            resend_at: now,
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
async fn screens_name_what_the_email_contains() {
    const LINK: &str = "Paste the link from the email";
    const EITHER: &str = "Enter the code or paste the link";
    const CODE: &str = "Enter the code from the email";
    const ELSEWHERE: &str = "opens a page of this service in your browser";
    for (id, expected) in [
        ("djoser", LINK),
        ("supabase", EITHER),
        ("supabase-pkce", LINK),
        ("cognito", CODE),
        ("aspnet-identity", CODE),
        ("auth0", ELSEWHERE),
    ] {
        let page = page(id, true).await;
        for sentence in [LINK, EITHER, CODE, ELSEWHERE] {
            assert_eq!(page.contains(sentence), sentence == expected, "{id}: {sentence}");
        }
    }
}

/// The default email of Supabase has no code, its link works for five minutes, and a project can run out of emails.
/// The screen always says so, because only an account can cause it.
#[tokio::test(start_paused = true)]
async fn screen_for_the_email_says_what_is_special_about_it() {
    const LIFETIME: &str = "Open the link within 5 minutes.";
    const NO_CODE: &str = "you’ll get an email with a link.";
    const OPTIONAL_CODE: &str = "If the email has a code, you can enter it here instead.";
    const QUOTA: &str = "This service limits how many emails it sends";
    for (id, expected) in [
        ("supabase-pkce", &[LIFETIME, NO_CODE, OPTIONAL_CODE, QUOTA][..]),
        ("supabase", &[QUOTA]),
        ("supabase-implicit", &[NO_CODE, QUOTA]),
        ("kratos", &[]),
    ] {
        let page = page(id, true).await;
        for sentence in [LIFETIME, NO_CODE, OPTIONAL_CODE, QUOTA] {
            assert_eq!(page.contains(sentence), expected.contains(&sentence), "{id}: {sentence}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn first_screen_announces_link_or_code_or_opens_the_hosted_page() {
    assert!(page("djoser", false).await.contains("we’ll send you a link"));
    assert!(page("cognito", false).await.contains("we’ll send you a code"));
    let keycloak = page("keycloak", false).await;
    let href =
        "https://accounts.example.org/realms/main/protocol/openid-connect/forgot-credentials?client_id=app";
    assert!(
        keycloak.contains(href)
            && keycloak.contains("ui_locales=en")
            && keycloak.contains("Continue in your browser"),
        "{keycloak}"
    );
    assert!(!keycloak.contains("<form"), "there is no form: {keycloak}");
}

/// Records whether the vault has the verifier when a request is sent.
struct VaultObserver {
    vault: Vault,
    seen: Rc<RefCell<Option<bool>>>,
}

#[async_trait::async_trait(?Send)]
impl RecoveryService for VaultObserver {
    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        Ok(Capabilities { challenge: true, ..Capabilities::default() })
    }

    async fn send_account_recovery_email(&self, _: &EmailAddress) -> Result<Accepted, RequestError> {
        panic!("the request must be bound")
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
        panic!("unexpected reset")
    }
}

/// A screen that submits the address when it is shown.
fn submits_immediately() -> Element {
    let recovery = use_recovery();
    use_effect(move || {
        let flow = recovery.flow();
        if matches!(flow.step(), Step::Forgot(Forgot { problem: None, .. })) && flow.in_flight().is_none() {
            recovery.send(Event::EmailSubmitted(ADA.to_owned()));
        }
    });
    rsx! {}
}

fn app(environment: Environment) -> Element {
    rsx! {
        RecoveryProvider { environment,
            Layout { Screen {} }
        }
    }
}

/// If the response is lost or the app exits, the link in the email still finds its verifier.
#[tokio::test(start_paused = true)]
async fn verifier_is_stored_before_the_request_is_sent() {
    let (vault, seen) = (Vault::in_memory(), Rc::default());
    let service = VaultObserver { vault: vault.clone(), seen: Rc::clone(&seen) };
    let screens = Screens { forgot_password: Some(submits_immediately), ..Screens::default() };
    let environment =
        Environment { screens, ..Environment::new(&identity(), Rc::new(service), vault.clone()) };
    let mut dom = VirtualDom::new_with_props(app, environment);
    dom.rebuild_in_place();
    while tokio::time::timeout(Duration::from_millis(500), dom.wait_for_work()).await.is_ok() {
        dom.render_immediate(&mut dioxus_core::NoOpMutations);
    }
    assert_eq!(*seen.borrow(), Some(true));
    assert_eq!(
        vault.list(clock::timestamp()).await.iter().count(),
        1,
        "it is kept although there was no response"
    );
}
