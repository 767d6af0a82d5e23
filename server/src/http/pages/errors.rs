//! Pages and error texts for a [`Problem`].

use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use latchkey_core::password::PasswordRejection;

use super::context::{AppLink, PageContext};
use super::error_summary::{ErrorSummary, FieldError};
use super::layout::{Layout, html_response};
use super::page_request::PageRequest;
use super::request_mail::RequestPage;
use super::submitted_link::SubmittedLink;
use crate::config::AppStore;
use crate::domain::page_paths::REQUEST_PAGE;
use crate::http::middleware::Rejection;
use crate::http::problem::{Problem, ProblemCode};
use crate::i18n::{Language, TextKey};

/// A page for a link that does not work, with alternatives.
#[derive(Template)]
#[template(path = "pages/invalid_link.html")]
struct InvalidLinkPage<'a> {
    layout: Layout<'a>,
    text: String,
    app: Option<AppLink>,
    stores: &'a [AppStore],
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

/// The page for a link that does not work. A link that is bound to a device may be bound to this one: the app knows the
/// verifier, which the page does not.
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
        text: request.language.text(text),
        app: context.app_link(submitted).filter(|_| is_bound),
        stores: if is_bound { &context.stores } else { &[] },
        can_request_mail: context.can_request_mail,
        request_page: REQUEST_PAGE,
        email: "",
        errors: ErrorSummary::default(),
    };
    html_response(problem.status(), request.language, None, &page)
}

/// The errors of a form, by field.
pub(super) fn form_errors(language: &Language, problem: &Problem) -> ErrorSummary {
    let error_of = |field, key| vec![FieldError::new(field, language.text(key))];
    ErrorSummary::new(match problem.code() {
        ProblemCode::PasswordRefused => {
            let texts =
                problem.password_rejections().iter().map(|rejection| rejection_text(language, *rejection));
            texts.map(|text| FieldError::new("new-password", text)).collect()
        }
        ProblemCode::SecondFactorRequired => error_of("second-factor", TextKey::SecondFactorRequired),
        ProblemCode::SecondFactorInvalid => error_of("second-factor", TextKey::SecondFactorInvalid),
        ProblemCode::EmailInvalid => error_of("email", TextKey::EmailInvalid),
        _ => vec![FieldError::general(general_text(language, problem))],
    })
}

/// The page for a problem that occurred before the form was evaluated.
pub(super) fn problem_page(context: &PageContext, request: &PageRequest, problem: &Problem) -> Response {
    let page = RequestPage::new(context, request, form_errors(request.language, problem));
    html_response(problem.status(), request.language, problem.retry_after(), &page)
}

/// Renders the problems of requests that a middleware has rejected as pages.
pub(super) async fn render_rejections(
    State(context): State<Arc<PageContext>>,
    page_request: PageRequest,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Rejection>() {
        Some(Rejection(problem)) => problem_page(&context, &page_request, &problem),
        None => response,
    }
}

fn rejection_text(language: &Language, rejection: PasswordRejection) -> String {
    match rejection {
        PasswordRejection::TooShort { min } => language.format(TextKey::PasswordTooShort, "min", min),
        PasswordRejection::TooLong { max } => language.format(TextKey::PasswordTooLong, "max", max),
        PasswordRejection::Common => language.text(TextKey::PasswordCommon),
        PasswordRejection::Breached => language.text(TextKey::PasswordBreached),
        PasswordRejection::Personal => language.text(TextKey::PasswordPersonal),
        PasswordRejection::ProductName => language.text(TextKey::PasswordProductName),
        PasswordRejection::SameAsBefore => language.text(TextKey::PasswordSameAsBefore),
        // Reasons of other servers. The rules of this one do not have them.
        PasswordRejection::TooManyBytes { .. } | PasswordRejection::Characters | PasswordRejection::Other => {
            language.text(TextKey::InternalError)
        }
    }
}

fn general_text(language: &Language, problem: &Problem) -> String {
    match (problem.code(), problem.retry_after()) {
        (_, Some(seconds @ 0..60)) => language.format(TextKey::WaitSeconds, "seconds", seconds),
        (_, Some(seconds)) => language.format(TextKey::WaitMinutes, "minutes", seconds.div_ceil(60)),
        (
            ProblemCode::MalformedRequest
            | ProblemCode::UnsupportedMediaType
            | ProblemCode::BodyTooLarge
            | ProblemCode::TooSlow,
            None,
        ) => language.text(TextKey::MalformedRequest),
        (ProblemCode::CrossSite, None) => language.text(TextKey::CrossSiteRequest),
        _ => language.text(TextKey::InternalError),
    }
}
