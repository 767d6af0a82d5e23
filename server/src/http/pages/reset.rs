//! Setting the new password in the browser.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use latchkey_core::normalization::nfc;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;

use super::app_link::AppLink;
use super::error_summary::{ErrorSummary, FieldError};
use super::error_texts::form_errors;
use super::invalid_link::{invalid_link_page, invalid_link_texts};
use super::layout::{Layout, html_response};
use super::page_form::PageForm;
use super::page_request::PageRequest;
use super::security_headers::allow_web_app;
use super::submitted_link::SubmittedLink;
use crate::config::AppStore;
use crate::crypto::secrets::{generate_id, sha256};
use crate::domain::device::Device;
use crate::domain::lifetimes::CODE_LIFETIME;
use crate::domain::page_paths::REQUEST_PAGE;
use crate::http::audited_recovery::{AuditedRecovery, PasswordReset};
use crate::http::extract::Field;
use crate::http::middleware::client_address::ClientAddr;
use crate::http::page_context::PageContext;
use crate::http::problem::Problem;
use crate::http::request_body::NewPasswordFields;
use crate::i18n::{Language, TextKey};
use crate::internal_error::InternalError;
use crate::services::recovery::Proof;

#[derive(Template)]
#[template(path = "pages/reset.html")]
struct ResetPage<'a> {
    layout: Layout<'a>,
    path: &'a str,
    token: Option<&'a str>,
    flow: &'a str,
    /// Identifies a submission, so that submitting the form twice has one result.
    attempt: String,
    app: Option<AppLink>,
    stores: &'a [AppStore],
    can_request_mail: bool,
    request_page: &'static str,
    policy: String,
    /// The text below the code: how long it works.
    code_valid: String,
    second_factor: bool,
    errors: ErrorSummary,
}

/// The page after the password was set.
#[derive(Template)]
#[template(path = "pages/done.html")]
struct DonePage<'a> {
    layout: Layout<'a>,
}

/// The form of the page.
#[derive(Deserialize)]
pub(super) struct ResetForm {
    token: Field,
    flow: Field,
    attempt: Field,
    new_password: Field,
    repeat_password: Field,
    second_factor: Field,
}

/// Shows the page that a recovery link leads to. It looks nothing up and changes nothing (TOK-12).
pub(super) async fn show(State(context): State<Arc<PageContext>>, request: PageRequest) -> Response {
    let layout = Layout::of_web_app_page(&context, &request, TextKey::ResetTitle);
    let submitted = SubmittedLink::default();
    let page =
        ResetPageInput { context: &context, request: &request, submitted: &submitted, second_factor: false };
    let response = page.render(layout, StatusCode::OK, ErrorSummary::default(), None);
    if context.has_web_app { allow_web_app(response) } else { response }
}

/// Sets the password.
pub(super) async fn submit(
    State(context): State<Arc<PageContext>>,
    State(recovery): State<AuditedRecovery>,
    client: ClientAddr,
    device: Device,
    PageForm { request, form }: PageForm<ResetForm>,
) -> Response {
    let language = request.language;
    let submitted = SubmittedLink::parse(&form.token, &form.flow, context.own_links());
    let form_with_errors = |status, errors: ErrorSummary, retry_after| {
        let layout = Layout::of_form_response(&context, &request, TextKey::ResetTitle);
        // The field for the second factor stays once it was shown.
        let second_factor =
            errors.text_of("second-factor").is_some() || !matches!(form.second_factor, Field::Missing);
        let page =
            ResetPageInput { context: &context, request: &request, submitted: &submitted, second_factor };
        page.render(layout, status, errors, retry_after)
    };
    let token = match validate(&submitted, &form, language) {
        Ok(token) => token,
        Err(errors) => return form_with_errors(StatusCode::UNPROCESSABLE_ENTITY, errors, None),
    };
    let proof = Proof::Link { token, verifier: None };
    let attempt = Some(form.attempt.text_or_empty()).filter(|attempt| !attempt.is_empty());
    let key = attempt.map(|attempt| sha256(attempt.as_bytes()));
    let fields = NewPasswordFields { new_password: &form.new_password, second_factor: &form.second_factor };
    let new = fields.new_password(language, device);
    let reset = new.map(|new| PasswordReset { proof, new, idempotency_key: key });
    let Err(problem) = recovery.reset(client, reset).await else {
        let page = DonePage { layout: Layout::of_form_response(&context, &request, TextKey::DoneTitle) };
        return html_response(StatusCode::OK, language, None, &page);
    };
    if let Some(texts) = invalid_link_texts(&problem) {
        return invalid_link_page(&context, &request, &submitted, &problem, texts);
    }
    let errors = form_errors(language, &problem);
    form_with_errors(problem.status(), errors, problem.retry_after())
}

/// Checks what can be checked without the database. Returns the token if there is no error.
fn validate(
    submitted: &SubmittedLink,
    form: &ResetForm,
    language: &Language,
) -> Result<SecretString, ErrorSummary> {
    let mut errors = Vec::new();
    let (password, repeated) = (form.new_password.text_or_empty(), form.repeat_password.text_or_empty());
    if submitted.token.is_none() {
        errors.push(FieldError::new("token", language.text(TextKey::LinkMissing)));
    }
    if password.is_empty() {
        errors.push(FieldError::new("new-password", language.text(TextKey::PasswordMissing)));
    } else if !nfc(password.chars()).eq(nfc(repeated.chars())) {
        errors.push(FieldError::new("repeat-password", language.text(TextKey::PasswordsDiffer)));
    }
    match &submitted.token {
        Some(token) if errors.is_empty() => Ok(token.clone()),
        _ => Err(ErrorSummary::new(errors)),
    }
}

/// What the page is rendered from, besides its layout and errors.
struct ResetPageInput<'a> {
    context: &'a PageContext,
    request: &'a PageRequest,
    submitted: &'a SubmittedLink,
    second_factor: bool,
}

impl ResetPageInput<'_> {
    fn render(
        &self,
        layout: Layout<'_>,
        status: StatusCode,
        errors: ErrorSummary,
        retry_after: Option<u64>,
    ) -> Response {
        let attempt = match generate_id() {
            Ok(attempt) => attempt,
            Err(error) => return Problem::from(InternalError::from(error)).into_response(),
        };
        let (context, language) = (self.context, self.request.language);
        let page = ResetPage {
            path: &context.reset_path,
            token: self.submitted.token.as_ref().map(|token| token.expose_secret()),
            flow: self.submitted.flow.as_deref().unwrap_or(""),
            attempt,
            app: AppLink::new(context, self.submitted).filter(|_| errors.is_empty()),
            stores: &context.stores,
            can_request_mail: context.can_request_mail,
            request_page: REQUEST_PAGE,
            policy: language.format(TextKey::Policy, "min", context.min_password_length),
            code_valid: language.format(TextKey::MailCodeValid, "minutes", CODE_LIFETIME / 60),
            second_factor: self.second_factor,
            layout: Layout { focus_title: false, ..layout },
            errors,
        };
        html_response(status, language, retry_after, &page)
    }
}
