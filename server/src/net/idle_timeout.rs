//! Closes idle connections, and those that must make room, below TLS and for HTTP/1 and HTTP/2 alike.
//!
//! hyper closes idle HTTP/1 connections itself, but no HTTP/2 connection whose client responds to pings, and no connection
//! whose client does not read the response.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::Request;
use axum_server::accept::Accept;
use http_body::{Body as _, Frame, SizeHint};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::time::{Instant, Sleep};
use tower_service::Service;

use super::activity::{Activity, Completion, OpenRequest};
use super::connection_limits::{ConnectionLimits, ConnectionPermit};

/// Number of bytes of a response that a client must read for its connection to count as active. It is more than a client can
/// make the server send with pings.
const MIN_PROGRESS_BYTES: usize = 1024;

/// Accepts connections within the limits, and adds the idle timeout to them.
#[derive(Clone)]
pub(super) struct ConnectionAcceptor {
    pub(super) idle_timeout: Duration,
    pub(super) limits: ConnectionLimits,
}

impl<S> Accept<TcpStream, S> for ConnectionAcceptor {
    type Stream = IdleTimeoutStream;
    type Service = InFlightService<S>;
    type Future = std::future::Ready<io::Result<(IdleTimeoutStream, InFlightService<S>)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        std::future::ready(stream.peer_addr().and_then(|peer| {
            let too_many = || io::Error::new(io::ErrorKind::ConnectionRefused, "too many connections");
            let activity = Arc::new(Activity::new());
            let (permit, closing) = self.limits.acquire(peer.ip(), &activity).ok_or_else(too_many)?;
            let stream = IdleTimeoutStream {
                stream,
                activity: Arc::clone(&activity),
                idle_timeout: self.idle_timeout,
                timer: Box::pin(tokio::time::sleep(self.idle_timeout)),
                written: 0,
                closing: Some(closing),
                _permit: permit,
            };
            Ok((stream, InFlightService { service, activity }))
        }))
    }
}

/// A connection that fails with `TimedOut` when it has been idle for too long, and with `ConnectionAborted` when it must
/// make room for another one.
pub(super) struct IdleTimeoutStream {
    stream: TcpStream,
    activity: Arc<Activity>,
    idle_timeout: Duration,
    timer: Pin<Box<Sleep>>,
    written: usize,
    /// Resolves when the connection must be closed to make room for another one; `None` afterwards.
    closing: Option<oneshot::Receiver<()>>,
    _permit: ConnectionPermit,
}

impl IdleTimeoutStream {
    /// Fails if the connection must make room. Otherwise the task is woken at that time. Checked by every operation, because
    /// hyper does not read while it has pipelined requests.
    fn check_closing(&mut self, context: &mut Context<'_>) -> io::Result<()> {
        self.closing.take_if(|closing| Pin::new(closing).poll(context).is_ready());
        if self.closing.is_none() { Err(io::ErrorKind::ConnectionAborted.into()) } else { Ok(()) }
    }

    /// Ready when the connection has been idle for too long. Otherwise the task is woken at that time.
    fn poll_idle(&mut self, context: &mut Context<'_>) -> Poll<io::Error> {
        loop {
            ready!(self.timer.as_mut().poll(context));
            let deadline = self.activity.idle_since() + self.idle_timeout;
            if deadline <= Instant::now() {
                return Poll::Ready(io::ErrorKind::TimedOut.into());
            }
            self.timer.as_mut().reset(deadline);
        }
    }

    fn count_written(&mut self, bytes: usize) {
        self.written += bytes;
        if self.written >= MIN_PROGRESS_BYTES {
            self.written = 0;
            self.activity.touch();
        }
    }
}

impl AsyncRead for IdleTimeoutStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.check_closing(context)?;
        // Checked before reading, because a client that sends bytes but no complete request is idle too.
        if let Poll::Ready(idle) = self.poll_idle(context) {
            return Poll::Ready(Err(idle));
        }
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for IdleTimeoutStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.check_closing(context)?;
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        match written {
            Poll::Ready(Ok(count)) => self.count_written(count),
            Poll::Ready(Err(_)) => {}
            Poll::Pending => return self.poll_idle(context).map(Err),
        }
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check_closing(context)?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.check_closing(context)?;
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        match written {
            Poll::Ready(Ok(count)) => self.count_written(count),
            Poll::Ready(Err(_)) => {}
            Poll::Pending => return self.poll_idle(context).map(Err),
        }
        written
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

/// Records the requests in flight on a connection.
#[derive(Clone)]
pub(super) struct InFlightService<S> {
    service: S,
    activity: Arc<Activity>,
}

impl<S, B> Service<Request<B>> for InFlightService<S>
where
    S: Service<Request<Body>>,
    S::Future: Send + 'static,
    B: http_body::Body<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let in_flight = OpenRequest::new(&self.activity);
        let completion = in_flight.completion();
        let request = request.map(|body| Body::new(RequestBody::new(Body::new(body), completion)));
        let response = self.service.call(request);
        Box::pin(async move {
            let response = response.await;
            drop(in_flight);
            response
        })
    }
}

/// The body of a request, which is complete when the last byte was read.
struct RequestBody {
    body: Body,
    completion: Completion,
}

impl RequestBody {
    fn new(body: Body, completion: Completion) -> Self {
        if body.is_end_stream() {
            completion.complete();
        }
        Self { body, completion }
    }
}

impl http_body::Body for RequestBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        if frame.is_none() || self.body.is_end_stream() {
            self.completion.complete();
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
