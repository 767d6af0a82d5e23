//! A brand's accent as CSS: the custom properties of assets/tokens.css that depend on it, for both themes.

use latchkey_brand::contrast::{Colour, DARK_BACKGROUNDS, LIGHT_BACKGROUNDS, MIN_TEXT_CONTRAST};

use super::Brand;

/// How much darker the accent of a hovered or pressed button is.
const HOVER_SHADE: f64 = 0.25;
/// The share of accent in a tinted background, if accent text on it stays readable.
const TINT: f64 = 0.12;
/// The share of black in text on the dark theme's accent, if that is readable.
const TEXT_SHADE: f64 = 0.8;
/// The step size of the search for a readable colour.
const STEP: f64 = 0.02;

/// The four properties that depend on the accent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Accents {
    pub(super) accent: Colour,
    pub(super) strong: Colour,
    pub(super) tint: Colour,
    pub(super) on_accent: Colour,
}

impl Brand {
    /// A style sheet to append to assets/tokens.css; empty if the brand has no accent. A missing dark accent is derived
    /// from the light one.
    pub fn style(&self) -> String {
        let light = self.accent.map(Accents::light);
        let dark = self.accent_dark.or_else(|| self.accent.map(lightened)).map(Accents::dark);
        let block = |scheme: &str, accents: Option<Accents>| {
            accents.map_or_else(String::new, |accents| {
                let Accents { accent, strong, tint, on_accent } = accents;
                format!(
                    "@media (prefers-color-scheme: {scheme}) {{ :root {{ --accent: {accent}; \
                     --accent-strong: {strong}; --accent-tint: {tint}; --on-accent: {on_accent}; }} }}\n"
                )
            })
        };
        block("light", light) + &block("dark", dark)
    }
}

impl Accents {
    /// For an accent that passed [`light_accent`](latchkey_brand::contrast::light_accent).
    pub(super) fn light(accent: Colour) -> Self {
        let tint =
            mix_until_readable(LIGHT_BACKGROUNDS[0].mixed(accent, TINT), LIGHT_BACKGROUNDS[0], |tint| {
                tint.contrast(accent)
            });
        Self { accent, strong: accent.mixed(Colour::BLACK, HOVER_SHADE), tint, on_accent: Colour::WHITE }
    }

    /// For an accent that passed [`dark_accent`](latchkey_brand::contrast::dark_accent).
    pub(super) fn dark(accent: Colour) -> Self {
        let tint = mix_until_readable(DARK_BACKGROUNDS[0].mixed(accent, TINT), DARK_BACKGROUNDS[0], |tint| {
            tint.contrast(accent)
        });
        let ink = accent.mixed(Colour::BLACK, TEXT_SHADE);
        let on_accent = mix_until_readable(ink, Colour::BLACK, |ink| ink.contrast(accent));
        Self { accent, strong: accent.mixed(Colour::WHITE, HOVER_SHADE), tint, on_accent }
    }
}

/// The light theme's accent, lightened until it is readable as text in the dark theme.
fn lightened(accent: Colour) -> Colour {
    mix_until_readable(accent, Colour::WHITE, |light| light.contrast(DARK_BACKGROUNDS[0]))
}

/// The first readable colour between `preferred` and `fallback`; `fallback` must be readable.
fn mix_until_readable(preferred: Colour, fallback: Colour, contrast: impl Fn(Colour) -> f64) -> Colour {
    let shares = std::iter::successors(Some(0.0), |share| Some(share + STEP));
    let mut colours = shares.take_while(|share| *share < 1.0).map(|share| preferred.mixed(fallback, share));
    colours.find(|colour| contrast(*colour) >= MIN_TEXT_CONTRAST).unwrap_or(fallback)
}
