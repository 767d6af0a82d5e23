//! Colours, and whether text in them can be read: WCAG 2.2's relative luminance and contrast ratio (A11Y-10).
//! A colour that cannot be read already fails the build of a configuration that is built in.

use std::fmt;

/// The least contrast of text (WCAG 2.2, success criterion 1.4.3).
pub const TEXT: f64 = 4.5;

/// The backgrounds that an accent stands on in the light style: `--sheet` and `--paper` of assets/tokens.css.
pub const LIGHT: [Colour; 2] = [Colour([0xff, 0xff, 0xff]), Colour([0xf6, 0xf4, 0xef])];
/// The same in the dark style.
pub const DARK: [Colour; 2] = [Colour([0x1d, 0x21, 0x25]), Colour([0x14, 0x17, 0x1a])];

/// A colour in sRGB: red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Black.
    pub const BLACK: Self = Self([0; 3]);
    /// White.
    pub const WHITE: Self = Self([0xff; 3]);

    /// Reads `#rrggbb`, in either case.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// Relative luminance: 0 for black, 1 for white.
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of two colours: 1 to 21, the same both ways.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// This colour with `share` of another in it, `0.0..=1.0`.
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

/// Reads an accent of the light style: one that text can have on its backgrounds, and that white text can stand on.
///
/// # Errors
/// What to write instead, with the ratio reached and the one needed.
pub fn light_accent(text: &str) -> Result<Colour, String> {
    readable(text, &LIGHT, "darker")
}

/// Reads an accent of the dark style: one that text can have on its backgrounds. Black text can then stand on it.
///
/// # Errors
/// As [`light_accent`].
pub fn dark_accent(text: &str) -> Result<Colour, String> {
    readable(text, &DARK, "lighter")
}

fn readable(text: &str, backgrounds: &[Colour], better: &str) -> Result<Colour, String> {
    let colour = Colour::parse(text).ok_or("must be a colour as in \"#0b5c55\"")?;
    for background in backgrounds {
        let reached = colour.contrast(*background);
        if reached < TEXT {
            // Cut, not rounded: 4.49 must not be called 4.5.
            let reached = (reached * 100.0).floor() / 100.0;
            return Err(format!(
                "cannot be read: {colour} on {background} has a contrast of {reached:.2}:1, and text needs \
                 {TEXT}:1; choose a {better} colour"
            ));
        }
    }
    Ok(colour)
}

#[cfg(test)]
mod tests;
