//! The product that emails and pages name, and its brand.

use latchkey_brand::contrast::Colour;
use latchkey_brand::{contrast, logo};
use url::Url;

/// Maximum size of a logo for emails, in bytes.
const MAX_MAIL_LOGO_BYTES: usize = 64 * 1024;
/// The first bytes of a PNG file (PNG specification, section 5.2).
const PNG_SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// The product, as emails and pages name it.
#[derive(Debug, Clone)]
pub struct Product {
    /// Name. New passwords must not contain it.
    pub name: String,
    /// Contact for help: an email address or a web page. It is shown as it is.
    pub support: String,
    /// Sender address of the emails.
    pub sender: String,
    /// Colours, logos and legal links.
    pub brand: Brand,
}

impl Product {
    /// The address of a link to the support contact. `None` if it is neither an email address nor a web page.
    pub(crate) fn support_link(&self) -> Option<String> {
        if self.support.starts_with("https://") || self.support.starts_with("http://") {
            return Url::parse(&self.support).ok().map(String::from);
        }
        let address = latchkey_core::EmailAddress::parse(&self.support).ok()?;
        Url::parse(&format!("mailto:{}", address.as_str())).ok().map(String::from)
    }
}

/// What emails and pages look like. The settings have the names of the app's `[brand]`; `mail_logo` exists only here.
#[derive(Debug, Clone, Default)]
pub struct Brand {
    /// Colour of buttons and links. Text on it must be readable.
    pub accent: Option<Colour>,
    /// The same in the dark theme. Default: derived from `accent`.
    pub accent_dark: Option<Colour>,
    /// Logo of the pages: an SVG image that runs no script and loads nothing.
    pub logo: Option<String>,
    /// Logo of the emails: a square PNG image. Email programs show no SVG.
    pub mail_logo: Option<Vec<u8>>,
    /// The address of the privacy policy.
    pub privacy: Option<Url>,
    /// The address of the terms of use.
    pub terms: Option<Url>,
}

impl Brand {
    /// What is invalid, with the name of the setting.
    pub(super) fn errors(&self) -> Vec<String> {
        let accent = |name: &str, accent: Option<Colour>, check: fn(&str) -> Result<Colour, String>| {
            let error = check(&accent?.to_string()).err()?;
            Some(format!("`product.{name}` {error}"))
        };
        let https = |name: &str, link: &Option<Url>| {
            link.as_ref()
                .filter(|link| link.scheme() != "https")
                .map(|_| format!("`product.{name}` must be https"))
        };
        let logo = self.logo.as_ref().and_then(|svg| logo::check(svg).err());
        let is_png = |png: &Vec<u8>| png.starts_with(&PNG_SIGNATURE) && png.len() <= MAX_MAIL_LOGO_BYTES;
        let mail_logo = self.mail_logo.as_ref().filter(|png| !is_png(png));
        [
            accent("accent", self.accent, contrast::parse_light_accent),
            accent("accent_dark", self.accent_dark, contrast::parse_dark_accent),
            logo.map(|error| format!("`product.logo` {error}")),
            mail_logo.map(|_| "`product.mail_logo` must be a PNG file of at most 64 KiB".to_owned()),
            https("privacy", &self.privacy),
            https("terms", &self.terms),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn support_is_linked_if_it_is_an_address() {
        let link = |support: &str| {
            let (name, sender, brand) = ("Example".into(), "a@b.example".into(), Brand::default());
            Product { name, support: support.into(), sender, brand }.support_link()
        };
        assert_eq!(link("help@example.org").unwrap(), "mailto:help@example.org");
        assert_eq!(link("https://example.org/help").unwrap(), "https://example.org/help");
        for text in ["+1 555 0100", "<b>\"us\" & co</b>", "javascript:alert(1)"] {
            assert_eq!(link(text), None, "{text}");
        }
    }

    #[test]
    fn unreadable_or_unsafe_brands_are_rejected() {
        assert_eq!(Brand::default().errors(), Vec::<String>::new());
        let brand = Brand {
            accent: Colour::parse("#ffff00"),
            accent_dark: Colour::parse("#000080"),
            logo: Some("<svg onload=\"x()\"></svg>".into()),
            mail_logo: Some(b"GIF89a".to_vec()),
            privacy: Some("http://example.org/privacy".parse().unwrap()),
            terms: Some("javascript:alert(1)".parse().unwrap()),
        };
        let errors = brand.errors();
        for (setting, error) in
            ["accent", "accent_dark", "logo", "mail_logo", "privacy", "terms"].iter().zip(&errors)
        {
            assert!(error.starts_with(&format!("`product.{setting}` ")), "{error}");
        }
        assert_eq!(errors.len(), 6);
    }
}
