//! What surrounds the content of every email.

use super::localizer::MailLocalizer;
use crate::config::Product;
use crate::theme::{Palette, Theme};

/// What surrounds the content of an email: subject, sender and legal links.
pub(super) struct MailLayout<'a> {
    pub(super) localizer: MailLocalizer,
    pub(super) product: &'a Product,
    pub(super) subject: String,
    /// What lists of emails show after the subject.
    pub(super) preheader: String,
    /// Why the email was sent.
    pub(super) why: String,
    pub(super) light: Palette,
    pub(super) dark: Palette,
}

impl<'a> MailLayout<'a> {
    pub(super) fn new(product: &'a Product, theme: &Theme, localizer: MailLocalizer) -> Self {
        let (light, dark) = (theme.light, theme.dark);
        let (subject, preheader, why) = Default::default();
        Self { localizer, product, subject, preheader, why, light, dark }
    }

    /// The first letter of the product's name, for a product without logo.
    pub(super) fn initial(&self) -> String {
        self.product.name.trim().chars().next().into_iter().flat_map(char::to_uppercase).collect()
    }

    /// The content ID of the logo.
    pub(super) fn logo_id(&self) -> &'static str {
        LOGO_ID
    }
}

/// The content ID of the logo that is attached to an email.
pub(super) const LOGO_ID: &str = "logo";
