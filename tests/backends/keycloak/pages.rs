//! What the pages do, apart from the way back to the app.

use latchkey::service::self_check::run;
use serde_json::json;

use super::super::harness::{ADA, NEW_PASSWORD, NOBODY, OLD_PASSWORD};
use super::return_to_app::open_page;
use super::{ASKS_PASSWORD, Server, configuration, service, submit_address, submit_password};

pub async fn password_is_set_by_the_link_of_the_email(server: &mut Server) {
    server.new_realm(&[]).await;
    let session = server.sign_in(OLD_PASSWORD).await.unwrap();
    let mut app = server.app().await;
    let mut browser = server.browser();
    let page = open_page(&mut app, &mut browser).await;
    submit_address(&mut browser, &page, ADA).await;
    let link = server.mailed_link().await;
    let mut page = browser.open(&link).await;
    for weak in ["short", "ada", OLD_PASSWORD] {
        page = submit_password(&mut browser, &page, weak).await;
        assert_eq!(page.id(), ASKS_PASSWORD, "{weak}");
    }
    submit_password(&mut browser, &page, NEW_PASSWORD).await;
    assert!(server.sign_in(NEW_PASSWORD).await.is_some());
    assert!(server.sign_in(OLD_PASSWORD).await.is_none());
    assert!(server.is_signed_in(&session).await, "a reset ends no session");

    let used = server.browser().open(&link).await;
    assert_ne!(used.id(), ASKS_PASSWORD, "a link works once");
}

/// The one that was not used remains good after a reset.
pub async fn two_recoveries_at_once_both_work(server: &mut Server) {
    server.new_realm(&[]).await;
    let mut browsers = [server.browser(), server.browser()];
    let mut links = Vec::new();
    for browser in &mut browsers {
        let mut app = server.app().await;
        let page = open_page(&mut app, browser).await;
        submit_address(browser, &page, ADA).await;
        links.push(server.mailed_link().await);
    }
    for (number, password) in [(1, "another walk along the quay"), (0, NEW_PASSWORD)] {
        let page = browsers[number].open(&links[number]).await;
        submit_password(&mut browsers[number], &page, password).await;
        assert!(server.sign_in(password).await.is_some(), "{password}");
    }
}

pub async fn expired_link_asks_for_no_password(server: &mut Server) {
    server.new_realm(&["expired"]).await;
    let mut app = server.app().await;
    let mut browser = server.browser();
    let page = open_page(&mut app, &mut browser).await;
    submit_address(&mut browser, &page, ADA).await;
    let link = server.mailed_link().await;
    let page = browser.open(&link).await;
    assert_ne!(page.id(), ASKS_PASSWORD);
    assert!(server.sign_in(OLD_PASSWORD).await.is_some());
}

pub async fn unknown_and_disabled_accounts_get_the_same_page(server: &mut Server) {
    server.new_realm(&[]).await;
    let mut pages = Vec::new();
    for address in [ADA, NOBODY, ADA] {
        if pages.len() == 2 {
            server.live.control("disable", json!({ "realm": server.realm })).await;
        }
        let mut app = server.app().await;
        let mut browser = server.browser();
        let page = open_page(&mut app, &mut browser).await;
        let response = submit_address(&mut browser, &page, address).await;
        pages.push((response.status, response.id().to_owned()));
    }
    assert!(pages.iter().all(|page| *page == pages[0]), "{pages:?}");
    server.mailed_link().await;
}

pub async fn self_check_finds_a_wrong_realm_or_client(server: &mut Server) {
    server.new_realm(&[]).await;
    let cases = [(&*server.realm, "app", true), ("other", "app", false), (&*server.realm, "other", false)];
    for (realm, client, is_right) in cases {
        let service = service(&configuration(&server.live, realm, client));
        let results = run(&service).await.unwrap();
        let is_ok = results.iter().all(|result| result.outcome.is_passed());
        assert_eq!(is_ok, is_right, "{realm}, {client}: {results:?}");
    }
}
