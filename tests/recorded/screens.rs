//! What people see follows what the server can do.

use std::time::Duration;

use dioxus::prelude::*;
use latchkey::app::{Recovery, Service};
use latchkey::clock::Timestamp;
use latchkey::secret::EmailAddress;
use latchkey::service::BaseUrl;
use latchkey::service::contract::Contract;
use latchkey::vault::{PendingRecovery, Vault};

use super::exchange::{ADA, Recorded};

#[component]
fn Host(service: Service, vault: Vault) -> Element {
    rsx! { Recovery { service, vault } }
}

/// The first screen of an app for this server; or the second, where an e-mail is waited for.
async fn page(id: &str, waiting: bool) -> String {
    let (contract, recorded) = (Contract::built_in(id).unwrap(), Recorded::of(id));
    let base = BaseUrl::parse("https://accounts.example.org").unwrap();
    let service = recorded.service(&contract, base);
    let vault = Vault::in_memory();
    if waiting {
        let now = Timestamp::now();
        let recovery = PendingRecovery {
            flow: None,
            email: EmailAddress::parse(ADA).unwrap(),
            verifier: None,
            session: None,
            requested_at: now,
            resend_after: now,
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
