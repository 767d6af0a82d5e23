//! Requests for pages.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use url::form_urlencoded;

use crate::http::accept_language::accept_language;
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
