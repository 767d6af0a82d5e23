//! Starts and stops the server.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use url::Url;

use crate::config::{Config, ConfigError};
use crate::domain::clock::{Clock, SystemClock};
use crate::http::{HttpState, OpenRequests, operations_router, router, with_hsts};
use crate::internal_error::InternalError;
use crate::mail::{MailComposer, MailError, Transport};
use crate::net::{BindError, ConnectionLimits, HttpListener, SHUTDOWN_TIMEOUT};
use crate::services::admin::AccountError;
use crate::services::outbox::OutboxWorker;
use crate::services::{OpenError, Services};
use crate::web_app::{WebApp, WebAppError};

/// Why a server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The configuration is invalid.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// An address cannot be listened on.
    #[error(transparent)]
    Bind(#[from] BindError),
    /// The mail settings cannot be used.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The web app is incomplete.
    #[error(transparent)]
    WebApp(#[from] WebAppError),
    /// The document that describes the API cannot be serialized.
    #[error("OpenAPI document: {0}")]
    ApiDocument(#[from] serde_json::Error),
    /// The first account cannot be added.
    #[error(transparent)]
    Account(#[from] AccountError),
}

/// The recovery server.
#[derive(Debug)]
pub struct Server;

impl Server {
    /// Starts a server on the current Tokio runtime, which must outlive it.
    ///
    /// # Errors
    /// If the configuration is invalid, an address is in use, or the database cannot be opened.
    pub async fn start(config: Config) -> Result<ServerHandle, StartError> {
        Self::start_with_clock(config, Arc::new(SystemClock)).await
    }

    /// Starts the server like [`start`](Self::start), with another clock.
    ///
    /// # Errors
    /// As for [`start`](Self::start).
    pub async fn start_with_clock(config: Config, clock: Arc<dyn Clock>) -> Result<ServerHandle, StartError> {
        config.check()?;
        let web_app = read_web_app(&config)?;
        let services = Services::open(&config, clock).await?;
        let listener = HttpListener::bind(config.listen, config.tls.as_ref()).await?;
        Self::serve(config, services, listener, web_app).await
    }

    /// Listens on the address of a server that [starts](BoundServer::start_with_account) later. Until then, clients can
    /// connect, and wait.
    ///
    /// # Errors
    /// If the configuration is invalid, or the address is in use.
    pub async fn bind(config: Config) -> Result<BoundServer, StartError> {
        config.check()?;
        let listener = HttpListener::bind(config.listen, config.tls.as_ref()).await?;
        Ok(BoundServer { base_url: listener.base_url()?, config, listener })
    }

    async fn serve(
        config: Config,
        services: Services,
        listener: HttpListener,
        web_app: Option<WebApp>,
    ) -> Result<ServerHandle, StartError> {
        let operations = match config.operations_listen {
            Some(address) => Some(HttpListener::bind(address, None).await?),
            None => None,
        };
        let (address, base_url) = (listener.address, listener.base_url()?);
        let origin = config.origin(&base_url)?;
        let transport = Transport::new(config.mail.clone(), &origin)?;
        let composer = MailComposer::new(config.product.clone(), config.link_base.clone(), origin.clone())?;
        let state = HttpState::new(&services, &config, &origin, web_app);

        let (stop_http, http_stop) = watch::channel(false);
        let (stop_background, background_stop) = watch::channel(false);
        let (progress, mail_progress) = watch::channel(0);
        let (has_pruned, pruned_at_start) = watch::channel(false);
        let operations_address = operations.as_ref().map(|listener| listener.address);
        if let Some(operations) = operations {
            tracing::info!(operations = %operations.address, "listening for operators");
            let router = operations_router(&state);
            tokio::spawn(serve(operations, router, &config, http_stop.clone()));
        }
        let router = router(&state)?;
        let router = if config.tls.is_some() { with_hsts(router) } else { router };
        let http = tokio::spawn(serve(listener, router, &config, http_stop));
        let worker = OutboxWorker::new(&services, composer, transport, progress);
        let rate_limiter = Arc::clone(&state.rate_limiter);
        let pruner = services.pruner.clone();
        let mut tasks = JoinSet::new();
        tasks.spawn(worker.run_all(background_stop.clone()));
        tasks.spawn(pruner.prune_periodically(has_pruned, background_stop.clone()));
        tasks.spawn(async move { rate_limiter.store_periodically(background_stop).await });
        let background = tokio::spawn(async move { while tasks.join_next().await.is_some() {} });
        tracing::info!(%address, "listening");
        Ok(ServerHandle {
            address,
            operations: operations_address,
            base_url,
            services,
            open_requests: state.open_requests,
            http,
            background,
            stop_http,
            stop_background,
            mail_progress,
            pruned_at_start,
        })
    }
}

/// A server that listens, and does not answer yet.
pub struct BoundServer {
    config: Config,
    listener: HttpListener,
    base_url: Url,
}

impl BoundServer {
    /// The URL of the server for clients on this machine.
    pub fn base_url(&self) -> &Url {
        &self.base_url
    }

    /// Opens the database, adds an account if there is none with this address, and then answers.
    ///
    /// # Errors
    /// If the database cannot be opened, or the account cannot be added.
    pub async fn start_with_account(self, email: &str, password: &str) -> Result<ServerHandle, StartError> {
        let web_app = read_web_app(&self.config)?;
        let services = Services::open(&self.config, Arc::new(SystemClock)).await?;
        match services.admin.register_account(email, password).await {
            Ok(()) | Err(AccountError::AlreadyExists) => {}
            Err(error) => return Err(error.into()),
        }
        Server::serve(self.config, services, self.listener, web_app).await
    }
}

fn read_web_app(config: &Config) -> Result<Option<WebApp>, WebAppError> {
    config.web_app.as_deref().map(WebApp::read).transpose()
}

/// Each listener has its own connection limits.
fn serve(
    listener: HttpListener,
    router: axum::Router,
    config: &Config,
    stop: watch::Receiver<bool>,
) -> impl Future<Output = std::io::Result<()>> + Send + use<> {
    let limits = &config.limits;
    let connections =
        ConnectionLimits::new(limits.connections, limits.client_connections, config.trusted_proxies.clone());
    listener.serve(router, limits.request_within, connections, stop)
}

/// A running server. When it is dropped, the server stops in the background. [`shutdown`](Self::shutdown) waits until it has
/// stopped.
pub struct ServerHandle {
    address: SocketAddr,
    operations: Option<SocketAddr>,
    base_url: Url,
    services: Services,
    open_requests: OpenRequests,
    http: JoinHandle<std::io::Result<()>>,
    /// Sends the email in the outbox, deletes expired data and stores the numbers of requests.
    background: JoinHandle<()>,
    stop_http: watch::Sender<bool>,
    stop_background: watch::Sender<bool>,
    mail_progress: watch::Receiver<u64>,
    pruned_at_start: watch::Receiver<bool>,
}

impl ServerHandle {
    /// The address that the server listens on.
    pub fn addr(&self) -> SocketAddr {
        self.address
    }

    /// The address for operators, if one is configured.
    pub fn operations_addr(&self) -> Option<SocketAddr> {
        self.operations
    }

    /// The URL of the server for clients on this machine, such as `http://127.0.0.1:8400/`.
    pub fn base_url(&self) -> &Url {
        &self.base_url
    }

    /// Registers an account.
    ///
    /// # Errors
    /// If the address is invalid or already has an account, or the password violates the policy.
    pub async fn add_user(&self, email: &str, password: &str) -> Result<(), AccountError> {
        self.services.admin.register_account(email, password).await
    }

    /// Deletes expired data, as the server does when it starts and every hour. Returns the number of deleted recoveries. It
    /// first waits for the deletion at the start: if the clock jumps ahead during that, it would correct times that are
    /// right.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn prune(&self) -> Result<u64, InternalError> {
        // An error means that the task has ended.
        drop(self.pruned_at_start.clone().wait_for(|has_pruned| *has_pruned).await);
        self.services.pruner.prune().await
    }

    /// Waits until all email that was queued before this call has been sent, or has failed and been postponed.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mail_delivered(&self) -> Result<(), InternalError> {
        let mut progress = self.mail_progress.clone();
        loop {
            progress.mark_unchanged();
            if self.services.outbox.due_mail_count().await? == 0 {
                return Ok(());
            }
            self.services.mail_queue.wake();
            if progress.changed().await.is_err() {
                return Ok(());
            }
        }
    }

    /// Stops accepting requests, lets open requests finish, sends queued email, and closes the database.
    pub async fn shutdown(self) {
        let Self { services, open_requests, mut http, mut background, stop_http, stop_background, .. } = self;
        drop(stop_http);
        // The listener closes open connections after the timeout; it gets another second for that.
        if tokio::time::timeout(SHUTDOWN_TIMEOUT + Duration::from_secs(1), &mut http).await.is_err() {
            tracing::warn!("some requests did not finish before the shutdown timeout");
            http.abort();
        }
        if !open_requests.finished(SHUTDOWN_TIMEOUT).await {
            tracing::warn!(
                "some requests of disconnected clients did not finish before the shutdown timeout"
            );
        }
        drop(stop_background);
        if tokio::time::timeout(SHUTDOWN_TIMEOUT, &mut background).await.is_err() {
            tracing::warn!("some emails remain queued until the next start");
            background.abort();
        }
        services.store.close().await;
    }
}
