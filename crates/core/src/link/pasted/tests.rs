#![allow(clippy::unwrap_used)]

use super::*;

#[derive(Debug, PartialEq)]
enum TestError {
    Foreign,
    NotWhole,
}

impl LinkParseError for TestError {
    fn is_foreign(&self) -> bool {
        *self == Self::Foreign
    }
}

/// Accepts exactly one link, with a private scheme or https.
fn parse(link: &str) -> Result<String, TestError> {
    let rest = link.strip_prefix("https://own.example/reset#").or(link.strip_prefix("latchkey://reset?"));
    let rest = rest.ok_or(TestError::Foreign)?;
    if rest.starts_with("token=abcdefgh12345678&flow=f-12") && rest.len() == 32 {
        Ok(rest.to_owned())
    } else {
        Err(TestError::NotWhole)
    }
}

fn find(text: &str) -> Option<Found<String, TestError>> {
    let (schemes, hosts) = (["latchkey".to_owned()], ["own.example".to_owned()]);
    find_link(text, OwnLinks { schemes: &schemes, hosts: &hosts, exact_lengths: true }, parse)
}

#[test]
fn layers_are_removed_before_parsing() {
    let whole = "https://own.example/reset#token=abcdefgh12345678&flow=f-12";
    let wrapped =
        whole.replace('#', "%23").replace('&', "%26").replace('=', "%3D").replace("://", "%3A%2F%2F");
    for text in [
        whole.to_owned(),
        format!("https://eur01.safelinks.protection.outlook.com/?url={wrapped}&data=05%7C02&reserved=0"),
        format!(
            "https://click.pstmrk.it/3s/{}/a/b",
            wrapped.trim_start_matches("https%3A%2F%2F").replace('/', "%2F")
        ),
    ] {
        assert!(matches!(find(&text), Some(Found::Link(_))), "{text}: {:?}", find(&text));
    }
}

#[test]
fn search_takes_linear_time() {
    let broken = "latchkey://reset?token=abc&amp;=3D%2523\n> ";
    for text in [
        "://".repeat(100_000),
        "latchkey://".repeat(30_000),
        broken.repeat(8_000),
        "own.example/".repeat(30_000),
        format!("https://urldefense.com/v3/__{}__;Iw!!", "*".repeat(250_000)),
        format!("latchkey://reset?{}", "&amp;".repeat(60_000)),
        format!("latchkey://reset?{}", "%25".repeat(90_000)),
        "a".repeat(300_000),
        "é".repeat(200_000),
        "https://own.example/\n".repeat(15_000),
    ] {
        let started = std::time::Instant::now();
        assert!(!matches!(find(&text), Some(Found::Link(_))));
        // Less than a tenth of a second in a release build; quadratic work would take minutes.
        assert!(started.elapsed().as_secs() < 20, "{}: {:?}", &text[..20], started.elapsed());
    }
}

#[test]
fn click_tracker_is_recognized_and_foreign_link_is_not() {
    for text in [
        "https://u123.ct.sendgrid.net/ls/click?upn=abc",
        "https://links.firm.example/ls/click?upn=abc",
        "https://mandrillapp.com/track/click/1/own.example?p=abc",
        "https://firm.us1.list-manage.com/track/click?u=1&id=2",
        "https://email.mg.firm.example/c/eJwFwUEOg",
    ] {
        assert_eq!(find(text), Some(Found::ClickTracker), "{text}");
    }
    assert_eq!(find("https://evil.example/ls/clicks?u=1"), Some(Found::Refused(TestError::Foreign)));
    assert_eq!(find("https://notsafelinks.example/?url=1"), Some(Found::Refused(TestError::Foreign)));
    assert_eq!(find("no link"), None);
}
