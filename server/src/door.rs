//! The door: a listening address, with TLS or without, that lets requests in until it is told to close.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use axum_server::{Handle, Server};
use tokio::sync::watch;
use url::Url;

use crate::config::{ConfigError, TlsFiles};
use crate::connections::{ConnectionCaps, LimitAcceptor};
use crate::server::StartError;

/// How long open requests, and then the mail that is under way, may take to end at a shutdown.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
/// How often the certificate is read anew: a renewed one is in use long before the old one ends.
const READ_CERTIFICATE_EVERY: Duration = Duration::from_secs(60 * 60);

/// The most bytes of a request's head.
const MAX_HEAD_BYTES: u32 = 32 * 1024;
/// How many requests an HTTP/2 connection may have under way.
const MAX_STREAMS: u32 = 50;

/// An address that is listened on already.
pub(crate) struct Door {
    pub(crate) address: SocketAddr,
    listener: std::net::TcpListener,
    tls: Option<(RustlsConfig, TlsFiles)>,
}

impl Door {
    /// Listens at `address`; clients wait until [`serve`](Self::serve).
    pub(crate) async fn open(address: SocketAddr, tls: Option<&TlsFiles>) -> Result<Self, StartError> {
        let cannot_listen = |source| StartError::Listen { address, source };
        let tls = match tls {
            None => None,
            Some(files) => Some((read_tls(files).await?, files.clone())),
        };
        let listener = std::net::TcpListener::bind(address).map_err(cannot_listen)?;
        listener.set_nonblocking(true).map_err(cannot_listen)?;
        Ok(Self { address: listener.local_addr().map_err(cannot_listen)?, listener, tls })
    }

    /// Where clients on this machine find it.
    pub(crate) fn base_url(&self) -> Result<Url, ConfigError> {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        Url::parse(&format!("{scheme}://{}/", self.address)).map_err(|_| {
            ConfigError::new("the address to listen on must make a URL, which a scoped IPv6 one does not")
        })
    }

    /// Answers until `stop` changes or closes, and then lets open requests finish. A client that takes longer than
    /// `patience` to send a request's head is let go, at the first request of a connection and at every later one, and so
    /// is one that asks nothing for so long. There are never more connections than `caps` allow.
    pub(crate) async fn serve(
        self,
        router: Router,
        patience: Duration,
        caps: Arc<ConnectionCaps>,
        stop: watch::Receiver<bool>,
    ) -> std::io::Result<()> {
        let handle = Handle::new();
        let closing = close_when_told(handle.clone(), stop);
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let acceptor = LimitAcceptor::new(patience, caps);
        match self.tls {
            None => {
                let server = axum_server::from_tcp(self.listener)?.acceptor(acceptor).handle(handle);
                let serving = hurried(server, patience).serve(service);
                tokio::join!(serving, closing).0
            }
            Some((config, files)) => {
                let acceptor =
                    RustlsAcceptor::new(config.clone()).handshake_timeout(patience).acceptor(acceptor);
                let server = axum_server::from_tcp(self.listener)?.acceptor(acceptor).handle(handle);
                let serving = hurried(server, patience).serve(service);
                tokio::select! {
                    served = async { tokio::join!(serving, closing).0 } => served,
                    never = keep_certificate_fresh(config, files) => match never {},
                }
            }
        }
    }
}

fn hurried<A>(mut server: Server<SocketAddr, A>, patience: Duration) -> Server<SocketAddr, A> {
    let mut builder = server.http_builder().http1();
    builder.header_read_timeout(patience).max_buf_size(MAX_HEAD_BYTES as usize);
    // A client that is gone is noticed by its missing answer to a ping, even while a request of it is answered.
    let mut builder = server.http_builder().http2();
    builder.keep_alive_interval(patience).keep_alive_timeout(patience);
    builder.max_concurrent_streams(MAX_STREAMS).max_header_list_size(MAX_HEAD_BYTES);
    server.first_request_timeout(patience)
}

async fn read_tls(files: &TlsFiles) -> Result<RustlsConfig, StartError> {
    // A provider that is installed already is as good.
    drop(rustls::crypto::ring::default_provider().install_default());
    RustlsConfig::from_pem_file(&files.certificate, &files.key).await.map_err(StartError::Tls)
}

async fn close_when_told(handle: Handle<SocketAddr>, mut stop: watch::Receiver<bool>) {
    // An error means that the other end is gone, which says the same.
    drop(stop.changed().await);
    handle.graceful_shutdown(Some(PATIENCE));
}

async fn keep_certificate_fresh(config: RustlsConfig, files: TlsFiles) -> std::convert::Infallible {
    loop {
        tokio::time::sleep(READ_CERTIFICATE_EVERY).await;
        if let Err(error) = config.reload_from_pem_file(&files.certificate, &files.key).await {
            tracing::error!(%error, "cannot read the certificate anew; the old one stays in use");
        }
    }
}
