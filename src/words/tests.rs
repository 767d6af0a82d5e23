#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
use fluent_syntax::parser;

use super::*;

type Pattern<'a> = fluent_syntax::ast::Pattern<&'a str>;

/// Every sentence of a file, and the names of what it is told.
fn sentences(source: &'static str) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let resource = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut told = BTreeSet::new();
        variables(&message.value.unwrap(), &mut told);
        assert!(found.insert(message.id.name, told).is_none(), "{} is there twice", message.id.name);
    }
    found
}

fn variables(pattern: &Pattern<'static>, told: &mut BTreeSet<&'static str>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, &[][..]),
            Expression::Select { selector, variants } => (selector, &variants[..]),
        };
        let InlineExpression::VariableReference { id } = inline else { panic!("only variables, please") };
        told.insert(id.name);
        variants.iter().for_each(|variant| variables(&variant.value, told));
    }
}

#[test]
fn every_language_says_the_same_things() {
    let english = sentences(Language::english().sentences());
    for language in Language::all() {
        assert_eq!(sentences(language.sentences()), english, "{}", language.name);
    }
}

/// What stands between quotes in `source`.
fn quoted(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').skip(1).step_by(2)
}

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("words/tests.rs") {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_sentence_is_said_somewhere_and_nothing_else_is() {
    let english = sentences(Language::english().sentences());
    let mut code = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
    let in_code: BTreeSet<&str> = code.iter().flat_map(|source| quoted(source)).collect();
    let unused: Vec<_> = english.keys().filter(|id| !in_code.contains(*id)).collect();
    assert!(unused.is_empty(), "said nowhere: {unused:?}");

    let calls = ["say(", "tell(", "around("];
    let said: BTreeSet<&str> = code
        .iter()
        .flat_map(|source| calls.iter().flat_map(|call| source.split(call).skip(1)))
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .collect();
    let choosing = include_str!("sentences.rs")
        .split("\n")
        .filter(|line| line.contains("=> \"") || line.contains("=> (\""));
    let said: BTreeSet<&str> = choosing.flat_map(quoted).chain(said).collect();
    let missing: Vec<_> = said.iter().filter(|id| !english.contains_key(*id)).collect();
    assert!(missing.is_empty(), "no sentence is named {missing:?}");
    assert!(said.len() > 60, "the search finds what is said");
}

/// Plural forms: the number decides among those that the language has.
#[test]
fn numbers_take_the_form_of_the_language() {
    let says = |tag: &str, id: &str, name: &'static str, number: u64| {
        Words::new(Language::tagged(tag).unwrap(), &[]).tell(id, name, number)
    };
    assert_eq!(says("en", "minutes-left", "minutes", 1), "You have another minute to finish.");
    assert_eq!(says("en", "minutes-left", "minutes", 2), "You have another 2 minutes to finish.");
    let polish: BTreeSet<String> = [1, 2, 5]
        .map(|minutes| says("pl", "minutes-left", "minutes", minutes).replace(char::is_numeric, ""))
        .into();
    assert_eq!(polish.len(), 3, "one, few, many: {polish:?}");
    let arabic: BTreeSet<String> = [1, 2, 3, 11]
        .map(|minutes| says("ar", "minutes-left", "minutes", minutes).replace(char::is_numeric, ""))
        .into();
    assert_eq!(arabic.len(), 4, "one, two, few, many: {arabic:?}");
}

#[test]
fn an_app_says_it_in_its_own_words() {
    let wording = [Wording { language: "de", sentences: "send = Los!\nbroken = {".into() }];
    let words = Words::new(Language::tagged("de").unwrap(), &wording);
    assert_eq!(words.say("send"), "Los!");
    assert_ne!(words.say("cancel"), Words::new(Language::english(), &wording).say("cancel"));
    assert_eq!(Words::new(Language::english(), &wording).say("send"), "Send recovery e-mail");
}

#[test]
fn a_sentence_is_cut_around_what_is_shown_in_its_own_way() {
    for language in Language::all() {
        let words = Words::new(language, &[]);
        let (before, after) = words.around("check-lead", "email");
        assert_eq!(
            before.clone() + "ada@example.org" + &after,
            words.tell("check-lead", "email", "ada@example.org").replace(['\u{2068}', '\u{2069}'], "")
        );
        assert!(!before.is_empty() || !after.is_empty());
    }
}

#[test]
fn a_latin_address_is_kept_apart_in_a_sentence_from_right_to_left() {
    let arabic = Words::new(Language::tagged("ar").unwrap(), &[]);
    assert!(arabic.tell("reset-for", "email", "ada@example.org").contains("\u{2068}ada@example.org\u{2069}"));
    let english = Words::new(Language::english(), &[]);
    assert_eq!(english.tell("reset-for", "email", "ada@example.org"), "For the account of ada@example.org.");
}

/// Only a page, a redirect or a refused certificate speaks for another network's sign-in. Whatever the service itself
/// says is told as its own.
#[test]
fn a_public_network_is_blamed_for_pages_redirects_and_certificates_alone() {
    use crate::service::{CallError, MachineCode, Misconfiguration, UnknownAnswer};
    let answer = |status, code| CallError::NotUnderstood(UnknownAnswer { status, code });
    let words = Words::new(Language::english(), &[]);
    for (error, blamed) in [
        (CallError::Misconfigured(Misconfiguration::WebPage), true),
        (CallError::Misconfigured(Misconfiguration::Redirect), true),
        (CallError::TlsRefused, true),
        (CallError::Misconfigured(Misconfiguration::TooLong), false),
        (answer(Some(422), MachineCode::parse("over_quota")), false),
        (answer(None, None), false),
        (CallError::ProxyRefused, false),
        (CallError::Down, false),
        (CallError::Offline, false),
    ] {
        assert_eq!(words.call_error(&error).contains("sign in to it first"), blamed, "{error:?}");
    }
    let told = words.call_error(&answer(Some(422), MachineCode::parse("over_quota")));
    assert!(told.ends_with("read this out: HTTP 422, over_quota"), "{told}");
    assert!(words.call_error(&CallError::ProxyRefused).contains("proxy"));
}

/// A person who mends one thing should not learn of the next only then.
#[test]
fn every_reason_for_a_refused_password_is_said() {
    use crate::{clock::Timestamp, flow::ResetProblem, password::Refusal};
    let words = Words::new(Language::english(), &[]);
    let reasons = vec![Refusal::TooShort { min: None }, Refusal::Characters, Refusal::Breached];
    let said = words.reset_problem(&ResetProblem::Refused(reasons), Timestamp(0));
    for sentence in ["too-short", "password-characters", "password-breached"] {
        assert!(said.contains(&words.say(sentence)), "{said}");
    }
    // Bytes are not called characters.
    let bytes = words.refusal(Refusal::TooManyBytes { max: 72 });
    assert!(bytes.contains("72") && !bytes.contains("characters"), "{bytes}");
}
