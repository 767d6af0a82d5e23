//! A brand's accent as CSS: the custom properties of assets/tokens.css that depend on it, for both themes.

use latchkey_brand::{
    accents::{Accents, derive_dark_accent},
    contrast::{DARK_BACKGROUNDS, LIGHT_BACKGROUNDS},
};

use super::Brand;

impl Brand {
    /// A style sheet to append to assets/tokens.css; empty if the brand has no accent. A missing dark accent is derived
    /// from the light one.
    pub fn style(&self) -> String {
        let light = self.accent.map(|accent| Accents::light(accent, LIGHT_BACKGROUNDS[0]));
        let dark = self.accent_dark.or_else(|| self.accent.map(derive_dark_accent));
        let dark = dark.map(|accent| Accents::dark(accent, DARK_BACKGROUNDS[0]));
        let block = |scheme: &str, accents: Option<Accents>| accents.map(|accents| accents.to_css(scheme));
        [block("light", light), block("dark", dark)].into_iter().flatten().collect()
    }
}
