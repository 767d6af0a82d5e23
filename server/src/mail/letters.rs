//! The text of the mails, from the folders in `templates/`.

use askama::Template;
use lettre::Message;
use lettre::address::Envelope;
use lettre::message::{Mailbox, MultiPart, header};
use secrecy::{ExposeSecret as _, SecretString};
use time::OffsetDateTime;
use time::macros::format_description;
use url::Url;

use super::MailError;
use super::link::{freeze_link, recovery_link};
use super::recipient::smtp_address;
use super::voice::Voice;
use crate::clock::UnixTime;
use crate::config::Product;
use crate::fault::Fault;
use crate::languages::{Language, Sentence};
use crate::recovery::{CODE_VALID, LINK_VALID, NOTICE_VALID};
use crate::routes::FREEZE_PAGE;
use crate::secrets;

/// Writes the mails of one product.
pub(crate) struct Letters {
    product: Product,
    from: Mailbox,
    link_base: Url,
    freeze_base: Url,
}

#[derive(Template)]
#[template(path = "recovery/mail.txt")]
struct RecoveryText<'a>(&'a RecoveryWords<'a>);

#[derive(Template)]
#[template(path = "recovery/mail.html")]
struct RecoveryHtml<'a>(&'a RecoveryWords<'a>);

struct RecoveryWords<'a> {
    voice: Voice,
    product: &'a Product,
    link: &'a str,
    link_minutes: u32,
    code: Option<&'a str>,
    code_minutes: u32,
}

#[derive(Template)]
#[template(path = "password_changed/mail.txt")]
struct ChangedText<'a>(&'a ChangedWords<'a>);

#[derive(Template)]
#[template(path = "password_changed/mail.html")]
struct ChangedHtml<'a>(&'a ChangedWords<'a>);

struct ChangedWords<'a> {
    /// One after the other.
    voices: Vec<Voice>,
    product: &'a Product,
    when: String,
    freeze_link: &'a str,
    freeze_days: u32,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "<!doctype html><html lang=\"en\"><title>Test</title><p>{{ self.0 }}</p></html>"
)]
struct TestHtml<'a>(&'a str);

impl Letters {
    /// Takes the product's sender address, the address that recovery links begin with, and the origin of the page for
    /// "this was not me".
    pub(crate) fn new(product: Product, link_base: Url, origin: Url) -> Result<Self, MailError> {
        let mut freeze_base = origin;
        freeze_base.set_path(FREEZE_PAGE);
        let from = Mailbox::new(Some(product.name.clone()), smtp_address(&product.sender)?);
        Ok(Self { product, from, link_base, freeze_base })
    }

    /// The mail with the link and, if the asking device can use one, the code.
    pub(crate) fn recovery(
        &self,
        to: &str,
        now: UnixTime,
        language: &'static Language,
        flow: &str,
        token: &SecretString,
        code: Option<&SecretString>,
    ) -> Result<Message, Fault> {
        let link = recovery_link(&self.link_base, token, flow, code);
        let code = code.map(in_groups_of_four);
        let voice = Voice(language);
        let words = RecoveryWords {
            voice,
            product: &self.product,
            link: link.expose_secret(),
            link_minutes: LINK_VALID / 60,
            code: code.as_ref().map(|code| code.expose_secret()),
            code_minutes: CODE_VALID / 60,
        };
        let text = RecoveryText(&words).render().map_err(MailError::from)?;
        let html = RecoveryHtml(&words).render().map_err(MailError::from)?;
        let subject = voice.tell(Sentence::MailResetSubject, "product", self.product.name.as_str());
        self.put_together(to, now, subject, text, html)
    }

    /// The notice that the password was changed at `changed_at`. It is in English too: if a thief changed the password,
    /// a thief chose the language.
    pub(crate) fn password_changed(
        &self,
        to: &str,
        now: UnixTime,
        language: &'static Language,
        changed_at: UnixTime,
        freeze_token: &SecretString,
    ) -> Result<Message, Fault> {
        let freeze_link = freeze_link(&self.freeze_base, freeze_token);
        let mut voices = vec![Voice(language)];
        if language != Language::english() {
            voices.push(Voice(Language::english()));
        }
        let words = ChangedWords {
            voices,
            product: &self.product,
            when: in_figures(changed_at)?,
            freeze_link: freeze_link.expose_secret(),
            freeze_days: NOTICE_VALID / (24 * 60 * 60),
        };
        let text = ChangedText(&words).render().map_err(MailError::from)?;
        let html = ChangedHtml(&words).render().map_err(MailError::from)?;
        let subject = Voice(language).tell(Sentence::NoticeSubject, "product", self.product.name.as_str());
        self.put_together(to, now, subject, text, html)
    }

    /// A mail that only shows that mail leaves.
    pub(crate) fn test(&self, to: &str, now: UnixTime) -> Result<Message, Fault> {
        let text = format!("This is a test. The recovery server of {} can send mail.", self.product.name);
        let html = TestHtml(&text).render().map_err(MailError::from)?;
        self.put_together(to, now, format!("Test mail of {}", self.product.name), text, html)
    }

    fn put_together(
        &self,
        to: &str,
        now: UnixTime,
        subject: String,
        text: String,
        html: String,
    ) -> Result<Message, Fault> {
        let to = smtp_address(to)?;
        // lettre would read the recipient back from the header, by rules that know fewer addresses.
        let envelope = Envelope::new(Some(self.from.email.clone()), vec![to.clone()]);
        let id = format!("<{}@{}>", secrets::fresh_id()?, self.from.email.domain());
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .envelope(envelope.map_err(MailError::from)?)
            .subject(subject)
            .date(now.to_system_time())
            .message_id(Some(id))
            // RFC 3834: no out-of-office answers.
            .raw_header(header::HeaderValue::new(
                header::HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ))
            .multipart(MultiPart::alternative_plain_html(text, html))
            .map_err(MailError::from)?;
        Ok(message)
    }
}

fn in_groups_of_four(code: &SecretString) -> SecretString {
    let (first, second) = code.expose_secret().split_at(code.expose_secret().len() / 2);
    format!("{first} {second}").into()
}

/// The same in every language, and nowhere to be mistaken for another day.
fn in_figures(moment: UnixTime) -> Result<String, MailError> {
    let format = format_description!("[year]-[month]-[day] [hour]:[minute] UTC");
    let moment = OffsetDateTime::from_unix_timestamp(moment.0).map_err(|_| MailError::Date)?;
    moment.format(format).map_err(|_| MailError::Date)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_codes_are_written_for_people() {
        assert_eq!(in_figures(UnixTime(1_795_437_240)).unwrap(), "2026-11-23 12:34 UTC");
        assert_eq!(in_groups_of_four(&"01234567".into()).expose_secret(), "0123 4567");
    }
}
