//! Tests the built-in colours of assets/tokens.css with the rules for a brand's colours (A11Y-10).

use std::collections::HashMap;

use latchkey_brand::contrast::{
    Colour, DARK_BACKGROUNDS, LIGHT_BACKGROUNDS, MIN_GRAPHICS_CONTRAST, MIN_TEXT_CONTRAST,
};

const TOKENS: &str = include_str!("../../../assets/tokens.css");
/// Pairs of text and background colours.
const TEXTS: [(&str, &str); 32] = [
    ("ink", "paper"),
    ("ink", "sheet"),
    ("ink", "sunk"),
    ("ink", "accent-tint"),
    ("ink", "red-tint"),
    ("ink", "amber-tint"),
    ("ink", "green-tint"),
    ("quiet", "paper"),
    ("quiet", "sheet"),
    ("quiet", "sunk"),
    ("quiet", "accent-tint"),
    ("accent", "paper"),
    ("accent", "sheet"),
    ("accent", "sunk"),
    ("accent", "accent-tint"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("red", "paper"),
    ("red", "sheet"),
    ("red", "red-tint"),
    ("on-red", "red"),
    ("on-red", "red-strong"),
    ("amber", "paper"),
    ("amber", "sheet"),
    ("amber", "amber-tint"),
    ("green", "paper"),
    ("green", "sheet"),
    ("green", "green-tint"),
    ("on-bar", "bar"),
    ("bar-quiet", "bar"),
    ("on-lamp", "bar-lamp"),
    ("on-toast", "toast"),
];
/// Pairs of a line and what is beside it.
const LINES: [(&str, &str); 8] = [
    ("line", "paper"),
    ("line", "sheet"),
    ("line", "sunk"),
    ("accent", "accent-illustration"),
    ("amber", "amber-illustration"),
    ("red", "track"),
    ("amber", "track"),
    ("green", "track"),
];

/// The colours of the first `:root` after `start`.
fn colours(start: &str) -> HashMap<&'static str, Colour> {
    let (_, rest) = TOKENS.split_once(start).unwrap();
    let (_, rest) = rest.split_once(":root {").unwrap();
    let (block, _) = rest.split_once('}').unwrap();
    let named = block.split(';').filter_map(|line| line.split_once("--")?.1.split_once(": "));
    named.filter_map(|(name, value)| Some((name, Colour::parse(value.trim())?))).collect()
}

/// The tokens of the dark theme. Those that it does not change are as in the light one.
fn dark() -> HashMap<&'static str, Colour> {
    let mut all = colours("");
    all.extend(colours("(prefers-color-scheme: dark)"));
    all
}

#[test]
fn all_text_colours_have_enough_contrast() {
    for (style, colours) in [("light", colours("")), ("dark", dark())] {
        for (text, ground) in TEXTS {
            let ratio = colours[text].contrast(colours[ground]);
            assert!(ratio >= MIN_TEXT_CONTRAST, "{style}: --{text} on --{ground} has {ratio:.2}:1");
        }
        for (line, ground) in LINES {
            let ratio = colours[line].contrast(colours[ground]);
            assert!(ratio >= MIN_GRAPHICS_CONTRAST, "{style}: --{line} beside --{ground} has {ratio:.2}:1");
        }
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
