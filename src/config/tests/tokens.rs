//! Tests the built-in colours of assets/tokens.css with the rules for a brand's colours (A11Y-10).

use std::collections::HashMap;

use latchkey_brand::contrast::{Colour, DARK_BACKGROUNDS, LIGHT_BACKGROUNDS, MIN_TEXT_CONTRAST};

const TOKENS: &str = include_str!("../../../assets/tokens.css");
/// The minimum contrast of non-text elements, such as the border of a field (WCAG 2.2, success criterion 1.4.11).
const NOT_TEXT: f64 = 3.0;
/// Pairs of text and background colours.
const TEXTS: [(&str, &str); 13] = [
    ("ink", "paper"),
    ("ink", "sheet"),
    ("ink-quiet", "paper"),
    ("ink-quiet", "sheet"),
    ("accent", "paper"),
    ("accent", "sheet"),
    ("accent", "accent-tint"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("trouble", "sheet"),
    ("trouble", "trouble-tint"),
    ("ink", "trouble-tint"),
    ("demo-ink", "demo-tint"),
];

/// The colours of the first `:root` after `start`.
fn colours(start: &str) -> HashMap<&'static str, Colour> {
    let (_, rest) = TOKENS.split_once(start).unwrap();
    let (_, rest) = rest.split_once(":root {").unwrap();
    let (block, _) = rest.split_once('}').unwrap();
    let named = block.split(';').filter_map(|line| line.split_once("--")?.1.split_once(": "));
    named.filter_map(|(name, value)| Some((name, Colour::parse(value.trim())?))).collect()
}

#[test]
fn all_text_colours_have_enough_contrast() {
    for (style, colours) in [("light", colours("")), ("dark", colours("(prefers-color-scheme: dark)"))] {
        for (text, ground) in TEXTS {
            let ratio = colours[text].contrast(colours[ground]);
            assert!(ratio >= MIN_TEXT_CONTRAST, "{style}: --{text} on --{ground} has {ratio:.2}:1");
        }
        let ratio = colours["line"].contrast(colours["sheet"]);
        assert!(ratio >= NOT_TEXT, "{style}: --line on --sheet has {ratio:.2}:1");
    }
}

/// The backgrounds that a brand's accent is checked against are those of assets/tokens.css.
#[test]
fn brand_check_uses_the_real_backgrounds() {
    for (backgrounds, start) in [(LIGHT_BACKGROUNDS, ""), (DARK_BACKGROUNDS, "(prefers-color-scheme: dark)")]
    {
        let colours = colours(start);
        assert_eq!(backgrounds, [colours["sheet"], colours["paper"]]);
    }
}
