//! The languages of the screens, and how one is chosen.

use std::borrow::Cow;

use latchkey_core::language_tag::best_match;

use crate::platform::languages;

/// The messages of English, which is the fallback of every language. build.rs removed the comments.
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.ftl"));

/// A language of the screens.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// The BCP 47 tag.
    pub tag: &'static str,
    /// The language's own name.
    pub name: &'static str,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// The Fluent source, which build.rs compressed. Nothing for English.
    #[cfg(not(all(target_arch = "wasm32", feature = "language-files")))]
    compressed: &'static [u8],
    /// The Fluent source that the page has loaded.
    #[cfg(all(target_arch = "wasm32", feature = "language-files"))]
    loaded: std::sync::OnceLock<String>,
}

#[cfg(not(all(target_arch = "wasm32", feature = "language-files")))]
macro_rules! compressed {
    ("en") => {
        &[]
    };
    ($tag:tt) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $tag, ".ftl.deflate"))
    };
}

macro_rules! languages {
    ($($tag:tt $name:literal $right_to_left:literal,)*) => {
        /// English, the fallback, comes first; the others are sorted by their own names.
        static LANGUAGES: [Language; [$($tag),*].len()] = [$(Language {
            tag: $tag,
            name: $name,
            right_to_left: $right_to_left,
            #[cfg(not(all(target_arch = "wasm32", feature = "language-files")))]
            compressed: compressed!($tag),
            #[cfg(all(target_arch = "wasm32", feature = "language-files"))]
            loaded: std::sync::OnceLock::new(),
        },)*];
    };
}

languages! {
    "en" "English" false,
    "id" "Bahasa Indonesia" false,
    "ca" "Català" false,
    "cs" "Čeština" false,
    "da" "Dansk" false,
    "de" "Deutsch" false,
    "es" "Español" false,
    "fr" "Français" false,
    "it" "Italiano" false,
    "hu" "Magyar" false,
    "nl" "Nederlands" false,
    "nb" "Norsk bokmål" false,
    "pl" "Polski" false,
    "pt-BR" "Português (Brasil)" false,
    "ro" "Română" false,
    "fi" "Suomi" false,
    "sv" "Svenska" false,
    "vi" "Tiếng Việt" false,
    "tr" "Türkçe" false,
    "el" "Ελληνικά" false,
    "ru" "Русский" false,
    "uk" "Українська" false,
    "he" "עברית" true,
    "ur" "اردو" true,
    "ar" "العربية" true,
    "fa" "فارسی" true,
    "hi" "हिन्दी" false,
    "bn" "বাংলা" false,
    "th" "ไทย" false,
    "ko" "한국어" false,
    "ja" "日本語" false,
    "zh-Hans" "简体中文" false,
}

impl Language {
    /// All languages.
    pub fn all() -> &'static [Self] {
        &LANGUAGES
    }

    /// English.
    pub fn english() -> &'static Self {
        &LANGUAGES[0]
    }

    /// The language with exactly this tag.
    pub fn from_tag(tag: &str) -> Option<&'static Self> {
        Self::all().iter().find(|language| language.tag == tag)
    }

    /// The best match for `wanted`, a list of BCP 47 tags in order of preference; English if none matches.
    pub fn best_for(wanted: &[impl AsRef<str>]) -> &'static Self {
        let there: Vec<&str> = Self::all().iter().map(|language| language.tag).collect();
        best_match(wanted, &there).and_then(Self::from_tag).unwrap_or(Self::english())
    }

    /// The best match for the user's system settings.
    pub fn system() -> &'static Self {
        Self::best_for(&languages())
    }

    /// The Fluent source of its messages. Empty if they are not loaded.
    pub fn messages(&self) -> Cow<'_, str> {
        if self.tag == "en" {
            return Cow::Borrowed(ENGLISH);
        }
        #[cfg(all(target_arch = "wasm32", feature = "language-files"))]
        return Cow::Borrowed(self.loaded.get().map_or("", String::as_str));
        #[cfg(not(all(target_arch = "wasm32", feature = "language-files")))]
        return Cow::Owned(decompress(self.compressed));
    }

    /// Loads the messages if they are not compiled in. If this fails, English is shown, as for a missing message.
    pub(crate) async fn load(&self) {
        #[cfg(all(target_arch = "wasm32", feature = "language-files"))]
        if self.messages().is_empty()
            && let Some(text) = super::page_messages::load(self.tag).await
        {
            // Two calls may have loaded the same text.
            let _ = self.loaded.set(text);
        }
    }

    /// The value of the attribute `dir`.
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }
}

/// The text that build.rs compressed.
#[cfg(not(all(target_arch = "wasm32", feature = "language-files")))]
fn decompress(bytes: &[u8]) -> String {
    let text = miniz_oxide::inflate::decompress_to_vec(bytes).ok();
    text.and_then(|text| String::from_utf8(text).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn best_matching_language_is_chosen() {
        for (wanted, chosen) in [
            (&["de-AT", "en"][..], "de"),
            (&["is-IS", "fr-CA"], "fr"),
            (&["pt-PT"], "pt-BR"),
            (&["pt"], "pt-BR"),
            (&["zh-CN"], "zh-Hans"),
            (&["zh-SG"], "zh-Hans"),
            (&["zh-TW", "ja-JP"], "ja"),
            (&["no-NO"], "nb"),
            (&["nn-NO"], "nb"),
            (&["in-ID"], "id"),
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
