//! Health checks.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::openapi::ReadinessProblems;
use crate::http::problem::Problem;
use crate::services::readiness::Readiness;

/// The state of a server.
#[derive(Serialize, ToSchema)]
#[schema(as = Health)]
pub(in crate::http) struct HealthResponse {
    status: &'static str,
}

const OK: HealthResponse = HealthResponse { status: "ok" };

/// The process is running.
#[utoipa::path(get, path = "/healthz", responses((status = 200, body = HealthResponse)))]
pub(in crate::http) async fn health() -> Json<HealthResponse> {
    Json(OK)
}

/// The process is running and its database responds.
#[utoipa::path(get, path = "/readyz", responses((status = 200, body = HealthResponse), ReadinessProblems))]
pub(in crate::http) async fn ready(
    State(readiness): State<Arc<Readiness>>,
) -> Result<Json<HealthResponse>, Problem> {
    if readiness.is_ready().await { Ok(Json(OK)) } else { Err(Problem::not_ready()) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::net::{Ipv4Addr, SocketAddr};
    use std::time::Duration;

    use axum::Router;
    use axum::body::Body;
    use axum::extract::ConnectInfo;
    use axum::http::Request;
    use tower_service::Service as _;

    use super::*;
    use crate::config::{Brand, Config, Database, Mail, Product};
    use crate::domain::clock::SystemClock;
    use crate::http::{HttpState, operations_router, router};
    use crate::services::Services;

    async fn status_of_readyz(router: &mut Router) -> u16 {
        let peer = ConnectInfo(SocketAddr::from((Ipv4Addr::LOCALHOST, 4711)));
        let request = Request::get("/readyz").extension(peer).body(Body::empty()).unwrap();
        router.call(request).await.unwrap().status().as_u16()
    }

    #[tokio::test]
    async fn readyz_queries_the_database_at_most_once_a_second() {
        let folder = tempfile::tempdir().unwrap();
        let product = Product {
            name: "Latchkey".into(),
            support: "a@b.example".into(),
            sender: "c@d.example".into(),
            brand: Brand::default(),
        };
        let config = Config::new(
            Database::File(folder.path().join("latchkey.db")),
            Mail::Directory(folder.path().join("mail")),
            "latchkey://reset-password".parse().unwrap(),
            product,
        );
        let services = Services::open(&config, Arc::new(SystemClock)).await.unwrap();
        let state = HttpState::new(&services, &config, &"http://127.0.0.1".parse().unwrap(), None);
        let (mut public, mut operations) = (router(&state).unwrap(), operations_router(&state));

        assert_eq!(status_of_readyz(&mut public).await, 200);
        tokio::time::pause();
        // The pool rejects queries as soon as closing has begun.
        let mut closing = Box::pin(services.store.close());
        std::future::poll_fn(|context| std::task::Poll::Ready(closing.as_mut().poll(context).is_ready()))
            .await;
        assert!(services.store.ping().await.is_err());
        for router in [&mut public, &mut operations] {
            assert_eq!(status_of_readyz(router).await, 200, "the last result is used");
        }
        tokio::time::advance(Duration::from_secs(1)).await;
        for router in [&mut public, &mut operations] {
            assert_eq!(status_of_readyz(router).await, 503);
        }
    }
}
