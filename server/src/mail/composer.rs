//! Composes the mails from the templates in `templates/`.

use askama::Template;
use lettre::Message;
use lettre::address::Envelope;
use lettre::message::{Mailbox, MultiPart, header};
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use super::MailError;
use super::links::{freeze_link, recovery_link};
use super::localizer::MailLocalizer;
use super::smtp_address::smtp_address;
use crate::config::Product;
use crate::crypto::secrets::generate_id;
use crate::domain::clock::UnixTime;
use crate::domain::lifetimes::{CODE_LIFETIME, LINK_LIFETIME, NOTICE_LIFETIME};
use crate::domain::page_paths::FREEZE_PAGE;
use crate::i18n::{Language, TextKey};

/// Composes the mails of one product.
pub(crate) struct MailComposer {
    product: Product,
    from: Mailbox,
    link_base: Url,
    freeze_base: Url,
}

#[derive(Template)]
#[template(path = "recovery/mail.txt")]
struct RecoveryText<'a>(&'a RecoveryContent<'a>);

#[derive(Template)]
#[template(path = "recovery/mail.html")]
struct RecoveryHtml<'a>(&'a RecoveryContent<'a>);

struct RecoveryContent<'a> {
    localizer: MailLocalizer,
    product: &'a Product,
    link: &'a str,
    link_minutes: u32,
    code: Option<&'a str>,
    code_minutes: u32,
}

#[derive(Template)]
#[template(path = "change_notice/mail.txt")]
struct NoticeText<'a>(&'a NoticeContent<'a>);

#[derive(Template)]
#[template(path = "change_notice/mail.html")]
struct NoticeHtml<'a>(&'a NoticeContent<'a>);

struct NoticeContent<'a> {
    /// The languages of the notice, in this order.
    localizers: Vec<MailLocalizer>,
    product: &'a Product,
    changed_at: String,
    freeze_link: &'a str,
    freeze_days: u32,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "<!doctype html><html lang=\"en\"><title>Test</title><p>{{ self.0 }}</p></html>"
)]
struct TestHtml<'a>(&'a str);

impl MailComposer {
    /// `link_base` is the address of recovery links without token, `origin` the origin of the freeze page.
    pub(crate) fn new(product: Product, link_base: Url, origin: Url) -> Result<Self, MailError> {
        let mut freeze_base = origin;
        freeze_base.set_path(FREEZE_PAGE);
        let from = Mailbox::new(Some(product.name.clone()), smtp_address(&product.sender)?);
        Ok(Self { product, from, link_base, freeze_base })
    }

    /// The recovery mail with the link and, if the requesting device can use it, the code.
    pub(crate) fn recovery(
        &self,
        to: &str,
        now: UnixTime,
        language: &'static Language,
        flow: &str,
        token: &SecretString,
        code: Option<&SecretString>,
    ) -> Result<Message, MailError> {
        let link = recovery_link(&self.link_base, token, flow, code);
        let code = code.map(in_two_groups);
        let localizer = MailLocalizer(language);
        let content = RecoveryContent {
            localizer,
            product: &self.product,
            link: link.expose_secret(),
            link_minutes: LINK_LIFETIME / 60,
            code: code.as_ref().map(|code| code.expose_secret()),
            code_minutes: CODE_LIFETIME / 60,
        };
        let text = RecoveryText(&content).render()?;
        let html = RecoveryHtml(&content).render()?;
        let subject = localizer.format(TextKey::MailResetSubject, "product", self.product.name.as_str());
        self.build(to, now, subject, text, html)
    }

    /// The notice that the password was changed at `changed_at`. It is always in English too: if an attacker changed the
    /// password, the attacker chose the language.
    pub(crate) fn password_changed(
        &self,
        to: &str,
        now: UnixTime,
        language: &'static Language,
        changed_at: UnixTime,
        freeze_token: &SecretString,
    ) -> Result<Message, MailError> {
        let freeze_link = freeze_link(&self.freeze_base, freeze_token);
        let mut localizers = vec![MailLocalizer(language)];
        if language != Language::english() {
            localizers.push(MailLocalizer(Language::english()));
        }
        let content = NoticeContent {
            localizers,
            product: &self.product,
            changed_at: format_time(changed_at)?,
            freeze_link: freeze_link.expose_secret(),
            freeze_days: NOTICE_LIFETIME / (24 * 60 * 60),
        };
        let text = NoticeText(&content).render()?;
        let html = NoticeHtml(&content).render()?;
        let subject =
            MailLocalizer(language).format(TextKey::NoticeSubject, "product", self.product.name.as_str());
        self.build(to, now, subject, text, html)
    }

    /// A test mail.
    pub(crate) fn test(&self, to: &str, now: UnixTime) -> Result<Message, MailError> {
        let text = format!("This is a test. The recovery server of {} can send mail.", self.product.name);
        let html = TestHtml(&text).render()?;
        self.build(to, now, format!("Test mail of {}", self.product.name), text, html)
    }

    fn build(
        &self,
        to: &str,
        now: UnixTime,
        subject: String,
        text: String,
        html: String,
    ) -> Result<Message, MailError> {
        let to = smtp_address(to)?;
        // lettre would parse the recipient from the header, and its parser accepts fewer addresses.
        let envelope = Envelope::new(Some(self.from.email.clone()), vec![to.clone()]);
        let id = format!("<{}@{}>", generate_id()?, self.from.email.domain());
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .envelope(envelope?)
            .subject(subject)
            .date(now.to_system_time())
            .message_id(Some(id))
            // RFC 3834: prevents automatic replies.
            .raw_header(header::HeaderValue::new(
                header::HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ))
            .multipart(MultiPart::alternative_plain_html(text, html))?;
        Ok(message)
    }
}

/// `01234567` becomes `0123 4567`.
fn in_two_groups(code: &SecretString) -> SecretString {
    let (first, second) = code.expose_secret().split_at(code.expose_secret().len() / 2);
    format!("{first} {second}").into()
}

/// A date and time that is unambiguous in every language.
fn format_time(time: UnixTime) -> Result<String, MailError> {
    time.format("%Y-%m-%d %H:%M UTC").ok_or(MailError::Date)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn times_and_codes_are_formatted_for_people() {
        assert_eq!(format_time(UnixTime(1_795_437_240)).unwrap(), "2026-11-23 12:34 UTC");
        assert_eq!(in_two_groups(&"01234567".into()).expose_secret(), "0123 4567");
    }
}
