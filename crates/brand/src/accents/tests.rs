//! The derived colours of several accents.

#![allow(clippy::unwrap_used)]

use super::*;

const LIGHT_SHEET: &str = "#ffffff";
const DARK_SHEET: &str = "#171b1e";

fn colour(text: &str) -> Colour {
    Colour::parse(text).unwrap()
}

#[test]
fn colours_are_derived_from_one_accent() {
    for (accent, light, dark_accent, dark) in [
        ("#0b5c55", ["#094842", "#e7efee", "#cededd"], None, ["#9adcd4", "#243334", "#304a4a"]),
        ("#1b3f8f", ["#153170", "#e8ecf4", "#d1d9e9"], Some("#9cbeff"), ["#b5ceff", "#28303b", "#3a4558"]),
        ("#5b3df5", ["#4730bf", "#efecfe", "#ded8fd"], Some("#b1b7fd"), ["#c4c9fe", "#2b2f3b", "#3f4458"]),
        ("#b00020", ["#890019", "#f7e6e9", "#efccd2"], Some("#fea19b"), ["#feb8b4", "#352c2e", "#533e3e"]),
        ("#111111", ["#0d0d0d", "#e7e7e7", "#cfcfcf"], Some("#e4e4e4"), ["#ebebeb", "#323538", "#4c4f51"]),
        ("#7a4b00", ["#5f3a00", "#f2ede6", "#e4dbcc"], Some("#efaf64"), ["#f3c38b", "#332e27", "#4f4130"]),
    ] {
        let derived = |accents: Accents| [accents.strong, accents.tint, accents.illustration];
        let expected = |texts: [&str; 3]| texts.map(colour);
        let on_light = Accents::light(colour(accent), colour(LIGHT_SHEET));
        assert_near(derived(on_light), expected(light), accent);
        assert_eq!(on_light.on_accent, Colour::WHITE, "{accent}");
        // The default dark accent is part of the design, and not derived.
        let dark_accent = dark_accent.map_or(colour("#79d0c6"), |dark_accent| {
            assert_near([derive_dark_accent(colour(accent))], [colour(dark_accent)], accent);
            colour(dark_accent)
        });
        let on_dark = Accents::dark(dark_accent, colour(DARK_SHEET));
        assert_near(derived(on_dark), expected(dark), accent);
        assert_eq!(on_dark.on_accent, DARK_TEXT, "{accent}");
    }
}

/// Rounding may differ by one.
fn assert_near<const N: usize>(found: [Colour; N], expected: [Colour; N], accent: &str) {
    for (found, expected) in found.iter().zip(&expected) {
        let near = found.0.iter().zip(expected.0).all(|(found, expected)| found.abs_diff(expected) <= 1);
        assert!(near, "{found} instead of {expected} for {accent}");
    }
}

#[test]
fn every_derived_colour_is_readable() {
    for accent in ["#0b5c55", "#767676", "#0000ff", "#c00000", "#006400", "#000000", "#8a5300"] {
        let (accent, sheet) = (colour(accent), colour(LIGHT_SHEET));
        let dark_accent = derive_dark_accent(accent);
        for (accents, sheet) in [
            (Accents::light(accent, sheet), sheet),
            (Accents::dark(dark_accent, colour(DARK_SHEET)), colour(DARK_SHEET)),
        ] {
            assert!(accents.accent.contrast(sheet) >= MIN_TEXT_CONTRAST, "{accent}");
            assert!(accents.accent.contrast(accents.tint) >= MIN_TEXT_CONTRAST, "{accent}");
            assert!(accents.accent.contrast(accents.illustration) >= MIN_GRAPHICS_CONTRAST, "{accent}");
            assert!(accents.accent.contrast(accents.on_accent) >= MIN_TEXT_CONTRAST, "{accent}");
            assert!(accents.strong.contrast(accents.on_accent) >= MIN_TEXT_CONTRAST, "{accent}");
        }
    }
}
