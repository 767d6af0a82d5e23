//! What the pages reject and require.

#![allow(clippy::unwrap_used)]

#[path = "support/pages.rs"]
mod pages;
mod support;

use latchkey_server::Binding;
use pages::{ORIGIN, Page, REQUEST_PAGE, RESET_PAGE, open_link, start, with_web_links};
use support::second_factor::{spellings, start_with_second_factor};
use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer};

#[tokio::test]
async fn cross_site_forms_are_rejected() {
    let server = start().await;
    let token = server.mailed_token().await;
    let form = [("token", token.as_str()), ("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    for headers in [
        [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        [("sec-fetch-site", "same-site"), ("origin", ORIGIN)],
        [("accept", "*/*"), ("origin", "https://evil.example")],
        [("accept", "*/*"), ("origin", "null")],
    ] {
        let page = Page::post_with(&server, RESET_PAGE, &form, &headers).await;
        assert_eq!(page.status, 403);
        assert!(page.html.contains("This came from another website") && !page.html.contains(&token));
        assert_eq!(Page::post_with(&server, REQUEST_PAGE, &[("email", ADA)], &headers).await.status, 403);
        assert_eq!(Page::post_with(&server, "/not-me", &[("token", "t")], &headers).await.status, 403);
    }
    server.sign_in(OLD_PASSWORD).await.assert_ok();
    // The same holds if mailed links open the app.
    let app = TestServer::start().await;
    let null_origin = [("origin", "null")];
    assert_eq!(Page::post_with(&app, REQUEST_PAGE, &[("email", ADA)], &null_origin).await.status, 403);
    // The headers of this server's own page, which sends no referrer.
    let same_origin = [("sec-fetch-site", "same-origin"), ("origin", "null")];
    assert_eq!(Page::post_with(&server, RESET_PAGE, &form, &same_origin).await.title(), "Password changed");
}

#[tokio::test]
async fn expired_and_unknown_links_have_different_pages() {
    // TOK-5
    let server = start().await;
    let token = server.mailed_token().await;
    server.clock.advance(latchkey_server::LINK_LIFETIME);
    let expired = open_link(&server, &token).await.submit_password(&server, NEW_PASSWORD).await;
    assert_eq!((expired.status, expired.title()), (410, "This link has expired"));
    assert!(!expired.html.contains(&token));
    let damaged = open_link(&server, &token[1..]).await.submit_password(&server, NEW_PASSWORD).await;
    assert_eq!((damaged.status, damaged.title()), (400, "This link is incomplete"));
}

#[tokio::test]
async fn rate_limit_and_malformed_forms_are_answered_with_a_page() {
    // REQ-3, REQ-6
    let server = TestServer::start_with(|config| {
        with_web_links(config);
        config.limits.client_requests = 2;
    })
    .await;
    let body = "new_password=%FF";
    let unreadable = server.client.post(server.url(RESET_PAGE)).body(body);
    let unreadable = unreadable.header("content-type", "application/x-www-form-urlencoded");
    let unreadable = unreadable.send().await.unwrap();
    assert_eq!(unreadable.status(), 400);
    assert!(unreadable.text().await.unwrap().contains("We couldn’t read that."));
    Page::post(&server, RESET_PAGE, &[]).await;
    let limited = Page::post(&server, &format!("{RESET_PAGE}?lang=de"), &[]).await;
    assert_eq!(limited.status, 429);
    let seconds: u64 = limited.header("retry-after").parse().unwrap();
    assert!((1..=600).contains(&seconds));
    assert!(limited.html.contains("Zu viele Versuche."));
    assert_eq!(Page::get(&server, RESET_PAGE).await.status, 200, "opening a page is not limited");
}

#[tokio::test]
async fn second_factor_is_required_before_anything_is_redeemed() {
    // END-5, A11Y-3
    let (server, totp) = start_with_second_factor(with_web_links).await;
    let code = totp.generate(1_795_437_240).to_string();

    let token = server.mailed_token().await;
    let response = open_link(&server, &token).await.submit_password(&server, NEW_PASSWORD).await;
    assert_eq!(response.status, 403);
    assert!(response.html.contains("autocomplete=\"one-time-code\""));
    let typed =
        |password, code| [("new_password", password), ("repeat_password", password), ("second_factor", code)];
    let other = support::other_code(&code);
    let wrong = response.submit(&server, &typed(NEW_PASSWORD, &other)).await;
    assert_eq!(wrong.status, 400);
    assert!(wrong.html.contains("That code isn’t right."));
    let weak = wrong.submit(&server, &typed("passwordpassword", &code)).await;
    assert!(weak.inputs().contains_key("second_factor"), "the field is still shown");
    assert_eq!(weak.submit(&server, &typed(NEW_PASSWORD, &code)).await.title(), "Password changed");
}

#[tokio::test]
async fn second_factor_is_accepted_in_digits_of_other_scripts_and_with_a_label() {
    let (server, totp) = start_with_second_factor(|config| {
        with_web_links(config);
        config.limits.resend_after = 0;
    })
    .await;
    for form in 0..spellings("000000").len() {
        // Each code works once.
        let time = support::START.plus(30 * u32::try_from(form).unwrap());
        server.clock.set(time);
        let code = totp.generate(time.0.try_into().unwrap()).to_string();
        let token = server.mailed_token().await;
        let password = format!("umbrella {form} in the rain");
        let page = open_link(&server, &token).await.submit_password(&server, &password).await;
        let typed = &spellings(&code)[form];
        let fields = [("new_password", &*password), ("repeat_password", &password), ("second_factor", typed)];
        assert_eq!(page.submit(&server, &fields).await.title(), "Password changed", "{typed}");
    }
}

#[tokio::test]
async fn with_binding_required_the_page_refers_to_the_app() {
    let server = TestServer::start_with(|config| {
        with_web_links(config);
        config.binding = Binding::Require;
    })
    .await;
    let page = Page::get(&server, REQUEST_PAGE).await;
    assert!(page.html.contains("ask for a new link in the app") && !page.html.contains("<form"));
    let rejected = Page::post(&server, REQUEST_PAGE, &[("email", ADA)]).await;
    assert_eq!(rejected.status, 400);
    assert!(rejected.html.contains("ask for a new link in the app"));
    server.mail_delivered().await;
    assert!(server.mailbox.files().is_empty());
}

#[tokio::test]
async fn password_managers_are_redirected_to_the_request_page() {
    // PLT-11
    let server = start().await;
    let page = Page::get(&server, "/.well-known/change-password").await;
    assert_eq!(page.title(), "Forgot your password?");
    let mut wrong = support::config_in(&server.folder).await;
    wrong.link_base = "https://example.org/account/reset-password".parse().unwrap();
    assert!(wrong.check().unwrap_err().to_string().contains("its own"));
}
