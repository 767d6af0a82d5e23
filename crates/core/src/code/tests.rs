#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::CodeShape::Long;
use super::*;

fn digits(count: usize) -> CodeShape {
    CodeShape::digits(count)
}

fn letters(count: usize) -> CodeShape {
    CodeShape::letters(count)
}

#[test]
fn code_is_read_from_text_of_its_format() {
    let long = "CfDJ8".repeat(30);
    let labelled = format!("Your token: {long}");
    for (shape, text, code) in [
        (digits(6), "123 456", Some("123456")),
        (digits(6), "123\u{2011}456", Some("123456")),
        (digits(6), "12345", None),
        (digits(6), "12345a", None),
        (digits(6), "", None),
        (letters(8), "ABCD-EFGH", Some("ABCDEFGH")),
        (letters(8), " ab12 cd34 ", Some("ab12cd34")),
        (letters(8), "ＡＢＣＤ－ＥＦＧＨ", Some("ABCDEFGH")),
        (letters(8), "Your code: ABCD-EFGH.", Some("ABCDEFGH")),
        (letters(8), "ABCD-EFG", None),
        (letters(8), "ABCD-EFG!", None),
        (letters(8), "ÄBCD-EFG", None),
        (Long, long.as_str(), Some(long.as_str())),
        (Long, labelled.as_str(), Some(long.as_str())),
        (Long, "a-b_c.d~e-b_c.d~", Some("a-b_c.d~e-b_c.d~")),
        (Long, "too-short", None),
        (Long, "slashes/are/not/in/it", None),
    ] {
        assert_eq!(read_code(text, shape).as_deref().map(String::as_str), code, "{shape:?} {text}");
    }
    let broken = format!(" {}\r\n{} ", &long[..70], &long[70..]);
    assert_eq!(*read_code(&broken, Long).unwrap(), long);
    assert!(read_code(&"a".repeat(1025), Long).is_none());
}

/// Bluesky's codes are sent as `ABCDE-FGHIJ`.
#[test]
fn letter_code_is_sent_with_its_hyphens_and_case() {
    let length = CodeLengthRange { min: 8, max: 10 };
    let shape = |case, hyphens| CodeShape::Letters(LetterCode { length, case, hyphens });
    for (case, hyphens, text, code) in [
        (Case::Upper, Hyphens::Every(5), "abcde-fghij", Some("ABCDE-FGHIJ")),
        (Case::Upper, Hyphens::Every(5), "abcde fghij", Some("ABCDE-FGHIJ")),
        (Case::Kept, Hyphens::Every(4), "abcdEFGH", Some("abcd-EFGH")),
        (Case::Kept, Hyphens::Every(20), "abcdEFGH", Some("abcdEFGH")),
        (Case::Kept, Hyphens::Kept, "a1b2-c3d4e5", Some("a1b2-c3d4e5")),
        (Case::Kept, Hyphens::Kept, "a1b2 \u{2011} c3d4e5.", Some("a1b2-c3d4e5")),
        (Case::Kept, Hyphens::Kept, "-a1b2 c3d4e5-", Some("a1b2c3d4e5")),
        (Case::Lower, Hyphens::Dropped, "ABCD-EFGH", Some("abcdefgh")),
        (Case::Lower, Hyphens::Kept, "Your code: ABCD-EFGH", Some("abcd-efgh")),
        (Case::Kept, Hyphens::Kept, "abcd-efg", None),
        (Case::Kept, Hyphens::Kept, "abcd-efgh-ijk", None),
        (Case::Kept, Hyphens::Every(4), "abcd+efgh", None),
    ] {
        let found = read_code(text, shape(case, hyphens));
        assert_eq!(found.as_deref().map(String::as_str), code, "{case:?} {hyphens:?} {text}");
    }
}

/// Supabase's codes have 6 to 10 digits.
#[test]
fn code_with_a_range_of_lengths_is_read() {
    let shape = CodeShape::Digits(CodeLengthRange { min: 6, max: 10 });
    for (text, code) in [
        ("123456", Some("123456")),
        ("1234 5678", Some("12345678")),
        ("Your code: 1234567890.", Some("1234567890")),
        ("12345", None),
        ("12345678901", None),
        ("Your code: 123456, or 12345678", None),
    ] {
        assert_eq!(read_code(text, shape).as_deref().map(String::as_str), code, "{text}");
    }
}

#[test]
fn digits_are_found_in_every_script_with_any_separators() {
    for text in [
        "12345678",
        "1234 5678",
        " 1234-5678\n",
        "1234\n5678",
        "1234.5678",
        "1234_5678",
        "1234•5678",
        "1234·5678",
        "1234\u{2013}5678",
        "1234\u{2212}5678",
        "1234\u{a0}5678",
        "1 2 3 4 5 6 7 8",
        "1234 - 5678",
        "\u{200e}1234\u{200b}5678\u{2069}",
        "1234\u{ad}5678",
        "١٢٣٤٥٦٧٨",
        "۱۲۳۴ ۵۶۷۸",
        "१२३४५६७८",
        "１２３４－５６７８",
        "\u{202b}١٢٣٤ ٥٦٧٨\u{202c}",
        "Your code: 12345678",
        "Your code: 1234 5678.",
        "Your code is 1234 5678. It works for 10 minutes.",
        "12345678 is your code, once more: 1234 5678",
        "Code 1234-5678 (valid until 10:30)",
        "**1234 5678**",
        "\"12345678\"",
        "验证码为12345678，请勿告诉他人。",
        "コード:1234-5678です",
        "코드12345678입니다",
        "Your code: 12345678\n\n2026 Example Inc.",
        "رمزك: ١٢٣٤٥٦٧٨",
    ] {
        assert_eq!(read_digits(text, 8..=8).as_deref().map(String::as_str), Some("12345678"), "{text:?}");
    }
    for text in [
        "",
        "1234567",
        "123456789",
        "1234567a",
        "a12345678",
        "Your code: 1234567",
        "12345678 or 87654321",
        "12345678 87654321",
        "Your code: 12345678, sent 2026-11-28",
        "1234, 5678",
        "1234. 5678 people",
        "1234\n\nLine 5678",
        "https://example.org",
    ] {
        assert!(read_digits(text, 8..=8).is_none(), "{text:?}");
    }
}

#[test]
fn second_factor_code_has_six_to_eight_digits() {
    for (text, code) in [
        ("123 456", Some("123456")),
        ("Code: 1234567", Some("1234567")),
        ("１２３４５６", Some("123456")),
        ("12345", None),
        ("123456 or 654321", None),
    ] {
        assert_eq!(read_digits(text, 6..=8).as_deref().map(String::as_str), code, "{text}");
    }
}

#[test]
fn code_in_the_email_field_is_recognized() {
    for (text, is_code) in [
        ("1234 5678", true),
        ("١٢٣٤٥٦", true),
        ("Your code: 12345678", true),
        ("12345", false),
        ("ada", false),
        ("call +49 170 1234567", false),
        ("", false),
    ] {
        assert_eq!(looks_like_a_code(text), is_code, "{text}");
    }
}

#[test]
fn long_text_of_digits_is_searched_in_linear_time() {
    for text in ["1 ".repeat(200_000) + "x", "12345678 x ".repeat(40_000), "٣".repeat(300_000)] {
        let started = std::time::Instant::now();
        let _ = read_digits(&text, 8..=8);
        assert!(started.elapsed().as_secs() < 5);
    }
}

proptest! {
    #[test]
    fn separators_do_not_change_a_code(
        code in "[0-9]{8}",
        between in prop::collection::vec("[ \t\u{a0}.\\-_•·–\u{200b}\u{2069}]{0,2}", 9),
    ) {
        let mut written = String::new();
        for (gap, digit) in between.iter().zip(code.chars().map(Some).chain([None])) {
            written.push_str(gap);
            written.extend(digit);
        }
        prop_assert_eq!(read_digits(&written, 8..=8).map(|found| found.to_string()), Some(code));
    }

    /// Whatever is typed, a code of letters has only letters, digits and hyphens between them.
    #[test]
    fn letter_code_has_its_format(text in "[ -~]{0,14}|[a-zA-Z0-9 ._\u{2011}-]{0,16}", every in 1usize..6, kept in any::<bool>()) {
        let hyphens = if kept { Hyphens::Kept } else { Hyphens::Every(every) };
        let length = CodeLengthRange { min: 4, max: 8 };
        let shape = CodeShape::Letters(LetterCode { length, case: Case::Upper, hyphens });
        if let Some(code) = read_code(&text, shape) {
            let groups: Vec<&str> = code.split('-').collect();
            prop_assert!(groups.iter().all(|group| !group.is_empty()), "{}", *code);
            prop_assert!(groups.concat().bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()), "{}", *code);
            prop_assert!((4..=8).contains(&groups.concat().len()), "{}", *code);
            prop_assert!(kept || groups.iter().rev().skip(1).all(|group| group.len() == every), "{}", *code);
        }
    }

    #[test]
    fn code_from_random_text_has_its_format(text in any::<String>()) {
        if let Some(digits) = read_digits(&text, 6..=8) {
            prop_assert!((6..=8).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()));
        }
    }
}
