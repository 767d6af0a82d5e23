//! Limits the time in which a client must send the body of a request.
//!
//! tower-http's `RequestBodyTimeoutLayer` restarts its timeout with each frame, so a client that sends one byte now and then
//! could hold a connection indefinitely. This timeout is for the whole body.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http_body::{Frame, SizeHint};
use tokio::time::Sleep;

/// The body was not complete in time.
#[derive(Debug, thiserror::Error)]
#[error("the request body was not sent in time")]
pub(in crate::http) struct BodyTimedOut;

/// Adds the timeout to the body of a request. The extractor rejects the body when it is over.
pub(in crate::http) async fn limit_body_time(
    State(timeout): State<Duration>,
    request: Request,
    next: Next,
) -> Response {
    next.run(request.map(|body| Body::new(TimeoutBody::new(body, timeout)))).await
}

struct TimeoutBody {
    body: Body,
    timeout: Pin<Box<Sleep>>,
}

impl TimeoutBody {
    fn new(body: Body, timeout: Duration) -> Self {
        Self { body, timeout: Box::pin(tokio::time::sleep(timeout)) }
    }
}

impl http_body::Body for TimeoutBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) {
            return Poll::Ready(frame);
        }
        self.timeout.as_mut().poll(context).map(|()| Some(Err(axum::Error::new(BodyTimedOut))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
