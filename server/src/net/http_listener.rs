//! A listening address, with or without TLS, that serves HTTP until it is stopped.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use axum_server::{Handle, Server};
use tokio::net::TcpSocket;
use tokio::sync::watch;
use url::Url;

use super::connection_limits::ConnectionLimits;
use super::idle_timeout::ConnectionAcceptor;
use crate::config::{ConfigError, TlsFiles};

/// Maximum time for open requests to finish at shutdown.
pub(crate) const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(10);
/// Interval at which the certificate is reloaded. A renewed certificate is used long before the old one expires.
const CERTIFICATE_RELOAD_INTERVAL: Duration = Duration::from_secs(60 * 60);
/// Maximum number of connections that the system has accepted and the server has not. The system may have a lower maximum
/// (`net.core.somaxconn`).
const BACKLOG: u32 = 1024;
/// Maximum size of the head of a request. A parsed head takes several times as much memory.
const MAX_HEAD_BYTES: u32 = 16 * 1024;
/// Maximum number of concurrent requests on an HTTP/2 connection.
const MAX_CONCURRENT_STREAMS: u32 = 8;
/// Maximum number of bytes of a request body that an HTTP/2 client sends before the handler reads it.
const STREAM_WINDOW_BYTES: u32 = 16 * 1024;
/// The same for all requests of an HTTP/2 connection together, so that all connections together stay far below the memory
/// that the service is given.
const CONNECTION_WINDOW_BYTES: u32 = 64 * 1024;

/// Why an address cannot be listened on.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// The address is in use or not available.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The configured address.
        address: SocketAddr,
        /// The system's error.
        source: std::io::Error,
    },
    /// The certificate or key cannot be loaded.
    #[error("cannot load the TLS files: {0}")]
    Tls(std::io::Error),
}

/// A bound address.
pub(crate) struct HttpListener {
    pub(crate) address: SocketAddr,
    listener: std::net::TcpListener,
    tls: Option<(RustlsConfig, TlsFiles)>,
}

impl HttpListener {
    /// Binds an address. Clients can connect, and wait until [`serve`](Self::serve) is called.
    pub(crate) async fn bind(address: SocketAddr, tls: Option<&TlsFiles>) -> Result<Self, BindError> {
        let listen_error = |source| BindError::Listen { address, source };
        let tls = match tls {
            None => None,
            Some(files) => Some((load_tls(files).await?, files.clone())),
        };
        let listener = listen(address).map_err(listen_error)?;
        Ok(Self { address: listener.local_addr().map_err(listen_error)?, listener, tls })
    }

    /// The URL of the server for clients on this machine.
    pub(crate) fn base_url(&self) -> Result<Url, ConfigError> {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        Url::parse(&format!("{scheme}://{}/", self.address))
            .map_err(|_| ConfigError::new("`listen` must not be a scoped IPv6 address"))
    }

    /// Serves requests until `stop` changes or is closed, and then lets open requests finish. `request_timeout` is the
    /// maximum time for the head of each request, and the idle timeout of connections.
    pub(crate) async fn serve(
        self,
        router: Router,
        request_timeout: Duration,
        limits: ConnectionLimits,
        stop: watch::Receiver<bool>,
    ) -> std::io::Result<()> {
        let handle = Handle::new();
        let shutdown = shut_down_on(stop, handle.clone());
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let acceptor = ConnectionAcceptor { idle_timeout: request_timeout, limits };
        match self.tls {
            None => {
                let server = axum_server::from_tcp(self.listener)?.acceptor(acceptor).handle(handle);
                let serving = with_limits(server, request_timeout).serve(service);
                tokio::join!(serving, shutdown).0
            }
            Some((config, files)) => {
                let acceptor =
                    RustlsAcceptor::new(config.clone()).handshake_timeout(request_timeout).acceptor(acceptor);
                let server = axum_server::from_tcp(self.listener)?.acceptor(acceptor).handle(handle);
                let serving = with_limits(server, request_timeout).serve(service);
                tokio::select! {
                    served = async { tokio::join!(serving, shutdown).0 } => served,
                    never = reload_certificate(config, files) => match never {},
                }
            }
        }
    }
}

/// Like [`std::net::TcpListener::bind`], whose queue is shorter. The listener does not block.
fn listen(address: SocketAddr) -> std::io::Result<std::net::TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // On Windows, the option would let other programs listen on the same address.
    #[cfg(not(windows))]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)?.into_std()
}

fn with_limits<A>(mut server: Server<SocketAddr, A>, timeout: Duration) -> Server<SocketAddr, A> {
    let mut builder = server.http_builder().http1();
    builder.header_read_timeout(timeout).max_buf_size(MAX_HEAD_BYTES as usize);
    // Missing responses to pings reveal that a client has disappeared, even while a request of it is in flight.
    let mut builder = server.http_builder().http2();
    builder.keep_alive_interval(timeout).keep_alive_timeout(timeout);
    builder.max_concurrent_streams(MAX_CONCURRENT_STREAMS).max_header_list_size(MAX_HEAD_BYTES);
    builder.initial_stream_window_size(STREAM_WINDOW_BYTES);
    builder.initial_connection_window_size(CONNECTION_WINDOW_BYTES);
    server.first_request_timeout(timeout)
}

async fn load_tls(files: &TlsFiles) -> Result<RustlsConfig, BindError> {
    // A provider that is already installed can be used as well.
    drop(rustls::crypto::ring::default_provider().install_default());
    RustlsConfig::from_pem_file(&files.certificate, &files.key).await.map_err(BindError::Tls)
}

async fn shut_down_on(mut stop: watch::Receiver<bool>, handle: Handle<SocketAddr>) {
    // An error means that the sender was dropped, which also means to stop.
    drop(stop.changed().await);
    handle.graceful_shutdown(Some(SHUTDOWN_TIMEOUT));
}

async fn reload_certificate(config: RustlsConfig, files: TlsFiles) -> std::convert::Infallible {
    loop {
        tokio::time::sleep(CERTIFICATE_RELOAD_INTERVAL).await;
        if let Err(error) = config.reload_from_pem_file(&files.certificate, &files.key).await {
            tracing::error!(%error, "cannot reload the certificate; the old one stays in use");
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn hundreds_of_clients_connect_before_the_first_is_accepted() {
        let listener = HttpListener::bind("127.0.0.1:0".parse().unwrap(), None).await.unwrap();
        let connect_all = async {
            let mut connections = Vec::new();
            for _ in 0..400 {
                connections.push(tokio::net::TcpStream::connect(listener.address).await.unwrap());
            }
            connections
        };
        // The system drops connections beyond a full queue, and the client tries again after a second or more.
        let connected = tokio::time::timeout(Duration::from_secs(20), connect_all).await;
        assert!(connected.is_ok(), "the queue is full");
    }
}
