//! `[brand]`: the name, the colours and the links of whose app this is.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use latchkey_brand::{contrast::Colour, logo};
use url::Url;

use crate::secret::EmailAddress;

/// `[brand]`: what people see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brand {
    /// `name`: 1 to 40 characters.
    pub name: String,
    /// `support`: where people who are stuck find help.
    pub support: Option<Support>,
    /// `accent`: the colour of buttons and links in the light style, as `#rrggbb`. Checked for contrast.
    pub accent: Option<Colour>,
    /// `accent_dark`: the same in the dark style.
    pub accent_dark: Option<Colour>,
    /// `logo`: an SVG beside the configuration file.
    pub logo: Option<Logo>,
    /// `privacy`: the https page of the privacy policy.
    pub privacy: Option<Url>,
    /// `terms`: the https page of the terms of use.
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

/// A way to reach a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Support {
    /// An e-mail address.
    Email(EmailAddress),
    /// An https page.
    Page(Url),
}

impl Support {
    /// What a link to it points to: `mailto:…` or `https://…`.
    pub fn href(&self) -> String {
        match self {
            Self::Email(address) => format!("mailto:{}", address.as_str()),
            Self::Page(page) => page.to_string(),
        }
    }

    /// What a person reads.
    pub fn label(&self) -> &str {
        match self {
            Self::Email(address) => address.as_str(),
            Self::Page(page) => page.as_str(),
        }
    }
}

/// A drawing that is safe to show: it runs nothing and fetches nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo(String);

impl Logo {
    /// Takes an SVG of at most 64 KiB that only draws.
    ///
    /// # Errors
    /// What in it cannot stay.
    pub fn parse(svg: impl Into<String>) -> Result<Self, String> {
        let svg = svg.into();
        logo::check(&svg)?;
        Ok(Self(svg))
    }

    /// The source of an image that shows it. As an image a browser runs and fetches nothing for it either.
    pub fn data_uri(&self) -> String {
        format!("data:image/svg+xml;base64,{}", STANDARD.encode(&self.0))
    }
}
