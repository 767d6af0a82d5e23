//! Normalizes typed and pasted text: invisible characters are removed, decimal digits of all scripts become 0 to 9, and
//! compatibility forms (`Ａ`, `＠`, `①`) become the characters that they stand for (NFKC).

mod form;
mod tables;

use zeroize::Zeroizing;

pub use form::nfc;
use form::nfkc;
use tables::{DIGIT_ZEROS, INVISIBLE};

/// Normalizes a text. The text can be a secret, so the result is zeroized on drop.
pub fn normalize(text: &str) -> Zeroizing<String> {
    let visible = text.chars().filter(|c| !is_invisible(*c)).map(ascii_digit);
    // A growing buffer would leave copies in memory. NFKC exceeds this capacity only for ligatures, which are not part of
    // secrets.
    let mut buffer = Zeroizing::new(String::with_capacity(text.len() * 2));
    buffer.extend(nfkc(visible));
    buffer
}

/// Whether a character is invisible: bidi controls, joiners, soft hyphens, byte order marks, variation selectors and
/// fillers.
pub fn is_invisible(c: char) -> bool {
    let position = INVISIBLE.partition_point(|(_, last)| *last < u32::from(c));
    INVISIBLE.get(position).is_some_and(|(first, _)| *first <= u32::from(c))
}

/// Whether a character belongs to a script in which links and numbers can directly follow a letter, because words are
/// not separated by spaces: Chinese, Japanese, Korean, Thai, Lao, Burmese, Khmer.
pub(crate) fn is_written_without_spaces(c: char) -> bool {
    matches!(u32::from(c), 0xe00..=0xeff | 0x1000..=0x109f | 0x1100..=0x11ff | 0x1780..=0x17ff)
        || matches!(u32::from(c), 0x2e80..=0x9fff | 0xac00..=0xd7ff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// Converts a decimal digit of any script to ASCII. Other characters are unchanged.
fn ascii_digit(c: char) -> char {
    decimal_value(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// The value of a decimal digit (general category Nd) of any script.
fn decimal_value(c: char) -> Option<u32> {
    let after = DIGIT_ZEROS.partition_point(|zero| *zero <= u32::from(c));
    let value = u32::from(c) - DIGIT_ZEROS.get(after.checked_sub(1)?)?;
    (value < 10).then_some(value)
}

#[cfg(test)]
mod tests {
    use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};

    use super::*;

    #[test]
    fn digits_of_every_script_become_ascii() {
        for text in
            ["12345678", "١٢٣٤٥٦٧٨", "۱۲۳۴۵۶۷۸", "१२३४५६७८", "１２３４５６７８", "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "①②③④⑤⑥⑦⑧"]
        {
            assert_eq!(*normalize(text), "12345678", "{text}");
        }
    }

    #[test]
    fn invisible_characters_are_dropped_and_compatibility_forms_replaced() {
        for (text, normalized) in [
            ("a\u{ad}b\u{200b}c\u{200e}d\u{2069}e\u{feff}f\u{fe0f}", "abcdef"),
            ("ada＠example．org", "ada@example.org"),
            ("ﬁｎｅ\u{a0}K", "fine K"),
            ("jo\u{308}rg", "jörg"),
            ("ıst", "ıst"),
        ] {
            assert_eq!(*normalize(text), normalized, "{text:?}");
        }
    }

    /// Compares the tables with an independent copy of the Unicode character database.
    #[test]
    fn tables_have_every_decimal_digit_and_format_character() {
        for c in '\0'..=char::MAX {
            let category = c.general_category();
            if decimal_value(c).is_some() {
                assert_eq!(category, GeneralCategory::DecimalNumber, "{c:?}");
            }
            match category {
                GeneralCategory::DecimalNumber => assert!(decimal_value(c).is_some(), "{c:?}"),
                GeneralCategory::Format => assert!(is_invisible(c), "{c:?}"),
                _ => {}
            }
        }
        assert!(!"aZ09 -ñ用संपर्क😀".chars().any(is_invisible));
    }
}
