//! Forms that pages send.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequest, FromRequestParts as _, Request};
use axum::response::Response;
use serde::de::DeserializeOwned;

use super::page_request::PageRequest;
use super::problem_page::problem_page;
use crate::http::extract::JsonOrForm;
use crate::http::page_context::PageContext;

/// A submitted form. The response to one that cannot be parsed is a page.
pub(super) struct PageForm<T> {
    pub(super) request: PageRequest,
    pub(super) form: T,
}

impl<S, T> FromRequest<S> for PageForm<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
    Arc<PageContext>: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let Ok(page_request) = PageRequest::from_request_parts(&mut parts, state).await;
        match JsonOrForm::from_request(Request::from_parts(parts, body), state).await {
            Ok(JsonOrForm(form)) => Ok(Self { request: page_request, form }),
            Err(problem) => Err(problem_page(&Arc::<PageContext>::from_ref(state), &page_request, &problem)),
        }
    }
}
