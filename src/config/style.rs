//! A brand's accent as CSS: the custom properties of assets/tokens.css that depend on it, for both themes.

use latchkey_brand::{
    accents::{Accents, dark_accent_of},
    contrast::{DARK_BACKGROUNDS, LIGHT_BACKGROUNDS},
};

use super::Brand;

impl Brand {
    /// A style sheet to append to assets/tokens.css; empty if the brand has no accent. A missing dark accent is derived
    /// from the light one.
    pub fn style(&self) -> String {
        let light = self.accent.map(|accent| Accents::light(accent, LIGHT_BACKGROUNDS[0]));
        let dark = self.accent_dark.or_else(|| self.accent.map(dark_accent_of));
        let dark = dark.map(|accent| Accents::dark(accent, DARK_BACKGROUNDS[0]));
        let block = |scheme: &str, accents: Option<Accents>| {
            accents.map_or_else(String::new, |accents| style_block(scheme, accents))
        };
        block("light", light) + &block("dark", dark)
    }
}

fn style_block(scheme: &str, accents: Accents) -> String {
    let Accents { accent, strong, tint, mark, on_accent, halo } = accents;
    let [red, green, blue] = accent.0;
    format!(
        "@media (prefers-color-scheme: {scheme}) {{ :root {{ --accent: {accent}; --accent-strong: {strong}; \
         --accent-tint: {tint}; --accent-mark: {mark}; --on-accent: {on_accent}; \
         --halo: rgb({red} {green} {blue} / {halo}); }} }}\n"
    )
}
