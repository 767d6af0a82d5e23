//! Keycloak, whose own pages ask for the address and the password.

mod browser;
mod pages;
mod return_to_app;

use std::sync::Arc;

use latchkey::config::{Config, ConfigSource, parse};
use latchkey::service::HttpRecoveryService;
use latchkey_server::{ManualClock, UnixTime};
use serde_json::json;

use super::harness::{ADA, Live};
use super::support::headless_app::HeadlessApp;
use super::support::program::identity;
use browser::{Browser, Page};

/// The first page of a recovery, which asks for the address.
const ASKS_ADDRESS: &str = "login-login-reset-password";
const ASKS_PASSWORD: &str = "login-login-update-password";

/// A running server with a realm for the current case.
struct Server {
    live: Live,
    realm: String,
    realms: usize,
}

impl Server {
    async fn start() -> Self {
        Self { live: Live::start("keycloak", &[]).await, realm: String::new(), realms: 0 }
    }

    /// Begins a case with a new realm.
    async fn new_realm(&mut self, options: &[&str]) {
        self.realms += 1;
        self.realm = format!("harbour-{}", self.realms);
        self.live.control("create_realm", json!({ "name": self.realm, "options": options })).await;
    }

    /// An app for the realm.
    async fn app(&self) -> HeadlessApp {
        let configuration = configuration(&self.live, &self.realm, "app");
        let rules = configuration.link_rules(identity().link_rules());
        let clock = Arc::new(ManualClock::at(UnixTime(1_795_437_240)));
        HeadlessApp::with(move || Box::new(service(&configuration)), rules, &clock).await
    }

    fn browser(&self) -> Browser {
        Browser::new(&self.live.http)
    }

    /// The refresh token of a new session; `None` if the server refuses the password.
    async fn sign_in(&self, password: &str) -> Option<String> {
        let account =
            [("grant_type", "password"), ("client_id", "app"), ("username", ADA), ("password", password)];
        let request = self.live.http.post(self.token_endpoint());
        self.live.token(request.form(&account), "/refresh_token").await
    }

    async fn is_signed_in(&self, session: &str) -> bool {
        let form = [("grant_type", "refresh_token"), ("client_id", "app"), ("refresh_token", session)];
        let request = self.live.http.post(self.token_endpoint());
        self.live.is_ok(request.form(&form)).await
    }

    fn token_endpoint(&self) -> String {
        self.live.direct(&format!("/realms/{}/protocol/openid-connect/token", self.realm))
    }

    /// The link of the next email to Ada.
    async fn mailed_link(&mut self) -> String {
        let mail = self.live.mail_to(ADA).await;
        let link = mail.text.split_whitespace().find(|word| word.contains("/login-actions/action-token"));
        link.expect("a link").to_owned()
    }
}

/// The configuration for a realm of this server, and a client of it.
fn configuration(live: &Live, realm: &str, client: &str) -> Config {
    // The server's own name is in its pages, so there is no proxy.
    let text = format!(
        "[service]\nbase_url = '{}'\nbackend = 'keycloak'\n[service.vars]\nrealm = '{realm}'\nclient_id = '{client}'\nredirect = 'latchkey://reset-password'\n",
        live.direct("")
    );
    parse(&text, &ConfigSource::BuiltIn, &|_| Err("there is no other file".to_owned())).unwrap()
}

fn service(configuration: &Config) -> HttpRecoveryService {
    let settings = configuration.service.clone();
    let base = settings.base_url.clone().unwrap();
    settings.client(base).unwrap()
}

/// Submits the address on the first page.
async fn submit_address(browser: &mut Browser, page: &Page, address: &str) -> Page {
    assert_eq!(page.id(), ASKS_ADDRESS);
    browser.submit(page, &[("username", address)]).await
}

/// Submits a password on the page for it.
async fn submit_password(browser: &mut Browser, page: &Page, password: &str) -> Page {
    assert_eq!(page.id(), ASKS_PASSWORD);
    browser.submit(page, &[("password-new", password), ("password-confirm", password)]).await
}

/// All cases with one server, because it takes long to start.
#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    let mut server = Server::start().await;
    pages::password_is_set_by_the_link_of_the_email(&mut server).await;
    pages::two_recoveries_at_once_both_work(&mut server).await;
    pages::expired_link_asks_for_no_password(&mut server).await;
    pages::unknown_and_disabled_accounts_get_the_same_page(&mut server).await;
    pages::self_check_finds_a_wrong_realm_or_client(&mut server).await;
    return_to_app::page_leads_back_to_the_app_after_the_password(&mut server).await;
    return_to_app::way_back_of_another_recovery_or_server_is_not_believed(&mut server).await;
    return_to_app::another_browser_leads_back_only_to_a_base_url(&mut server).await;
    return_to_app::page_works_at_the_second_try_where_somebody_is_signed_in(&mut server).await;
    return_to_app::recovery_unlocks_a_locked_account(&mut server).await;
    return_to_app::default_flow_does_not_ask_for_the_code_of_an_authenticator_app(&mut server).await;
}
