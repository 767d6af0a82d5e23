//! Every language says everything, says nothing else, and says it with what it is told.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;

use super::*;

/// Each message's name, and the names of what it is told, as they stand in a Fluent file.
fn messages(sentences: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(sentences).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let message = |entry: &ast::Entry<&str>| match entry {
        ast::Entry::Message(message) => {
            let pattern = message.value.as_ref().unwrap();
            Some((message.id.name.to_owned(), told(&format!("{pattern:?}"))))
        }
        _ => None,
    };
    resource.body.iter().filter_map(message).collect()
}

fn told(pattern: &str) -> BTreeSet<String> {
    let after = pattern.split("VariableReference { id: Identifier { name: \"").skip(1);
    after.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

#[test]
fn every_language_has_every_sentence_and_no_other() {
    let wanted: BTreeSet<&str> = Sentence::ALL.iter().map(|text| text.key()).collect();
    assert_eq!(wanted.len(), Sentence::ALL.len(), "two sentences share a name");
    let english = messages(SOURCES[0].3);
    for (tag, _, _, sentences) in SOURCES {
        let found = messages(sentences);
        assert_eq!(found.keys().map(String::as_str).collect::<BTreeSet<_>>(), wanted, "{tag}");
        assert_eq!(found, english, "{tag} is told something else");
        let lines = sentences.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        assert_eq!(lines.count(), wanted.len(), "{tag} says something twice");
    }
}

#[test]
fn numbers_take_their_plural_forms_without_a_mistake() {
    for language in Language::all() {
        for text in [
            Sentence::Policy,
            Sentence::PasswordTooShort,
            Sentence::PasswordTooLong,
            Sentence::WaitSeconds,
            Sentence::WaitMinutes,
            Sentence::MailLinkValid,
            Sentence::MailCodeValid,
            Sentence::NoticeLockValid,
        ] {
            for number in [1, 2, 3, 5, 8, 11, 15, 21, 22, 25, 100, 101, 256] {
                let mut args = FluentArgs::new();
                for name in ["min", "max", "seconds", "minutes", "days"] {
                    args.set(name, number);
                }
                let mut errors = Vec::new();
                let pattern = language.bundle.get_message(text.key()).unwrap().value().unwrap();
                let said = language.bundle.format_pattern(pattern, Some(&args), &mut errors);
                assert!(
                    errors.is_empty() && !said.is_empty(),
                    "{} {text:?} {number}: {errors:?}",
                    language.tag
                );
                // Some languages have a word for one and two.
                assert!(number < 3 || said.contains(&number.to_string()), "{} {said}", language.tag);
            }
        }
    }
    let seconds =
        |tag, number| Language::chosen(Some(tag), None).tell(Sentence::WaitSeconds, "seconds", number);
    assert!(seconds("pl", 22).ends_with("\u{2068}22\u{2069} sekundy."), "{}", seconds("pl", 22));
    assert!(seconds("pl", 25).ends_with("\u{2068}25\u{2069} sekund."), "{}", seconds("pl", 25));
    assert!(seconds("uk", 21).ends_with("\u{2068}21\u{2069} секунду."), "{}", seconds("uk", 21));
    assert!(seconds("ar", 3).contains("ثوانٍ") && seconds("ar", 11).contains("ثانية"));
}

#[test]
fn the_browser_says_which_language_and_the_person_may_say_another() {
    let chosen = |tag: Option<&str>, accepted: &str| Language::chosen(tag, Some(accepted)).tag;
    assert_eq!(chosen(None, "fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5"), "fr");
    assert_eq!(chosen(None, "en;q=0.4, tr;q=0.8"), "tr");
    assert_eq!(chosen(None, "tr;q=0, de-AT;q=0.1"), "de");
    assert_eq!(chosen(None, "pt"), "pt-BR");
    assert_eq!(chosen(None, "pt-PT, en;q=0.5"), "pt-BR");
    assert_eq!(chosen(None, "zh-CN"), "zh-Hans");
    assert_eq!(chosen(None, "zh-TW, en;q=0.9"), "en", "it is written otherwise than zh-Hans");
    assert_eq!(chosen(None, "iw-IL, en;q=0.5"), "he");
    assert_eq!(chosen(None, "de;q=broken, it"), "it");
    assert_eq!(chosen(None, "*"), "en");
    assert_eq!(chosen(None, "sv, q=1, ;;, x"), "en");
    assert_eq!(chosen(None, ""), "en");
    assert_eq!(chosen(Some("he"), "fr"), "he");
    assert_eq!(chosen(Some("nonsense"), "fr"), "fr");
    assert_eq!(Language::chosen(Some("ar"), None).direction(), "rtl");
}

#[test]
fn no_line_ends_within_the_word_for_mail() {
    for (tag, _, _, sentences) in SOURCES {
        for breaking in ["e-m", "E-m", "E-M", "e-p", "E-p", "ई-म"] {
            assert!(!sentences.contains(breaking), "{tag}: {breaking} needs a hyphen that does not break");
        }
    }
}

#[test]
fn an_address_cannot_turn_its_sentence_around() {
    let said = Language::chosen(Some("ar"), None).tell(Sentence::AskedText, "email", "ada@example.org");
    assert!(said.contains("\u{2068}ada@example.org\u{2069}"), "{said}");
}
