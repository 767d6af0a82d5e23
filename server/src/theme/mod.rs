//! The colours of emails and pages: the app's design tokens, with the accent of the configured brand.

mod tokens;

use latchkey_brand::accents::{Accents, BrandAccents};
use latchkey_brand::contrast::Colour;

use crate::config::Brand;
use tokens::{Scheme, colour};

pub(crate) use tokens::TOKENS;

/// The colours of both schemes.
#[derive(Debug, Clone)]
pub(crate) struct Theme {
    pub(crate) light: Palette,
    pub(crate) dark: Palette,
    /// The colours that are derived from the brand's accents.
    accents: BrandAccents,
}

/// The colours of one scheme that emails use. Email programs know no custom properties.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Palette {
    pub(crate) paper: Colour,
    pub(crate) sheet: Colour,
    pub(crate) sunk: Colour,
    pub(crate) ink: Colour,
    pub(crate) quiet: Colour,
    pub(crate) hair: Colour,
    pub(crate) accent: Colour,
    pub(crate) on_accent: Colour,
    pub(crate) red: Colour,
    pub(crate) on_red: Colour,
}

impl Palette {
    fn of_tokens(scheme: Scheme) -> Self {
        Self {
            paper: colour(scheme, "paper"),
            sheet: colour(scheme, "sheet"),
            sunk: colour(scheme, "sunk"),
            ink: colour(scheme, "ink"),
            quiet: colour(scheme, "quiet"),
            hair: colour(scheme, "hair"),
            accent: colour(scheme, "accent"),
            on_accent: colour(scheme, "on-accent"),
            red: colour(scheme, "red"),
            on_red: colour(scheme, "on-red"),
        }
    }

    fn with_accent(self, accents: &Accents) -> Self {
        Self { accent: accents.accent, on_accent: accents.on_accent, ..self }
    }
}

impl Theme {
    /// The theme of a brand. A missing dark accent is derived from the light one.
    pub(crate) fn new(brand: &Brand) -> Self {
        let (light, dark) = (Palette::of_tokens(Scheme::Light), Palette::of_tokens(Scheme::Dark));
        let accents = BrandAccents::new(brand.accent, brand.accent_dark);
        let with = |palette: Palette, accents: &Option<Accents>| match accents {
            Some(accents) => palette.with_accent(accents),
            None => palette,
        };
        Self { light: with(light, &accents.light), dark: with(dark, &accents.dark), accents }
    }

    /// CSS that sets the custom properties of the brand's accent, to append to [`TOKENS`]. Empty for the default accent.
    pub(crate) fn accent_style(&self) -> String {
        self.accents.to_css()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use latchkey_brand::accents::derive_dark_accent;

    use super::*;

    #[test]
    fn default_theme_has_the_colours_of_the_tokens() {
        let theme = Theme::new(&Brand::default());
        assert_eq!(theme.light.accent.to_string(), "#0b5c55");
        assert_eq!(theme.dark.accent.to_string(), "#79d0c6");
        assert_ne!(theme.light.paper, theme.dark.paper);
        assert_eq!(theme.accent_style(), "");
    }

    #[test]
    fn only_a_dark_accent_leaves_the_light_theme() {
        let brand = Brand { accent_dark: Colour::parse("#9db8ff"), ..Brand::default() };
        let (theme, default) = (Theme::new(&brand), Theme::new(&Brand::default()));
        assert_eq!(theme.light.accent, default.light.accent);
        assert_eq!(theme.dark.accent.to_string(), "#9db8ff");
        let style = theme.accent_style();
        assert!(style.contains("(prefers-color-scheme: dark)") && !style.contains("light"), "{style}");
    }

    #[test]
    fn accent_of_the_brand_replaces_the_default() {
        let brand = Brand { accent: Colour::parse("#1b3f8f"), ..Brand::default() };
        let theme = Theme::new(&brand);
        assert_eq!(theme.light.accent.to_string(), "#1b3f8f");
        assert_eq!(theme.dark.accent, derive_dark_accent(brand.accent.unwrap()));
        let style = theme.accent_style();
        assert!(style.contains("--accent: #1b3f8f; --accent-strong: #153170;"), "{style}");
        assert!(style.contains("--halo: rgb(27 63 143 / 0.18)"), "{style}");
    }
}
