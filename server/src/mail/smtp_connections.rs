//! Connections to the SMTP server, each of which is used for several emails.
//!
//! A new connection costs handshakes of TCP and TLS and a sign-in, which take longer than an email. lettre has a pool too,
//! which keeps a connection whose use was cancelled by a timeout: the next email would get the responses to the commands of
//! the last one, and could be considered sent although the server rejects it. Here a connection is only kept after an
//! email was accepted.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Tls};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{Error, response::Code};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};

use super::MailError;

/// How long a connection without emails is kept, at least. It is at most twice as long. Servers wait for five minutes
/// (RFC 5321 §4.5.3.2.7), or for some seconds if they are busy.
const IDLE_TIME: Duration = Duration::from_secs(5);
/// Maximum number of emails that one connection sends.
const MAX_MAILS: u32 = 100;
/// How long the response to QUIT is awaited.
const QUIT_TIMEOUT: Duration = Duration::from_secs(2);
/// The server closes the connection (RFC 5321 §3.8). It has not accepted the email.
const CLOSING: u16 = 421;

/// The server, and how to sign in there.
pub(super) struct SmtpServer {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) tls: Tls,
    pub(super) credentials: Option<Credentials>,
    pub(super) hello_name: ClientId,
    pub(super) timeout: Duration,
}

impl SmtpServer {
    async fn connect(&self) -> Result<SmtpConnection, MailError> {
        let address = (self.host.as_str(), self.port);
        let mut connection = if let Tls::Wrapper(tls) = &self.tls {
            let tls = Some(tls.clone());
            AsyncSmtpConnection::connect_tokio1(address, Some(self.timeout), &self.hello_name, tls, None)
                .await?
        } else {
            let stream = TcpStream::connect(address).await.map_err(MailError::Connect)?;
            // lettre writes the text of an email and the line that ends it separately. Without this option the line waits
            // until the server acknowledges the text, which Linux delays by up to 40 ms.
            stream.set_nodelay(true).map_err(MailError::Connect)?;
            AsyncSmtpConnection::connect_with_transport(Box::new(stream), &self.hello_name).await?
        };
        if let Tls::Required(tls) = &self.tls {
            connection.starttls(tls.clone(), &self.hello_name).await?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(SmtpConnection { connection: Box::new(connection), mails: 0 })
    }
}

/// A connection that is signed in.
pub(crate) struct SmtpConnection {
    connection: Box<AsyncSmtpConnection>,
    /// Number of emails that it was used for.
    mails: u32,
}

impl SmtpConnection {
    async fn close(mut self) {
        // An error means that the server does not answer.
        drop(timeout(QUIT_TIMEOUT, self.connection.abort()).await);
    }
}

/// Connects, and keeps connections.
pub(crate) struct SmtpConnections {
    server: SmtpServer,
    idle: Arc<Mutex<Idle>>,
}

#[derive(Default)]
struct Idle {
    /// The kept connections, and since when each is idle. The newest is last.
    connections: Vec<(Instant, SmtpConnection)>,
    /// Whether a task closes them when they are idle for too long.
    has_closer: bool,
}

impl SmtpConnections {
    pub(super) fn new(server: SmtpServer) -> Self {
        Self { server, idle: Arc::default() }
    }

    /// Maximum time to send an email, including the connection.
    pub(super) fn timeout(&self) -> Duration {
        self.server.timeout
    }

    /// A kept connection that still works, or a new one.
    pub(super) async fn take(&self) -> Result<SmtpConnection, MailError> {
        while let Some(mut kept) = self.take_kept() {
            // The server may have closed it meanwhile. To learn that from the email's own commands would leave open whether
            // it was accepted.
            let tested = timeout(self.server.timeout / 2, kept.connection.test_connected()).await;
            if tested.is_ok_and(|works| works) {
                return Ok(kept);
            }
        }
        self.server.connect().await
    }

    fn take_kept(&self) -> Option<SmtpConnection> {
        lock(&self.idle).connections.pop().map(|(_, connection)| connection)
    }

    /// Sends an email, and keeps the connection if it was accepted.
    pub(super) async fn send(
        &self,
        mut connection: SmtpConnection,
        envelope: &Envelope,
        mail: &[u8],
    ) -> Result<(), MailError> {
        let sent = connection.connection.send(envelope, mail).await;
        let sent = match sent {
            // Some servers accept a limited number of emails from a connection.
            Err(error) if connection.mails > 0 && is_closing(&error) => {
                connection = self.server.connect().await?;
                connection.connection.send(envelope, mail).await
            }
            sent => sent,
        };
        sent?;
        self.keep(connection);
        Ok(())
    }

    /// Keeps a connection for the next email.
    pub(super) fn keep(&self, mut connection: SmtpConnection) {
        connection.mails += 1;
        if connection.mails >= MAX_MAILS {
            tokio::spawn(connection.close());
            return;
        }
        let mut idle = lock(&self.idle);
        idle.connections.push((Instant::now(), connection));
        if !std::mem::replace(&mut idle.has_closer, true) {
            tokio::spawn(close_idle(Arc::clone(&self.idle)));
        }
    }

    /// Closes the kept connections.
    pub(super) async fn close(&self) {
        while let Some(connection) = self.take_kept() {
            connection.close().await;
        }
    }
}

fn lock(idle: &Mutex<Idle>) -> MutexGuard<'_, Idle> {
    idle.lock().unwrap_or_else(PoisonError::into_inner)
}

fn is_closing(error: &Error) -> bool {
    error.status().is_some_and(|code: Code| u16::from(code) == CLOSING)
}

/// Closes connections that have been idle for too long, until there is none.
async fn close_idle(idle: Arc<Mutex<Idle>>) {
    loop {
        sleep(IDLE_TIME).await;
        let (expired, is_last) = {
            let mut idle = lock(&idle);
            let count = idle.connections.partition_point(|(since, _)| since.elapsed() >= IDLE_TIME);
            let expired: Vec<_> = idle.connections.drain(..count).collect();
            idle.has_closer = !idle.connections.is_empty();
            (expired, idle.connections.is_empty())
        };
        for (_, connection) in expired {
            connection.close().await;
        }
        if is_last {
            return;
        }
    }
}
