//! A brand's accent as CSS: the custom properties of assets/tokens.css that depend on it, for light and dark.

use latchkey_brand::contrast::{Colour, DARK, LIGHT, TEXT};

use super::Brand;

/// How much the accent of a pressed or hovered button is deepened.
const DEEPENED: f64 = 0.25;
/// How much accent is in a tinted background, where that leaves accent text on it readable.
const TINTED: f64 = 0.12;
/// How much black is in the text on a dark style's accent, where that is enough.
const INKED: f64 = 0.8;
/// How far one step goes from a colour that is wished for to one that can be read.
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
    /// A style sheet to be put after assets/tokens.css; empty where the brand has no accent of its own. Of a dark
    /// accent that is not given, one is made from the light one.
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
    /// For an accent that [`light_accent`](latchkey_brand::contrast::light_accent) has accepted.
    pub(super) fn light(accent: Colour) -> Self {
        let tint = towards(LIGHT[0].mixed(accent, TINTED), LIGHT[0], |tint| tint.contrast(accent));
        Self { accent, strong: accent.mixed(Colour::BLACK, DEEPENED), tint, on_accent: Colour::WHITE }
    }

    /// For an accent that [`dark_accent`](latchkey_brand::contrast::dark_accent) has accepted.
    pub(super) fn dark(accent: Colour) -> Self {
        let tint = towards(DARK[0].mixed(accent, TINTED), DARK[0], |tint| tint.contrast(accent));
        let ink = accent.mixed(Colour::BLACK, INKED);
        let on_accent = towards(ink, Colour::BLACK, |ink| ink.contrast(accent));
        Self { accent, strong: accent.mixed(Colour::WHITE, DEEPENED), tint, on_accent }
    }
}

/// The accent of the light style, made light enough to be text in the dark one.
fn lightened(accent: Colour) -> Colour {
    towards(accent, Colour::WHITE, |light| light.contrast(DARK[0]))
}

/// The first colour on the way from `wished` to `certain` that text can be read in; `certain` is known to do.
fn towards(wished: Colour, certain: Colour, contrast: impl Fn(Colour) -> f64) -> Colour {
    let shares = std::iter::successors(Some(0.0), |share| Some(share + STEP));
    let mut colours = shares.take_while(|share| *share < 1.0).map(|share| wished.mixed(certain, share));
    colours.find(|colour| contrast(*colour) >= TEXT).unwrap_or(certain)
}
