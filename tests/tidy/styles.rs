//! Style sheets use only the tokens of assets/tokens.css: no other colour, font size or radius (docs/design.md).

use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const TOKENS: &str = "tokens.css";

fn style_sheets(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            style_sheets(&path, found);
        } else if path.extension().is_some_and(|it| it == "css") && !path.ends_with(TOKENS) {
            found.push(path);
        }
    }
}

/// The declarations of a style sheet, as pairs of property and value, without comments.
fn declarations(css: &str) -> Vec<(String, String)> {
    let mut plain = String::new();
    for (at, part) in css.split("/*").enumerate() {
        plain += if at == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) };
    }
    let blocks = plain.split(['{', '}', ';']).filter_map(|text| text.split_once(':'));
    blocks.map(|(property, value)| (property.trim().to_owned(), value.trim().to_owned())).collect()
}

/// What is wrong with a declaration.
fn violation(property: &str, value: &str) -> Option<&'static str> {
    let is_hex = |at: usize| value[at + 1..].chars().take_while(char::is_ascii_hexdigit).count() >= 3;
    let has_colour = value.match_indices('#').any(|(at, _)| is_hex(at))
        || ["rgb", "hsl", "oklch", "color-mix"]
            .iter()
            .any(|function| value.contains(&format!("{function}(")));
    let is_shape =
        |value: &str| matches!(value, "50%" | "inherit" | "0") || value.starts_with("var(--radius");
    // `font: 600 1rem/1.25 var(--font)`: the size is before the slash.
    let has_size = match property {
        "font-size" => value.starts_with(|first: char| first.is_ascii_digit()),
        "font" => value.split_whitespace().any(|part| {
            let size = part.split('/').next().unwrap_or_default();
            ["rem", "px", "em"].iter().any(|unit| size.ends_with(unit))
        }),
        _ => false,
    };
    match property {
        _ if has_colour => Some("a colour"),
        "border-radius" if !is_shape(value) => Some("a radius"),
        _ if has_size => Some("a font size"),
        _ => None,
    }
}

#[test]
fn styles_use_only_tokens() {
    let mut sheets = Vec::new();
    for folder in ["assets", "src"] {
        style_sheets(&Path::new(ROOT).join(folder), &mut sheets);
    }
    assert!(sheets.len() > 10, "the search does not find the style sheets");
    for sheet in sheets {
        for (property, value) in declarations(&fs::read_to_string(&sheet).unwrap()) {
            let wrong = violation(&property, &value);
            assert!(wrong.is_none(), "{}: {wrong:?} that is no token: {property}: {value}", sheet.display());
        }
    }
}

#[test]
fn values_beside_the_tokens_are_found() {
    for (property, value, is_wrong) in [
        ("color", "#0b5c55", true),
        ("box-shadow", "0 1px rgb(0 0 0 / 0.1)", true),
        ("color", "var(--ink)", false),
        ("border-radius", "4px", true),
        ("border-radius", "var(--radius)", false),
        ("font-size", "0.9rem", true),
        ("font", "600 1rem/1.25 var(--font)", true),
        ("font", "600 var(--size-body)/1.25 var(--font)", false),
        ("padding", "0.875rem", false),
    ] {
        assert_eq!(violation(property, value).is_some(), is_wrong, "{property}: {value}");
    }
}
