//! Who may send a page's form: its own page, and nobody too often. What is refused is told as a page.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::answers;
use super::site::Site;
use super::visit::Visit;
use crate::routes::client::identify_and_limit;
use crate::routes::problem::Problem;
use crate::routes::same_origin::is_cross_site;

pub(super) async fn guard(
    State(site): State<Arc<Site>>,
    peer: ConnectInfo<SocketAddr>,
    visit: Visit,
    request: Request,
    next: Next,
) -> Response {
    let answered = if is_cross_site(&request, &site.origins) {
        Err(Problem::cross_site())
    } else {
        identify_and_limit(State(Arc::clone(&site.core)), peer, request, next).await
    };
    answered.unwrap_or_else(|problem| answers::plain_page(&site, &visit, &problem))
}
