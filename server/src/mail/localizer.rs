//! Localized texts of emails.

use fluent_bundle::FluentValue;

use crate::i18n::{Language, TextKey};

/// Formats the texts of one language for emails.
#[derive(Clone, Copy)]
pub(super) struct MailLocalizer(pub(super) &'static Language);

impl MailLocalizer {
    /// A text without arguments.
    pub(super) fn text(self, key: TextKey) -> String {
        self.0.text(key)
    }

    /// A text with one argument. In left-to-right languages the bidi isolates around the argument are removed: the argument
    /// comes from the configuration, and some mail clients show isolates as boxes.
    pub(super) fn format<'a>(
        self,
        key: TextKey,
        name: &'static str,
        value: impl Into<FluentValue<'a>>,
    ) -> String {
        let value = value.into();
        let link = match &value {
            FluentValue::String(text) if text.contains(['/', '@']) => Some(text.to_string()),
            _ => None,
        };
        let text = self.0.format(key, name, value);
        match link {
            _ if self.0.direction() == "ltr" => text.replace(['\u{2068}', '\u{2069}'], ""),
            // Mail clients would include the closing isolate in the link.
            Some(link) => text.replace(&format!("\u{2068}{link}\u{2069}"), &link),
            None => text,
        }
    }

    /// A text with several arguments. In left-to-right languages it has no bidi isolates, as in [`Self::format`].
    pub(super) fn format_all<'a>(
        self,
        key: TextKey,
        values: impl IntoIterator<Item = (&'static str, FluentValue<'a>)>,
    ) -> String {
        let text = self.0.format_all(key, values);
        if self.0.direction() == "ltr" { text.replace(['\u{2068}', '\u{2069}'], "") } else { text }
    }

    /// Value of the attribute `lang`.
    pub(super) fn tag(self) -> &'static str {
        self.0.tag
    }

    /// Value of the attribute `dir`.
    pub(super) fn direction(self) -> &'static str {
        self.0.direction()
    }

    /// The side at which lines start, for the attribute `align`. Outlook does not derive it from `dir`.
    pub(super) fn start(self) -> &'static str {
        if self.0.direction() == "rtl" { "right" } else { "left" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn localizer(tag: &str) -> MailLocalizer {
        MailLocalizer(Language::negotiate(Some(tag), None))
    }

    #[test]
    fn isolates_are_kept_in_right_to_left_languages_only() {
        let subject = |tag| localizer(tag).format(TextKey::NoticeSubject, "product", "Example");
        assert_eq!(subject("en"), "Your Example password was changed");
        assert!(subject("he").contains("\u{2068}Example\u{2069}"));
    }

    #[test]
    fn links_have_no_isolates() {
        for support in ["https://example.org/help", "help@example.org"] {
            for tag in ["he", "ar"] {
                let text = localizer(tag).format(TextKey::MailWhyReset, "email", support);
                assert!(text.contains(support) && !text.contains(['\u{2068}', '\u{2069}']), "{text}");
            }
        }
    }
}
