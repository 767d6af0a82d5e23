//! Requests that a middleware rejects before their handler.

use axum::response::{IntoResponse, Response};

use crate::http::problem::Problem;
use crate::internal_error::InternalError;

/// A middleware has rejected a request. The response is a problem, and also contains it as an extension, from which the
/// pages render HTML.
#[derive(Clone)]
pub(in crate::http) struct Rejection(pub(in crate::http) Problem);

impl From<InternalError> for Rejection {
    fn from(error: InternalError) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let mut response = self.0.clone().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
