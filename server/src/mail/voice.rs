//! How a mail speaks.

use fluent_bundle::FluentValue;

use crate::languages::{Language, Sentence};

/// A language, for mails.
#[derive(Clone, Copy)]
pub(super) struct Voice(pub(super) &'static Language);

impl Voice {
    /// A sentence.
    pub(super) fn say(self, text: Sentence) -> String {
        self.0.say(text)
    }

    /// A sentence that is told something. Where it is written from left to right it goes without the bidi isolates of
    /// the pages: what it is told comes from the configuration, and some mail programs show isolates as boxes.
    pub(super) fn tell<'a>(
        self,
        text: Sentence,
        name: &'static str,
        value: impl Into<FluentValue<'a>>,
    ) -> String {
        let value = value.into();
        let link = match &value {
            FluentValue::String(text) if text.contains(['/', '@']) => Some(text.to_string()),
            _ => None,
        };
        let told = self.0.tell(text, name, value);
        match link {
            _ if self.0.direction() == "ltr" => told.replace(['\u{2068}', '\u{2069}'], ""),
            // Mail programs would take the isolate for the link's last character.
            Some(link) => told.replace(&format!("\u{2068}{link}\u{2069}"), &link),
            None => told,
        }
    }

    /// For the attribute `lang`.
    pub(super) fn tag(self) -> &'static str {
        self.0.tag
    }

    /// For the attribute `dir`.
    pub(super) fn direction(self) -> &'static str {
        self.0.direction()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isolates_stand_only_where_they_are_needed() {
        let subject = |tag| {
            Voice(Language::chosen(Some(tag), None)).tell(Sentence::NoticeSubject, "product", "Example")
        };
        assert_eq!(subject("en"), "Your Example password was changed");
        assert!(subject("he").contains("\u{2068}Example\u{2069}"));
    }

    #[test]
    fn no_isolate_touches_a_link() {
        for support in ["https://example.org/help", "help@example.org"] {
            for tag in ["he", "ar"] {
                let voice = Voice(Language::chosen(Some(tag), None));
                let told = voice.tell(Sentence::MailNotYouAgain, "support", support);
                assert!(told.contains(support) && !told.contains(['\u{2068}', '\u{2069}']), "{told}");
            }
        }
    }
}
