//! A brand's accent as CSS: the custom properties of assets/tokens.css that depend on it, for both themes.

use latchkey_brand::accents::BrandAccents;

use super::Brand;

impl Brand {
    /// A style sheet to append to assets/tokens.css; empty if the brand has no accent. A missing dark accent is derived
    /// from the light one.
    pub fn style(&self) -> String {
        BrandAccents::new(self.accent, self.accent_dark).to_css()
    }
}
