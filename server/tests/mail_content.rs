//! Content and language of the emails.

#![allow(clippy::unwrap_used)]

#[path = "support/pages.rs"]
mod pages;
mod support;

use pages::{Page, REQUEST_PAGE};
use support::mailbox::Mail;
use support::{ADA, NEW_PASSWORD, TestServer, challenge};

/// Requests an email with this `Accept-Language`.
async fn request_mail_in(server: &TestServer, languages: &str) -> Mail {
    server.clock.advance(60);
    let challenge = challenge();
    let form = [("email", ADA), ("code_challenge", challenge.as_str()), ("code_challenge_method", "S256")];
    let request = server.client.post(server.url("/account/recovery")).form(&form);
    assert_eq!(request.header("Accept-Language", languages).send().await.unwrap().status(), 200);
    server.mail_delivered().await;
    server.mailbox.newest()
}

#[tokio::test]
async fn recovery_mail_is_complete_in_every_language() {
    // The test sends more emails to one address than the limit allows.
    let server = TestServer::start_with(|config| config.limits.resend_after = 0).await;
    let mut subjects = std::collections::BTreeSet::new();
    let tags = pages::language_tags();
    for tag in tags.iter().map(String::as_str) {
        let mail = request_mail_in(&server, tag).await;
        let direction = pages::direction(tag);
        assert!(mail.html.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\" ")), "{}", mail.html);
        let (link, code) = (mail.link(), mail.code().unwrap());
        let (_, after_link) = mail.text.split_once(link.as_str()).unwrap();
        let mut written = after_link.replace(&format!("{} {}", &code[..4], &code[4..]), "");
        written.retain(char::is_numeric);
        let digits = pages::number_in(tag, 1_234_567_890);
        assert!(written.chars().all(|digit| digits.contains(digit)), "{tag}: {written}");
        assert!(mail.html.replace("&#38;", "&").contains(&format!("href=\"{link}\"")), "{}", mail.html);
        for part in [mail.text, pages::text_of(&mail.html)] {
            let part = part.replace("&#38;", "&");
            let code = format!("{} {}", &code[..4], &code[4..]);
            for needed in [link.as_str(), &code, "Latchkey", "help@latchkey.example"] {
                assert!(part.contains(needed), "{tag}: {needed} in {part}");
            }
            // Numbers of the link and the code are not those of a sentence.
            let sentences = part.replace(link.as_str(), "").replace(&code, "");
            for minutes in [60, 10] {
                let minutes = pages::number_in(tag, minutes);
                assert!(pages::has_number(&sentences, &minutes), "{tag}: {minutes} in {sentences}");
            }
            assert!(direction == "rtl" || !part.contains('\u{2068}'), "{tag}: {part}");
        }
        assert!(mail.html.contains("bgcolor=\"#0b5c55\""), "the accent colour of the app");
        assert!(mail.html.contains(&format!(">{}</h1>", mail.subject)), "{}", mail.html);
        assert!(mail.subject.contains("Latchkey"), "{}", mail.subject);
        subjects.insert(mail.subject);
    }
    assert_eq!(subjects.len(), tags.len(), "each language has its own texts");
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
    server.mail_delivered().await;
    let mail = server.mailbox.newest();
    assert_eq!(mail.subject, "Passwort für Latchkey zurücksetzen");
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
    server.mail_delivered().await;
    let notice = server.mailbox.newest();
    assert_eq!(notice.subject, "Latchkeyのパスワードが変更されました");
    for part in [&notice.text, &notice.html] {
        for said in [
            "2026年11月23日月曜日 12:34 (UTC)",
            "Monday, November 23, 2026 at 12:34\u{202f}PM (UTC)",
            "アカウントをロックする",
            "Lock your account",
            "help@latchkey.example",
        ] {
            assert!(part.contains(said), "{said} in {part}");
        }
    }
    assert!(
        notice.html.contains(" lang=\"ja\" dir=\"ltr\" bgcolor")
            && notice.html.contains(" lang=\"en\" dir=\"ltr\" bgcolor")
    );
    server.post("/account/freeze", &[("token", &notice.token())]).await.assert_ok();
}

/// The values of `User-Agent` that tests send.
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const APP: &str = "latchkey/0.1.0 (Linux)";

#[tokio::test]
async fn mails_name_time_and_device_of_the_request() {
    let server = TestServer::start().await;
    let form = [("email", ADA)];
    let request = server.client.post(server.url("/account/recovery")).header("User-Agent", FIREFOX);
    assert_eq!(request.form(&form).send().await.unwrap().status(), 200);
    server.mail_delivered().await;
    let mail = server.mailbox.newest();
    let lines: Vec<&str> = mail.text.lines().collect();
    assert!(
        lines.contains(&"Requested: Monday, November 23, 2026 at 12:34\u{202f}PM (UTC)"),
        "{}",
        mail.text
    );
    assert!(lines.contains(&"Device: Firefox on Linux"), "{}", mail.text);
    assert!(mail.html.contains(">Firefox on Linux</td>"), "{}", mail.html);

    let form = [("token", mail.token()), ("new_password", NEW_PASSWORD.to_owned())];
    let request = server.client.post(server.url("/account/reset-password")).header("User-Agent", APP);
    assert_eq!(request.header("Accept-Language", "de").form(&form).send().await.unwrap().status(), 200);
    server.mail_delivered().await;
    let notice = server.mailbox.newest();
    assert!(notice.text.contains("Gerät: Latchkey unter Linux"), "{}", notice.text);
    assert!(notice.text.contains("Device: Latchkey on Linux"), "{}", notice.text);
    assert!(notice.text.contains("Montag, 23. November 2026 um 12:34 (UTC)"), "{}", notice.text);
}

#[tokio::test]
async fn unknown_device_is_left_out_and_its_text_is_never_shown() {
    let server = TestServer::start_with(|config| config.limits.resend_after = 0).await;
    for user_agent in ["curl/8.5.0", "<b>Call +1 555 0100</b>", ""] {
        server.clock.advance(60);
        let request = server.client.post(server.url("/account/recovery")).header("User-Agent", user_agent);
        assert_eq!(request.form(&[("email", ADA)]).send().await.unwrap().status(), 200);
        server.mail_delivered().await;
        let mail = server.mailbox.newest();
        for part in [&mail.text, &mail.html] {
            assert!(
                !part.contains("Device:") && !part.contains(">Device<") && !part.contains("555 0100"),
                "{part}"
            );
        }
    }
}

#[tokio::test]
async fn text_part_has_each_link_on_a_line_of_its_own() {
    let server = TestServer::start_with(|config| {
        config.limits.resend_after = 0;
        config.product.support = "https://latchkey.example/help".into();
        config.product.brand.privacy = Some("https://latchkey.example/privacy".parse().unwrap());
        config.product.brand.terms = Some("https://latchkey.example/terms".parse().unwrap());
    })
    .await;
    for (number, tag) in ["en", "he", "ar", "fa", "ur"].into_iter().enumerate() {
        let post = async |path: &str, fields: &[(&str, &str)]| {
            let request = server.client.post(server.url(path)).header("Accept-Language", tag);
            assert_eq!(request.form(fields).send().await.unwrap().status(), 200);
            server.mail_delivered().await;
            server.mailbox.newest()
        };
        let mail = post("/account/recovery", &[("email", ADA)]).await;
        let password = format!("umbrella {number} in the rain");
        let fields = [("token", &*mail.token()), ("new_password", &password)];
        let notice = post("/account/reset-password", &fields).await;
        assert_ne!(mail.subject, notice.subject);
        for mail in [mail, notice] {
            assert!(mail.html.contains(&format!("<html lang=\"{tag}\" ")), "{tag}: {}", mail.html);
            assert_each_link_has_a_line(&mail);
        }
    }
}

#[track_caller]
fn assert_each_link_has_a_line(mail: &Mail) {
    let linked = |line: &&str| line.contains("://");
    let lines: Vec<&str> = mail.text.lines().filter(linked).collect();
    assert!(lines.len() >= 4, "{}", mail.text);
    for line in lines {
        assert!(url::Url::parse(line).is_ok() && !line.contains([' ', '\u{2068}', '\u{2069}']), "{line:?}");
    }
    // Mail clients make a link of an address too.
    let address = mail.text.lines().find(|line| line.contains(ADA)).unwrap();
    assert!(!address.contains(['\u{2068}', '\u{2069}']), "{address:?}");
    assert!(!mail.text.replace('\r', "").contains("\n\n\n"), "{}", mail.text);
    for name in ["help", "privacy", "terms"] {
        assert!(mail.html.contains(&format!("href=\"https://latchkey.example/{name}\"")), "{name}");
    }
}

#[tokio::test]
async fn mails_have_the_accent_and_logo_of_the_brand() {
    let png = b"\x89PNG\r\n\x1a\nimage".to_vec();
    let server = TestServer::start_with(|config| {
        config.product.brand.accent = latchkey_server::Colour::parse("#1b3f8f");
        config.product.brand.mail_logo = Some(b"\x89PNG\r\n\x1a\nimage".to_vec());
    })
    .await;
    server.request_recovery(ADA).await;
    let mail = server.mailbox.newest();
    assert!(mail.html.contains("bgcolor=\"#1b3f8f\"") && !mail.html.contains("#0b5c55"), "{}", mail.html);
    assert!(mail.html.contains("<img src=\"cid:logo\" width=\"28\" height=\"28\" alt=\"\""));
    assert_eq!(mail.images, vec![("logo".to_owned(), png)]);
}

#[tokio::test]
async fn mail_html_loads_nothing() {
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    server.mail_delivered().await;
    for mail in server.mailbox.mails() {
        for loading in ["<img", " src=", "@import", "url(", "<link", "<script", "background=\"http"] {
            assert!(!mail.html.contains(loading), "{loading}");
        }
    }
}
