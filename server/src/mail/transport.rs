//! Sends emails: to a folder or through an SMTP server.

use std::path::{Path, PathBuf};
use std::time::Duration;

use lettre::Message;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use secrecy::ExposeSecret as _;
use tokio::time::Instant;
use url::{Host, Url};

use super::smtp_connections::{SmtpConnection, SmtpConnections, SmtpServer};
use super::{MailError, file_transport};
use crate::config::{Mail, Smtp, SmtpTls};
use crate::domain::urls::is_web;

/// Typical time to send an email through a submission server on the internet, including the connection.
const TYPICAL_SMTP_DURATION: Duration = Duration::from_secs(1);

/// How email is sent.
pub(crate) enum Transport {
    /// Files in a folder.
    Directory(PathBuf),
    /// An SMTP server.
    Smtp(SmtpConnections),
}

impl Transport {
    /// Prepares the configured transport. Nothing is opened or sent yet. The host of `origin`, the public origin of this
    /// server, is the default EHLO name.
    pub(crate) fn new(mail: Mail, origin: &Url) -> Result<Self, MailError> {
        Ok(match mail {
            Mail::Directory(folder) => Self::Directory(folder),
            Mail::Smtp(smtp) => Self::Smtp(SmtpConnections::new(smtp_server(smtp, origin)?)),
        })
    }

    /// How long sending an email takes, as an estimate before the first email.
    pub(crate) fn expected_duration(&self) -> Duration {
        match self {
            Self::Directory(_) => Duration::ZERO,
            Self::Smtp(connections) => TYPICAL_SMTP_DURATION.min(connections.timeout()),
        }
    }

    /// Prepares to send one email: takes a kept connection to the SMTP server, or opens one.
    pub(crate) async fn prepare(&self) -> Result<PreparedTransport<'_>, MailError> {
        match self {
            Self::Directory(folder) => Ok(PreparedTransport::Directory(folder)),
            Self::Smtp(connections) => {
                // lettre's timeout does not cover the wait for the server's greeting.
                let deadline = Instant::now() + connections.timeout();
                let connection = within(deadline, connections.take()).await?;
                Ok(PreparedTransport::Smtp { connection, connections, deadline })
            }
        }
    }

    /// Closes the kept connections.
    pub(crate) async fn close(&self) {
        if let Self::Smtp(connections) = self {
            connections.close().await;
        }
    }
}

/// A transport that is prepared for one email.
pub(crate) enum PreparedTransport<'a> {
    Directory(&'a Path),
    Smtp { connection: SmtpConnection, connections: &'a SmtpConnections, deadline: Instant },
}

impl PreparedTransport<'_> {
    /// Sends an email. `name` is unique and sorts by time.
    pub(crate) async fn send(self, name: &str, mail: Message) -> Result<(), MailError> {
        match self {
            Self::Directory(folder) => {
                let (folder, name) = (folder.to_owned(), format!("{name}.eml"));
                Ok(tokio::task::spawn_blocking(move || {
                    file_transport::write(&folder, &name, &mail.formatted())
                })
                .await??)
            }
            Self::Smtp { connection, connections, deadline } => {
                let needs_smtputf8 = mail.envelope().to().iter().any(|to| !to.user().is_ascii());
                let text = mail.formatted();
                let sent = within(deadline, connections.send(connection, mail.envelope(), &text)).await;
                // An error of lettre itself, and not of the server, is permanent.
                sent.map_err(|error| match error {
                    MailError::Smtp(error) if needs_smtputf8 && error.is_client() => MailError::NoSmtpUtf8,
                    error => error,
                })
            }
        }
    }

    /// Does what [`send`](Self::send) does, except that nothing is sent: it takes this long, and afterwards the connection
    /// is kept if the email would have been accepted. Otherwise the next email would be sent sooner after one that was
    /// sent.
    pub(crate) async fn simulate(self, duration: Duration, succeeds: bool) -> Result<(), MailError> {
        match self {
            Self::Directory(_) => tokio::time::sleep(duration).await,
            Self::Smtp { connection, connections, deadline } => {
                let pause = async {
                    tokio::time::sleep(duration).await;
                    Ok(())
                };
                within(deadline, pause).await?;
                if succeeds {
                    connections.keep(connection);
                }
            }
        }
        Ok(())
    }
}

/// The result of an exchange with the SMTP server, or an error if it takes until after the deadline.
async fn within<T>(
    deadline: Instant,
    exchange: impl Future<Output = Result<T, MailError>>,
) -> Result<T, MailError> {
    tokio::time::timeout_at(deadline, exchange).await.unwrap_or(Err(MailError::Timeout))
}

fn smtp_server(smtp: Smtp, origin: &Url) -> Result<SmtpServer, MailError> {
    let tls = match smtp.tls {
        SmtpTls::Implicit => Tls::Wrapper(tls_parameters(&smtp)?),
        SmtpTls::Starttls => Tls::Required(tls_parameters(&smtp)?),
        SmtpTls::None => Tls::None,
    };
    let port = smtp.port.unwrap_or(match smtp.tls {
        SmtpTls::Implicit => SUBMISSIONS_PORT,
        SmtpTls::Starttls => SUBMISSION_PORT,
        SmtpTls::None => SMTP_PORT,
    });
    let hello_name = smtp.ehlo_name.map(ClientId::Domain).or_else(|| client_id(origin)).unwrap_or_default();
    let credentials =
        smtp.credentials.map(|(user, password)| Credentials::new(user, password.expose_secret().to_owned()));
    Ok(SmtpServer { host: smtp.host, port, tls, credentials, hello_name, timeout: smtp.timeout })
}

/// The EHLO name for an origin. An app's own scheme has no host; lettre then sends `[127.0.0.1]`.
fn client_id(origin: &Url) -> Option<ClientId> {
    Some(match origin.host().filter(|_| is_web(origin))? {
        Host::Domain(name) => ClientId::Domain(name.to_owned()),
        Host::Ipv4(address) => ClientId::Ipv4(address),
        Host::Ipv6(address) => ClientId::Ipv6(address),
    })
}

fn tls_parameters(smtp: &Smtp) -> Result<TlsParameters, MailError> {
    let mut builder = TlsParameters::builder(smtp.host.clone());
    if let Some(file) = &smtp.ca_file {
        builder = builder.add_root_certificate(Certificate::from_pem(&std::fs::read(file)?)?);
    }
    Ok(builder.build_rustls()?)
}
