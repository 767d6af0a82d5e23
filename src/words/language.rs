//! The languages of the screens, and the choice among them.

use latchkey_core::language_tag::best_match;

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
        let there: Vec<&str> = Self::all().iter().map(|language| language.tag).collect();
        best_match(wanted, &there).and_then(Self::tagged).unwrap_or(Self::english())
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
            (&["de-DE-u-fw-mon-mu-celsius", "en"], "de"),
            (&["ar-EG-u-nu-latn", "en"], "ar"),
            (&["fr-CA-x-private", "en"], "fr"),
            (&["iw-IL", "en"], "he"),
            (&["C", "POSIX", ""], "en"),
            (&["tlh"], "en"),
            (&[], "en"),
        ] {
            assert_eq!(Language::best_for(wanted).tag, chosen, "{wanted:?}");
        }
    }
}
