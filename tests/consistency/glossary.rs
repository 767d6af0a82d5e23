//! The app and the server use the terms of `assets/locales/glossary.toml` in every language.

use std::collections::BTreeMap;
use std::fs;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use toml::{Table, Value};

use super::source::{in_project, languages};

const FOLDERS: [&str; 2] = ["assets/locales", "server/locales"];

/// The terms, and the words that stand for them in English texts.
const TERMS: [(&str, &[&str]); 9] = [
    ("account", &["account", "accounts"]),
    ("sign-in", &["sign in", "signed in", "signs in", "to sign-in"]),
    ("reset", &["reset"]),
    ("link", &["link", "links"]),
    ("code", &["code", "codes"]),
    ("mailbox", &["mailbox"]),
    ("device", &["device", "devices"]),
    ("password", &["password", "passwords"]),
    ("second-factor", &["two-step"]),
];

fn glossary() -> BTreeMap<String, Table> {
    let text = fs::read_to_string(in_project("assets/locales/glossary.toml")).unwrap();
    let table: Table = text.parse().unwrap();
    table.into_iter().map(|(tag, entry)| (tag, entry.as_table().unwrap().clone())).collect()
}

/// The files of a language: those of the app and of the server, with their folders.
pub(super) fn sources(tag: &str) -> [(&'static str, String); 2] {
    FOLDERS.map(|folder| (folder, fs::read_to_string(in_project(folder).join(format!("{tag}.ftl"))).unwrap()))
}

/// The messages of a language, in lower case and without variables.
pub(super) fn messages(tag: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (folder, source) in sources(tag) {
        let resource = parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut text = String::new();
            append(message.value.as_ref().unwrap(), &mut text);
            found.insert(format!("{folder}/{}", message.id.name), text.to_lowercase());
        }
    }
    found
}

/// Appends the text of a pattern, with all its variants.
fn append(pattern: &Pattern<&str>, text: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    append(&variant.value, text);
                    text.push(' ');
                }
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { .. }),
            } => text.push(' '),
            PatternElement::Placeable { .. } => panic!("only variables and selections are supported"),
        }
    }
}

fn contains_word(text: &str, word: &str) -> bool {
    let is_boundary = |found: Option<char>| !found.is_some_and(|c| c.is_alphanumeric() || c == '-');
    text.match_indices(word).any(|(start, _)| {
        is_boundary(text[..start].chars().next_back())
            && is_boundary(text[start + word.len()..].chars().next())
    })
}

fn strings(entry: &Table, key: &str) -> Vec<String> {
    let values = entry.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    values.iter().map(|value| value.as_str().unwrap().to_lowercase()).collect()
}

#[test]
fn translations_use_the_terms_of_the_glossary() {
    let english = messages("en");
    let mut wrong = Vec::new();
    for (tag, entry) in glossary() {
        let translated = messages(&tag);
        let exceptions = strings(&entry, "exceptions");
        let mut used = Vec::new();
        for (term, words) in TERMS {
            let forms = strings(&entry, term);
            assert!(!forms.is_empty(), "{tag}: {term} has no form");
            for (message, text) in &english {
                let is_expected = words.iter().any(|word| contains_word(text, word));
                if !is_expected || forms.iter().any(|form| translated[message].contains(form)) {
                    continue;
                }
                let name = message.rsplit('/').next().unwrap_or_default();
                let exception = format!("{name}: {term}");
                if exceptions.contains(&exception) {
                    used.push(exception);
                } else {
                    wrong.push(format!("{tag}: {message} has no {term}: {}", translated[message]));
                }
            }
        }
        wrong.extend(
            exceptions.iter().filter(|it| !used.contains(it)).map(|it| format!("{tag}: unused: {it}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn glossary_has_every_language_and_its_register() {
    let glossary = glossary();
    assert_eq!(languages(), glossary.keys().cloned().collect::<Vec<_>>());
    for (tag, entry) in glossary {
        assert!(entry.get("register").is_some_and(Value::is_str), "{tag} has no register");
    }
}
