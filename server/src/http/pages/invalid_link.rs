//! The page for a link that does not work.

use askama::Template;
use axum::response::Response;

use super::app_link::AppLink;
use super::error_summary::ErrorSummary;
use super::layout::{Layout, html_response};
use super::page_request::PageRequest;
use super::submitted_link::SubmittedLink;
use crate::domain::page_paths::REQUEST_PAGE;
use crate::http::page_context::PageContext;
use crate::http::problem::{Problem, ProblemCode};
use crate::i18n::TextKey;

/// A page for a link that does not work, with alternatives.
#[derive(Template)]
#[template(path = "pages/invalid_link.html")]
struct InvalidLinkPage<'a> {
    layout: Layout<'a>,
    illustration: &'static str,
    text: String,
    app: Option<AppLink>,
    can_request_mail: bool,
    request_page: &'static str,
    email: &'static str,
    errors: ErrorSummary,
}

/// Heading and text for a link that does not work; `None` for other problems.
pub(super) fn invalid_link_texts(problem: &Problem) -> Option<(TextKey, TextKey)> {
    match problem.code() {
        ProblemCode::TokenInvalid => Some((TextKey::InvalidLinkTitle, TextKey::InvalidLinkText)),
        ProblemCode::TokenExpired => Some((TextKey::ExpiredTitle, TextKey::ExpiredText)),
        ProblemCode::TokenUsed => Some((TextKey::UsedTitle, TextKey::UsedText)),
        ProblemCode::TokenSuperseded => Some((TextKey::SupersededTitle, TextKey::SupersededText)),
        ProblemCode::FreezeSuperseded => {
            Some((TextKey::FreezeSupersededTitle, TextKey::FreezeSupersededText))
        }
        ProblemCode::VerifierRequired => Some((TextKey::OtherDeviceTitle, TextKey::OtherDeviceText)),
        _ => None,
    }
}

/// The illustration of the page for a link that does not work.
fn illustration(problem: &Problem) -> &'static str {
    match problem.code() {
        ProblemCode::TokenExpired => "illustration-clock",
        ProblemCode::TokenUsed => "illustration-used",
        ProblemCode::TokenSuperseded | ProblemCode::FreezeSuperseded => "illustration-mails",
        ProblemCode::VerifierRequired => "illustration-device",
        _ => "illustration-broken",
    }
}

/// The page for a link that does not work. A link that is bound to a device may be bound to this one: the app has the
/// verifier, and the page does not.
pub(super) fn invalid_link_page(
    context: &PageContext,
    request: &PageRequest,
    submitted: &SubmittedLink,
    problem: &Problem,
    (title, text): (TextKey, TextKey),
) -> Response {
    let is_bound = problem.code() == ProblemCode::VerifierRequired;
    let page = InvalidLinkPage {
        layout: Layout::of_form_response(context, request, title),
        illustration: illustration(problem),
        text: request.language.text(text),
        app: AppLink::new(context, submitted).filter(|_| is_bound),
        can_request_mail: context.can_request_mail,
        request_page: REQUEST_PAGE,
        email: "",
        errors: ErrorSummary::default(),
    };
    html_response(problem.status(), request.language, None, &page)
}
