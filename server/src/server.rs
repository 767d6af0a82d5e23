//! Starting and stopping: the parts put together.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use url::Url;

use crate::clock::{Clock, SystemClock};
use crate::config::{Config, ConfigError};
use crate::core::{AddUserError, Core};
use crate::fault::Fault;
use crate::mail::{Courier, Letters, Transport};
use crate::passwords::hashing::Hashing;
use crate::routes;
use crate::store::Store;

/// How long open requests, and then the mail that is under way, may take to end at a shutdown.
const PATIENCE: Duration = Duration::from_secs(10);

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
        let core = Arc::new(open(&config, clock).await?);
        let letters = Letters::new(config.product, config.link_base).map_err(Fault::from)?;
        let transport = Transport::new(config.mail).map_err(Fault::from)?;
        let cannot_listen = |source| StartError::Listen { address: config.listen, source };
        let listener = TcpListener::bind(config.listen).await.map_err(cannot_listen)?;
        let address = listener.local_addr().map_err(cannot_listen)?;

        let base_url = Url::parse(&format!("http://{address}/")).map_err(|_| {
            ConfigError("the address to listen on must make a URL, which a scoped IPv6 one does not")
        })?;

        let (stop_http, mut http_stops) = watch::channel(false);
        let (stop_courier, courier_stops) = watch::channel(false);
        let (rounds, rounds_seen) = watch::channel(0);
        let courier = Courier { core: Arc::clone(&core), letters, transport, rounds };
        let service = routes::router(Arc::clone(&core)).into_make_service_with_connect_info::<SocketAddr>();
        let http = tokio::spawn(async move {
            let stopped = async move { drop(http_stops.changed().await) };
            axum::serve(listener, service).with_graceful_shutdown(stopped).await
        });
        let courier = tokio::spawn(courier.run(courier_stops));
        tracing::info!(%address, "listening");
        Ok(Running { address, base_url, core, http, courier, stop_http, stop_courier, rounds: rounds_seen })
    }
}

/// Registers an account in the configured database without starting a server.
///
/// # Errors
/// When the address is no address or has an account, the password does not meet the policy, or the database cannot
/// be opened.
pub async fn add_user(config: &Config, email: &str, password: &str) -> Result<(), AddUserError> {
    config.check()?;
    let core = open(config, Arc::new(SystemClock)).await?;
    let added = core.add_user(email, password).await;
    core.store.close().await;
    added
}

/// Forgets recoveries that ended a week ago, and limits and links that have ended; says how many recoveries there were.
/// A running server does the same every hour.
///
/// # Errors
/// When the configuration cannot be, or the database cannot be opened or written.
pub async fn prune(config: &Config) -> Result<u64, StartError> {
    config.check()?;
    let core = open(config, Arc::new(SystemClock)).await?;
    let pruned = core.prune().await;
    core.store.close().await;
    Ok(pruned?)
}

async fn open(config: &Config, clock: Arc<dyn Clock>) -> Result<Core, Fault> {
    Ok(Core {
        store: Store::open(&config.database).await?,
        hashing: Hashing::new()?,
        clock,
        policy: config.policy,
        limits: config.limits,
        product_name: config.product.name.as_str().into(),
        mail_queued: Notify::new(),
    })
}

/// A running server. Dropped, it stops in the background; [`shutdown`](Self::shutdown) waits for the end.
pub struct Running {
    address: SocketAddr,
    base_url: Url,
    core: Arc<Core>,
    http: JoinHandle<std::io::Result<()>>,
    courier: JoinHandle<()>,
    stop_http: watch::Sender<bool>,
    stop_courier: watch::Sender<bool>,
    rounds: watch::Receiver<u64>,
}

impl Running {
    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.address
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
        let mut rounds = self.rounds.clone();
        loop {
            rounds.mark_unchanged();
            if self.core.store.mails_due(self.core.now()).await? == 0 {
                return Ok(());
            }
            self.core.mail_queued.notify_one();
            if rounds.changed().await.is_err() {
                return Ok(());
            }
        }
    }

    /// Ends: takes no new request, lets open ones finish, sends queued mail, closes the database.
    pub async fn shutdown(self) {
        let Self { core, mut http, mut courier, stop_http, stop_courier, .. } = self;
        drop(stop_http);
        if tokio::time::timeout(PATIENCE, &mut http).await.is_err() {
            tracing::warn!("some clients did not let go in time");
            http.abort();
        }
        drop(stop_courier);
        if tokio::time::timeout(PATIENCE, &mut courier).await.is_err() {
            tracing::warn!("some mail is left for the next start");
            courier.abort();
        }
        core.store.close().await;
    }
}
