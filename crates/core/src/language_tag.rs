//! BCP 47 language tags of systems and browsers, and language negotiation.

#[cfg(not(target_arch = "wasm32"))]
use icu_locale::{LanguageIdentifier, LocaleExpander};
#[cfg(target_arch = "wasm32")]
use js_sys::Intl::Locale;

/// Language codes that are replaced before a translation is looked for: codes of 1989 that some systems still send, and
/// Norwegian without a written form, which is mostly Bokmål (ISO 639). Readers of Nynorsk read Bokmål too.
const REPLACED: [(&str, &str); 5] = [("iw", "he"), ("in", "id"), ("ji", "yi"), ("no", "nb"), ("nn", "nb")];

/// The language, script and region of a tag: `de-DE` for `de-DE-u-fw-mon-mu-celsius`, `pt-BR` for `pt_BR.UTF-8`.
/// Extensions, private use and variants do not affect the choice of a translation. `None` if the tag has no language
/// (`C`).
pub fn shorten(tag: &str) -> Option<String> {
    let tag = tag.trim().split(['.', '@']).next()?;
    let mut subtags = tag.split(['-', '_']);
    let language = subtags.next()?.to_ascii_lowercase();
    if !(2..=8).contains(&language.len()) || !language.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let replaced = REPLACED.iter().find(|(old, _)| *old == language);
    let mut short = replaced.map_or(language, |(_, new)| (*new).to_owned());
    let (mut script, mut region) = (None, None);
    // A subtag of one character begins an extension.
    for subtag in subtags.take_while(|subtag| subtag.len() > 1) {
        let letters = subtag.bytes().all(|b| b.is_ascii_alphabetic());
        let digits = subtag.bytes().all(|b| b.is_ascii_digit());
        match subtag.len() {
            4 if letters => script = script.or(Some(subtag)),
            2 if letters => region = region.or(Some(subtag)),
            3 if digits => region = region.or(Some(subtag)),
            _ => {}
        }
    }
    for subtag in [script, region].into_iter().flatten() {
        short = short + "-" + subtag;
    }
    Some(short)
}

/// The best of `available` for a person who prefers `wanted`, in descending order of preference (RFC 4647 §3.4). A
/// language fits if its likely script (CLDR) is the same: `zh-TW` does not fit `zh-Hans`. Of several that fit, the one
/// with the same likely region is better than the first one.
pub fn best_match<'a>(wanted: &[impl AsRef<str>], available: &[&'a str]) -> Option<&'a str> {
    let available: Vec<_> = available.iter().filter_map(|tag| Some((*tag, maximize(tag)?))).collect();
    wanted.iter().find_map(|tag| {
        let wanted = maximize(&shorten(tag.as_ref())?)?;
        let fits = |other: &Likely| (&other.language, &other.script) == (&wanted.language, &wanted.script);
        let mut fitting = available.iter().filter(|(_, other)| fits(other));
        let first = fitting.clone().next();
        fitting.find(|(_, other)| other.region == wanted.region).or(first).map(|(tag, _)| *tag)
    })
}

/// A language with its likely script and region.
struct Likely {
    language: String,
    script: Option<String>,
    region: Option<String>,
}

/// Adds the likely script and region.
#[cfg(not(target_arch = "wasm32"))]
fn maximize(tag: &str) -> Option<Likely> {
    let mut tag = LanguageIdentifier::try_from_str(tag).ok()?;
    LocaleExpander::new_common().maximize(&mut tag);
    Some(Likely {
        language: tag.language.to_string(),
        script: tag.script.map(|script| script.to_string()),
        region: tag.region.map(|region| region.to_string()),
    })
}

/// Adds the likely script and region, which the browser knows.
#[cfg(target_arch = "wasm32")]
fn maximize(tag: &str) -> Option<Likely> {
    let tag = Locale::new(tag).ok()?.maximize();
    Some(Likely {
        language: tag.language().into(),
        script: tag.script().map(String::from),
        region: tag.region().map(String::from),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tag_is_shortened_to_language_script_and_region() {
        for (tag, short) in [
            ("de-DE-u-fw-mon-mu-celsius", Some("de-DE")),
            ("ar-EG-u-nu-latn", Some("ar-EG")),
            ("fr-CA-x-private", Some("fr-CA")),
            ("iw-IL", Some("he-IL")),
            ("no", Some("nb")),
            ("nn-NO", Some("nb-NO")),
            ("zh-Hans-CN", Some("zh-Hans-CN")),
            ("zh-cmn-Hans-CN", Some("zh-Hans-CN")),
            ("sl-rozaj-biske-1994", Some("sl")),
            ("de_AT.UTF-8@euro", Some("de-AT")),
            ("es-419", Some("es-419")),
            ("EN", Some("en")),
            (" tr ", Some("tr")),
            ("C", None),
            ("x-private", None),
            ("*", None),
            ("", None),
        ] {
            assert_eq!(shorten(tag).as_deref(), short, "{tag}");
        }
    }

    #[test]
    fn best_available_language_is_chosen() {
        let available = ["en", "de", "fr", "pt-BR", "he", "ar", "ja", "zh-Hans"];
        for (wanted, best) in [
            (&["de-DE-u-fw-mon-mu-celsius"][..], Some("de")),
            (&["ar-EG-u-nu-latn"], Some("ar")),
            (&["fr-CA-x-private"], Some("fr")),
            (&["iw-IL"], Some("he")),
            (&["sv-SE", "pt"], Some("pt-BR")),
            (&["zh-TW", "ja-JP"], Some("ja")),
            (&["zh-cmn-Hans"], Some("zh-Hans")),
            (&["C", "POSIX"], None),
            (&[], None),
        ] {
            assert_eq!(best_match(wanted, &available), best, "{wanted:?}");
        }
    }
}
