//! Texts that depend on a number have exactly the plural forms of their language.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use latchkey::i18n::{I18n, Language, MessageOverrides};

use super::glossary::sources;

/// A message that tells the plural form of a number.
const PROBE: &str = "send = { $number ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
  }";

/// The plural forms of these numbers, and `other`, which every selection needs.
fn forms(language: &'static Language, numbers: std::ops::RangeInclusive<u64>) -> BTreeSet<String> {
    let probe = MessageOverrides { language: language.tag, messages: PROBE.to_owned() };
    let i18n = I18n::new(language, &[probe]);
    let forms = numbers.map(|number| i18n.text_with("send", "number", number));
    // Unicode has removed a form from Hebrew since the release that this crate's data is of.
    let is_current = |form: &String| (language.tag, form.as_str()) != ("he", "many");
    forms.filter(is_current).chain(["other".to_owned()]).collect()
}

/// The forms of each selection in a pattern.
fn selections(pattern: &Pattern<&str>) -> Vec<BTreeSet<String>> {
    let selected = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => Some(variants),
        _ => None,
    });
    let name = |key: &VariantKey<&str>| match key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    };
    selected.map(|variants| variants.iter().map(|variant| name(&variant.key)).collect()).collect()
}

#[test]
fn selections_have_exactly_the_plural_forms_of_their_language() {
    let mut wrong = Vec::new();
    for language in Language::all() {
        // No text is about zero of something; a language that has a form for it may give one.
        let (needed, possible) = (forms(language, 1..=200), forms(language, 0..=200));
        for (file, source) in sources(language.tag) {
            let resource = parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
            for entry in &resource.body {
                let Entry::Message(message) = entry else { continue };
                for found in selections(message.value.as_ref().unwrap()) {
                    if !(needed.is_subset(&found) && found.is_subset(&possible)) {
                        let place = format!("{file}/{}.ftl: {}", language.tag, message.id.name);
                        wrong.push(format!("{place}: {found:?} instead of {needed:?}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn probe_tells_the_forms() {
    let of = |tag| forms(Language::from_tag(tag).unwrap(), 1..=200).into_iter().collect::<Vec<_>>();
    assert_eq!(of("en"), ["one", "other"]);
    assert_eq!(of("ar"), ["few", "many", "one", "other", "two"]);
    assert_eq!(of("ja"), ["other"]);
}
