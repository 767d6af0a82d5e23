//! The page for a [`Problem`] that occurred before a form was evaluated.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::error_texts::form_errors;
use super::layout::html_response;
use super::page_request::PageRequest;
use super::request_page::RequestPage;
use crate::http::middleware::Rejection;
use crate::http::page_context::PageContext;
use crate::http::problem::Problem;

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
