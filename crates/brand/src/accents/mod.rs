//! The colours that are derived from a brand's accent (docs/design.md).

use crate::contrast::{
    Colour, DARK_BACKGROUNDS, LIGHT_BACKGROUNDS, MIN_GRAPHICS_CONTRAST, MIN_TEXT_CONTRAST,
};

/// Text on an accent on which white cannot be read.
const DARK_TEXT: Colour = Colour([0x08, 0x11, 0x0f]);
/// The share of the background that each step adds to a tint, until text on it is readable.
const STEP: f64 = 0.05;

/// The colours of a brand for both themes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BrandAccents {
    /// The colours of the light theme. If unset, those of the design tokens stay.
    pub light: Option<Accents>,
    /// The same for the dark theme.
    pub dark: Option<Accents>,
}

impl BrandAccents {
    /// Derives the colours. A missing dark accent is derived from the light one; a missing light accent stays that of the
    /// design tokens.
    pub fn new(accent: Option<Colour>, accent_dark: Option<Colour>) -> Self {
        let accent_dark = accent_dark.or(accent.map(derive_dark_accent));
        Self {
            light: accent.map(|accent| Accents::light(accent, LIGHT_BACKGROUNDS[0])),
            dark: accent_dark.map(|accent| Accents::dark(accent, DARK_BACKGROUNDS[0])),
        }
    }

    /// CSS to append to the design tokens. Empty if the brand has no accent.
    pub fn to_css(self) -> String {
        let block = |scheme: &str, accents: &Option<Accents>| {
            accents.map(|accents| accents.to_css(scheme)).unwrap_or_default()
        };
        block("light", &self.light) + &block("dark", &self.dark)
    }
}

/// An accent and the colours derived from it, for one theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Accents {
    /// The colour of filled buttons, links and the focus ring.
    pub accent: Colour,
    /// A hovered or pressed button.
    pub strong: Colour,
    /// Background on which text in the accent is readable.
    pub tint: Colour,
    /// Fill of the large pictures above a title.
    pub illustration: Colour,
    /// Text on the accent.
    pub on_accent: Colour,
    /// Opacity of the accent in the ring around a focused field.
    pub halo: f64,
}

impl Accents {
    /// The colours of the light theme. `sheet` is the background of cards, on which the accent is readable.
    pub fn light(accent: Colour, sheet: Colour) -> Self {
        Self {
            accent,
            strong: accent.mixed(Colour::BLACK, 0.22),
            tint: mix_until(sheet.mixed(accent, 0.10), sheet, accent, MIN_TEXT_CONTRAST),
            illustration: mix_until(sheet.mixed(accent, 0.20), sheet, accent, MIN_GRAPHICS_CONTRAST),
            on_accent: text_on(accent),
            halo: 0.18,
        }
    }

    /// The same for the dark theme.
    pub fn dark(accent: Colour, sheet: Colour) -> Self {
        Self {
            accent,
            strong: accent.mixed(Colour::WHITE, 0.25),
            tint: mix_until(sheet.mixed(accent, 0.13), sheet, accent, MIN_TEXT_CONTRAST),
            illustration: mix_until(sheet.mixed(accent, 0.26), sheet, accent, MIN_GRAPHICS_CONTRAST),
            on_accent: text_on(accent),
            halo: 0.26,
        }
    }

    /// CSS that sets the custom properties of the app's design tokens that depend on the accent, for a colour scheme
    /// (`light` or `dark`).
    fn to_css(self, scheme: &str) -> String {
        let Self { accent, strong, tint, illustration, on_accent, halo } = self;
        let Colour([red, green, blue]) = accent;
        format!(
            "@media (prefers-color-scheme: {scheme}) {{ :root {{ --accent: {accent}; --accent-strong: {strong}; \
             --accent-tint: {tint}; --accent-illustration: {illustration}; --on-accent: {on_accent}; \
             --halo: rgb({red} {green} {blue} / {halo}); }} }}\n"
        )
    }
}

/// Moves `tint` towards `sheet` until text or lines in `accent` have this contrast on it.
fn mix_until(tint: Colour, sheet: Colour, accent: Colour, contrast: f64) -> Colour {
    let steps = (0..20).map(|step| tint.mixed(sheet, f64::from(step) * STEP));
    let mut readable = steps.filter(|mixed| mixed.contrast(accent) >= contrast);
    readable.next().unwrap_or(sheet)
}

fn text_on(accent: Colour) -> Colour {
    if Colour::WHITE.contrast(accent) >= MIN_TEXT_CONTRAST { Colour::WHITE } else { DARK_TEXT }
}

/// The dark theme's accent for a light one: the same hue in OKLCH, lighter, and with a little more chroma. A mixture with
/// white would be greyish. A grey becomes lighter than a colour, because a medium grey looks disabled.
pub fn derive_dark_accent(accent: Colour) -> Colour {
    let Oklch { chroma, hue, .. } = Oklch::of(accent);
    let lightness = if chroma < 0.03 { 0.92 } else { 0.80 };
    let mut colour = Oklch { lightness, chroma: (chroma * 1.2).min(0.12), hue };
    loop {
        match colour.to_srgb() {
            Some(in_srgb) => return in_srgb,
            None if colour.chroma <= 0.0 => return Colour::WHITE,
            None => colour.chroma -= 0.004,
        }
    }
}

/// A colour in OKLCH (CSS Color 4, section 9.2). The hue is in radians.
struct Oklch {
    lightness: f64,
    chroma: f64,
    hue: f64,
}

impl Oklch {
    fn of(colour: Colour) -> Self {
        let [r, g, b] = colour.to_linear();
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        let lightness = 0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s;
        let a = 1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s;
        Self { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }

    /// `None` if the colour is not in sRGB.
    fn to_srgb(&self) -> Option<Colour> {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
        let linear = [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
        ];
        // Tolerates rounding errors; they are smaller than 1/255.
        let in_srgb = linear.iter().all(|part| (-1e-4..=1.0001).contains(part));
        in_srgb.then(|| {
            Colour(linear.map(|part| {
                let part = part.clamp(0.0, 1.0);
                let part =
                    if part <= 0.003_130_8 { 12.92 * part } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
                (part * 255.0).round() as u8
            }))
        })
    }
}

#[cfg(test)]
mod tests;
