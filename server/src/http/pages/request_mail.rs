//! Requesting a recovery mail in the browser. Its link is bound to no device, because a page keeps no verifier.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::context::PageContext;
use super::error_summary::ErrorSummary;
use super::errors;
use super::layout::{Layout, MessagePage, html_response};
use super::page_request::{PageForm, PageRequest};
use super::security_headers::allow_web_app;
use crate::domain::email_address::EmailAddress;
use crate::domain::page_paths::REQUEST_PAGE;
use crate::http::api::recovery::RecoveryRequest;
use crate::http::audited_recovery::AuditedRecovery;
use crate::http::middleware::client_address::ClientAddr;
use crate::i18n::TextKey;

/// The page with the form.
#[derive(Template)]
#[template(path = "pages/request_mail.html")]
pub(super) struct RequestPage<'a> {
    layout: Layout<'a>,
    can_request_mail: bool,
    request_page: &'static str,
    /// The address that was typed before.
    email: String,
    errors: ErrorSummary,
}

impl<'a> RequestPage<'a> {
    /// The form in the response to a form, with its errors.
    pub(super) fn new(context: &'a PageContext, request: &PageRequest, errors: ErrorSummary) -> Self {
        let layout = Layout {
            focus_title: errors.is_empty(),
            ..Layout::of_form_response(context, request, TextKey::RequestTitle)
        };
        Self {
            layout,
            can_request_mail: context.can_request_mail,
            request_page: REQUEST_PAGE,
            email: String::new(),
            errors,
        }
    }
}

/// Shows the form.
pub(super) async fn show(State(context): State<Arc<PageContext>>, request: PageRequest) -> Response {
    let layout = Layout::of_web_app_page(&context, &request, TextKey::RequestTitle);
    let page = RequestPage { layout, ..RequestPage::new(&context, &request, ErrorSummary::default()) };
    let response = html_response(StatusCode::OK, request.language, None, &page);
    if context.has_web_app { allow_web_app(response) } else { response }
}

/// Requests a mail. The response and its time are the same for every address (REQ-1, REQ-2).
pub(super) async fn submit(
    State(context): State<Arc<PageContext>>,
    State(recovery): State<AuditedRecovery>,
    client: ClientAddr,
    PageForm { request, form }: PageForm<RecoveryRequest>,
) -> Response {
    let language = request.language;
    let requested = recovery.request(client, &form, language).await;
    let email = form.email.text_or_empty().trim();
    if let Err(problem) = requested {
        let errors = errors::form_errors(language, &problem);
        let page = RequestPage { email: email.to_owned(), ..RequestPage::new(&context, &request, errors) };
        return html_response(problem.status(), language, problem.retry_after(), &page);
    }
    // The address as it was parsed, so that a typing error is visible.
    let parsed = EmailAddress::parse(email);
    let email = parsed.as_ref().map_or(email, EmailAddress::as_str);
    let paragraphs =
        vec![language.format(TextKey::RequestedText, "email", email), language.text(TextKey::RequestedSpam)];
    let page = MessagePage::new(&context, &request, TextKey::RequestedTitle, paragraphs);
    html_response(StatusCode::OK, language, None, &page)
}
