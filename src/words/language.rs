//! The languages of the screens, and the choice among them.

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

use crate::platform::languages;

/// A language that the screens are written in.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag.
    pub tag: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    /// Written from right to left.
    pub right_to_left: bool,
    sentences: &'static str,
}

macro_rules! languages {
    ($($tag:literal $name:literal $right_to_left:literal,)*) => {
        /// English, which stands in for what another lacks, first; the rest in the order of their own names.
        const LANGUAGES: &[Language] = &[$(Language {
            tag: $tag,
            name: $name,
            right_to_left: $right_to_left,
            sentences: include_str!(concat!("../../assets/locales/", $tag, ".ftl")),
        },)*];
    };
}

languages! {
    "en" "English" false,
    "de" "Deutsch" false,
    "es" "Español" false,
    "fr" "Français" false,
    "it" "Italiano" false,
    "nl" "Nederlands" false,
    "pl" "Polski" false,
    "pt-BR" "Português (Brasil)" false,
    "tr" "Türkçe" false,
    "uk" "Українська" false,
    "he" "עברית" true,
    "ar" "العربية" true,
    "hi" "हिन्दी" false,
    "ko" "한국어" false,
    "ja" "日本語" false,
    "zh-Hans" "简体中文" false,
}

impl Language {
    /// All of them.
    pub fn all() -> &'static [Self] {
        LANGUAGES
    }

    /// English.
    pub fn english() -> &'static Self {
        &LANGUAGES[0]
    }

    /// The one with this very tag.
    pub fn tagged(tag: &str) -> Option<&'static Self> {
        Self::all().iter().find(|language| language.tag == tag)
    }

    /// The best for somebody who reads `wanted`, BCP 47 tags with the dearest first; English if none fits.
    pub fn best_for(wanted: &[impl AsRef<str>]) -> &'static Self {
        // What a system calls "C" or "POSIX" is no language, and is passed over.
        let wanted: Vec<LanguageIdentifier> =
            wanted.iter().filter_map(|tag| tag.as_ref().parse().ok()).collect();
        let there: Vec<LanguageIdentifier> =
            Self::all().iter().filter_map(|language| language.tag.parse().ok()).collect();
        let found = negotiate_languages(&wanted, &there, None, NegotiationStrategy::Lookup);
        found.first().and_then(|best| Self::tagged(&best.to_string())).unwrap_or(Self::english())
    }

    /// The best for this system's user.
    pub fn of_system() -> &'static Self {
        Self::best_for(&languages())
    }

    /// Its sentences, in Fluent.
    pub fn sentences(&self) -> &'static str {
        self.sentences
    }

    /// For the attribute `dir`.
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_fits_best_is_chosen() {
        for (wanted, chosen) in [
            (&["de-AT", "en"][..], "de"),
            (&["sv-SE", "fr-CA"], "fr"),
            (&["pt-PT"], "pt-BR"),
            (&["pt"], "pt-BR"),
            (&["zh-CN"], "zh-Hans"),
            (&["zh-SG"], "zh-Hans"),
            (&["zh-TW", "ja-JP"], "ja"),
            (&["he-IL"], "he"),
            (&["ar-EG"], "ar"),
            (&["en-GB"], "en"),
            (&["C", "POSIX", ""], "en"),
            (&["tlh"], "en"),
            (&[], "en"),
        ] {
            assert_eq!(Language::best_for(wanted).tag, chosen, "{wanted:?}");
        }
    }
}
