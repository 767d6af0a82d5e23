//! How many connections there may be, and how long one may stay without a request: for HTTP/1 and HTTP/2 alike, below TLS.
//!
//! hyper ends an idle connection of HTTP/1 by itself, but none of HTTP/2 whose client answers pings, and no connection
//! whose client does not read its answer.

use std::collections::HashMap;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum_server::accept::Accept;
use ipnet::IpNet;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep};
use tower_service::Service;

use crate::rate_limit::networks_of;

/// How many bytes of an answer a client must take in so that its connection does not count as idle. More than a
/// client makes the server write by pings alone.
const MIN_PROGRESS: usize = 1024;

/// Accepts connections up to the limits, and ends those that are idle for too long.
#[derive(Clone)]
pub(crate) struct LimitAcceptor {
    idle_timeout: Duration,
    caps: Arc<ConnectionCaps>,
}

impl LimitAcceptor {
    pub(crate) fn new(idle_timeout: Duration, caps: Arc<ConnectionCaps>) -> Self {
        Self { idle_timeout, caps }
    }
}

impl<S> Accept<TcpStream, S> for LimitAcceptor {
    type Stream = LimitedStream;
    type Service = InFlightService<S>;
    type Future = std::future::Ready<io::Result<(LimitedStream, InFlightService<S>)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        std::future::ready(stream.peer_addr().and_then(|peer| {
            let too_many = || io::Error::new(io::ErrorKind::ConnectionRefused, "too many connections");
            let permit = ConnectionCaps::acquire(&self.caps, peer.ip()).ok_or_else(too_many)?;
            let activity = Arc::new(Activity::new());
            let stream = LimitedStream {
                stream,
                activity: Arc::clone(&activity),
                idle_timeout: self.idle_timeout,
                timer: Box::pin(tokio::time::sleep(self.idle_timeout)),
                written: 0,
                _permit: permit,
            };
            Ok((stream, InFlightService { service, activity }))
        }))
    }
}

/// How many connections there may be in all, and of one client.
pub(crate) struct ConnectionCaps {
    all: Arc<Semaphore>,
    of_client: u32,
    /// Many clients come through one of these.
    trusted_proxies: Vec<IpNet>,
    open: Mutex<HashMap<IpNet, u32>>,
}

impl ConnectionCaps {
    /// `of_client` holds for an IPv4 address and for a /64 of IPv6, with more for the larger networks.
    pub(crate) fn new(all: u32, of_client: u32, trusted_proxies: Vec<IpNet>) -> Arc<Self> {
        let all = usize::try_from(all).unwrap_or(usize::MAX).min(Semaphore::MAX_PERMITS);
        Arc::new(Self {
            all: Arc::new(Semaphore::new(all)),
            of_client,
            trusted_proxies,
            open: Mutex::default(),
        })
    }

    fn acquire(caps: &Arc<Self>, peer: IpAddr) -> Option<ConnectionPermit> {
        let peer = peer.to_canonical();
        let all = Arc::clone(&caps.all).try_acquire_owned().ok()?;
        let is_proxy = caps.trusted_proxies.iter().any(|network| network.contains(&peer));
        let networks = if is_proxy { Vec::new() } else { networks_of(peer) };
        let mut open = caps.open.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |(network, shares): &(IpNet, u32)| {
            open.get(network).is_some_and(|count| *count >= caps.of_client.saturating_mul(*shares))
        };
        if networks.iter().any(full) {
            return None;
        }
        let networks: Vec<IpNet> = networks.into_iter().map(|(network, _)| network).collect();
        for network in &networks {
            *open.entry(*network).or_default() += 1;
        }
        drop(open);
        Some(ConnectionPermit { caps: Arc::clone(caps), networks, _all: all })
    }
}

/// Counts a connection for as long as it is there.
struct ConnectionPermit {
    caps: Arc<ConnectionCaps>,
    networks: Vec<IpNet>,
    _all: OwnedSemaphorePermit,
}

impl Drop for ConnectionPermit {
    fn drop(&mut self) {
        let mut open = self.caps.open.lock().unwrap_or_else(PoisonError::into_inner);
        for network in &self.networks {
            if let Some(count) = open.get_mut(network) {
                *count -= 1;
                if *count == 0 {
                    open.remove(network);
                }
            }
        }
    }
}

/// What happens on one connection.
struct Activity {
    requests: AtomicUsize,
    last: Mutex<Instant>,
}

impl Activity {
    fn new() -> Self {
        Self { requests: AtomicUsize::new(0), last: Mutex::new(Instant::now()) }
    }

    fn touch(&self) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// Since when nothing has happened; now, while a request is answered.
    fn idle_since(&self) -> Instant {
        if self.requests.load(Ordering::Acquire) > 0 {
            return Instant::now();
        }
        *self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection that fails once it was idle for too long.
pub(crate) struct LimitedStream {
    stream: TcpStream,
    activity: Arc<Activity>,
    idle_timeout: Duration,
    timer: Pin<Box<Sleep>>,
    written: usize,
    _permit: ConnectionPermit,
}

impl LimitedStream {
    /// Ready once the connection was idle for too long. What is polled while it waits is woken then.
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
        if self.written >= MIN_PROGRESS {
            self.written = 0;
            self.activity.touch();
        }
    }
}

impl AsyncRead for LimitedStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        // First: who sends a byte now and then, but no request, is idle too.
        if let Poll::Ready(idle) = self.poll_idle(context) {
            return Poll::Ready(Err(idle));
        }
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for LimitedStream {
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

/// Tells a connection which requests are being answered.
#[derive(Clone)]
pub(crate) struct InFlightService<S> {
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
        let answer = self.service.call(request);
        Box::pin(async move {
            let answer = answer.await;
            drop(in_flight);
            answer
        })
    }
}

/// A request that is being answered.
struct InFlight(Arc<Activity>);

impl InFlight {
    fn new(activity: &Arc<Activity>) -> Self {
        activity.requests.fetch_add(1, Ordering::AcqRel);
        Self(Arc::clone(activity))
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.touch();
        self.0.requests.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn acquire(caps: &Arc<ConnectionCaps>, peer: &str) -> Option<ConnectionPermit> {
        ConnectionCaps::acquire(caps, peer.parse().unwrap())
    }

    #[test]
    fn a_client_has_a_cap_and_so_have_its_larger_networks() {
        let caps = ConnectionCaps::new(1000, 2, Vec::new());
        let mut permits = vec![acquire(&caps, "192.0.2.1").unwrap(), acquire(&caps, "192.0.2.1").unwrap()];
        assert!(acquire(&caps, "::ffff:192.0.2.1").is_none());
        assert!(acquire(&caps, "192.0.2.2").is_some());
        permits.pop();
        assert!(acquire(&caps, "192.0.2.1").is_some(), "one has closed");
        let of_a_56: Vec<_> =
            (0..100).filter_map(|number| acquire(&caps, &format!("2001:db8:1:{number:x}::1"))).collect();
        assert_eq!(of_a_56.len(), 2 * 4);
        drop((permits, of_a_56));
        assert!(caps.open.lock().unwrap().is_empty(), "nothing is kept of those who left");
    }

    #[test]
    fn a_trusted_proxy_has_no_cap_of_its_own_but_all_together_have() {
        let caps = ConnectionCaps::new(5, 2, vec!["10.0.0.0/8".parse().unwrap()]);
        let permits: Vec<_> = (0..10).filter_map(|_| acquire(&caps, "10.1.2.3")).collect();
        assert_eq!(permits.len(), 5);
        assert!(acquire(&caps, "192.0.2.1").is_none());
        drop(permits);
        assert!(acquire(&caps, "192.0.2.1").is_some());
    }
}
