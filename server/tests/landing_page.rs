//! The pages behind mailed links: the story of a forgotten password in a browser without the app and without script.

#![allow(clippy::unwrap_used)]

#[path = "support/pages.rs"]
mod pages;
mod support;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use pages::{ASK, ORIGIN, PAGE, Page, TAGS, open, start};
use sha2::{Digest as _, Sha256};
use support::{ADA, NEW_PASSWORD, NOBODY, OLD_PASSWORD, VERIFIER};

#[tokio::test]
async fn a_password_is_set_with_a_plain_form_and_everything_old_is_dead() {
    // TOK-6, END-1, END-4
    let server = start().await;
    let session = server.sign_in(OLD_PASSWORD).await.body["session"].as_str().unwrap().to_owned();
    let token = server.token_for_ada().await;
    let page = open(&server, &token).await;
    assert_eq!((page.status, page.title()), (200, "Choose a new password"));

    let weak = page.set(&server, "passwordpassword").await;
    assert_eq!(weak.status, 422);
    assert!(weak.html.contains("Too easy to guess") && !weak.html.contains("passwordpassword"));
    let short = weak.set(&server, "latchkey").await;
    assert!(short.html.contains("at least \u{2068}15\u{2069} characters"), "{}", short.html);
    assert!(short.html.contains("the name of this service"));
    let differing = [("new_password", NEW_PASSWORD), ("repeat_password", OLD_PASSWORD)];
    let differ = short.submit(&server, &differing).await;
    assert_eq!(differ.status, 422);
    assert!(differ.html.contains("The two passwords differ") && !differ.html.contains(NEW_PASSWORD));
    server.sign_in(OLD_PASSWORD).await.assert_ok();

    let done = differ.set(&server, NEW_PASSWORD).await;
    assert_eq!((done.status, done.title()), (200, "Your password is changed"));
    assert!(!done.html.contains(&token) && !done.html.contains(NEW_PASSWORD));
    let twice = differ.set(&server, NEW_PASSWORD).await;
    assert_eq!(twice.title(), "Your password is changed", "the button was pressed twice");
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    assert_eq!(server.session_status(&session).await, 401);

    let used = open(&server, &token).await.set(&server, "yet another long phrase").await;
    assert_eq!((used.status, used.title()), (410, "This link was already used"));
    assert!(!used.html.contains(&token));
}

#[tokio::test]
async fn a_password_repeated_in_decomposed_form_is_the_same() {
    // PWD-4
    let server = start().await;
    let page = open(&server, &server.token_for_ada().await).await;
    let typed = [
        ("new_password", "vier nasse M\u{fc}tzen am Kai"),
        ("repeat_password", "vier nasse Mu\u{308}tzen am Kai"),
    ];
    let done = page.submit(&server, &typed).await;
    assert_eq!((done.status, done.title()), (200, "Your password is changed"));
}

#[tokio::test]
async fn looking_at_the_page_changes_nothing() {
    // TOK-12
    let server = start().await;
    let token = server.token_for_ada().await;
    let url = server.url(&format!("{PAGE}?token={token}&new_password=thrown%20at%20the%20page"));
    for _ in 0..10 {
        assert_eq!(server.client.get(&url).send().await.unwrap().status(), 200);
    }
    let head = server.client.head(&url).send().await.unwrap();
    assert_eq!(head.status(), 200);
    assert_eq!(head.text().await.unwrap(), "");
    assert_eq!(open(&server, &token).await.set(&server, NEW_PASSWORD).await.status, 200);
}

#[tokio::test]
async fn the_page_loads_nothing_keeps_nothing_and_runs_one_script() {
    // TOK-9, TOK-11
    let server = start().await;
    let token = server.token_for_ada().await;
    let all = [
        Page::get(&server, PAGE).await,
        open(&server, &token).await.set(&server, "weak").await,
        Page::post(&server, PAGE, &[("token", "nonsense")]).await,
        Page::get(&server, ASK).await,
        Page::post(&server, ASK, &[("email", ADA)]).await,
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
async fn a_token_stands_only_in_answers_to_those_who_sent_it() {
    // TOK-9, REQ-5
    let server = start().await;
    server.ask_bound(ADA).await;
    let mail = server.mailbox.newest();
    let (token, code) = (mail.token(), mail.code().unwrap());
    let link = mail.link();
    assert!(link.as_str().starts_with(&format!("{ORIGIN}{PAGE}#token=")), "{link}");
    assert_eq!(mail.parameter("code"), code, "the page shows it in large type");
    let query = format!("{PAGE}?token={token}");
    for page in [Page::get(&server, &query).await, Page::post(&server, PAGE, &[]).await] {
        assert!(!page.html.contains(&token) && !page.html.contains(&code));
    }
    // What has not the shape of a token is not repeated.
    let hostile = [("token", "\"><script>alert(1)</script>"), ("flow", "\"xyzzy")];
    let hostile = Page::post(&server, PAGE, &hostile).await;
    assert!(!hostile.html.contains("alert(1)") && !hostile.html.contains("\"xyzzy") && hostile.status == 422);
}

#[tokio::test]
async fn the_page_offers_the_app_the_shops_and_a_form() {
    // A11Y-3, A11Y-4, A11Y-5
    let server = start().await;
    let token = server.token_for_ada().await;
    let page = open(&server, &token).await;
    assert_eq!(page.html.matches("autocomplete=\"new-password\"").count(), 2);
    assert!(page.html.contains("At least \u{2068}15\u{2069} characters."), "the policy, before typing");
    assert!(page.html.contains("data-base=\"latchkey://reset-password?\""));
    assert!(page.html.contains("https://shop.example/app") && page.html.contains("The &#60;Shop&#62;"));
    let weak = page.set(&server, "passwordpassword").await;
    assert!(weak.html.contains("role=\"alert\" tabindex=\"-1\" autofocus"));
    assert!(weak.html.contains("<a href=\"#new-password\">"));
    assert!(weak.html.contains("aria-describedby=\"policy new-password-slip\" aria-invalid=\"true\""));
    let ask = Page::get(&server, ASK).await;
    assert!(ask.html.contains("type=\"email\"") && ask.html.contains("autocomplete=\"username\""));
}

#[tokio::test]
async fn without_a_script_the_pasted_link_sets_the_password() {
    // A11Y-1
    let server = start().await;
    server.ask(ADA).await;
    let page = Page::get(&server, PAGE).await;
    assert!(page.inputs().contains_key("token") && page.html.contains("Link from the e\u{2011}mail"));
    let missing = page.set(&server, NEW_PASSWORD).await;
    assert_eq!(missing.status, 422);
    assert!(missing.html.contains("<a href=\"#token\">Paste the whole link from the e\u{2011}mail."));
    let link = server.mailbox.newest().link();
    let typed =
        |password| [("token", link.as_str()), ("new_password", password), ("repeat_password", password)];
    let weak = missing.submit(&server, &typed("passwordpassword")).await;
    assert!(weak.status == 422 && weak.html.contains("Too easy to guess"), "{}", weak.html);
    assert!(weak.inputs()["token"] == server.mailbox.newest().token(), "the link need not be pasted again");
    assert_eq!(weak.set(&server, NEW_PASSWORD).await.title(), "Your password is changed");
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    let again = missing.submit(&server, &typed("yet another long phrase")).await;
    assert_eq!((again.status, again.title()), (410, "This link was already used"));
}

#[tokio::test]
async fn the_page_speaks_the_apps_languages() {
    let server = start().await;
    let mut titles = std::collections::BTreeSet::new();
    for tag in TAGS {
        let direction = if matches!(tag, "he" | "ar") { "rtl" } else { "ltr" };
        for path in [PAGE, ASK, "/not-me"] {
            let page = Page::get_in(&server, path, tag).await;
            let root = format!("<html lang=\"{tag}\" dir=\"{direction}\">");
            assert!(page.html.contains(&root), "{tag} {path}");
            assert_eq!(page.header("content-language"), tag);
            assert_eq!(page.header("vary"), "Accept-Language");
            titles.insert(page.title().to_owned());
            let switched = Page::get_in(&server, &format!("{path}?lang={tag}"), "en").await;
            assert_eq!(switched.title(), page.title());
            let answer = switched.submit(&server, &[]).await;
            assert!(answer.html.contains(&root), "the answer to a form stays in its language");
            // A sentence that is missing would leave its element empty.
            for html in [page.html, answer.html] {
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
    assert_eq!(titles.len(), 3 * TAGS.len(), "no two languages say the same");
    assert_eq!(Page::get_in(&server, PAGE, "xx, fr;q=0.3, de;q=0.7").await.header("content-language"), "de");
}

#[tokio::test]
async fn a_link_asked_for_in_the_app_is_explained_and_another_can_be_asked_for_here() {
    // PLT-5
    let server = start().await;
    server.ask_bound(ADA).await;
    let token = server.mailbox.newest().token();
    let refused = open(&server, &token).await.set(&server, NEW_PASSWORD).await;
    assert_eq!((refused.status, refused.title()), (403, "This link belongs to another device"));
    assert!(refused.html.contains(&format!("href=\"latchkey://reset-password?token={token}")));

    server.clock.advance(60);
    let asked = refused.submit(&server, &[("email", ADA)]).await;
    assert_eq!((asked.status, asked.title()), (200, "Check your e\u{2011}mail"));
    server.running.mail_delivered().await.unwrap();
    let fresh = server.mailbox.newest();
    assert!(fresh.code().is_none(), "a page keeps no verifier");
    let done = open(&server, &fresh.token()).await.set(&server, NEW_PASSWORD).await;
    assert_eq!(done.title(), "Your password is changed");
    server
        .check(&[("token", &token), ("code_verifier", VERIFIER)])
        .await
        .assert_refused(410, "token_superseded");
    let superseded = open(&server, &token).await.set(&server, "yet another long phrase").await;
    assert_eq!(superseded.title(), "There is a newer e\u{2011}mail");
}

#[tokio::test]
async fn asking_from_the_page_tells_nothing_of_accounts() {
    // REQ-1, REQ-3
    let server = start().await;
    let page = Page::get(&server, ASK).await;
    let ask = async |email: &str| {
        let answer = page.submit(&server, &[("email", email)]).await;
        (answer.status, answer.header("retry-after").to_owned(), answer.html.replace(email, "SOMEBODY"))
    };
    let known = ask(ADA).await;
    assert_eq!(known, ask(NOBODY).await);
    assert!(known.2.contains("If there is an account for \u{2068}SOMEBODY\u{2069}"), "{}", known.2);
    // Asked again, the answer is the same, whether or not a mail goes out.
    assert_eq!(known, ask(ADA).await);
    assert_eq!(known, ask(NOBODY).await);
    let wrong = page.submit(&server, &[("email", "ada")]).await;
    assert_eq!(wrong.status, 400);
    assert!(wrong.html.contains("<a href=\"#email\">This does not look like an e\u{2011}mail address."));
    server.running.mail_delivered().await.unwrap();
    assert_eq!(server.mailbox.files().len(), 1);
}

#[tokio::test]
async fn a_link_to_freeze_that_a_later_recovery_ended_says_so() {
    let server = start().await;
    let token = server.token_for_ada().await;
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    let old = server.freeze_token().await;
    let token = server.token_for_ada_later(60).await;
    server.reset(&[("token", &token)], "yet another long phrase").await.assert_ok();

    let page = Page::get(&server, "/not-me").await;
    let ended = page.submit(&server, &[("token", &old)]).await;
    assert_eq!((ended.status, ended.title()), (410, "This link no longer locks the account"));
    assert!(ended.html.contains("use the link in the newest email about a change"), "{}", ended.html);
    assert!(ended.inputs().contains_key("email"), "a new password can be asked for at once");
    let german = Page::get_in(&server, "/not-me", "de").await.submit(&server, &[("token", &old)]).await;
    assert_eq!(german.title(), "Dieser Link sperrt das Konto nicht mehr");
    server.sign_in("yet another long phrase").await.assert_ok();
}

#[tokio::test]
async fn the_page_for_this_was_not_me_asks_before_it_freezes() {
    // END-2, TOK-12
    let server = start().await;
    let token = server.token_for_ada().await;
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    server.running.mail_delivered().await.unwrap();
    let link = server.mailbox.newest().link();
    assert_eq!(link.as_str().split('#').next().unwrap(), format!("{ORIGIN}/not-me"));
    assert_eq!(Page::get_in(&server, "/not-me", "de").await.title(), "Waren Sie das nicht?");
    server.client.head(server.url(&format!("/not-me?{}", link.fragment().unwrap()))).send().await.unwrap();
    server.sign_in(NEW_PASSWORD).await.assert_ok();

    let page = Page::get(&server, "/not-me").await;
    let cut = page.submit(&server, &[("token", "https://account.example.org/not-me#token=x")]).await;
    assert_eq!(
        (cut.status, cut.title()),
        (422, "Was it not you?"),
        "what is left of a link is not looked up"
    );
    let never_issued = format!("https://account.example.org/not-me#token={}", "x".repeat(43));
    let never_issued = page.submit(&server, &[("token", &never_issued)]).await;
    assert_eq!((never_issued.status, never_issued.title()), (400, "This link is damaged"));
    let frozen = page.submit(&server, &[("token", link.as_str())]).await;
    assert_eq!((frozen.status, frozen.title()), (200, "The account is locked"));
    server.sign_in(NEW_PASSWORD).await.assert_refused(403, "account_frozen");
    server.sign_in(OLD_PASSWORD).await.assert_refused(401, "credentials_invalid");
    assert!(frozen.inputs().contains_key("email"), "a new password can be asked for at once");

    server.clock.advance(8 * 24 * 60 * 60);
    let late = page.submit(&server, &[("token", link.as_str())]).await;
    assert_eq!(late.status, 410);
    assert!(late.html.contains("It can no longer lock the account."));
}
