//! Requests for pages, and forms that pages send.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRef, FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::response::Response;
use serde::de::DeserializeOwned;
use url::form_urlencoded;

use super::context::PageContext;
use super::errors;
use crate::http::api::accept_language;
use crate::http::extract::JsonOrForm;
use crate::i18n::Language;

/// A request for a page.
pub(super) struct PageRequest {
    /// The language of the response.
    pub(super) language: &'static Language,
}

impl<S: Sync> FromRequestParts<S> for PageRequest {
    type Rejection = Infallible;

    /// The query may contain a language. It never contains a token, which is in the fragment only (TOK-9).
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or("").as_bytes();
        let parameter = form_urlencoded::parse(query).find(|(name, _)| name == "lang");
        let tag = parameter.as_ref().map(|(_, tag)| tag.as_ref());
        Ok(Self { language: Language::negotiate(tag, accept_language(&parts.headers)) })
    }
}

/// A submitted form. One that cannot be parsed is answered with a page.
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
            Err(problem) => {
                Err(errors::problem_page(&Arc::<PageContext>::from_ref(state), &page_request, &problem))
            }
        }
    }
}
