//! The pages that mails lead to: setting the password in a browser, for people without the app; asking for a new
//! mail; and "this was not me".
//!
//! A page takes its token from the address's fragment by its one inline script; without a script the link is pasted.
//! Either way it is sent on only in the body of a form. A password that was typed is never shown again.
//!
//! Where `web_app` is set, two of the pages load the app for browsers, which takes their place once it runs. Where it
//! does not run, or the link belongs to another device, they are what they are without it.

mod answers;
mod ask;
mod freeze;
mod guard;
mod page;
mod reset;
mod site;
mod visit;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn_with_state, map_response};
use axum::routing::get;

use super::measure::measure;
use super::problem::Problem;
use super::{ASK_PAGE, FREEZE_PAGE, MAX_BODY_BYTES};
pub(super) use site::reset_path;
pub(crate) use site::{Site, is_free_path};

/// The pages' paths.
pub(super) fn router(site: Site) -> Router {
    let core = Arc::clone(&site.core);
    let site = Arc::new(site);
    Router::new()
        .route(&site.reset_path, get(reset::show).post(reset::set))
        .route(ASK_PAGE, get(ask::show).post(ask::ask))
        .route(FREEZE_PAGE, get(freeze::show).post(freeze::freeze))
        .method_not_allowed_fallback(async || Problem::method_not_allowed())
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(from_fn_with_state(Arc::clone(&site), guard::guard))
        .layer(from_fn_with_state(core, measure))
        .layer(map_response(page::protect))
        .with_state(site)
}
