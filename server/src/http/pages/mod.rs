//! The pages that emails link to: setting the password in a browser, for people without the app; requesting a new email; and
//! freezing the account ("this was not me").
//!
//! A page takes its token from the fragment of the address with its only inline script. Without a script, people paste the
//! link. In both cases the token is sent only in the body of a form. A typed password is never shown again.
//!
//! If `web_app` is set, the reset page and the request page load the web app, which replaces them when it runs. If it does
//! not run, or the link belongs to another device, the pages work as without it.

mod app_link;
mod error_summary;
mod error_texts;
mod freeze;
mod icons;
mod invalid_link;
mod layout;
mod page_form;
mod page_request;
mod problem_page;
mod request_mail;
mod request_page;
mod reset;
mod security_headers;
mod submitted_link;

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn_with_state, map_response_with_state};
use axum::routing::get;

use super::middleware::metrics::count_request;
use super::middleware::same_origin::require_same_origin;
use super::problem::{Problem, ProblemCode};
use super::state::HttpState;
use super::with_request_limits;
use crate::domain::page_paths::{FREEZE_PAGE, REQUEST_PAGE};

/// The routes of the pages.
pub(super) fn router(state: &HttpState) -> Router {
    let context = state.pages.context();
    let pages = Router::new()
        .route(&context.reset_path, get(reset::show).post(reset::submit))
        .route(REQUEST_PAGE, get(request_mail::show).post(request_mail::submit))
        .route(FREEZE_PAGE, get(freeze::show).post(freeze::submit))
        .method_not_allowed_fallback(async || Problem::from(ProblemCode::MethodNotAllowed));
    with_request_limits(pages, state)
        .layer(from_fn_with_state(Arc::clone(&state.origins), require_same_origin))
        .layer(from_fn_with_state(Arc::clone(context), problem_page::render_rejections))
        .layer(from_fn_with_state(state.metrics.clone(), count_request))
        .layer(map_response_with_state(Arc::clone(context), security_headers::add))
        .with_state(state.pages.clone())
}
