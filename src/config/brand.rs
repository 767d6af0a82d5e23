//! `[brand]`: name, colours and links of the product.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use latchkey_brand::{contrast::Colour, logo};
use url::Url;

use crate::secret::EmailAddress;

/// `[brand]`: what end users see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brand {
    /// `name`: 1 to 40 characters.
    pub name: String,
    /// `support`: where people find help.
    pub support: Option<Support>,
    /// `accent`: the colour of buttons and links in the light theme, as `#rrggbb`. Checked for contrast.
    pub accent: Option<Colour>,
    /// `accent_dark`: the same for the dark theme.
    pub accent_dark: Option<Colour>,
    /// `logo`: an SVG file next to the configuration file.
    pub logo: Option<Logo>,
    /// `privacy`: the https address of the privacy policy.
    pub privacy: Option<Url>,
    /// `terms`: the https address of the terms of use.
    pub terms: Option<Url>,
}

impl Default for Brand {
    fn default() -> Self {
        Self {
            name: "Latchkey".to_owned(),
            support: None,
            accent: None,
            accent_dark: None,
            logo: None,
            privacy: None,
            terms: None,
        }
    }
}

/// A support contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Support {
    /// An email address.
    Email(EmailAddress),
    /// An https address.
    Page(Url),
}

impl Support {
    /// The link target: `mailto:…` or `https://…`.
    pub fn href(&self) -> String {
        match self {
            Self::Email(address) => format!("mailto:{}", address.as_str()),
            Self::Page(page) => page.to_string(),
        }
    }

    /// The link text.
    pub fn label(&self) -> &str {
        match self {
            Self::Email(address) => address.as_str(),
            Self::Page(page) => page.as_str(),
        }
    }
}

/// An SVG image that runs no script and loads nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo(String);

impl Logo {
    /// Accepts a safe SVG of at most 64 KiB.
    ///
    /// # Errors
    /// Names the part of the SVG that is not allowed.
    pub fn parse(svg: impl Into<String>) -> Result<Self, String> {
        let svg = svg.into();
        logo::check(&svg)?;
        Ok(Self(svg))
    }

    /// The image as a `data:` URI. Browsers run no scripts in images and load no resources for them.
    pub fn data_uri(&self) -> String {
        format!("data:image/svg+xml;base64,{}", STANDARD.encode(&self.0))
    }
}
