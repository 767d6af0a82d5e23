//! Sends emails: to a folder or through an SMTP server.

use std::path::PathBuf;
use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{Error, SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use secrecy::ExposeSecret as _;
use url::{Host, Url};

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
    Smtp { server: AsyncSmtpTransport<Tokio1Executor>, timeout: Duration },
}

impl Transport {
    /// Prepares the configured transport. Nothing is opened or sent yet. The host of `origin`, the public origin of this
    /// server, is the default EHLO name.
    pub(crate) fn new(mail: Mail, origin: &Url) -> Result<Self, MailError> {
        match mail {
            Mail::Directory(folder) => Ok(Self::Directory(folder)),
            Mail::Smtp(smtp) => {
                Ok(Self::Smtp { timeout: smtp.timeout, server: smtp_transport(smtp, origin)? })
            }
        }
    }

    /// How long sending an email takes, as an estimate before the first email.
    pub(crate) fn expected_duration(&self) -> Duration {
        match self {
            Self::Directory(_) => Duration::ZERO,
            Self::Smtp { timeout, .. } => TYPICAL_SMTP_DURATION.min(*timeout),
        }
    }

    /// Sends an email. `name` is unique and sorts by time.
    pub(crate) async fn send(&self, name: &str, mail: Message) -> Result<(), MailError> {
        match self {
            Self::Directory(folder) => {
                let (folder, name) = (folder.clone(), format!("{name}.eml"));
                tokio::task::spawn_blocking(move || file_transport::write(&folder, &name, &mail.formatted()))
                    .await??;
            }
            Self::Smtp { server, timeout } => {
                let needs_smtputf8 = mail.envelope().to().iter().any(|to| !to.user().is_ascii());
                // lettre's timeout does not cover the wait for the server's greeting.
                let sent = tokio::time::timeout(*timeout, server.send(mail));
                // An error of lettre itself, and not of the server, is permanent.
                let to_mail_error = |error: Error| match needs_smtputf8 && error.is_client() {
                    true => MailError::NoSmtpUtf8,
                    false => MailError::Smtp(error),
                };
                sent.await.map_err(|_| MailError::Timeout)?.map_err(to_mail_error)?;
            }
        }
        Ok(())
    }
}

fn smtp_transport(smtp: Smtp, origin: &Url) -> Result<AsyncSmtpTransport<Tokio1Executor>, MailError> {
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
    // lettre calls this builder dangerous because its default is no TLS. `tls` is always set here.
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host).port(port).tls(tls);
    if let Some((user, password)) = smtp.credentials {
        builder = builder.credentials(Credentials::new(user, password.expose_secret().to_owned()));
    }
    if let Some(name) = smtp.ehlo_name.map(ClientId::Domain).or_else(|| client_id(origin)) {
        builder = builder.hello_name(name);
    }
    Ok(builder.timeout(Some(smtp.timeout)).build())
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
