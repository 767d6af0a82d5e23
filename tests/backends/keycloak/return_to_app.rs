//! The way back to the app.

use latchkey::flow::{Event, LinkFailure};
use latchkey::secret::EmailAddress;
use latchkey::service::PageRequest;
use serde_json::json;

use super::super::harness::{ADA, NEW_PASSWORD, OLD_PASSWORD};
use super::super::support::headless_app::HeadlessApp;
use super::browser::{Browser, Page};
use super::{ASKS_ADDRESS, Server, submit_address, submit_password};

pub async fn page_leads_back_to_the_app_after_the_password(server: &mut Server) {
    server.new_realm(&[]).await;
    let mut app = server.app().await;
    let returned = recover(server, &mut app).await;
    assert_eq!(returned.url.scheme(), "latchkey", "{returned:?}");
    app.open_link(returned.url.as_str()).await;
    assert!(!app.done(), "a reset ends no session");
    assert!(server.sign_in(NEW_PASSWORD).await.is_some());
    assert!(server.sign_in(OLD_PASSWORD).await.is_none());
}

pub async fn way_back_of_another_recovery_or_server_is_not_believed(server: &mut Server) {
    server.new_realm(&[]).await;
    let mut asked = server.app().await;
    let returned = recover(server, &mut asked).await;
    let mut other = server.app().await;
    other.open_link(returned.url.as_str()).await;
    assert_eq!(other.link_problem().0, LinkFailure::UnknownReturn);
    let forged = returned.url.as_str().replace("realms%2Fharbour", "realms%2Fother");
    assert_ne!(forged, returned.url.as_str(), "it names the server");
    asked.open_link(&forged).await;
    assert_eq!(asked.link_problem().0, LinkFailure::UnknownReturn);
    asked.open_link(returned.url.as_str()).await;
    asked.done();
}

/// The link of the email is opened in another browser, which has no session of the app's page.
pub async fn another_browser_leads_back_only_to_a_base_url(server: &mut Server) {
    assert_eq!(end_in_another_browser(server, &[]).await.link(), None);
    let end = end_in_another_browser(server, &["base-url"]).await;
    let address = "https://recover.latchkey.example/reset-password#done=1";
    assert_eq!(end.link().as_deref(), Some(address), "{}", end.html);
}

async fn end_in_another_browser(server: &mut Server, options: &[&str]) -> Page {
    server.new_realm(options).await;
    let mut app = server.app().await;
    let mut first = server.browser();
    let page = open_page(&mut app, &mut first).await;
    submit_address(&mut first, &page, ADA).await;
    let mut second = server.browser();
    let mut page = second.open(&server.mailed_link().await).await;
    // The page asks whether to go on in this browser.
    if let Some(link) = page.link() {
        page = second.open(page.url.join(&link).unwrap().as_str()).await;
    }
    let end = submit_password(&mut second, &page, NEW_PASSWORD).await;
    assert!(end.url.scheme().starts_with("http"), "{end:?}");
    assert!(server.sign_in(NEW_PASSWORD).await.is_some());
    end
}

/// keycloak#39970: the first try ends that session, after it has sent the email.
pub async fn page_works_at_the_second_try_where_somebody_is_signed_in(server: &mut Server) {
    server.new_realm(&[]).await;
    let mut browser = server.browser();
    let sign_in = format!(
        "/realms/{}/protocol/openid-connect/auth?client_id=app&redirect_uri=latchkey://reset-password&response_type=code\
         &scope=openid&code_challenge={}&code_challenge_method=S256",
        server.realm,
        PageRequest::generate().challenge.as_str()
    );
    let page = browser.open(&server.live.direct(&sign_in)).await;
    let end = browser.submit(&page, &[("username", "ada"), ("password", OLD_PASSWORD)]).await;
    assert_eq!(end.url.scheme(), "latchkey", "{end:?}");
    let mut app = server.app().await;
    assert_eq!(open_page(&mut app, &mut browser).await.status, 500);
    let page = open_page(&mut app, &mut browser).await;
    assert_eq!((page.status, page.id()), (200, ASKS_ADDRESS));
    let link = server.mailed_link().await;
    assert!(link.contains(&format!("/realms/{}/", server.realm)), "{link}");
}

/// Three wrong passwords lock the account.
pub async fn recovery_unlocks_a_locked_account(server: &mut Server) {
    server.new_realm(&["locks"]).await;
    for _ in 0..3 {
        assert!(server.sign_in("a wrong password").await.is_none());
    }
    server.live.control("wait_until_locked", json!({ "realm": server.realm })).await;
    assert!(server.sign_in(OLD_PASSWORD).await.is_none(), "it is locked");
    let mut app = server.app().await;
    let returned = recover(server, &mut app).await;
    assert_eq!(returned.url.scheme(), "latchkey", "{returned:?}");
    assert!(server.sign_in(NEW_PASSWORD).await.is_some());
}

/// Whoever has the mailbox sets up a new app: operators have to change the flow.
pub async fn default_flow_does_not_ask_for_the_code_of_an_authenticator_app(server: &mut Server) {
    server.new_realm(&["totp"]).await;
    let mut app = server.app().await;
    let mut browser = server.browser();
    let page = open_page(&mut app, &mut browser).await;
    submit_address(&mut browser, &page, ADA).await;
    let page = browser.open(&server.mailed_link().await).await;
    assert_eq!(page.id(), "login-login-config-totp");
}

/// Sets a password in one browser. Returns where it ends.
async fn recover(server: &mut Server, app: &mut HeadlessApp) -> Page {
    let mut browser = server.browser();
    let page = open_page(app, &mut browser).await;
    submit_address(&mut browser, &page, ADA).await;
    let page = browser.open(&server.mailed_link().await).await;
    submit_password(&mut browser, &page, NEW_PASSWORD).await
}

/// Opens the page as the app does.
pub async fn open_page(app: &mut HeadlessApp, browser: &mut Browser) -> Page {
    let email = EmailAddress::parse(ADA).unwrap();
    let request = PageRequest { email: Some(email), language: Some("de"), ..PageRequest::generate() };
    let url = app.service.hosted_page(&request).unwrap();
    app.dispatch(Event::PageOpened { state: request.state }).await;
    browser.open(url.as_str()).await
}
