#![allow(clippy::unwrap_used)]

mod problems;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
use fluent_syntax::parser;

use super::*;

type Pattern<'a> = fluent_syntax::ast::Pattern<&'a str>;

/// The messages of a file, with the names of their variables.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut names = BTreeSet::new();
        variables(&message.value.unwrap(), &mut names);
        let id = message.id.name.to_owned();
        assert!(found.insert(id.clone(), names).is_none(), "{id} is defined twice");
    }
    found
}

fn variables(pattern: &Pattern<'_>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, &[][..]),
            Expression::Select { selector, variants } => (selector, &variants[..]),
        };
        let InlineExpression::VariableReference { id } = inline else {
            panic!("only variables are supported")
        };
        names.insert(id.name.to_owned());
        variants.iter().for_each(|variant| variables(&variant.value, names));
    }
}

#[test]
fn all_languages_have_the_same_messages_and_variables() {
    let english = messages(&Language::english().messages());
    for language in Language::all() {
        assert_eq!(messages(&language.messages()), english, "{}", language.name);
    }
}

/// The quoted strings in `source`.
fn quoted(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').skip(1).step_by(2)
}

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("i18n/tests") {
            continue;
        }
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn all_messages_are_used_and_exist() {
    let english = messages(&Language::english().messages());
    let mut code = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
    let in_code: BTreeSet<&str> = code.iter().flat_map(|source| quoted(source)).collect();
    let unused: Vec<_> = english.keys().filter(|id| !in_code.contains(id.as_str())).collect();
    assert!(unused.is_empty(), "unused messages: {unused:?}");

    let calls = [".text(", ".text_with(", ".text_around("];
    let requested: BTreeSet<&str> = code
        .iter()
        .flat_map(|source| calls.iter().flat_map(|call| source.split(call).skip(1)))
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .collect();
    let selected = include_str!("../messages.rs")
        .split("\n")
        .filter(|line| line.contains("=> \"") || line.contains("=> (\""));
    let requested: BTreeSet<&str> = selected.flat_map(quoted).chain(requested).collect();
    let missing: Vec<_> = requested.iter().filter(|id| !english.contains_key::<str>(id)).collect();
    assert!(missing.is_empty(), "missing messages: {missing:?}");
    assert!(requested.len() > 60, "the search does not find the messages in the code");
}

#[test]
fn long_times_are_in_hours_or_days() {
    let in_language = |tag: &str| I18n::new(Language::from_tag(tag).unwrap(), &[]);
    let english = in_language("en");
    for (seconds, left, lifetime, duration) in [
        (61, "This link works for 2 more minutes.", "Open the link within 1 minute.", "1:01"),
        (7199, "This link works for 120 more minutes.", "Open the link within 119 minutes.", "119:59"),
        (7200, "This link works for 2 more hours.", "Open the link within 2 hours.", "2:00:00"),
        (86_399, "This link works for 23 more hours.", "Open the link within 23 hours.", "23:59:59"),
        (172_799, "This link works for 47 more hours.", "Open the link within 47 hours.", "47:59:59"),
        (172_800, "This link works for 2 more days.", "Open the link within 2 days.", "48:00:00"),
        (2_592_000, "This link works for 30 more days.", "Open the link within 30 days.", "720:00:00"),
    ] {
        let shown = (english.time_left(seconds), english.link_lifetime(seconds), english.duration(seconds));
        assert_eq!(shown, (left.to_owned(), lifetime.to_owned(), duration.to_owned()), "{seconds}");
    }
    for language in Language::all() {
        let i18n = in_language(language.tag);
        for show in [I18n::time_left, I18n::link_lifetime] {
            let [minutes, hours, days] = [60, HOUR, DAY].map(|unit| show(&i18n, 25 * unit));
            for (shown, shorter) in [(&hours, &minutes), (&days, &hours)] {
                assert!(shown.contains(&i18n.digits("25")) && shown != shorter, "{} {shown}", language.tag);
            }
        }
    }
}

#[test]
fn plural_forms_follow_the_language() {
    let format = |tag: &str, id: &str, name: &'static str, number: u64| {
        I18n::new(Language::from_tag(tag).unwrap(), &[]).text_with(id, name, number)
    };
    assert_eq!(format("en", "minutes-left", "minutes", 1), "This link works for 1 more minute.");
    assert_eq!(format("en", "minutes-left", "minutes", 2), "This link works for 2 more minutes.");
    let polish: BTreeSet<String> = [1, 2, 5]
        .map(|minutes| format("pl", "minutes-left", "minutes", minutes).replace(char::is_numeric, ""))
        .into();
    assert_eq!(polish.len(), 3, "one, few, many: {polish:?}");
    let arabic: BTreeSet<String> = [1, 2, 3, 11]
        .map(|minutes| format("ar", "minutes-left", "minutes", minutes).replace(char::is_numeric, ""))
        .into();
    assert_eq!(arabic.len(), 4, "one, two, few, many: {arabic:?}");
}

#[test]
fn overrides_replace_messages() {
    let message_overrides = [MessageOverrides { language: "de", messages: "send = Los!\nbroken = {".into() }];
    let i18n = I18n::new(Language::from_tag("de").unwrap(), &message_overrides);
    assert_eq!(i18n.text("send"), "Los!");
    assert_ne!(i18n.text("cancel"), I18n::new(Language::english(), &message_overrides).text("cancel"));
    assert_eq!(I18n::new(Language::english(), &message_overrides).text("send"), "Send reset email");
}

#[test]
fn message_is_split_around_a_variable() {
    for language in Language::all() {
        let i18n = I18n::new(language, &[]);
        let (before, after) = i18n.text_around("check-lead", "email");
        assert_eq!(
            before.clone() + "ada@example.org" + &after,
            i18n.text_with("check-lead", "email", "ada@example.org").replace(['\u{2068}', '\u{2069}'], "")
        );
        assert!(!before.is_empty() || !after.is_empty());
    }
}

#[test]
fn latin_address_is_isolated_in_right_to_left_text() {
    let arabic = I18n::new(Language::from_tag("ar").unwrap(), &[]);
    assert!(
        arabic.text_with("reset-for", "email", "ada@example.org").contains("\u{2068}ada@example.org\u{2069}")
    );
    let english = I18n::new(Language::english(), &[]);
    assert_eq!(english.text_with("reset-for", "email", "ada@example.org"), "For ada@example.org");
}

/// Other errors come from the service itself.
#[test]
fn only_pages_redirects_and_certificates_suggest_a_captive_portal() {
    use crate::service::{CallError, MachineCode, Misconfiguration, ResponseSummary};
    let unexpected = |status, code| CallError::UnexpectedResponse(ResponseSummary { status, code });
    let i18n = I18n::new(Language::english(), &[]);
    for (error, blamed) in [
        (CallError::Misconfigured(Misconfiguration::WebPage), true),
        (CallError::Misconfigured(Misconfiguration::Redirect), true),
        (CallError::TlsRefused, true),
        (CallError::Misconfigured(Misconfiguration::TooLong), false),
        (unexpected(Some(422), MachineCode::parse("over_quota")), false),
        (unexpected(None, None), false),
        (CallError::ProxyRefused, false),
        (CallError::Down, false),
        (CallError::Offline, false),
    ] {
        assert_eq!(i18n.call_error(&error).contains("sign in to the network first"), blamed, "{error:?}");
    }
    let text = i18n.call_error(&unexpected(Some(422), MachineCode::parse("over_quota")));
    assert!(text.ends_with("read this out: HTTP 422, over_quota"), "{text}");
    assert!(i18n.call_error(&CallError::ProxyRefused).contains("proxy"));
}
