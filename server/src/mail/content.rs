//! What the templates of the emails are rendered from.

use askama::Template;

use super::details::Detail;
use super::layout::MailLayout;
use super::localizer::MailLocalizer;
use crate::i18n::TextKey;

#[derive(Template)]
#[template(path = "recovery/mail.txt")]
pub(super) struct RecoveryText<'a>(pub(super) RecoveryContent<'a>);

#[derive(Template)]
#[template(path = "recovery/mail.html")]
pub(super) struct RecoveryHtml<'a>(pub(super) RecoveryContent<'a>);

#[derive(Clone, Copy)]
pub(super) struct RecoveryContent<'a> {
    pub(super) layout: &'a MailLayout<'a>,
    pub(super) link: &'a str,
    pub(super) link_minutes: u32,
    pub(super) code: Option<&'a str>,
    pub(super) code_minutes: u32,
    pub(super) details: &'a [Detail],
}

impl RecoveryContent<'_> {
    fn lead(&self) -> String {
        let localizer = self.layout.localizer;
        let lead = localizer.format(TextKey::MailResetLead, "product", self.layout.product.name.as_str());
        match self.code {
            None => lead,
            // The link is bound to the device that can use the code.
            Some(_) => {
                // The full stop of these languages has its space in it.
                let separator = if matches!(localizer.tag(), "ja" | "zh-Hans") { "" } else { " " };
                format!("{lead}{separator}{}", localizer.text(TextKey::MailSameDevice))
            }
        }
    }
}

#[derive(Template)]
#[template(path = "change_notice/mail.txt")]
pub(super) struct NoticeText<'a>(pub(super) NoticeContent<'a>);

#[derive(Template)]
#[template(path = "change_notice/mail.html")]
pub(super) struct NoticeHtml<'a>(pub(super) NoticeContent<'a>);

#[derive(Clone, Copy)]
pub(super) struct NoticeContent<'a> {
    pub(super) layout: &'a MailLayout<'a>,
    /// One for each language of the notice.
    pub(super) sections: &'a [NoticeSection],
    pub(super) freeze_link: &'a str,
    pub(super) freeze_days: u32,
}

/// The notice in one language.
pub(super) struct NoticeSection {
    localizer: MailLocalizer,
    /// The heading, which is the subject of a notice in this language only.
    heading: String,
    /// What happened, without a heading.
    summary: String,
    lead: String,
    details: Vec<Detail>,
    recovery_title: String,
}

impl NoticeSection {
    pub(super) fn new(localizer: MailLocalizer, product: &str, details: Vec<Detail>) -> Self {
        let text = |key| localizer.text(key);
        Self {
            localizer,
            heading: localizer.format(TextKey::NoticeSubject, "product", product),
            summary: localizer.format(TextKey::NoticeLead, "product", product),
            lead: format!("{} {}", text(TextKey::NoticeSignedOut), text(TextKey::NoticeOwnChange)),
            details,
            recovery_title: localizer.format(TextKey::NoticeRecoveryTitle, "product", product),
        }
    }
}
