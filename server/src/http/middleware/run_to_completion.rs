//! Lets a request that may change something finish when its client disconnects.
//!
//! hyper drops the handler of a client that disconnects. A password could then be changed without its audit entry, or a
//! failed sign-in not be recorded.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tokio::runtime::Handle;
use tokio::sync::watch;

use super::in_flight::InFlightGuard;

/// The requests that are being handled.
#[derive(Clone, Default)]
pub(crate) struct OpenRequests(Arc<watch::Sender<()>>);

impl OpenRequests {
    /// Waits until no request is being handled. Returns `false` after `timeout`.
    pub(crate) async fn finished(&self, timeout: Duration) -> bool {
        tokio::time::timeout(timeout, self.0.closed()).await.is_ok()
    }
}

/// Runs the handler to its end, unless the method is safe (RFC 9110 §9.2.1).
pub(in crate::http) async fn run_to_completion(
    State(requests): State<OpenRequests>,
    request: Request,
    next: Next,
) -> Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    let open = requests.0.subscribe();
    let in_flight = request.extensions().get::<InFlightGuard>().cloned();
    let handler = async move {
        let response = next.run(request).await;
        drop((open, in_flight));
        response
    };
    ContinuedWhenDropped(Some(Box::pin(handler))).await
}

/// A future that continues in a task of its own when it is dropped before its end. Most requests need no such task.
struct ContinuedWhenDropped<T: Send + 'static>(Option<Pin<Box<dyn Future<Output = T> + Send>>>);

impl<T: Send + 'static> Future for ContinuedWhenDropped<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        // It is taken out, so that it does not continue after its end or a panic.
        let Some(mut future) = self.0.take() else { return Poll::Pending };
        let polled = future.as_mut().poll(context);
        if polled.is_pending() {
            self.0 = Some(future);
        }
        polled
    }
}

impl<T: Send + 'static> Drop for ContinuedWhenDropped<T> {
    fn drop(&mut self) {
        // Without a runtime the process ends.
        if let (Some(future), Ok(runtime)) = (self.0.take(), Handle::try_current()) {
            drop(runtime.spawn(future));
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use futures_util::FutureExt as _;
    use tokio::sync::oneshot;

    use super::*;

    /// A future that waits for `go` and then reports that it is done.
    fn handler() -> (ContinuedWhenDropped<()>, oneshot::Sender<()>, oneshot::Receiver<()>) {
        let ((go, gone), (report, done)) = (oneshot::channel(), oneshot::channel());
        let future = async move {
            gone.await.unwrap();
            report.send(()).unwrap();
        };
        (ContinuedWhenDropped(Some(Box::pin(future))), go, done)
    }

    #[tokio::test]
    async fn dropped_future_continues() {
        for was_polled in [false, true] {
            let (mut future, go, done) = handler();
            if was_polled {
                assert!((&mut future).now_or_never().is_none());
            }
            drop(future);
            go.send(()).unwrap();
            done.await.unwrap();
        }
    }

    #[tokio::test]
    async fn future_ends_once_without_a_task() {
        let (future, go, done) = handler();
        go.send(()).unwrap();
        future.await;
        done.await.unwrap();
        assert_eq!(Handle::current().metrics().num_alive_tasks(), 0);
    }
}
