//! Content and language of the mails.

#![allow(clippy::unwrap_used)]

#[path = "support/pages.rs"]
mod pages;
mod support;

use pages::{Page, REQUEST_PAGE};
use support::mailbox::Mail;
use support::{ADA, NEW_PASSWORD, TestServer, challenge};

/// Requests a mail with this `Accept-Language`.
async fn request_mail_in(server: &TestServer, languages: &str) -> Mail {
    server.clock.advance(60);
    let challenge = challenge();
    let form = [("email", ADA), ("code_challenge", challenge.as_str()), ("code_challenge_method", "S256")];
    let request = server.client.post(server.url("/account/recovery")).form(&form);
    assert_eq!(request.header("Accept-Language", languages).send().await.unwrap().status(), 200);
    server.running.mail_delivered().await.unwrap();
    server.mailbox.newest()
}

#[tokio::test]
async fn recovery_mail_is_complete_in_every_language() {
    // The test sends more mails to one address than the limit allows.
    let server = TestServer::start_with(|config| config.limits.resend_after = 0).await;
    let mut subjects = std::collections::BTreeSet::new();
    for tag in pages::LANGUAGE_TAGS {
        let mail = request_mail_in(&server, tag).await;
        let right_to_left = matches!(tag, "he" | "ar");
        let direction = if right_to_left { "rtl" } else { "ltr" };
        assert!(mail.html.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\">")), "{}", mail.html);
        let (link, code) = (mail.link(), mail.code().unwrap());
        for part in [&mail.text, &mail.html] {
            let part = part.replace("&#38;", "&");
            assert!(part.contains(link.as_str()) && part.contains(&format!("{} {}", &code[..4], &code[4..])));
            for needed in ["60", "10", "Latchkey", "help@latchkey.example"] {
                assert!(part.contains(needed), "{tag}: {needed} in {part}");
            }
            assert!(right_to_left || !part.contains('\u{2068}'), "{tag}: {part}");
        }
        assert!(mail.html.contains("background:#0b5c55;color:#ffffff"), "the accent color of the app");
        assert!(mail.subject.contains("Latchkey"), "{}", mail.subject);
        subjects.insert(mail.subject);
    }
    assert_eq!(subjects.len(), pages::LANGUAGE_TAGS.len(), "each language has its own texts");
    let english = request_mail_in(&server, "tlh").await;
    assert!(english.text.contains("Choose a new password for your Latchkey account."), "{}", english.text);
    assert!(english.text.contains("no one can change it without this email"));
    assert!(english.text.contains("Open the link on the device where you asked for this email."));
    assert!(english.text.contains("Never share it"));
}

#[tokio::test]
async fn extensions_of_language_tags_are_ignored() {
    let server = TestServer::start_with(|config| config.limits.resend_after = 0).await;
    for (tag, language) in
        [("de-DE-u-fw-mon-mu-celsius", "de"), ("ar-EG-u-nu-latn", "ar"), ("fr-CA-x-private", "fr")]
    {
        let mail = request_mail_in(&server, &format!("{tag}, en;q=0.9")).await;
        assert!(mail.html.contains(&format!("<html lang=\"{language}\"")), "{tag}: {}", mail.html);
        let page = Page::get_in(&server, REQUEST_PAGE, tag).await;
        assert_eq!(page.header("content-language"), language, "{tag}");
        let page = Page::get(&server, &format!("{REQUEST_PAGE}?lang={tag}")).await;
        assert_eq!(page.header("content-language"), language, "{tag}");
    }
}

#[tokio::test]
async fn mail_requested_on_the_page_has_its_language_and_no_code() {
    let server = TestServer::start().await;
    let response = Page::post(&server, &format!("{REQUEST_PAGE}?lang=de"), &[("email", ADA)]).await;
    assert_eq!(response.status, 200);
    server.running.mail_delivered().await.unwrap();
    let mail = server.mailbox.newest();
    assert_eq!(mail.subject, "Neues Passwort für Latchkey festlegen");
    assert!(mail.code().is_none() && !mail.text.contains("Gerät"), "{}", mail.text);
}

#[tokio::test]
async fn change_notice_is_also_in_english() {
    // END-2
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    let form = [("token", token.as_str()), ("new_password", NEW_PASSWORD)];
    let request = server.client.post(server.url("/account/reset-password")).form(&form);
    assert_eq!(request.header("Accept-Language", "ja").send().await.unwrap().status(), 200);
    server.running.mail_delivered().await.unwrap();
    let notice = server.mailbox.newest();
    assert_eq!(notice.subject, "Latchkey のパスワードが変更されました");
    for part in [&notice.text, &notice.html] {
        for said in
            ["2026-11-23 12:34 UTC", "アカウントをロックする", "Lock account", "help@latchkey.example"]
        {
            assert!(part.contains(said), "{said} in {part}");
        }
    }
    assert!(notice.html.contains("<section lang=\"ja\"") && notice.html.contains("<section lang=\"en\""));
    server.post("/account/freeze", &[("token", &notice.token())]).await.assert_ok();
}
