//! Starting and stopping: the parts put together.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use latchkey_client::{BaseUrl, breach::BreachList};
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use url::Url;

use crate::audit::Audit;
use crate::clock::{Clock, SystemClock};
use crate::code_key::CodeKey;
use crate::config::{Config, ConfigError, is_loopback};
use crate::connections::ConnectionCaps;
use crate::core::{AddUserError, Core};
use crate::door::{Door, PATIENCE};
use crate::fault::Fault;
use crate::mail::{Letters, OutboxWorker, Transport};
use crate::metrics::Metrics;
use crate::passwords::hashing::Hashing;
use crate::rate_limit::RateLimiter;
use crate::readiness::Readiness;
use crate::routes::{self, Site};
use crate::store::Store;
use crate::web_app::{WebApp, WebAppError};

/// Why a server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The configuration cannot be.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system said.
        source: std::io::Error,
    },
    /// The files of TLS cannot be used.
    #[error("cannot use the TLS files: {0}")]
    Tls(std::io::Error),
    /// The app for browsers is not whole.
    #[error(transparent)]
    WebApp(#[from] WebAppError),
    /// The database or the mail could not be prepared.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// The reference recovery API.
#[derive(Debug)]
pub struct Server;

impl Server {
    /// Starts a server inside the present Tokio runtime, which must stay for as long as the server shall run.
    ///
    /// # Errors
    /// When the configuration cannot be, the address is taken, or the database cannot be opened.
    pub async fn start(config: Config) -> Result<Running, StartError> {
        Self::start_with_clock(config, Arc::new(SystemClock)).await
    }

    /// [`start`](Self::start) with a clock of the caller's.
    ///
    /// # Errors
    /// As for [`start`](Self::start).
    pub async fn start_with_clock(config: Config, clock: Arc<dyn Clock>) -> Result<Running, StartError> {
        config.check()?;
        let web_app = config.web_app.as_deref().map(WebApp::read).transpose()?;
        let core = Arc::new(open(&config, clock).await?);
        let door = Door::open(config.listen, config.tls.as_ref()).await?;
        let (address, base_url) = (door.address, door.base_url()?);
        let operations = match config.operations_listen {
            Some(address) => Some(Door::open(address, None).await?),
            None => None,
        };
        let origin = public_origin(&config, &base_url)?;
        let transport = Transport::new(config.mail.clone(), &origin).map_err(Fault::from)?;
        let site = Site::new(Arc::clone(&core), config.product.clone(), &origin, web_app);
        let patience = config.limits.request_within;
        let mut router = routes::router(Arc::clone(&core), site);
        if config.tls.is_some() {
            router = routes::with_strict_transport(router);
        }
        let caps = || {
            let (all, of_client) = (config.limits.connections, config.limits.client_connections);
            ConnectionCaps::new(all, of_client, config.trusted_proxies.clone())
        };
        let (public_caps, operations_caps) = (caps(), caps());
        let letters = Letters::new(config.product, config.link_base, origin).map_err(Fault::from)?;

        let (stop_http, http_stops) = watch::channel(false);
        let (stop_outbox, outbox_stops) = watch::channel(false);
        let (progress, mail_progress) = watch::channel(0);
        let worker = OutboxWorker::new(Arc::clone(&core), letters, transport, progress);
        let operations_address = operations.as_ref().map(|door| door.address);
        if let Some(operations) = operations {
            tracing::info!(operations = %operations.address, "operators are answered");
            tokio::spawn(operations.serve(
                routes::operations_router(Arc::clone(&core)),
                patience,
                operations_caps,
                http_stops.clone(),
            ));
        }
        let http = tokio::spawn(door.serve(router, patience, public_caps, http_stops));
        let outbox = tokio::spawn(worker.run_all(outbox_stops));
        tracing::info!(%address, "listening");
        Ok(Running {
            address,
            operations: operations_address,
            base_url,
            core,
            http,
            outbox,
            stop_http,
            stop_outbox,
            mail_progress,
        })
    }
}

/// Where mails lead to that do not lead into the app.
pub(crate) fn public_origin(config: &Config, base_url: &Url) -> Result<Url, ConfigError> {
    if let Some(origin) = &config.public_origin {
        return Ok(origin.clone());
    }
    if matches!(config.link_base.scheme(), "https" | "http") {
        return config.link_base.join("/").map_err(|_| ConfigError::new("the link's address has no origin"));
    }
    if is_loopback(base_url) {
        return Ok(base_url.clone());
    }
    Err(ConfigError::new("`public_origin` must be set: mails must lead to where this server is reached"))
}

/// The parts that every command needs.
pub(crate) async fn open(config: &Config, clock: Arc<dyn Clock>) -> Result<Core, Fault> {
    let metrics = Metrics::new();
    let store = Store::open(&config.database).await?;
    let hashing = Hashing::new(&config.hashing, config.pepper.clone())?;
    hashing.expect_costs_of(&store.hash_of_each_cost().await?)?;
    Ok(Core {
        code_key: CodeKey::open(config.pepper.as_ref(), &store).await?,
        store,
        sign_in_hashing: hashing.with_own_pool(),
        hashing,
        clock,
        policy: config.policy,
        limits: config.limits,
        product_name: config.product.name.as_str().into(),
        binding: config.binding,
        pepper: config.pepper.clone(),
        apps: config.apps.clone(),
        link_base: config.link_base.clone(),
        trusted_proxies: config.trusted_proxies.clone(),
        forwarded_header: config.forwarded_header,
        rate_limiter: RateLimiter::default(),
        readiness: Readiness::default(),
        breaches: config.breaches.as_ref().map(breach_list).transpose()?,
        audit: Audit::open(config.audit_file.as_deref(), metrics.clone())?,
        metrics,
        mail_queued: Notify::new(),
    })
}

fn breach_list(base: &Url) -> Result<BreachList, Fault> {
    Ok(BreachList::new(BaseUrl::parse(base.as_str())?)?)
}

/// A running server. Dropped, it stops in the background; [`shutdown`](Self::shutdown) waits for the end.
pub struct Running {
    address: SocketAddr,
    operations: Option<SocketAddr>,
    base_url: Url,
    core: Arc<Core>,
    http: JoinHandle<std::io::Result<()>>,
    outbox: JoinHandle<()>,
    stop_http: watch::Sender<bool>,
    stop_outbox: watch::Sender<bool>,
    mail_progress: watch::Receiver<u64>,
}

impl Running {
    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.address
    }

    /// Where operators are answered, if they are.
    pub fn operations_addr(&self) -> Option<SocketAddr> {
        self.operations
    }

    /// The address that clients on this machine begin with, like `http://127.0.0.1:8400/`.
    pub fn base_url(&self) -> &Url {
        &self.base_url
    }

    /// Registers an account.
    ///
    /// # Errors
    /// When the address is no address or has an account, or the password does not meet the policy.
    pub async fn add_user(&self, email: &str, password: &str) -> Result<(), AddUserError> {
        self.core.add_user(email, password).await
    }

    /// Forgets what is no longer of use, as happens every hour; says how many recoveries that were.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn prune(&self) -> Result<u64, Fault> {
        self.core.prune().await
    }

    /// Waits until all mail that was queued before this call has left, or failed and was put off.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn mail_delivered(&self) -> Result<(), Fault> {
        let mut progress = self.mail_progress.clone();
        loop {
            progress.mark_unchanged();
            if self.core.store.mails_due(self.core.now()).await? == 0 {
                return Ok(());
            }
            self.core.mail_queued.notify_one();
            if progress.changed().await.is_err() {
                return Ok(());
            }
        }
    }

    /// Ends: takes no new request, lets open ones finish, sends queued mail, closes the database.
    pub async fn shutdown(self) {
        let Self { core, mut http, mut outbox, stop_http, stop_outbox, .. } = self;
        drop(stop_http);
        // The door closes on those who do not let go in time; the second is for its closing.
        if tokio::time::timeout(PATIENCE + Duration::from_secs(1), &mut http).await.is_err() {
            tracing::warn!("some clients did not let go in time");
            http.abort();
        }
        drop(stop_outbox);
        if tokio::time::timeout(PATIENCE, &mut outbox).await.is_err() {
            tracing::warn!("some mail is left for the next start");
            outbox.abort();
        }
        core.store.close().await;
    }
}
