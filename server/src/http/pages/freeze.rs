//! Freezing the account from a change notice ("this was not me").

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use secrecy::ExposeSecret as _;
use serde::Deserialize;

use super::error_summary::{ErrorSummary, FieldError};
use super::error_texts::form_errors;
use super::invalid_link::{invalid_link_page, invalid_link_texts};
use super::layout::{Layout, html_response};
use super::page_form::PageForm;
use super::page_request::PageRequest;
use super::submitted_link::SubmittedLink;
use crate::domain::page_paths::{FREEZE_PAGE, REQUEST_PAGE};
use crate::http::audited_recovery::AuditedRecovery;
use crate::http::extract::Field;
use crate::http::middleware::client_address::ClientAddr;
use crate::http::page_context::PageContext;
use crate::i18n::TextKey;

#[derive(Template)]
#[template(path = "pages/freeze.html")]
struct FreezePage<'a> {
    layout: Layout<'a>,
    path: &'static str,
    token: Option<&'a str>,
    errors: ErrorSummary,
}

/// The page after the account was frozen, with the steps that are left.
#[derive(Template)]
#[template(path = "pages/frozen.html")]
struct FrozenPage<'a> {
    layout: Layout<'a>,
    can_request_mail: bool,
    /// The second step, if an email can be requested in the app only.
    recovery_title: String,
    request_page: &'static str,
    email: &'static str,
    errors: ErrorSummary,
}

/// The form of the page.
#[derive(Deserialize)]
pub(super) struct FreezeForm {
    token: Field,
}

/// Shows the form. Opening the page does not freeze the account, because mail scanners open it too.
pub(super) async fn show(State(context): State<Arc<PageContext>>, request: PageRequest) -> Response {
    let layout = Layout::of_page(&context, &request, TextKey::FreezeTitle);
    render(&request, &SubmittedLink::default(), layout, StatusCode::OK, ErrorSummary::default(), None)
}

/// Freezes the account.
pub(super) async fn submit(
    State(context): State<Arc<PageContext>>,
    State(recovery): State<AuditedRecovery>,
    client: ClientAddr,
    PageForm { request, form }: PageForm<FreezeForm>,
) -> Response {
    let language = request.language;
    let submitted = SubmittedLink::parse(&form.token, &Field::Missing, context.own_links());
    let layout = || Layout::of_form_response(&context, &request, TextKey::FreezeTitle);
    let Some(token) = &submitted.token else {
        let error = FieldError::new("token", language.text(TextKey::LinkMissing));
        let errors = ErrorSummary::new(vec![error]);
        return render(&request, &submitted, layout(), StatusCode::UNPROCESSABLE_ENTITY, errors, None);
    };
    let Err(problem) = recovery.freeze(client, Ok(token.clone())).await else {
        let product = context.product.name.as_str();
        let page = FrozenPage {
            layout: Layout::of_form_response(&context, &request, TextKey::FrozenTitle),
            can_request_mail: context.can_request_mail,
            recovery_title: language.format(TextKey::NoticeRecoveryTitle, "product", product),
            request_page: REQUEST_PAGE,
            email: "",
            errors: ErrorSummary::default(),
        };
        return html_response(StatusCode::OK, language, None, &page);
    };
    match invalid_link_texts(&problem) {
        Some((title, text)) => {
            let text = if text == TextKey::ExpiredText { TextKey::FreezeExpired } else { text };
            invalid_link_page(&context, &request, &submitted, &problem, (title, text))
        }
        None => {
            let errors = form_errors(language, &problem);
            render(&request, &submitted, layout(), problem.status(), errors, problem.retry_after())
        }
    }
}

fn render(
    request: &PageRequest,
    submitted: &SubmittedLink,
    layout: Layout<'_>,
    status: StatusCode,
    errors: ErrorSummary,
    retry_after: Option<u64>,
) -> Response {
    let page = FreezePage {
        layout: Layout { focus_title: false, ..layout },
        path: FREEZE_PAGE,
        token: submitted.token.as_ref().map(|token| token.expose_secret()),
        errors,
    };
    html_response(status, request.language, retry_after, &page)
}
