//! Colours and their contrast: relative luminance and contrast ratio of WCAG 2.2 (A11Y-10).

use std::fmt;

/// Minimum contrast ratio of text (WCAG 2.2, success criterion 1.4.3).
pub const MIN_TEXT_CONTRAST: f64 = 4.5;
/// Minimum contrast ratio of graphics and of the borders of fields (WCAG 2.2, success criterion 1.4.11).
pub const MIN_GRAPHICS_CONTRAST: f64 = 3.0;

/// The backgrounds behind an accent in the light style: `--sheet` and `--paper` of assets/tokens.css.
pub const LIGHT_BACKGROUNDS: [Colour; 2] = [Colour([0xff, 0xff, 0xff]), Colour([0xf6, 0xf5, 0xf2])];
/// The same in the dark style.
pub const DARK_BACKGROUNDS: [Colour; 2] = [Colour([0x17, 0x1b, 0x1e]), Colour([0x0e, 0x11, 0x13])];

/// A colour in sRGB: red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Black.
    pub const BLACK: Self = Self([0; 3]);
    /// White.
    pub const WHITE: Self = Self([0xff; 3]);

    /// Parses `#rrggbb`, in upper or lower case.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// Red, green and blue in linear light, from 0 to 1 (CSS Color 4, section 10.2).
    pub(crate) fn to_linear(self) -> [f64; 3] {
        self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Relative luminance: 0 for black, 1 for white.
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.to_linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of two colours, 1 to 21. It is symmetric.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Mixes this colour with another. `share` is the share of the other, from 0 to 1.
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let part = |at: usize| {
            let (from, to) = (f64::from(self.0[at]), f64::from(other.0[at]));
            (from + (to - from) * share).round() as u8
        };
        Self([part(0), part(1), part(2)])
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Parses an accent of the light style. Text in this colour is readable on the backgrounds, and so is white text on it.
///
/// # Errors
/// The contrast is too low. The text has the ratio, the minimum and a suggestion.
pub fn parse_light_accent(text: &str) -> Result<Colour, String> {
    parse_readable(text, &LIGHT_BACKGROUNDS, "darker")
}

/// Parses an accent of the dark style. Text in this colour is readable on the backgrounds, and so is black text on it.
///
/// # Errors
/// The same as [`parse_light_accent`].
pub fn parse_dark_accent(text: &str) -> Result<Colour, String> {
    parse_readable(text, &DARK_BACKGROUNDS, "lighter")
}

fn parse_readable(text: &str, backgrounds: &[Colour], better: &str) -> Result<Colour, String> {
    let colour = Colour::parse(text).ok_or("must be a colour as in \"#0b5c55\"")?;
    for background in backgrounds {
        let reached = colour.contrast(*background);
        if reached < MIN_TEXT_CONTRAST {
            // Rounded down: 4.496 must not be printed as 4.50.
            let reached = (reached * 100.0).floor() / 100.0;
            return Err(format!(
                "is hard to read: {colour} on {background} has a contrast of {reached:.2}:1; the minimum for text is \
                 {MIN_TEXT_CONTRAST}:1; choose a {better} colour"
            ));
        }
    }
    Ok(colour)
}

#[cfg(test)]
mod tests;
