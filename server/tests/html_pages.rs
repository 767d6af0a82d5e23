//! Recovery on the pages, in a browser without the app and without JavaScript.

#![allow(clippy::unwrap_used)]

#[path = "support/pages.rs"]
mod pages;
mod support;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use pages::{ORIGIN, Page, REQUEST_PAGE, RESET_PAGE, open_link, start, with_web_links};
use sha2::{Digest as _, Sha256};
use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer, UNKNOWN, VERIFIER};

#[tokio::test]
async fn password_is_set_with_a_plain_form_and_old_credentials_end() {
    // TOK-6, END-1, END-4
    let server = start().await;
    let session = server.sign_in(OLD_PASSWORD).await.body["session"].as_str().unwrap().to_owned();
    let token = server.mailed_token().await;
    let page = open_link(&server, &token).await;
    assert_eq!((page.status, page.title()), (200, "Choose a new password"));

    let weak = page.submit_password(&server, "passwordpassword").await;
    assert_eq!(weak.status, 422);
    assert!(weak.html.contains("Too easy to guess") && !weak.html.contains("passwordpassword"));
    let short = weak.submit_password(&server, "latchkey").await;
    assert!(short.html.contains("at least \u{2068}15\u{2069} characters"), "{}", short.html);
    assert!(short.html.contains("the name of this service"));
    let differing = [("new_password", NEW_PASSWORD), ("repeat_password", OLD_PASSWORD)];
    let differ = short.submit(&server, &differing).await;
    assert_eq!(differ.status, 422);
    assert!(differ.html.contains("Passwords don’t match") && !differ.html.contains(NEW_PASSWORD));
    server.sign_in(OLD_PASSWORD).await.assert_ok();

    let done = differ.submit_password(&server, NEW_PASSWORD).await;
    assert_eq!((done.status, done.title()), (200, "Password changed"));
    assert!(!done.html.contains(&token) && !done.html.contains(NEW_PASSWORD));
    let twice = differ.submit_password(&server, NEW_PASSWORD).await;
    assert_eq!(twice.title(), "Password changed", "the form was submitted twice");
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    assert_eq!(server.session_status(&session).await, 401);

    let used = open_link(&server, &token).await.submit_password(&server, "yet another long phrase").await;
    assert_eq!((used.status, used.title()), (410, "This link was already used"));
    assert!(!used.html.contains(&token));
}

#[tokio::test]
async fn password_repeated_in_decomposed_form_matches() {
    // PWD-4
    let server = start().await;
    let page = open_link(&server, &server.mailed_token().await).await;
    let fields = [
        ("new_password", "vier nasse M\u{fc}tzen am Kai"),
        ("repeat_password", "vier nasse Mu\u{308}tzen am Kai"),
    ];
    let done = page.submit(&server, &fields).await;
    assert_eq!((done.status, done.title()), (200, "Password changed"));
}

#[tokio::test]
async fn opening_the_page_changes_nothing() {
    // TOK-12
    let server = start().await;
    let token = server.mailed_token().await;
    let url = server.url(&format!("{RESET_PAGE}?token={token}&new_password=thrown%20at%20the%20page"));
    for _ in 0..10 {
        assert_eq!(server.client.get(&url).send().await.unwrap().status(), 200);
    }
    let head = server.client.head(&url).send().await.unwrap();
    assert_eq!(head.status(), 200);
    assert_eq!(head.text().await.unwrap(), "");
    assert_eq!(open_link(&server, &token).await.submit_password(&server, NEW_PASSWORD).await.status, 200);
}

#[tokio::test]
async fn pages_load_nothing_and_run_one_script() {
    // TOK-9, TOK-11
    let server = start().await;
    let token = server.mailed_token().await;
    let all = [
        Page::get(&server, RESET_PAGE).await,
        open_link(&server, &token).await.submit_password(&server, "weak").await,
        Page::post(&server, RESET_PAGE, &[("token", "nonsense")]).await,
        Page::get(&server, REQUEST_PAGE).await,
        Page::post(&server, REQUEST_PAGE, &[("email", ADA)]).await,
        Page::get(&server, "/not-me").await,
        Page::post_with(&server, "/not-me", &[], &[("origin", "https://evil.example")]).await,
    ];
    for page in all {
        let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
        let policy = format!(
            "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; form-action 'self'; \
             frame-ancestors 'none'; base-uri 'none'",
            hash(page.between("<script>", "</script>")),
            hash(page.between("<style>", "</style>"))
        );
        assert_eq!(page.header("content-security-policy"), policy);
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert_eq!(page.header("cache-control"), "no-store");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(page.html.matches("<script").count(), 1);
        for loading in [" src=", "@import", "url(", "<link", " style=", " onclick", " onload"] {
            assert!(!page.html.contains(loading), "{loading}");
        }
    }
}

#[tokio::test]
async fn token_is_only_in_responses_to_requests_that_contain_it() {
    // TOK-9, REQ-5
    let server = start().await;
    server.request_bound_recovery(ADA).await;
    let mail = server.mailbox.newest();
    let (token, code) = (mail.token(), mail.code().unwrap());
    let link = mail.link();
    assert!(link.as_str().starts_with(&format!("{ORIGIN}{RESET_PAGE}#token=")), "{link}");
    assert_eq!(mail.parameter("code"), code, "the page displays the code");
    let query = format!("{RESET_PAGE}?token={token}");
    for page in [Page::get(&server, &query).await, Page::post(&server, RESET_PAGE, &[]).await] {
        assert!(!page.html.contains(&token) && !page.html.contains(&code));
    }
    // Text that is not the shape of a token is not echoed.
    let hostile = [("token", "\"><script>alert(1)</script>"), ("flow", "\"xyzzy")];
    let hostile = Page::post(&server, RESET_PAGE, &hostile).await;
    assert!(!hostile.html.contains("alert(1)") && !hostile.html.contains("\"xyzzy") && hostile.status == 422);
}

#[tokio::test]
async fn page_offers_the_app_the_stores_and_a_form() {
    // A11Y-3, A11Y-4, A11Y-5
    let server = start().await;
    let token = server.mailed_token().await;
    let page = open_link(&server, &token).await;
    assert_eq!(page.html.matches("autocomplete=\"new-password\"").count(), 2);
    assert!(
        page.html.contains("At least \u{2068}15\u{2069} characters."),
        "the policy is shown before typing"
    );
    assert!(page.html.contains("data-base=\"latchkey://reset-password?\""));
    assert!(page.html.contains("https://shop.example/app") && page.html.contains("The &#60;Shop&#62;"));
    let weak = page.submit_password(&server, "passwordpassword").await;
    // One wrong field gets the focus; of several, a summary.
    assert!(
        weak.html.contains("aria-describedby=\"policy new-password-error\" aria-invalid=\"true\" autofocus")
    );
    assert!(weak.html.matches(" autofocus").count() == 1 && !weak.html.contains("id=\"error-summary\""));
    let empty = Page::post(&server, RESET_PAGE, &[]).await;
    assert!(empty.html.contains("id=\"error-summary\" role=\"alert\" tabindex=\"-1\" autofocus"));
    assert!(empty.html.contains("<a href=\"#token\">") && empty.html.contains("<a href=\"#new-password\">"));
    assert_eq!(empty.html.matches(" autofocus").count(), 1);
    let request_page = Page::get(&server, REQUEST_PAGE).await;
    assert!(
        request_page.html.contains("type=\"email\"")
            && request_page.html.contains("autocomplete=\"username\"")
    );
}

/// A browser rejects `Ada Lovelace <ada@example.org>` in a field of type `email`. The server parses it.
#[tokio::test]
async fn browsers_do_not_validate_the_forms() {
    let server = start().await;
    server.request_bound_recovery(ADA).await;
    let token = server.mailbox.newest().token();
    for page in [
        Page::get(&server, REQUEST_PAGE).await,
        Page::post(&server, REQUEST_PAGE, &[("email", "ada")]).await,
        Page::get(&server, RESET_PAGE).await,
        Page::get(&server, "/not-me").await,
        // These pages offer another email.
        open_link(&server, &token).await.submit_password(&server, NEW_PASSWORD).await,
        open_link(&server, &token[1..]).await.submit_password(&server, NEW_PASSWORD).await,
    ] {
        let forms: Vec<&str> = page.html.split("<form").skip(1).collect();
        assert!(!forms.is_empty(), "{}", page.html);
        for form in forms {
            let (attributes, _) = form.split_once('>').unwrap();
            assert!(attributes.ends_with(" novalidate"), "{attributes}");
        }
    }
}

#[tokio::test]
async fn pasted_link_sets_the_password_without_javascript() {
    // A11Y-1
    let server = start().await;
    server.request_recovery(ADA).await;
    let page = Page::get(&server, RESET_PAGE).await;
    assert!(page.inputs().contains_key("token") && page.html.contains("Link from the email"));
    let missing = page.submit_password(&server, NEW_PASSWORD).await;
    assert_eq!(missing.status, 422);
    assert!(missing.html.contains("<span>Paste the whole link from the email.</span>"));
    let link = server.mailbox.newest().link();
    let fields =
        |password| [("token", link.as_str()), ("new_password", password), ("repeat_password", password)];
    let weak = missing.submit(&server, &fields("passwordpassword")).await;
    assert!(weak.status == 422 && weak.html.contains("Too easy to guess"), "{}", weak.html);
    assert!(weak.inputs()["token"] == server.mailbox.newest().token(), "the form keeps the link");
    assert_eq!(weak.submit_password(&server, NEW_PASSWORD).await.title(), "Password changed");
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    let response = missing.submit(&server, &fields("yet another long phrase")).await;
    assert_eq!((response.status, response.title()), (410, "This link was already used"));
}

#[tokio::test]
async fn pages_have_all_languages() {
    let server = start().await;
    let mut titles = std::collections::BTreeSet::new();
    let tags = pages::language_tags();
    for tag in tags.iter().map(String::as_str) {
        let direction = pages::direction(tag);
        let reset_page = Page::get_in(&server, RESET_PAGE, tag).await;
        let policy = reset_page.between("id=\"policy\">", "</p>");
        assert!(pages::has_number(policy, &pages::number_in(tag, 15)), "{tag}: {policy}");
        for path in [RESET_PAGE, REQUEST_PAGE, "/not-me"] {
            let page = Page::get_in(&server, path, tag).await;
            let root = format!("<html lang=\"{tag}\" dir=\"{direction}\">");
            assert!(page.html.contains(&root), "{tag} {path}");
            assert_eq!(page.header("content-language"), tag);
            assert_eq!(page.header("vary"), "Accept-Language");
            titles.insert(page.title().to_owned());
            let switched = Page::get_in(&server, &format!("{path}?lang={tag}"), "en").await;
            assert_eq!(switched.title(), page.title());
            let response = switched.submit(&server, &[]).await;
            assert!(response.html.contains(&root), "the response to a form keeps its language");
            // A missing text would leave an empty element.
            for html in [page.html, response.html] {
                let html = html.replace("id=\"code\" dir=\"ltr\"></p>", "");
                for empty in [
                    "<p></p>",
                    "\"></p>",
                    "\"></label>",
                    "\"></h1>",
                    "autofocus></h1>",
                    "<h2></h2>",
                    "\"></h2>",
                    "\"></button>",
                    "<li></li>",
                    "\"></a>",
                    "> </label>",
                ] {
                    assert!(!html.contains(empty), "{tag} {path} {empty}");
                }
            }
        }
    }
    assert_eq!(titles.len(), 3 * tags.len(), "each language has its own texts");
    assert_eq!(
        Page::get_in(&server, RESET_PAGE, "xx, fr;q=0.3, de;q=0.7").await.header("content-language"),
        "de"
    );
}

#[tokio::test]
async fn bound_link_is_explained_and_another_mail_can_be_requested() {
    // PLT-5
    let server = start().await;
    server.request_bound_recovery(ADA).await;
    let token = server.mailbox.newest().token();
    let rejected = open_link(&server, &token).await.submit_password(&server, NEW_PASSWORD).await;
    assert_eq!((rejected.status, rejected.title()), (403, "Open this link on your other device"));
    assert!(rejected.html.contains(&format!("href=\"latchkey://reset-password?token={token}")));

    server.clock.advance(60);
    let response = rejected.submit(&server, &[("email", ADA)]).await;
    assert_eq!((response.status, response.title()), (200, "Check your email"));
    server.mail_delivered().await;
    let fresh = server.mailbox.newest();
    assert!(fresh.code().is_none(), "a page keeps no verifier");
    let done = open_link(&server, &fresh.token()).await.submit_password(&server, NEW_PASSWORD).await;
    assert_eq!(done.title(), "Password changed");
    server
        .check(&[("token", &token), ("code_verifier", VERIFIER)])
        .await
        .assert_problem(410, "token_superseded");
    let superseded =
        open_link(&server, &token).await.submit_password(&server, "yet another long phrase").await;
    assert_eq!(superseded.title(), "There’s a newer email");
}

#[tokio::test]
async fn request_page_does_not_reveal_accounts() {
    // REQ-1, REQ-3
    let server = start().await;
    let page = Page::get(&server, REQUEST_PAGE).await;
    let request = async |email: &str| {
        let response = page.submit(&server, &[("email", email)]).await;
        (response.status, response.header("retry-after").to_owned(), response.html.replace(email, "SOMEBODY"))
    };
    let known = request(ADA).await;
    assert_eq!(known, request(UNKNOWN).await);
    assert!(
        known.2.contains("If an account exists for <bdi class=\"card-address\">SOMEBODY</bdi>"),
        "{}",
        known.2
    );
    // Repeated requests get the same response, whether or not an email is sent.
    assert_eq!(known, request(ADA).await);
    assert_eq!(known, request(UNKNOWN).await);
    let wrong = page.submit(&server, &[("email", "ada")]).await;
    assert_eq!(wrong.status, 400);
    assert!(
        wrong.html.contains("aria-describedby=\"email-error\" aria-invalid=\"true\" autofocus")
            && wrong.html.contains("<span>Enter it like name@example.com.</span>")
    );
    server.mail_delivered().await;
    assert_eq!(server.mailbox.files().len(), 1);
}

#[tokio::test]
async fn superseded_freeze_link_is_explained() {
    let server = start().await;
    let token = server.mailed_token().await;
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    let old = server.freeze_token().await;
    let token = server.mailed_token_after(60).await;
    server.reset(&[("token", &token)], "yet another long phrase").await.assert_ok();

    let page = Page::get(&server, "/not-me").await;
    let ended = page.submit(&server, &[("token", &old)]).await;
    assert_eq!((ended.status, ended.title()), (410, "This link no longer locks your account"));
    assert!(ended.html.contains("use the link in the newest email about a change"), "{}", ended.html);
    assert!(ended.inputs().contains_key("email"), "the page has the request form");
    let german = Page::get_in(&server, "/not-me", "de").await.submit(&server, &[("token", &old)]).await;
    assert_eq!(german.title(), "Dieser Link sperrt Ihr Konto nicht mehr");
    server.sign_in("yet another long phrase").await.assert_ok();
}

#[tokio::test]
async fn freeze_page_asks_before_it_freezes() {
    // END-2, TOK-12
    let server = start().await;
    let token = server.mailed_token().await;
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    server.mail_delivered().await;
    let link = server.mailbox.newest().link();
    assert_eq!(link.as_str().split('#').next().unwrap(), format!("{ORIGIN}/not-me"));
    assert_eq!(Page::get_in(&server, "/not-me", "de").await.title(), "Konto sperren?");
    server.client.head(server.url(&format!("/not-me?{}", link.fragment().unwrap()))).send().await.unwrap();
    server.sign_in(NEW_PASSWORD).await.assert_ok();

    let page = Page::get(&server, "/not-me").await;
    let cut = page.submit(&server, &[("token", "https://account.example.org/not-me#token=x")]).await;
    assert_eq!(
        (cut.status, cut.title()),
        (422, "Lock your account?"),
        "a damaged link is rejected before the lookup"
    );
    let never_issued = format!("https://account.example.org/not-me#token={}", "x".repeat(43));
    let never_issued = page.submit(&server, &[("token", &never_issued)]).await;
    assert_eq!((never_issued.status, never_issued.title()), (400, "This link is incomplete"));
    let frozen = page.submit(&server, &[("token", link.as_str())]).await;
    assert_eq!((frozen.status, frozen.title()), (200, "Your account is locked"));
    server.sign_in(NEW_PASSWORD).await.assert_problem(403, "account_frozen");
    server.sign_in(OLD_PASSWORD).await.assert_problem(401, "credentials_invalid");
    assert!(frozen.inputs().contains_key("email"), "the page has the request form");

    server.clock.advance(8 * 24 * 60 * 60);
    let late = page.submit(&server, &[("token", link.as_str())]).await;
    assert_eq!(late.status, 410);
    assert!(late.html.contains("This link can’t lock your account anymore."));
}

#[tokio::test]
async fn pages_have_the_accent_logo_and_links_of_the_brand() {
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><circle r=\"1\"/></svg>";
    let server = TestServer::start_with(|config| {
        with_web_links(config);
        let brand = &mut config.product.brand;
        brand.accent = latchkey_server::Colour::parse("#1b3f8f");
        brand.logo = Some(logo.to_owned());
        brand.privacy = Some("https://latchkey.example/privacy".parse().unwrap());
        brand.terms = Some("https://latchkey.example/terms".parse().unwrap());
    })
    .await;
    let page = Page::get(&server, REQUEST_PAGE).await;
    assert!(page.html.contains("--accent: #1b3f8f; --accent-strong: #153170;"));
    let logo = format!("<img src=\"data:image/svg+xml;base64,{}\" alt=\"\">", STANDARD.encode(logo));
    assert!(page.html.contains(&logo));
    let policy = page.header("content-security-policy");
    assert!(policy.ends_with("; base-uri 'none'; img-src data:"), "{policy}");
    let style = STANDARD.encode(Sha256::digest(page.between("<style>", "</style>")));
    assert!(policy.contains(&format!("style-src 'sha256-{style}'")), "the brand's style is allowed");
    for link in
        ["mailto:help@latchkey.example", "https://latchkey.example/privacy", "https://latchkey.example/terms"]
    {
        assert!(page.html.contains(&format!("<a href=\"{link}\" rel=\"noreferrer\">")), "{link}");
    }
}
