//! What the pages refuse, and what they ask for besides.

#![allow(clippy::unwrap_used)]

#[path = "support/pages.rs"]
mod pages;
mod support;

use latchkey_server::Binding;
use pages::{ASK, ORIGIN, PAGE, Page, open, start, with_landing_page};
use support::second_factor::start_with_second_factor;
use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer};

#[tokio::test]
async fn forms_of_other_websites_are_refused_and_do_nothing() {
    let server = start().await;
    let token = server.token_for_ada().await;
    let form = [("token", token.as_str()), ("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    for headers in [
        [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        [("sec-fetch-site", "same-site"), ("origin", ORIGIN)],
        [("accept", "*/*"), ("origin", "https://evil.example")],
        [("accept", "*/*"), ("origin", "null")],
    ] {
        let page = Page::post_with(&server, PAGE, &form, &headers).await;
        assert_eq!(page.status, 403);
        assert!(page.html.contains("This was sent from another website") && !page.html.contains(&token));
        assert_eq!(Page::post_with(&server, ASK, &[("email", ADA)], &headers).await.status, 403);
        assert_eq!(Page::post_with(&server, "/not-me", &[("token", "t")], &headers).await.status, 403);
    }
    server.sign_in(OLD_PASSWORD).await.assert_ok();
    // Where links lead into the app alone, too.
    let app = TestServer::start().await;
    let nowhere = [("origin", "null")];
    assert_eq!(Page::post_with(&app, ASK, &[("email", ADA)], &nowhere).await.status, 403);
    // What a browser says of our own page, which sends no referrer.
    let own = [("sec-fetch-site", "same-origin"), ("origin", "null")];
    assert_eq!(Page::post_with(&server, PAGE, &form, &own).await.title(), "Your password is changed");
}

#[tokio::test]
async fn links_too_old_and_links_never_issued_are_told_apart() {
    // TOK-5
    let server = start().await;
    let token = server.token_for_ada().await;
    server.clock.advance(latchkey_server::LINK_LIFETIME);
    let expired = open(&server, &token).await.set(&server, NEW_PASSWORD).await;
    assert_eq!((expired.status, expired.title()), (410, "This link has expired"));
    assert!(!expired.html.contains(&token));
    let damaged = open(&server, &token[1..]).await.set(&server, NEW_PASSWORD).await;
    assert_eq!((damaged.status, damaged.title()), (400, "This link is damaged"));
}

#[tokio::test]
async fn too_many_forms_and_unreadable_ones_are_answered_with_a_page() {
    // REQ-3, REQ-6
    let server = TestServer::start_with(|config| {
        with_landing_page(config);
        config.limits.client_requests = 2;
    })
    .await;
    let body = "new_password=%FF";
    let unreadable = server.client.post(server.url(PAGE)).body(body);
    let unreadable = unreadable.header("content-type", "application/x-www-form-urlencoded");
    let unreadable = unreadable.send().await.unwrap();
    assert_eq!(unreadable.status(), 400);
    assert!(unreadable.text().await.unwrap().contains("What was sent cannot be read."));
    Page::post(&server, PAGE, &[]).await;
    let limited = Page::post(&server, &format!("{PAGE}?lang=de"), &[]).await;
    assert_eq!(limited.status, 429);
    let seconds: u64 = limited.header("retry-after").parse().unwrap();
    assert!((1..=600).contains(&seconds));
    assert!(limited.html.contains("Zu viele Versuche."));
    assert_eq!(Page::get(&server, PAGE).await.status, 200, "looking is free");
}

#[tokio::test]
async fn the_second_factor_is_asked_for_and_nothing_is_consumed_without_it() {
    // END-5, A11Y-3
    let (server, totp) = start_with_second_factor(with_landing_page).await;
    let code = totp.generate(1_795_437_240).to_string();

    let token = server.token_for_ada().await;
    let asked = open(&server, &token).await.set(&server, NEW_PASSWORD).await;
    assert_eq!(asked.status, 403);
    assert!(asked.html.contains("autocomplete=\"one-time-code\""));
    let typed =
        |password, code| [("new_password", password), ("repeat_password", password), ("second_factor", code)];
    let other = support::another(&code);
    let wrong = asked.submit(&server, &typed(NEW_PASSWORD, &other)).await;
    assert_eq!(wrong.status, 400);
    assert!(wrong.html.contains("This is not the code that counts now."));
    let weak = wrong.submit(&server, &typed("passwordpassword", &code)).await;
    assert!(weak.inputs().contains_key("second_factor"), "still asked for");
    assert_eq!(weak.submit(&server, &typed(NEW_PASSWORD, &code)).await.title(), "Your password is changed");
}

#[tokio::test]
async fn where_links_must_be_bound_a_page_sends_people_to_the_app() {
    let server = TestServer::start_with(|config| {
        with_landing_page(config);
        config.binding = Binding::Require;
    })
    .await;
    let page = Page::get(&server, ASK).await;
    assert!(page.html.contains("only be asked for in the app") && !page.html.contains("<form"));
    let refused = Page::post(&server, ASK, &[("email", ADA)]).await;
    assert_eq!(refused.status, 400);
    assert!(refused.html.contains("only be asked for in the app"));
    server.running.mail_delivered().await.unwrap();
    assert!(server.mailbox.files().is_empty());
}

#[tokio::test]
async fn password_managers_are_led_to_the_page_that_asks() {
    // PLT-11
    let server = start().await;
    let page = Page::get(&server, "/.well-known/change-password").await;
    assert_eq!(page.title(), "Forgot your password?");
    let mut wrong = support::config_in(&server.folder).await;
    wrong.link_base = "https://example.org/account/reset-password".parse().unwrap();
    assert!(wrong.check().unwrap_err().to_string().contains("its own"));
}
