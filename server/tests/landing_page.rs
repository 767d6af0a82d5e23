//! The pages behind mailed links, as a browser without a script sees them. (`scripts/api` is for the API.)

#![allow(clippy::unwrap_used)]

mod support;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use latchkey_server::AppStore;
use sha2::{Digest as _, Sha256};
use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer};

const PAGE: &str = "/reset-password";

async fn web_server() -> TestServer {
    TestServer::start_with(|config| {
        config.link_base = "https://account.example.org/reset-password".parse().unwrap();
        config.apps.open = Some("latchkey://reset-password".parse().unwrap());
        config.apps.stores =
            vec![AppStore { name: "The <Shop>".into(), url: "https://shop.example/app".parse().unwrap() }];
    })
    .await
}

async fn get(server: &TestServer, path: &str, languages: &str) -> (reqwest::header::HeaderMap, String) {
    let response =
        server.client.get(server.url(path)).header("Accept-Language", languages).send().await.unwrap();
    assert_eq!(response.status(), 200);
    (response.headers().clone(), response.text().await.unwrap())
}

async fn submit(server: &TestServer, path: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let response = server.client.post(server.url(path)).form(fields).send().await.unwrap();
    assert!(response.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
    (response.status().as_u16(), response.text().await.unwrap())
}

/// What stands between two marks.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap();
    rest.split_once(end).unwrap().0
}

#[tokio::test]
async fn the_page_loads_nothing_keeps_nothing_and_runs_one_script() {
    // TOK-11
    let server = web_server().await;
    for path in [PAGE, "/not-me"] {
        let (headers, html) = get(&server, path, "en").await;
        assert_eq!(headers["referrer-policy"], "no-referrer");
        assert_eq!(headers["cache-control"], "no-store");
        let policy = headers["content-security-policy"].to_str().unwrap();
        for (start, end) in [("<script>", "</script>"), ("<style>", "</style>")] {
            let hash = STANDARD.encode(Sha256::digest(between(&html, start, end)));
            assert!(policy.contains(&format!("'sha256-{hash}'")), "{policy}");
            assert_eq!(html.matches(start).count(), 1);
        }
        assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
        assert!(!html.contains("src=") && !html.contains("@import") && !html.contains("url("));
    }
}

#[tokio::test]
async fn the_page_offers_the_app_the_shops_and_a_form() {
    let server = web_server().await;
    let (_, html) = get(&server, PAGE, "en").await;
    assert!(html.contains("href=\"latchkey://reset-password\"") && html.contains("Open the app"));
    assert!(html.contains("https://shop.example/app") && html.contains("The &#60;Shop&#62;"));
    for part in
        ["autocomplete=\"new-password\"", "for=\"new_password\"", "for=\"link\"", "At least 15 characters"]
    {
        assert!(html.contains(part), "{part}");
    }
}

#[tokio::test]
async fn without_a_script_the_pasted_link_sets_the_password() {
    let server = web_server().await;
    server.ask(ADA).await;
    let link = server.mailbox.newest().link().to_string();
    let (status, html) =
        submit(&server, PAGE, &[("link", &link), ("new_password", "passwordpassword")]).await;
    assert_eq!(status, 422);
    assert!(html.contains("role=\"alert\"") && html.contains("too easy to guess"), "{html}");
    // The link need not be pasted again.
    let kept = between(&html, "name=\"token\" value=\"", "\"").to_owned();
    let (status, html) = submit(&server, PAGE, &[("token", &kept), ("new_password", NEW_PASSWORD)]).await;
    assert_eq!(status, 200);
    assert!(
        html.contains("Your password is changed") && !html.contains(&kept) && !html.contains(NEW_PASSWORD)
    );
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    let (status, html) = submit(&server, PAGE, &[("link", &link), ("new_password", NEW_PASSWORD)]).await;
    assert_eq!(status, 410);
    assert!(html.contains("already set") && !html.contains(&kept));
}

#[tokio::test]
async fn a_link_asked_for_in_the_app_is_explained_and_another_can_be_asked_for_here() {
    let server = web_server().await;
    server.ask_bound(ADA).await;
    let mail = server.mailbox.newest();
    assert_eq!(mail.parameter("code"), mail.code().unwrap(), "the page shows it in large type");
    let fields = [("link", mail.link().to_string()), ("new_password", NEW_PASSWORD.to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let (status, html) = submit(&server, PAGE, &fields).await;
    assert_eq!(status, 403);
    assert!(html.contains("on another device") && html.contains("action=\"/reset-password/ask\""), "{html}");
    server.clock.advance(60);
    let (status, known) = submit(&server, "/reset-password/ask", &[("email", ADA)]).await;
    let (_, unknown) = submit(&server, "/reset-password/ask", &[("email", "nobody@example.org")]).await;
    assert!(status == 200 && known.contains("on its way") && known == unknown);
    server.running.mail_delivered().await.unwrap();
    let link = server.mailbox.newest().link().to_string();
    assert_eq!(submit(&server, PAGE, &[("link", &link), ("new_password", NEW_PASSWORD)]).await.0, 200);
}

#[tokio::test]
async fn the_page_for_this_was_not_me_asks_before_it_freezes() {
    let server = web_server().await;
    server.ask(ADA).await;
    let token = server.mailbox.newest().token();
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    server.running.mail_delivered().await.unwrap();
    let link = server.mailbox.newest().link();
    assert_eq!(link.as_str().split('#').next().unwrap(), "https://account.example.org/not-me");
    let (_, html) = get(&server, "/not-me", "de").await;
    assert!(html.contains("Das war ich nicht") && html.contains("lang=\"de\""));
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    let (status, html) =
        submit(&server, "/not-me", &[("link", "https://account.example.org/not-me#token=x")]).await;
    assert!(status == 400 && html.contains("not one of ours"));
    let (status, html) = submit(&server, "/not-me", &[("link", link.as_str())]).await;
    assert!(status == 200 && html.contains("The account is locked"));
    server.sign_in(NEW_PASSWORD).await.assert_refused(403, "account_frozen");
    server.sign_in(OLD_PASSWORD).await.assert_refused(401, "credentials_invalid");
}

#[tokio::test]
async fn the_page_speaks_the_apps_languages() {
    let server = web_server().await;
    for language in [
        "en", "de", "fr", "es", "it", "pt-BR", "nl", "pl", "tr", "uk", "ja", "ko", "zh-Hans", "hi", "ar",
        "he",
    ] {
        let (headers, html) = get(&server, PAGE, language).await;
        assert!(html.contains(&format!("<html lang=\"{language}\"")), "{language}");
        assert_eq!(html.contains("dir=\"rtl\""), ["ar", "he"].contains(&language), "{language}");
        assert_eq!(headers["vary"], "Accept-Language");
    }
}
