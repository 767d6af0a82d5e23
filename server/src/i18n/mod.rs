//! The languages of pages and emails: Fluent files and language negotiation.
//!
//! Arguments of a text, such as an address or a number, are surrounded by bidi isolates, so that they cannot change the
//! direction of the rest of the text.

mod text_key;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use latchkey_core::digits::localize_digits;
use latchkey_core::language_tag::best_match;
use unic_langid::LanguageIdentifier;

pub(crate) use text_key::TextKey;

/// BCP 47 tag, name in the language itself, whether it is written from right to left, and Fluent messages.
type Source = (&'static str, &'static str, bool, &'static str);

macro_rules! sources {
    ($($tag:literal $name:literal $direction:ident,)*) => {
        /// English, the fallback, comes first; the others are ordered by name.
        const SOURCES: &[Source] = &[$(
            ($tag, $name, sources!(@$direction), include_str!(concat!("../../locales/", $tag, ".ftl"))),
        )*];
    };
    (@ltr) => { false };
    (@rtl) => { true };
}

sources! {
    "en" "English" ltr,
    "id" "Bahasa Indonesia" ltr,
    "ca" "Català" ltr,
    "cs" "Čeština" ltr,
    "da" "Dansk" ltr,
    "de" "Deutsch" ltr,
    "es" "Español" ltr,
    "fr" "Français" ltr,
    "it" "Italiano" ltr,
    "hu" "Magyar" ltr,
    "nl" "Nederlands" ltr,
    "nb" "Norsk bokmål" ltr,
    "pl" "Polski" ltr,
    "pt-BR" "Português (Brasil)" ltr,
    "ro" "Română" ltr,
    "fi" "Suomi" ltr,
    "sv" "Svenska" ltr,
    "vi" "Tiếng Việt" ltr,
    "tr" "Türkçe" ltr,
    "el" "Ελληνικά" ltr,
    "ru" "Русский" ltr,
    "uk" "Українська" ltr,
    "he" "עברית" rtl,
    "ur" "اردو" rtl,
    "ar" "العربية" rtl,
    "fa" "فارسی" rtl,
    "hi" "हिन्दी" ltr,
    "bn" "বাংলা" ltr,
    "th" "ไทย" ltr,
    "ko" "한국어" ltr,
    "ja" "日本語" ltr,
    "zh-Hans" "简体中文" ltr,
}

static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| SOURCES.iter().map(Language::new).collect());

/// A language of pages and emails.
pub(crate) struct Language {
    /// BCP 47 tag.
    pub(crate) tag: &'static str,
    /// Name in the language itself.
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
    fn new(&(tag, name, right_to_left, messages): &Source) -> Self {
        let identifier: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_formatter(Some(match tag {
            "fa" => |value, _| format_number(value, "fa"),
            "bn" => |value, _| format_number(value, "bn"),
            _ => |_, _| None,
        }));
        // Invalid messages are skipped here; the tests report them.
        let resource = FluentResource::try_new(messages.to_owned()).unwrap_or_else(|(valid, _)| valid);
        drop(bundle.add_resource(resource));
        Self { tag, name, right_to_left, bundle }
    }

    /// All languages.
    pub(crate) fn all() -> &'static [Self] {
        &LANGUAGES
    }

    /// English, the fallback.
    pub(crate) fn english() -> &'static Self {
        &LANGUAGES[0]
    }

    /// The language with this tag, or the best match for an `Accept-Language` header, or English.
    pub(crate) fn negotiate(tag: Option<&str>, accept_language: Option<&str>) -> &'static Self {
        let best = |wanted: &[&str]| {
            let tags: Vec<&str> = Self::all().iter().map(|language| language.tag).collect();
            let tag = best_match(wanted, &tags)?;
            Self::all().iter().find(|language| language.tag == tag)
        };
        tag.and_then(|tag| best(&[tag]))
            .or_else(|| best(&preferred_tags(accept_language.unwrap_or(""))))
            .unwrap_or(Self::english())
    }

    /// Value of the attribute `dir`.
    pub(crate) fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    /// A text without arguments.
    pub(crate) fn text(&self, key: TextKey) -> String {
        self.format_pattern(key, None)
    }

    /// A text with one argument.
    pub(crate) fn format<'a>(
        &self,
        key: TextKey,
        name: &'static str,
        value: impl Into<FluentValue<'a>>,
    ) -> String {
        self.format_all(key, [(name, value.into())])
    }

    /// The parts of a text before and after its argument, without isolates, for an argument in an element of its own.
    pub(crate) fn split(&self, key: TextKey, name: &'static str) -> (String, String) {
        // No text contains this character, which stands for an object (Unicode 23.8).
        const ARGUMENT: &str = "\u{fffc}";
        let text = self.format(key, name, ARGUMENT).replace(['\u{2068}', '\u{2069}'], "");
        let (before, after) = text.split_once(ARGUMENT).unwrap_or((&text, ""));
        (before.to_owned(), after.to_owned())
    }

    /// A text with several arguments.
    pub(crate) fn format_all<'a>(
        &self,
        key: TextKey,
        values: impl IntoIterator<Item = (&'static str, FluentValue<'a>)>,
    ) -> String {
        let mut args = FluentArgs::new();
        values.into_iter().for_each(|(name, value)| args.set(name, value));
        self.format_pattern(key, Some(&args))
    }

    fn format_pattern(&self, key: TextKey, args: Option<&FluentArgs<'_>>) -> String {
        let message = self.bundle.get_message(key.id()).and_then(|message| message.value());
        let mut errors = Vec::new();
        message
            .map(|value| self.bundle.format_pattern(value, args, &mut errors).into_owned())
            .unwrap_or_default()
    }
}

/// A number with the digits of the language `tag`. `None` for other values, such as codes, which are not changed.
fn format_number(value: &FluentValue<'_>, tag: &str) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(localize_digits(&number.as_string(), tag)),
        _ => None,
    }
}

/// Maximum number of tags of an `Accept-Language` header that are read. Browsers send fewer, and each is compared with all
/// languages.
const MAX_TAGS: usize = 20;

/// The first tags of an `Accept-Language` header (RFC 9110 §12.5.4), most preferred first. `q=0` excludes a tag.
fn preferred_tags(header: &str) -> Vec<&str> {
    let mut ranges: Vec<(f32, &str)> = header
        .split(',')
        .take(MAX_TAGS)
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
