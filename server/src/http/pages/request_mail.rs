//! Requesting a recovery email in the browser. Its link is bound to no device, because a page keeps no verifier.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::error_summary::ErrorSummary;
use super::error_texts::form_errors;
use super::layout::{Layout, html_response};
use super::page_form::PageForm;
use super::page_request::PageRequest;
use super::request_page::RequestPage;
use super::security_headers::allow_web_app;
use crate::domain::device::Device;
use crate::domain::email_address::EmailAddress;
use crate::http::audited_recovery::AuditedRecovery;
use crate::http::middleware::client_address::ClientAddr;
use crate::http::page_context::PageContext;
use crate::http::request_body::RecoveryRequest;
use crate::i18n::TextKey;

/// The page after a request, which is the same for every address.
#[derive(Template)]
#[template(path = "pages/requested.html")]
struct RequestedPage<'a> {
    layout: Layout<'a>,
    before_email: String,
    email: &'a str,
    after_email: String,
}

/// Shows the form.
pub(super) async fn show(State(context): State<Arc<PageContext>>, request: PageRequest) -> Response {
    let layout = Layout::of_web_app_page(&context, &request, TextKey::RequestTitle);
    let page = RequestPage::new(&context, &request, ErrorSummary::default()).with_layout(layout);
    let response = html_response(StatusCode::OK, request.language, None, &page);
    if context.has_web_app { allow_web_app(response) } else { response }
}

/// Requests an email. The response and its time are the same for every address (REQ-1, REQ-2).
pub(super) async fn submit(
    State(context): State<Arc<PageContext>>,
    State(recovery): State<AuditedRecovery>,
    client: ClientAddr,
    device: Device,
    PageForm { request, form }: PageForm<RecoveryRequest>,
) -> Response {
    let language = request.language;
    let requested = recovery.request(client, &form, language, device).await;
    let email = form.email.text_or_empty().trim();
    if let Err(problem) = requested {
        let errors = form_errors(language, &problem);
        let page = RequestPage::new(&context, &request, errors).with_email(email);
        return html_response(problem.status(), language, problem.retry_after(), &page);
    }
    // The address as it was parsed, so that a typing error is visible.
    let parsed = EmailAddress::parse(email);
    let email = parsed.as_ref().map_or(email, EmailAddress::as_str);
    let (before_email, after_email) = language.split(TextKey::RequestedText, "email");
    let layout = Layout::of_form_response(&context, &request, TextKey::RequestedTitle);
    let page = RequestedPage { layout, before_email, email, after_email };
    html_response(StatusCode::OK, language, None, &page)
}
