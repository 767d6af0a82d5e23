//! Handing a finished mail over: to a folder or to a mail server.

use std::path::PathBuf;
use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{Error, SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use secrecy::ExposeSecret as _;
use url::{Host, Url};

use super::{MailError, directory};
use crate::config::{Mail, Smtp, SmtpTls};
use crate::fault::Fault;

/// About what a submission server on the internet takes for a mail, its connection included.
const ASSUMED_SMTP: Duration = Duration::from_secs(1);

/// Where mail goes.
pub(crate) enum Transport {
    /// Into a folder.
    Directory(PathBuf),
    /// To a mail server.
    Smtp { server: AsyncSmtpTransport<Tokio1Executor>, timeout: Duration },
}

impl Transport {
    /// Prepares the way that is configured; nothing is sent or opened yet.
    /// `origin` is where this server is reached from outside: its host is what it calls itself, unless that is set.
    pub(crate) fn new(mail: Mail, origin: &Url) -> Result<Self, MailError> {
        match mail {
            Mail::Directory(folder) => Ok(Self::Directory(folder)),
            Mail::Smtp(smtp) => Ok(Self::Smtp { timeout: smtp.timeout, server: connect_to(smtp, origin)? }),
        }
    }

    /// What a delivery is assumed to take before the first one has been seen.
    pub(crate) fn assumed_duration(&self) -> Duration {
        match self {
            Self::Directory(_) => Duration::ZERO,
            Self::Smtp { timeout, .. } => ASSUMED_SMTP.min(*timeout),
        }
    }

    /// Hands a mail over. `name` is unique and sorts by time.
    pub(crate) async fn send(&self, name: &str, mail: Message) -> Result<(), Fault> {
        match self {
            Self::Directory(folder) => {
                let (folder, name) = (folder.clone(), format!("{name}.eml"));
                tokio::task::spawn_blocking(move || directory::deliver(&folder, &name, &mail.formatted()))
                    .await??;
            }
            Self::Smtp { server, timeout } => {
                // lettre's own timeout does not cover the wait for the server's first word.
                let needs_smtputf8 = mail.envelope().to().iter().any(|to| !to.user().is_ascii());
                let sent = tokio::time::timeout(*timeout, server.send(mail));
                // What lettre itself refuses, it refuses every time.
                let refused = |error: Error| match needs_smtputf8 && error.is_client() {
                    true => MailError::NoSmtpUtf8,
                    false => MailError::Smtp(error),
                };
                sent.await.map_err(|_| MailError::TooSlow)?.map_err(refused)?;
            }
        }
        Ok(())
    }
}

fn connect_to(smtp: Smtp, origin: &Url) -> Result<AsyncSmtpTransport<Tokio1Executor>, MailError> {
    let tls = match smtp.tls {
        SmtpTls::Implicit => Tls::Wrapper(trust(&smtp)?),
        SmtpTls::Starttls => Tls::Required(trust(&smtp)?),
        SmtpTls::None => Tls::None,
    };
    let port = smtp.port.unwrap_or(match smtp.tls {
        SmtpTls::Implicit => SUBMISSIONS_PORT,
        SmtpTls::Starttls => SUBMISSION_PORT,
        SmtpTls::None => SMTP_PORT,
    });
    // lettre calls it dangerous because it begins without TLS; the line below decides that.
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host).port(port).tls(tls);
    if let Some((user, password)) = smtp.credentials {
        builder = builder.credentials(Credentials::new(user, password.expose_secret().to_owned()));
    }
    if let Some(name) = smtp.ehlo_name.map(ClientId::Domain).or_else(|| client_id(origin)) {
        builder = builder.hello_name(name);
    }
    Ok(builder.timeout(Some(smtp.timeout)).build())
}

/// An app's own scheme has no host. Without a name lettre says `[127.0.0.1]`.
fn client_id(origin: &Url) -> Option<ClientId> {
    let is_web = matches!(origin.scheme(), "https" | "http");
    Some(match origin.host().filter(|_| is_web)? {
        Host::Domain(name) => ClientId::Domain(name.to_owned()),
        Host::Ipv4(address) => ClientId::Ipv4(address),
        Host::Ipv6(address) => ClientId::Ipv6(address),
    })
}

fn trust(smtp: &Smtp) -> Result<TlsParameters, MailError> {
    let mut builder = TlsParameters::builder(smtp.host.clone());
    if let Some(file) = &smtp.ca_file {
        builder = builder.add_root_certificate(Certificate::from_pem(&std::fs::read(file)?)?);
    }
    Ok(builder.build_rustls()?)
}
