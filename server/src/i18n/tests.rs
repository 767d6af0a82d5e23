//! Every language has all messages, no others, and the same arguments.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;

use super::*;

/// The id of each message of a Fluent file, with the names of its arguments.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let message = |entry: &ast::Entry<&str>| match entry {
        ast::Entry::Message(message) => {
            let pattern = message.value.as_ref().unwrap();
            Some((message.id.name.to_owned(), arguments(&format!("{pattern:?}"))))
        }
        _ => None,
    };
    resource.body.iter().filter_map(message).collect()
}

fn arguments(pattern: &str) -> BTreeSet<String> {
    let after = pattern.split("VariableReference { id: Identifier { name: \"").skip(1);
    after.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

#[test]
fn every_language_has_the_same_messages_and_arguments() {
    let wanted: BTreeSet<&str> = TextKey::ALL.iter().map(|key| key.id()).collect();
    assert_eq!(wanted.len(), TextKey::ALL.len(), "two keys share an id");
    let english = messages(SOURCES[0].3);
    for (tag, _, _, source) in SOURCES {
        let found = messages(source);
        assert_eq!(found.keys().map(String::as_str).collect::<BTreeSet<_>>(), wanted, "{tag}");
        assert_eq!(found, english, "{tag} has other arguments");
        let lines = source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        assert_eq!(lines.count(), wanted.len(), "{tag} has a message twice");
    }
}

#[test]
fn numbers_select_plural_forms_without_errors() {
    for language in Language::all() {
        for key in [
            TextKey::Policy,
            TextKey::PasswordTooShort,
            TextKey::PasswordTooLong,
            TextKey::WaitSeconds,
            TextKey::WaitMinutes,
            TextKey::WaitHours,
            TextKey::WaitDays,
            TextKey::MailResetPreheader,
            TextKey::MailLinkValid,
            TextKey::MailCodeValid,
            TextKey::NoticeLinkValid,
        ] {
            for number in [1, 2, 3, 5, 8, 11, 15, 21, 22, 25, 100, 101, 256] {
                let mut args = FluentArgs::new();
                for name in ["min", "max", "seconds", "minutes", "hours", "days"] {
                    args.set(name, number);
                }
                let mut errors = Vec::new();
                let pattern = language.bundle.get_message(key.id()).unwrap().value().unwrap();
                let text = language.bundle.format_pattern(pattern, Some(&args), &mut errors);
                assert!(
                    errors.is_empty() && !text.is_empty(),
                    "{} {key:?} {number}: {errors:?}",
                    language.tag
                );
                // Some languages have words for one and two.
                let digits = localize_digits(&number.to_string(), language.tag);
                assert!(number < 3 || text.contains(&digits), "{} {text}", language.tag);
            }
        }
    }
    let seconds =
        |tag, number| Language::negotiate(Some(tag), None).format(TextKey::WaitSeconds, "seconds", number);
    assert!(seconds("pl", 22).ends_with("\u{2068}22\u{2069} sekundy."), "{}", seconds("pl", 22));
    assert!(seconds("pl", 25).ends_with("\u{2068}25\u{2069} sekund."), "{}", seconds("pl", 25));
    assert!(seconds("uk", 21).ends_with("\u{2068}21\u{2069} секунду."), "{}", seconds("uk", 21));
    assert!(seconds("ar", 3).contains("ثوانٍ") && seconds("ar", 11).contains("ثانية"));
}

#[test]
fn language_is_negotiated_and_can_be_overridden() {
    let negotiate = |tag: Option<&str>, accepted: &str| Language::negotiate(tag, Some(accepted)).tag;
    assert_eq!(negotiate(None, "fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5"), "fr");
    assert_eq!(negotiate(None, "en;q=0.4, tr;q=0.8"), "tr");
    assert_eq!(negotiate(None, "tr;q=0, de-AT;q=0.1"), "de");
    assert_eq!(negotiate(None, "pt"), "pt-BR");
    assert_eq!(negotiate(None, "pt-PT, en;q=0.5"), "pt-BR");
    assert_eq!(negotiate(None, "zh-CN"), "zh-Hans");
    assert_eq!(negotiate(None, "zh-TW, en;q=0.9"), "en", "zh-TW uses another script than zh-Hans");
    assert_eq!(negotiate(None, "iw-IL, en;q=0.5"), "he");
    assert_eq!(negotiate(None, "de-DE-u-fw-mon-mu-celsius, en;q=0.5"), "de");
    assert_eq!(negotiate(None, "ar-EG-u-nu-latn, en;q=0.5"), "ar");
    assert_eq!(negotiate(None, "fr-CA-x-private, en;q=0.5"), "fr");
    assert_eq!(negotiate(None, "de;q=broken, it"), "it");
    assert_eq!(negotiate(None, "*"), "en");
    assert_eq!(negotiate(None, "is, q=1, ;;, x"), "en");
    assert_eq!(negotiate(None, ""), "en");
    assert_eq!(negotiate(Some("he"), "fr"), "he");
    assert_eq!(negotiate(Some("nonsense"), "fr"), "fr");
    assert_eq!(Language::negotiate(Some("ar"), None).direction(), "rtl");
}

/// A Fluent file without the ids of its messages.
fn texts(source: &'static str) -> String {
    let text = |line: &'static str| line.split_once(" = ").map_or(line, |(_, text)| text);
    source.lines().map(text).collect::<Vec<_>>().join("\n")
}

#[test]
fn english_spells_email_without_a_hyphen() {
    let english = texts(SOURCES[0].3);
    for spelling in ["e-mail", "E-mail", "e\u{2011}mail", "E\u{2011}mail"] {
        assert!(!english.contains(spelling), "{spelling}");
    }
}

#[test]
fn word_for_email_has_a_non_breaking_hyphen() {
    for (tag, _, _, source) in SOURCES {
        let texts = texts(source);
        for breaking in ["e-m", "E-m", "E-M", "e-p", "E-p", "ई-म"] {
            assert!(!texts.contains(breaking), "{tag}: {breaking} needs a non-breaking hyphen");
        }
    }
}

#[test]
fn arguments_are_isolated() {
    let text =
        Language::negotiate(Some("ar"), None).format(TextKey::RequestedText, "email", "ada@example.org");
    assert!(text.contains("\u{2068}ada@example.org\u{2069}"), "{text}");
}

#[test]
fn only_the_first_tags_of_a_header_are_read() {
    let header = |others: usize| "xx,".repeat(others) + "de";
    assert_eq!(preferred_tags(&header(10_000)).len(), MAX_TAGS);
    assert_eq!(Language::negotiate(None, Some(&header(MAX_TAGS - 1))).tag, "de");
    assert_eq!(Language::negotiate(None, Some(&header(MAX_TAGS))).tag, "en");
}
