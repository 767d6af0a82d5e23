//! The JSON API.

mod capabilities;
pub(super) mod health;
mod openapi;
mod recovery;
mod session;

use axum::Router;
use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::state::ApiState;
use openapi::Document;

/// The routes of the API, and of the document that describes them.
pub(super) fn router() -> serde_json::Result<Router<ApiState>> {
    let (router, document) = OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(recovery::request))
        .routes(routes!(recovery::check))
        .routes(routes!(recovery::reset))
        .routes(routes!(recovery::freeze))
        .routes(routes!(session::sign_in, session::show))
        .routes(routes!(capabilities::capabilities))
        .routes(routes!(capabilities::password_policy))
        .routes(routes!(health::health))
        .routes(routes!(health::ready))
        .split_for_parts();
    Ok(router.merge(document_route(&document)?))
}

/// The route of the document, which is serialized only once: that takes longer than most requests.
fn document_route<S: Clone + Send + Sync + 'static>(document: &OpenApi) -> serde_json::Result<Router<S>> {
    let document = Bytes::from(serde_json::to_vec(document)?);
    let respond = async move || ([(CONTENT_TYPE, "application/json")], document);
    Ok(Router::new().route("/openapi.json", get(respond)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::extract::Request;
    use tower_service::Service as _;

    use super::*;

    #[tokio::test]
    async fn document_is_serialized_once() {
        let mut route = document_route::<()>(&Document::openapi()).unwrap();
        let mut bodies = Vec::new();
        for _ in 0..2 {
            let request = Request::get("/openapi.json").body(Body::empty()).unwrap();
            let response = route.call(request).await.unwrap();
            assert_eq!(response.headers()[CONTENT_TYPE], "application/json");
            bodies.push(to_bytes(response.into_body(), usize::MAX).await.unwrap());
        }
        assert_eq!(bodies[0].as_ptr(), bodies[1].as_ptr());
    }
}
