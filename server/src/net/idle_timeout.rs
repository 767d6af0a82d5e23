//! Closes idle connections, and those that must make room, below TLS and for HTTP/1 and HTTP/2 alike.
//!
//! hyper closes idle HTTP/1 connections itself, but no HTTP/2 connection whose client responds to pings, and no connection
//! whose client does not read the response.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum_server::accept::Accept;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::time::{Instant, Sleep};
use tower_service::Service;

use super::activity::{Activity, InFlight};
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

/// A connection that fails with a timeout when it has been idle for too long, or when it must make room for another one.
pub(super) struct IdleTimeoutStream {
    stream: TcpStream,
    activity: Arc<Activity>,
    idle_timeout: Duration,
    timer: Pin<Box<Sleep>>,
    written: usize,
    /// Resolves when the connection must make room; `None` afterwards.
    closing: Option<oneshot::Receiver<()>>,
    _permit: ConnectionPermit,
}

impl IdleTimeoutStream {
    /// Ready when the connection must be closed. Otherwise wakes the task when it must.
    fn poll_idle(&mut self, context: &mut Context<'_>) -> Poll<io::Error> {
        self.closing.take_if(|closing| Pin::new(closing).poll(context).is_ready());
        if self.closing.is_none() {
            return Poll::Ready(io::ErrorKind::ConnectionAborted.into());
        }
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
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        match written {
            Poll::Ready(Ok(count)) => self.count_written(count),
            Poll::Ready(Err(_)) => {}
            Poll::Pending => return self.poll_idle(context).map(Err),
        }
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
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

/// Counts the requests in flight on a connection.
#[derive(Clone)]
pub(super) struct InFlightService<S> {
    service: S,
    activity: Arc<Activity>,
}

impl<S, Request> Service<Request> for InFlightService<S>
where
    S: Service<Request>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let in_flight = InFlight::new(&self.activity);
        let response = self.service.call(request);
        Box::pin(async move {
            let response = response.await;
            drop(in_flight);
            response
        })
    }
}
