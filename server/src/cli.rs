//! The command line of `latchkey-server`.

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use secrecy::SecretString;
use url::Url;
use zeroize::Zeroizing;

use crate::config::Config;
use crate::core::AddUserError;
use crate::server::{Server, StartError, add_user, prune};
use crate::settings::{Settings, SettingsError, first_line, read_file};

const CONFIGURATION: &str = r#"Configuration file (TOML; paths are relative to the working directory):

  listen = "127.0.0.1:8400"                  # plain HTTP: put a TLS proxy in front
  database = "latchkey.db"                   # SQLite, created if missing; or postgres://USER@HOST/NAME
  database_password_file = "/run/secrets/db" # of PostgreSQL; may be left out
  link_base = "https://HOST/reset-password"  # or an app's own: latchkey://reset-password

  [product]
  name = "Example"                           # in the mails; new passwords must not contain it
  support = "help@example.org"               # in the mails
  sender = "no-reply@example.org"            # the mails come from here

  [mail]
  directory = "mail"                         # .eml files, for demonstrations; or a server:
  [mail.smtp]
  host = "smtp.example.org"
  port = 587                                 # may be left out
  tls = "starttls"                           # implicit, starttls; none only on this machine
  user = "latchkey"                          # user and password_file may be left out together
  password_file = "/run/secrets/smtp"
  ca_file = "/etc/ssl/mail-ca.pem"           # an authority of your own; may be left out
  timeout = 30                               # seconds for one sending

  [limits]                                   # all may be left out
  resend_after = 60                          # seconds between two mails to one address
  client_requests = 300                      # POST requests of one client address ...
  client_window = 600                        # ... in so many seconds

  [passwords]
  min_length = 15                            # code points; at most 256 are always accepted

The log goes to standard error; RUST_LOG sets how much (default: info)."#;

/// The recovery API of Latchkey: forgotten passwords, set anew by mail.
#[derive(Debug, Parser)]
#[command(name = "latchkey-server", version, after_help = CONFIGURATION)]
pub struct Cli {
    #[command(flatten)]
    settings: SettingsArgs,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Args)]
struct SettingsArgs {
    /// Configuration file
    #[arg(long, global = true, env = "LATCHKEY_SERVER_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// Address and port to listen on
    #[arg(long, global = true, env = "LATCHKEY_SERVER_LISTEN", value_name = "ADDRESS:PORT")]
    listen: Option<SocketAddr>,
    /// SQLite file, or PostgreSQL as postgres://USER@HOST/NAME
    #[arg(
        long,
        global = true,
        env = "LATCHKEY_SERVER_DATABASE",
        value_name = "FILE|URL",
        hide_env_values = true
    )]
    database: Option<SecretString>,
    /// Where mailed links lead
    #[arg(long, global = true, env = "LATCHKEY_SERVER_LINK_BASE", value_name = "URL")]
    link_base: Option<Url>,
    /// Write mail into this folder instead of sending it
    #[arg(long, global = true, env = "LATCHKEY_SERVER_MAIL_DIRECTORY", value_name = "FOLDER")]
    mail_directory: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server until it is interrupted or told to terminate
    Serve,
    /// Forget what is no longer of use; a running server does it every hour
    Prune,
    /// Look after accounts
    #[command(subcommand)]
    User(UserCommand),
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Register an account; its password is the first line of standard input
    Add {
        /// E-mail address
        email: String,
        /// Read the password's line from this file instead
        #[arg(long, value_name = "FILE")]
        password_file: Option<PathBuf>,
    },
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The settings do not make a configuration.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The server did not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The account was not added.
    #[error(transparent)]
    AddUser(#[from] AddUserError),
    /// Standard input, standard output or the signals failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl Cli {
    /// Does what the command line says; `serve` returns once it was told to stop.
    ///
    /// # Errors
    /// When the settings or the command cannot be carried out.
    pub async fn run(self) -> Result<(), CliError> {
        let config = self.settings.into_config()?;
        match self.command {
            Command::Serve => serve(config).await,
            Command::Prune => {
                let forgotten = prune(&config).await?;
                Ok(writeln!(std::io::stdout(), "forgot {forgotten} recoveries")?)
            }
            Command::User(UserCommand::Add { email, password_file }) => {
                let password = read_password(password_file)?;
                add_user(&config, &email, &password).await?;
                Ok(writeln!(std::io::stdout(), "added {email}")?)
            }
        }
    }
}

impl SettingsArgs {
    fn into_config(self) -> Result<Config, SettingsError> {
        let mut settings = self.config.as_deref().map(Settings::read).transpose()?.unwrap_or_default();
        settings.listen = self.listen.or(settings.listen);
        settings.database = self.database.or(settings.database);
        settings.link_base = self.link_base.or(settings.link_base);
        if let Some(directory) = self.mail_directory {
            settings.mail_into(directory);
        }
        settings.into_config()
    }
}

async fn serve(config: Config) -> Result<(), CliError> {
    let stop = stop_signal()?;
    let running = Server::start(config).await?;
    stop.await;
    tracing::info!("shutting down");
    running.shutdown().await;
    Ok(())
}

/// Ends at the first SIGINT or SIGTERM. It listens from this call on, so that none is lost while the server starts.
#[cfg(unix)]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async { drop(tokio::signal::ctrl_c().await) })
}

fn read_password(file: Option<PathBuf>) -> Result<Zeroizing<String>, CliError> {
    let mut text = Zeroizing::new(String::new());
    match file {
        Some(path) => text = read_file(&path)?,
        None => drop(std::io::stdin().read_line(&mut text)?),
    }
    Ok(Zeroizing::new(first_line(&text).to_owned()))
}
