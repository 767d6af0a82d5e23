//! Tests of the colours that are derived from an accent (A11Y-10).

use crate::config::*;
use latchkey_brand::accents::Accents;
use latchkey_brand::contrast::{
    Colour, DARK_BACKGROUNDS, LIGHT_BACKGROUNDS, MIN_GRAPHICS_CONTRAST, MIN_TEXT_CONTRAST, parse_dark_accent,
    parse_light_accent,
};

fn colour(text: &str) -> Colour {
    Colour::parse(text).unwrap()
}

/// Tests 256 levels of grey and of four hues. All colours derived from an accepted accent are readable.
#[test]
fn colours_derived_from_any_accepted_accent_are_readable() {
    let (mut light, mut dark) = (0, 0);
    let hues = [[1.0, 1.0, 1.0], [1.0, 0.3, 0.0], [0.1, 0.4, 1.0], [0.0, 1.0, 0.6], [1.0, 0.0, 0.8]];
    for (hue, level) in hues.iter().flat_map(|hue| (0..=255u8).map(move |level| (hue, level))) {
        let accent = Colour(hue.map(|part| (part * f64::from(level)) as u8));
        let text = accent.to_string();
        if parse_light_accent(&text).is_ok() {
            light += 1;
            let Accents { strong, tint, illustration, on_accent, .. } =
                Accents::light(accent, LIGHT_BACKGROUNDS[0]);
            assert!(accent.contrast(illustration) >= MIN_GRAPHICS_CONTRAST, "{accent} on {illustration}");
            for (text, ground) in [
                (accent, LIGHT_BACKGROUNDS[0]),
                (accent, LIGHT_BACKGROUNDS[1]),
                (accent, tint),
                (on_accent, accent),
                (on_accent, strong),
            ] {
                assert!(text.contrast(ground) >= MIN_TEXT_CONTRAST, "{text} on {ground} of {accent}");
            }
        }
        if parse_dark_accent(&text).is_ok() {
            dark += 1;
            let Accents { strong, tint, illustration, on_accent, .. } =
                Accents::dark(accent, DARK_BACKGROUNDS[0]);
            assert!(accent.contrast(illustration) >= MIN_GRAPHICS_CONTRAST, "{accent} on {illustration}");
            for (text, ground) in [
                (accent, DARK_BACKGROUNDS[0]),
                (accent, DARK_BACKGROUNDS[1]),
                (accent, tint),
                (on_accent, accent),
                (on_accent, strong),
            ] {
                assert!(text.contrast(ground) >= MIN_TEXT_CONTRAST, "{text} on {ground} of {accent}");
            }
        }
    }
    assert!(light > 200 && dark > 200, "{light} {dark}");
}

#[test]
fn style_has_light_and_dark_values() {
    let brand = |accent, accent_dark| Brand { accent, accent_dark, ..Brand::default() };
    let (blue, pale) = (colour("#1b3f8f"), colour("#9db8ff"));
    assert_eq!(brand(None, None).style(), "");
    assert_eq!(
        brand(Some(blue), Some(pale)).style(),
        "@media (prefers-color-scheme: light) { :root { --accent: #1b3f8f; --accent-strong: #153170; \
         --accent-tint: #e8ecf4; --accent-illustration: #d1d9e9; --on-accent: #ffffff; \
         --halo: rgb(27 63 143 / 0.18); } }\n\
         @media (prefers-color-scheme: dark) { :root { --accent: #9db8ff; --accent-strong: #b6caff; \
         --accent-tint: #282f3b; --accent-illustration: #3a4459; --on-accent: #08110f; \
         --halo: rgb(157 184 255 / 0.26); } }\n"
    );
    let only_dark = brand(None, Some(pale)).style();
    assert!(only_dark.starts_with("@media (prefers-color-scheme: dark)") && only_dark.lines().count() == 1);
}

/// The derived dark accent passes the check for a configured one.
#[test]
fn missing_dark_accent_is_derived() {
    for accent in ["#1b3f8f", "#0b5c55", "#000000", "#a3231b"] {
        let style = Brand { accent: Some(colour(accent)), ..Brand::default() }.style();
        let (_, dark) = style.split_once("dark) { :root { --accent: ").unwrap();
        assert!(parse_dark_accent(&dark[..7]).is_ok(), "{accent} became {}", &dark[..7]);
    }
}
