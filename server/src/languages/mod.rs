//! The languages of the pages and the mails: Fluent files, and the choice among them.
//!
//! What a sentence is told (an address, a number) stands between bidi isolates, so that it cannot turn the rest of the
//! sentence around.

mod sentence;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use latchkey_core::language_tag::best_match;
use unic_langid::LanguageIdentifier;

pub(crate) use sentence::Sentence;

/// Tag, the language's own name, whether it is written from right to left, and its sentences.
type Source = (&'static str, &'static str, bool, &'static str);

macro_rules! sources {
    ($($tag:literal $name:literal $direction:ident,)*) => {
        /// English, which stands in for others, first; the rest in the order of their own names.
        const SOURCES: &[Source] = &[$(
            ($tag, $name, sources!(@$direction), include_str!(concat!("../../locales/", $tag, ".ftl"))),
        )*];
    };
    (@ltr) => { false };
    (@rtl) => { true };
}

sources! {
    "en" "English" ltr,
    "de" "Deutsch" ltr,
    "es" "Español" ltr,
    "fr" "Français" ltr,
    "it" "Italiano" ltr,
    "nl" "Nederlands" ltr,
    "pl" "Polski" ltr,
    "pt-BR" "Português (Brasil)" ltr,
    "tr" "Türkçe" ltr,
    "uk" "Українська" ltr,
    "he" "עברית" rtl,
    "ar" "العربية" rtl,
    "hi" "हिन्दी" ltr,
    "ko" "한국어" ltr,
    "ja" "日本語" ltr,
    "zh-Hans" "简体中文" ltr,
}

static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| SOURCES.iter().map(Language::new).collect());

/// A language that pages and mails are written in.
pub(crate) struct Language {
    /// Its BCP 47 tag.
    pub(crate) tag: &'static str,
    /// What it calls itself.
    pub(crate) name: &'static str,
    right_to_left: bool,
    bundle: FluentBundle<FluentResource>,
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Language {
    fn new(&(tag, name, right_to_left, sentences): &Source) -> Self {
        let identifier: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // What cannot be read is left out here, and found by the tests.
        let resource = FluentResource::try_new(sentences.to_owned()).unwrap_or_else(|(readable, _)| readable);
        drop(bundle.add_resource(resource));
        Self { tag, name, right_to_left, bundle }
    }

    /// All of them.
    pub(crate) fn all() -> &'static [Self] {
        &LANGUAGES
    }

    /// English, where nothing is known of who reads.
    pub(crate) fn english() -> &'static Self {
        &LANGUAGES[0]
    }

    /// The language asked for by its tag, or else the one that a browser prefers, or else English.
    pub(crate) fn chosen(tag: Option<&str>, accepted: Option<&str>) -> &'static Self {
        let best = |wanted: &[&str]| {
            let tags: Vec<&str> = Self::all().iter().map(|language| language.tag).collect();
            let tag = best_match(wanted, &tags)?;
            Self::all().iter().find(|language| language.tag == tag)
        };
        tag.and_then(|tag| best(&[tag]))
            .or_else(|| best(&in_order_of_preference(accepted.unwrap_or(""))))
            .unwrap_or(Self::english())
    }

    /// For the attribute `dir`.
    pub(crate) fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    /// A sentence.
    pub(crate) fn say(&self, text: Sentence) -> String {
        self.format(text, None)
    }

    /// A sentence that is told something.
    pub(crate) fn tell<'a>(
        &self,
        text: Sentence,
        name: &'static str,
        value: impl Into<FluentValue<'a>>,
    ) -> String {
        let mut told = FluentArgs::new();
        told.set(name, value);
        self.format(text, Some(&told))
    }

    fn format(&self, text: Sentence, told: Option<&FluentArgs<'_>>) -> String {
        let message = self.bundle.get_message(text.key()).and_then(|message| message.value());
        let mut errors = Vec::new();
        message
            .map(|value| self.bundle.format_pattern(value, told, &mut errors).into_owned())
            .unwrap_or_default()
    }
}

/// The languages of an `Accept-Language` header (RFC 9110 §12.5.4), the dearest first; `q=0` means "not this one".
fn in_order_of_preference(header: &str) -> Vec<&str> {
    let mut ranges: Vec<(f32, &str)> = header
        .split(',')
        .filter_map(|range| {
            let (tag, parameter) = range.split_once(';').unwrap_or((range, ""));
            let quality = parameter.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.parse().ok())?;
            Some((quality, tag.trim()))
        })
        .filter(|(quality, _)| *quality > 0.0)
        .collect();
    ranges.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    ranges.into_iter().map(|(_, tag)| tag).collect()
}

#[cfg(test)]
mod tests;
