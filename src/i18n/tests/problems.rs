//! The texts of errors and refusals in every language.

use std::collections::BTreeSet;
use std::time::Duration;

use super::*;
use crate::{
    flow::{LinkFailure, ResetProblem},
    password::PasswordRejection,
    service::{CallError, MachineCode, Misconfiguration, ResponseSummary},
};

/// Calls `check` with each language.
fn in_every_language(check: impl Fn(&I18n)) {
    assert!(Language::all().len() > 1);
    for language in Language::all() {
        check(&I18n::new(language, &[]));
    }
}

/// Asserts that this is a complete text of the language, with `value` in it.
fn assert_text(i18n: &I18n, text: &str, english: &str, value: Option<&str>) {
    let what = format!("{}: {text:?}", i18n.language().tag);
    assert!(!text.trim().is_empty(), "{what}, for {english:?}");
    assert!(!text.contains(['{', '}', '$']), "{what} has an empty variable");
    assert!(!messages(&Language::english().messages()).contains_key(text), "{what} is an id");
    // The summary of a response is for a help desk, and keeps its digits.
    let shown = |value: &str| if value.starts_with("HTTP") { value.to_owned() } else { i18n.digits(value) };
    assert!(value.is_none_or(|value| text.contains(&shown(value))), "{what} does not contain {value:?}");
    assert_eq!(text == english, i18n.language() == Language::english(), "{what} is not translated");
}

fn english() -> I18n {
    I18n::new(Language::english(), &[])
}

fn unexpected(status: Option<u16>) -> CallError {
    CallError::UnexpectedResponse(ResponseSummary { status, code: MachineCode::parse("over_quota") })
}

/// Every failed call, with the message and a value in it.
fn call_errors() -> [(CallError, &'static str, Option<&'static str>); 15] {
    use CallError::*;
    use Misconfiguration::*;
    let wait = Some(Duration::from_secs(45));
    [
        (Offline, "offline", None),
        (TimedOut, "timed-out", None),
        (Down, "down-text", None),
        (TlsRefused, "tls-error", None),
        (ProxyRefused, "proxy-error", None),
        (CaptchaRequired, "captcha-required", None),
        (RateLimited { wait }, "rate-limited", Some("0:45")),
        (RateLimited { wait: None }, "rate-limited-no-time", None),
        (Misconfigured(NoAddress), "not-configured", None),
        (Misconfigured(WebPage), "unexpected-response", None),
        (Misconfigured(Redirect), "unexpected-response", None),
        (Misconfigured(TooLong), "invalid-response", None),
        (unexpected(None), "invalid-response", None),
        (unexpected(Some(422)), "invalid-response-details", Some("HTTP 422, over_quota")),
        (unexpected(Some(500)), "invalid-response-details", Some("HTTP 500, over_quota")),
    ]
}

/// Only a page, a redirect and a certificate suggest the sign-in of a public network. Other errors come from the service
/// itself, and have other texts.
#[test]
fn every_failed_call_has_its_own_text() {
    in_every_language(|i18n| {
        let mut texts = BTreeSet::new();
        for (error, id, value) in call_errors() {
            let text = i18n.call_error(&error);
            assert_text(i18n, &text, &english().call_error(&error), value);
            if value.is_none() {
                assert!(text.contains(&i18n.text(id)), "{}: {error:?}: {text}", i18n.language().tag);
            }
            texts.insert(text);
        }
        let ids: BTreeSet<_> = call_errors().map(|(_, id, _)| id).into();
        // Two different responses have one message.
        assert_eq!(texts.len(), ids.len() + 1, "{}: {texts:#?}", i18n.language().tag);
    });
}

/// Every reason, with a value in its text.
const REJECTIONS: [(PasswordRejection, Option<&str>); 12] = [
    (PasswordRejection::TooShort { min: Some(15) }, Some("15")),
    (PasswordRejection::TooShort { min: None }, None),
    (PasswordRejection::TooLong { max: Some(64) }, Some("64")),
    (PasswordRejection::TooLong { max: None }, None),
    (PasswordRejection::TooManyBytes { max: 72 }, Some("72")),
    (PasswordRejection::Characters, None),
    (PasswordRejection::Common, None),
    (PasswordRejection::Breached, None),
    (PasswordRejection::Personal, None),
    (PasswordRejection::ProductName, None),
    (PasswordRejection::SameAsBefore, None),
    (PasswordRejection::Other, None),
];

/// All reasons are shown at once, so that the person can fix them in one attempt.
#[test]
fn all_rejection_reasons_are_shown() {
    in_every_language(|i18n| {
        let (mut texts, mut reasons) = (BTreeSet::new(), Vec::new());
        for (rejection, value) in REJECTIONS {
            let text = i18n.password_rejection(rejection);
            assert_text(i18n, &text, &english().password_rejection(rejection), value);
            texts.insert(text);
            reasons.push(rejection);
        }
        assert_eq!(texts.len(), REJECTIONS.len(), "{}: {texts:#?}", i18n.language().tag);
        let all = i18n.reset_problem(&ResetProblem::Refused(reasons));
        assert!(texts.iter().all(|text| all.contains(text)), "{}: {all}", i18n.language().tag);
        let none = i18n.reset_problem(&ResetProblem::Refused(Vec::new()));
        assert_eq!(none, i18n.password_rejection(PasswordRejection::Other), "{}", i18n.language().tag);
    });
    // The text must not call bytes characters.
    let bytes = english().password_rejection(PasswordRejection::TooManyBytes { max: 72 });
    assert!(!bytes.contains("characters"), "{bytes}");
}

#[test]
fn every_unusable_link_is_explained() {
    use LinkFailure::*;
    in_every_language(|i18n| {
        let mut titles = BTreeSet::new();
        let failures = [
            Expired,
            InvalidOrExpired,
            Used,
            Superseded,
            OtherDevice,
            Invalid,
            OtherService,
            Hosted,
            PageFailed,
            UnknownReturn,
            AccountClosed,
            UnsupportedFactor,
        ];
        for failure in failures {
            let ((title, text), (english_title, english_text)) =
                (i18n.link_failure(failure), english().link_failure(failure));
            assert_text(i18n, &title, &english_title, None);
            assert_text(i18n, &text, &english_text, None);
            titles.insert(title);
        }
        assert_eq!(titles.len(), failures.len(), "{}: {titles:#?}", i18n.language().tag);
    });
}

/// A single word may be the same in two languages. A sentence is not, and contains none of these words.
#[test]
fn sentences_are_translated() {
    const MIN_WORDS: usize = 4;
    const ENGLISH: [&str; 6] = ["the", "your", "this", "with", "and", "you"];
    for id in messages(&Language::english().messages()).keys() {
        let source = english().text(id);
        if source.split_whitespace().count() < MIN_WORDS {
            continue;
        }
        for language in Language::all().iter().filter(|language| *language != Language::english()) {
            let text = I18n::new(language, &[]).text(id);
            assert_ne!(text, source, "{}: {id}", language.tag);
            let mut words = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
            assert!(words.all(|word| !ENGLISH.contains(&&*word)), "{}: {id}: {text}", language.tag);
        }
    }
}
