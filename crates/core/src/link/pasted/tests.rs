#![allow(clippy::unwrap_used)]

use super::*;

#[derive(Debug, PartialEq)]
enum TestError {
    Foreign,
    NotWhole,
}

impl LinkParseError for TestError {
    fn resemblance(&self) -> Resemblance {
        match self {
            Self::Foreign => Resemblance::Foreign,
            Self::NotWhole => Resemblance::Damaged,
        }
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

/// The shortest of three durations of a search, since other programs may run at the same time.
fn duration_of_search(text: &str) -> std::time::Duration {
    let measure = || {
        let started = std::time::Instant::now();
        assert!(!matches!(find(text), Some(Found::Link(_))));
        started.elapsed()
    };
    (0..3).map(|_| measure()).min().unwrap()
}

#[test]
fn search_takes_linear_time() {
    let broken = "latchkey://reset?token=abc&amp;=3D%2523\n> ";
    let text = |start: &str, repeated: &str, length: usize| {
        start.to_owned() + &repeated.repeat(length / repeated.len())
    };
    for (start, repeated) in [
        ("", "://"),
        ("", "latchkey://"),
        ("", broken),
        ("", "own.example/"),
        ("https://urldefense.com/v3/__", "*"),
        ("latchkey://reset?", "&amp;"),
        ("latchkey://reset?", "%25"),
        ("", "a"),
        ("", "é"),
        ("", "https://own.example/\n"),
    ] {
        let short = duration_of_search(&text(start, repeated, 10_000));
        let long = duration_of_search(&text(start, repeated, 80_000));
        // Eight times the text. Quadratic work would take 64 times as long.
        assert!(
            long < short * 24 + std::time::Duration::from_millis(20),
            "{start}{repeated}: {short:?}, {long:?}"
        );
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

/// A logo's URL, a click tracker's, and a damaged link of this app, in any order.
#[test]
fn refused_link_that_resembles_ours_most_is_reported() {
    let logo = "https://firm.example/logo.png";
    let odd_logo = "https://firm.example/größe.png";
    let tracker = "https://u1.ct.sendgrid.net/ls/click?upn=abc";
    let damaged = "https://own.example/reset#token=abc";
    for (texts, found) in [
        ([logo, tracker, damaged], Found::Refused(TestError::NotWhole)),
        ([damaged, tracker, logo], Found::Refused(TestError::NotWhole)),
        ([odd_logo, logo, damaged], Found::Refused(TestError::NotWhole)),
        ([logo, odd_logo, tracker], Found::ClickTracker),
        ([tracker, logo, odd_logo], Found::ClickTracker),
        ([logo, odd_logo, logo], Found::Refused(TestError::Foreign)),
    ] {
        assert_eq!(find(&texts.join("\n\n")), Some(found), "{texts:?}");
    }
}
