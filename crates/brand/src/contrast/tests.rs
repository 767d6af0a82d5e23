//! The arithmetic of WCAG 2.2 (A11Y-10).

#![allow(clippy::unwrap_used)]

use super::Colour;

fn colour(text: &str) -> Colour {
    Colour::parse(text).unwrap()
}

#[test]
fn ratios_match_wcag_examples() {
    for (one, other, ratio) in [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#00ff00", "#000000", 15.3),
    ] {
        let (one, other) = (colour(one), colour(other));
        assert!((one.contrast(other) - ratio).abs() < 0.005, "{one} {other}: {}", one.contrast(other));
        assert_eq!(one.contrast(other), other.contrast(one));
    }
}

#[test]
fn only_six_hexadecimal_digits_are_a_colour() {
    assert_eq!(colour("#0aBc5F"), Colour([0x0a, 0xbc, 0x5f]));
    assert_eq!(colour("#0aBc5F").to_string(), "#0abc5f");
    for text in ["", "#", "#abc", "0abc5f", "#0abc5f0", "#0abc5g", "#+abc5f", "#äbc5", "teal", "#fff;}"] {
        assert_eq!(Colour::parse(text), None, "{text}");
    }
}
