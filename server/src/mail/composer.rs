//! Composes the emails from the templates in `templates/`.

use askama::Template;
use lettre::Message;
use lettre::address::Envelope;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart, header};
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use super::MailError;
use super::content::{
    NoticeContent, NoticeHtml, NoticeSection, NoticeText, RecoveryContent, RecoveryHtml, RecoveryText,
};
use super::details::details;
use super::layout::{LOGO_ID, MailLayout};
use super::links::{freeze_link, recovery_link};
use super::localizer::MailLocalizer;
use super::smtp_address::smtp_address;
use crate::config::Product;
use crate::crypto::secrets::generate_id;
use crate::domain::clock::UnixTime;
use crate::domain::device::Device;
use crate::domain::lifetimes::{CODE_LIFETIME, LINK_LIFETIME, NOTICE_LIFETIME};
use crate::domain::page_paths::FREEZE_PAGE;
use crate::i18n::{Language, TextKey};
use crate::theme::Theme;

/// Composes the emails of one product.
pub(crate) struct MailComposer {
    product: Product,
    theme: Theme,
    from: Mailbox,
    link_base: Url,
    freeze_base: Url,
}

/// A recovery email.
pub(crate) struct RecoveryMail<'a> {
    pub(crate) flow: &'a str,
    pub(crate) token: &'a SecretString,
    /// The code, if the requesting device can use it.
    pub(crate) code: Option<&'a SecretString>,
    pub(crate) requested_at: UnixTime,
    pub(crate) device: Device,
}

/// A notice that the password was changed.
pub(crate) struct ChangeNotice<'a> {
    pub(crate) freeze_token: &'a SecretString,
    pub(crate) changed_at: UnixTime,
    pub(crate) device: Device,
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
        Ok(Self { theme: Theme::new(&product.brand), product, from, link_base, freeze_base })
    }

    /// A recovery email to `to`.
    pub(crate) fn recovery(
        &self,
        to: &str,
        now: UnixTime,
        language: &'static Language,
        mail: &RecoveryMail<'_>,
    ) -> Result<Message, MailError> {
        let link = recovery_link(&self.link_base, mail.token, mail.flow, mail.code);
        let code = mail.code.map(in_two_groups);
        let localizer = MailLocalizer(language);
        let product = self.product.name.as_str();
        let content = RecoveryContent {
            layout: &MailLayout {
                subject: localizer.format(TextKey::MailResetSubject, "product", product),
                preheader: recovery_preheader(localizer, code.as_ref()),
                why: localizer.format(TextKey::MailWhyReset, "email", to),
                ..MailLayout::new(&self.product, &self.theme, localizer)
            },
            link: link.expose_secret(),
            link_minutes: LINK_LIFETIME / 60,
            code: code.as_ref().map(|code| code.expose_secret()),
            code_minutes: CODE_LIFETIME / 60,
            details: &details(localizer, TextKey::MailRequested, mail.requested_at, mail.device, product)?,
        };
        let text = RecoveryText(content).render()?;
        let html = RecoveryHtml(content).render()?;
        self.build(to, now, content.layout.subject.clone(), text, html)
    }

    /// The notice that the password was changed. It is always in English too: if an attacker changed the password, the
    /// attacker chose the language.
    pub(crate) fn password_changed(
        &self,
        to: &str,
        now: UnixTime,
        language: &'static Language,
        notice: &ChangeNotice<'_>,
    ) -> Result<Message, MailError> {
        let freeze_link = freeze_link(&self.freeze_base, notice.freeze_token);
        let localizer = MailLocalizer(language);
        let product = self.product.name.as_str();
        let mut sections = vec![self.notice_section(localizer, notice)?];
        if language != Language::english() {
            sections.push(self.notice_section(MailLocalizer(Language::english()), notice)?);
        }
        let content = NoticeContent {
            layout: &MailLayout {
                subject: localizer.format(TextKey::NoticeSubject, "product", product),
                preheader: localizer.text(TextKey::NoticePreheader),
                why: localizer.format(TextKey::MailWhyChanged, "email", to),
                ..MailLayout::new(&self.product, &self.theme, localizer)
            },
            sections: &sections,
            freeze_link: freeze_link.expose_secret(),
            freeze_days: NOTICE_LIFETIME / (24 * 60 * 60),
        };
        let text = NoticeText(content).render()?;
        let html = NoticeHtml(content).render()?;
        self.build(to, now, content.layout.subject.clone(), text, html)
    }

    fn notice_section(
        &self,
        localizer: MailLocalizer,
        notice: &ChangeNotice<'_>,
    ) -> Result<NoticeSection, MailError> {
        let product = self.product.name.as_str();
        let details = details(localizer, TextKey::MailChanged, notice.changed_at, notice.device, product)?;
        Ok(NoticeSection::new(localizer, product, details))
    }

    /// A test email.
    pub(crate) fn test(&self, to: &str, now: UnixTime) -> Result<Message, MailError> {
        let text = format!("This is a test. The recovery server of {} can send email.", self.product.name);
        let html = TestHtml(&text).render()?;
        self.build(to, now, format!("Test email of {}", self.product.name), text, html)
    }

    /// The text, and as its alternative the HTML with the logo.
    fn body(&self, text: String, html: String) -> Result<MultiPart, MailError> {
        let Some(logo) = &self.product.brand.mail_logo else {
            return Ok(MultiPart::alternative_plain_html(text, html));
        };
        let png = header::ContentType::parse("image/png").map_err(|_| MailError::Logo)?;
        let logo = Attachment::new_inline(LOGO_ID.to_owned()).body(logo.clone(), png);
        let html = MultiPart::related().singlepart(SinglePart::html(html)).singlepart(logo);
        Ok(MultiPart::alternative().singlepart(SinglePart::plain(text)).multipart(html))
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
            .multipart(self.body(text, html)?)?;
        Ok(message)
    }
}

/// What lists of emails show after the subject: how long the link works, and the code.
fn recovery_preheader(localizer: MailLocalizer, code: Option<&SecretString>) -> String {
    let minutes = localizer.format(TextKey::MailResetPreheader, "minutes", LINK_LIFETIME / 60);
    match code {
        None => minutes,
        Some(code) => {
            let code = localizer.format(TextKey::MailResetPreheaderCode, "code", code.expose_secret());
            format!("{minutes} {code}")
        }
    }
}

/// `01234567` becomes `0123 4567`.
fn in_two_groups(code: &SecretString) -> SecretString {
    let (first, second) = code.expose_secret().split_at(code.expose_secret().len() / 2);
    format!("{first} {second}").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_shown_in_two_groups() {
        assert_eq!(in_two_groups(&"01234567".into()).expose_secret(), "0123 4567");
    }
}
