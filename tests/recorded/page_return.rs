//! The way back from a page of the server: the app reports a changed password only for a page that it has opened, once, if
//! the issuer is the server and the page reports no error.

use std::sync::Arc;

use latchkey::flow::{Event, LinkFailure, Step};
use latchkey::secret::{EmailAddress, ReturnState};
use latchkey::service::{BaseUrl, PageRequest, RecoveryMode, RecoveryService as _, contract};
use latchkey::vault::LIFETIME;
use latchkey_server::{ManualClock, UnixTime};
use url::Url;

use super::exchange::{Recording, rules};
use super::support::headless_app::HeadlessApp;

const ISSUER: &str = "https%3A%2F%2Faccounts.example.org%2Frealms%2Fmain";
/// A state that was never generated.
const FOREIGN: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

/// An app at this server.
async fn app(id: &'static str, clock: &Arc<ManualClock>) -> HeadlessApp {
    let contract = contract::built_in(id).unwrap();
    let rules = rules(&contract);
    let service = move || {
        let base = BaseUrl::parse("https://accounts.example.org").unwrap();
        Box::new(Recording::load(id).service(&contract, base)) as Box<_>
    };
    HeadlessApp::with(service, rules, clock).await
}

/// The app at Keycloak has opened the page.
async fn opened() -> (HeadlessApp, ReturnState, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::at(UnixTime(1_795_437_240)));
    let mut app = app("keycloak", &clock).await;
    let state = ReturnState::generate();
    app.dispatch(Event::PageOpened { state: state.clone() }).await;
    (app, state, clock)
}

/// The link of Keycloak for a changed password.
fn success(state: &str) -> String {
    format!("latchkey://reset-password?state={state}&session_state=abc&iss={ISSUER}")
}

fn is_done(app: &HeadlessApp) -> bool {
    matches!(app.flow.step(), Step::Done(done) if done.email.is_none() && !done.signed_out_everywhere)
}

#[test]
fn page_is_opened_with_state_and_language_and_names_its_issuer() {
    let contract = contract::built_in("keycloak").unwrap();
    let service = Recording::load("keycloak")
        .service(&contract, BaseUrl::parse("https://accounts.example.org").unwrap());
    let request = PageRequest { language: Some("de"), ..PageRequest::generate() };
    let page = service.hosted_page(&request).unwrap();
    let query = |page: &Url, name: &str| {
        page.query_pairs().find_map(|(found, value)| (found == name).then(|| value.into_owned()))
    };
    assert_eq!(page.path(), "/realms/main/protocol/openid-connect/forgot-credentials");
    for (name, value) in [
        ("client_id", "app"),
        ("redirect_uri", "latchkey://reset-password"),
        ("response_type", "none"),
        ("scope", "openid"),
        ("state", request.state.expose()),
        ("code_challenge", request.challenge.as_str()),
        ("code_challenge_method", "S256"),
        ("ui_locales", "de"),
    ] {
        assert_eq!(query(&page, name).as_deref(), Some(value), "{name}");
    }
    assert_eq!(query(&page, "login_hint"), None);
    let email = EmailAddress::parse("ada+tag@example.org").ok();
    let named = service.hosted_page(&PageRequest { email, ..request }).unwrap();
    assert_eq!(query(&named, "login_hint").as_deref(), Some("ada+tag@example.org"));
    let RecoveryMode::Hosted(Some(page_return)) = service.mode() else { panic!("the page leads back") };
    assert_eq!(page_return.issuer.as_deref(), Some("https://accounts.example.org/realms/main"));
}

#[tokio::test]
async fn return_of_an_opened_page_completes_the_recovery_once() {
    let (mut app, state, _) = opened().await;
    app.open_link(&success(state.expose())).await;
    assert!(is_done(&app));
    assert!(app.vault_is_empty().await);
    // A browser may open the same link twice, and anybody may open another.
    for link in [success(state.expose()), success(FOREIGN)] {
        app.open_link(&link).await;
        assert!(is_done(&app), "{link}");
    }
    let mut restarted = app.restarted().await;
    restarted.open_link(&success(state.expose())).await;
    assert_eq!(restarted.link_problem(), (LinkFailure::UnknownReturn, None));
}

#[tokio::test]
async fn return_is_recognized_after_a_restart() {
    let (app, state, _) = opened().await;
    let mut app = app.restarted().await;
    app.open_link(&success(state.expose())).await;
    assert!(is_done(&app));
}

/// None of these links completes the recovery or ends the wait for the real one.
#[tokio::test]
async fn hostile_return_changes_nothing() {
    let (mut app, state, _) = opened().await;
    let state = state.expose();
    for (link, failure) in [
        (success(FOREIGN), LinkFailure::UnknownReturn),
        (format!("latchkey://reset-password?error=x&state={FOREIGN}"), LinkFailure::UnknownReturn),
        (format!("latchkey://reset-password?state={state}"), LinkFailure::UnknownReturn),
        (
            format!("latchkey://reset-password?state={state}&iss=https%3A%2F%2Fevil.example"),
            LinkFailure::UnknownReturn,
        ),
        (success(state).replace("%2Fmain", "%2Fother"), LinkFailure::UnknownReturn),
        (format!("{}%2F", success(state)), LinkFailure::UnknownReturn),
        (format!("{}&error=login_required", success(state)), LinkFailure::PageFailed),
        (
            format!("latchkey://reset-password?error=temporarily_unavailable&state={state}"),
            LinkFailure::PageFailed,
        ),
        (
            format!("latchkey://reset-password?error=x&state={state}&iss=https%3A%2F%2Fevil.example"),
            LinkFailure::UnknownReturn,
        ),
        (format!("{}&state={state}", success(state)), LinkFailure::Hosted),
        (format!("{}#done=1", success("")), LinkFailure::Hosted),
        (
            success(state).replace("latchkey://reset-password", "http://accounts.example.org/reset-password"),
            LinkFailure::Hosted,
        ),
        (
            success(state).replace("latchkey://reset-password", "https://evil.example/reset-password"),
            LinkFailure::Hosted,
        ),
        ("https://accounts.example.org/reset-password#done=1".to_owned(), LinkFailure::Hosted),
    ] {
        app.open_link(&link).await;
        assert_eq!(app.link_problem(), (failure, None), "{link}");
    }
    app.dispatch(Event::AskForNewLink).await;
    assert!(matches!(app.flow.step(), Step::Forgot(_)));
    app.open_link(&success(state)).await;
    assert!(is_done(&app));
}

#[tokio::test]
async fn return_after_an_hour_is_unknown() {
    for (seconds, completes) in [(LIFETIME, true), (LIFETIME + 1, false)] {
        let (mut app, state, clock) = opened().await;
        clock.advance(u32::try_from(seconds).unwrap());
        app.open_link(&success(state.expose())).await;
        assert_eq!(is_done(&app), completes, "{seconds}");
    }
}

/// Auth0's page leads back without a state, so nothing proves that a password was set.
#[tokio::test]
async fn page_without_a_state_completes_nothing() {
    let clock = Arc::new(ManualClock::at(UnixTime(1_795_437_240)));
    let mut app = app("auth0", &clock).await;
    app.dispatch(Event::PageOpened { state: ReturnState::parse(FOREIGN).unwrap() }).await;
    for link in ["latchkey://reset-password?success=true&message=x".to_owned(), success(FOREIGN)] {
        app.open_link(&link).await;
        assert_eq!(app.link_problem(), (LinkFailure::Hosted, None), "{link}");
    }
}
