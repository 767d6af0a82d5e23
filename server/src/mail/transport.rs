//! Handing a finished mail over: to a folder or to a mail server.

use std::path::PathBuf;
use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use secrecy::ExposeSecret as _;

use super::{MailError, directory};
use crate::config::{Mail, Smtp, SmtpTls};
use crate::fault::Fault;

/// How long one command to the mail server may take.
const SMTP_TIMEOUT: Duration = Duration::from_secs(20);
/// How long the whole of a sending may take. It ends before the mail's claim does.
const SENDING_TIMEOUT: Duration = Duration::from_secs(90);

/// Where mail goes.
pub(crate) enum Transport {
    /// Into a folder.
    Directory(PathBuf),
    /// To a mail server.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

impl Transport {
    /// Prepares the way that is configured; nothing is sent or opened yet.
    pub(crate) fn new(mail: Mail) -> Result<Self, MailError> {
        match mail {
            Mail::Directory(folder) => Ok(Self::Directory(folder)),
            Mail::Smtp(smtp) => connect_to(smtp).map(Self::Smtp),
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
            Self::Smtp(server) => {
                let sent = tokio::time::timeout(SENDING_TIMEOUT, server.send(mail));
                sent.await.map_err(|_| MailError::TooSlow)?.map_err(MailError::from)?;
            }
        }
        Ok(())
    }
}

fn connect_to(smtp: Smtp) -> Result<AsyncSmtpTransport<Tokio1Executor>, MailError> {
    let mut builder = match smtp.tls {
        SmtpTls::Implicit => AsyncSmtpTransport::<Tokio1Executor>::relay(&smtp.host)?,
        SmtpTls::Starttls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&smtp.host)?,
        SmtpTls::None => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host),
    };
    if let Some(port) = smtp.port {
        builder = builder.port(port);
    }
    if let Some((user, password)) = smtp.credentials {
        builder = builder.credentials(Credentials::new(user, password.expose_secret().to_owned()));
    }
    Ok(builder.timeout(Some(SMTP_TIMEOUT)).build())
}
