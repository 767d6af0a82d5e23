//! The beginning of a response for the terminal. Secrets are masked, and control characters do not reach the terminal.

use std::borrow::Cow;

use latchkey_core::truncate;

use crate::html::page_text;

/// Maximum length of an excerpt, in bytes.
const MAX_BYTES: usize = 200;
/// Minimum length of random text that is masked, in characters.
const MIN_RANDOM_CHARS: usize = 16;
/// Minimum length of a known value that is replaced, in bytes. A shorter one is found in other words.
const MIN_VALUE_BYTES: usize = 4;
/// Stands for a secret.
const MASK: &str = "\u{2022}\u{2022}\u{2022}";

/// The title and text of a web page, as [`excerpt`].
pub(crate) fn page_excerpt<'a>(body: &[u8], secrets: impl IntoIterator<Item = &'a str>) -> String {
    excerpt(page_text(&String::from_utf8_lossy(body)).as_bytes(), secrets)
}

/// The first 200 bytes of a body without `secrets` and without text that looks random, such as session tokens.
pub(crate) fn excerpt<'a>(body: &[u8], secrets: impl IntoIterator<Item = &'a str>) -> String {
    let text = replace_values(&String::from_utf8_lossy(body), secrets, MASK);
    let shown = on_one_line(&without_random_text(&text));
    let start = truncate::prefix(&shown, MAX_BYTES);
    if start.len() < shown.len() { format!("{start}\u{2026}") } else { shown }
}

/// Replaces known values in a text. A longer one comes first, because it may contain another.
pub(crate) fn replace_values<'a>(
    text: &str,
    values: impl IntoIterator<Item = &'a str>,
    replacement: &str,
) -> String {
    let mut values: Vec<&str> = values.into_iter().filter(|it| it.len() >= MIN_VALUE_BYTES).collect();
    values.sort_unstable_by_key(|value| std::cmp::Reverse(value.len()));
    values.into_iter().fold(text.to_owned(), |text, value| text.replace(value, replacement))
}

/// Masks each word that looks like a token.
pub(crate) fn without_random_text(text: &str) -> Cow<'_, str> {
    replace_words(text, is_random, MASK)
}

/// Replaces the words for which `is_replaced` is true.
pub(crate) fn replace_words<'a>(
    text: &'a str,
    is_replaced: impl Fn(&str) -> bool,
    replacement: &str,
) -> Cow<'a, str> {
    let in_word = |c: char| c.is_ascii_alphanumeric() || "-_+/=~".contains(c);
    if !text.split(|c| !in_word(c)).any(&is_replaced) {
        return Cow::Borrowed(text);
    }
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (word, after) = rest.split_at(rest.find(|c| !in_word(c)).unwrap_or(rest.len()));
        replaced.push_str(if is_replaced(word) { replacement } else { word });
        let (between, after) = after.split_at(after.find(in_word).unwrap_or(after.len()));
        replaced.push_str(between);
        rest = after;
    }
    Cow::Owned(replaced)
}

/// Names such as `email_address_invalid` and `invalidPasswordMinLength` have neither digits nor many changes of case.
pub(crate) fn is_random(word: &str) -> bool {
    let kind = |b: &u8| (b.is_ascii_uppercase(), b.is_ascii_lowercase(), b.is_ascii_digit());
    let bytes = word.as_bytes();
    let has_digits = bytes.iter().any(u8::is_ascii_digit) && bytes.iter().any(u8::is_ascii_alphabetic);
    let changes = bytes.windows(2).filter(|pair| kind(&pair[0]) != kind(&pair[1])).count();
    word.len() >= MIN_RANDOM_CHARS && (has_digits || changes * 3 > word.len())
}

/// Each run of white space becomes one space. Control characters become U+FFFD, because they could change what the
/// terminal shows.
fn on_one_line(text: &str) -> String {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| {
            word.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_and_random_text_are_masked() {
        for (body, shown) in [
            (r#"{"error":"no_such_user"}"#, r#"{"error":"no_such_user"}"#),
            (r#"{"code":"email_address_not_authorized"}"#, r#"{"code":"email_address_not_authorized"}"#),
            (r#"{"e":"invalidPasswordMinLengthMessage"}"#, r#"{"e":"invalidPasswordMinLengthMessage"}"#),
            (r#"{"token":"s3cret"}"#, "{\"token\":\"\u{2022}\u{2022}\u{2022}\"}"),
            (r#"{"id":"0b6f4a52-8f1e-4c7e-9d0b-2f9e"}"#, "{\"id\":\"\u{2022}\u{2022}\u{2022}\"}"),
            (
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlLTEyMw",
                "\u{2022}\u{2022}\u{2022}.\u{2022}\u{2022}\u{2022}.\u{2022}\u{2022}\u{2022}",
            ),
            (r#"{"t":"QwErTyUiOpAsDfGhJkLz"}"#, "{\"t\":\"\u{2022}\u{2022}\u{2022}\"}"),
            ("two\n  lines", "two lines"),
            ("a\u{1b}[31mred\u{7}", "a\u{fffd}[31mred\u{fffd}"),
            ("", ""),
        ] {
            assert_eq!(excerpt(body.as_bytes(), ["s3cret", "it"]), shown, "{body}");
        }
    }

    #[test]
    fn page_is_shown_by_its_title_and_text() {
        let body = "<!doctype html><html><head><meta charset=utf-8><TITLE>Reset</TITLE><style>a { }</style>\n\
                    <script src=x>if (a < b) {}</script></head><body class=a><h1>Too short</h1><p>At least 8.</body>";
        assert_eq!(
            page_excerpt(body.as_bytes(), ["least"]),
            "Reset Too short At \u{2022}\u{2022}\u{2022} 8."
        );
    }

    #[test]
    fn only_the_first_200_bytes_are_shown() {
        let long = "word ".repeat(50);
        let shown = excerpt(long.as_bytes(), []);
        assert_eq!(shown, format!("{}\u{2026}", &long[..200]));
        // A token at the end is masked before the text is cut.
        let token = format!("{}QwErTyUiOpAsDfGhJkLz", "x ".repeat(95));
        assert!(!excerpt(token.as_bytes(), []).contains("QwEr"));
    }
}
