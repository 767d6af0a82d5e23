#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::CodeShape::*;
use super::*;

#[test]
fn code_is_read_from_text_of_its_format() {
    let long = "CfDJ8".repeat(30);
    let labelled = format!("Your token: {long}");
    for (shape, text, code) in [
        (Digits(6), "123 456", Some("123456")),
        (Digits(6), "123\u{2011}456", Some("123456")),
        (Digits(6), "12345", None),
        (Digits(6), "12345a", None),
        (Digits(6), "", None),
        (Letters(8), "ABCD-EFGH", Some("ABCDEFGH")),
        (Letters(8), " ab12 cd34 ", Some("ab12cd34")),
        (Letters(8), "ＡＢＣＤ－ＥＦＧＨ", Some("ABCDEFGH")),
        (Letters(8), "Your code: ABCD-EFGH.", Some("ABCDEFGH")),
        (Letters(8), "ABCD-EFG", None),
        (Letters(8), "ABCD-EFG!", None),
        (Letters(8), "ÄBCD-EFG", None),
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

    #[test]
    fn code_from_random_text_has_its_format(text in any::<String>()) {
        if let Some(digits) = read_digits(&text, 6..=8) {
            prop_assert!((6..=8).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()));
        }
    }
}
