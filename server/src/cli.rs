//! The command line of `latchkey-server`.

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;
use zeroize::Zeroizing;

use crate::config::{Config, ConfigError, Mail, is_loopback};
use crate::core::AddUserError;
use crate::operator::{Office, OperatorError, add_user, prune};
use crate::server::{Server, StartError, public_origin};
use crate::settings::{Settings, SettingsError, first_line, read_file};
use crate::web_app::WebApp;

const CONFIGURATION: &str = r#"Configuration file (TOML; paths are relative to the working directory):

  listen = "127.0.0.1:8400"                  # plain HTTP unless [tls] is there: put a TLS proxy in front
  trusted_proxies = ["127.0.0.1/32"]         # networks whose word for a client's address is taken; none by default
  forwarded_header = "x-forwarded-for"       # where they write it; or "forwarded" (RFC 7239)
  operations_listen = "127.0.0.1:8401"       # /metrics, /healthz, /readyz; left out, /metrics is nowhere
  database = "latchkey.db"                   # SQLite, created if missing; or postgres://USER@HOST/NAME
  database_password_file = "/run/secrets/db" # of PostgreSQL; may be left out
  link_base = "https://HOST/reset-password"  # or an app's own: latchkey://reset-password
  public_origin = "https://HOST"             # where this server is reached; by default that of link_base
  binding = "prefer"                         # off, prefer, require: links and codes only work where they were asked for
  web_app = "/usr/share/latchkey/web"        # the app for browsers, made by scripts/web; left out, pages without it
  audit_file = "/var/log/latchkey/audit.jsonl"  # left out, audit lines go to the log
  demo = false                               # true lets check-config accept a loopback origin

  [tls]                                      # left out: plain HTTP
  certificate = "/etc/latchkey/cert.pem"     # read anew every hour
  key = "/etc/latchkey/key.pem"

  [apps]                                     # may be left out
  open = "example://reset-password"          # the landing page's button
  apple_ids = ["TEAMID.org.example.app"]     # in apple-app-site-association
  android = [{ package = "org.example.app", certificates = ["AB:CD:..."] }]       # in assetlinks.json
  stores = [{ name = "App Store", url = "https://apps.apple.com/app/id0" }]      # on the landing page

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
  resend_after = 60                          # seconds between the first two mails to an address; 0: no limit
  client_requests = 300                      # POST requests, and as many GET /session, of one client: an IPv4 address or
                                             # an IPv6 /64; a /56 has four times as many, a /48 sixteen times ...
  client_window = 600                        # ... in so many seconds
  answer_after = 200                         # milliseconds until a request is answered, whatever it took
  request_within = 10                        # seconds for a client to send a request's head, and its body

  [passwords]
  min_length = 15                            # code points; at most 256 are always accepted
  second_factor_in_place = false             # true allows a min_length from 8
  argon2_memory_kib = 19456                  # the cost of a hash; a stronger one takes effect at the next sign-in
  argon2_passes = 2
  argon2_lanes = 1
  pepper_file = "/run/secrets/pepper"        # 32 bytes or more; may be left out, but second factors need it
  breaches = "https://api.pwnedpasswords.com/"  # asked by range; left out, nothing leaves this server

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
    /// Say whether the configuration is fit for real users, and what is wrong with it
    CheckConfig,
    /// Look after accounts
    #[command(subcommand)]
    User(UserCommand),
    /// Look after recoveries
    #[command(subcommand)]
    Recovery(RecoveryCommand),
    /// Look after mail
    #[command(subcommand)]
    Mail(MailCommand),
}

#[derive(Debug, Subcommand)]
enum RecoveryCommand {
    /// Mail a recovery link to somebody who cannot ask for it; a running server sends it
    Start {
        /// E-mail address of the account
        email: String,
    },
}

#[derive(Debug, Subcommand)]
enum MailCommand {
    /// Send a mail that says nothing, to see whether mail leaves
    Test {
        /// E-mail address
        email: String,
    },
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Register an account; its password is the first line of standard input
    Add {
        /// E-mail address
        email: String,
        /// Give this address to the account that has this other one, instead of registering a new account
        #[arg(long, value_name = "EMAIL", conflicts_with = "password_file")]
        to: Option<String>,
        /// Read the password's line from this file instead
        #[arg(long, value_name = "FILE")]
        password_file: Option<PathBuf>,
    },
    /// Print every address with its account's number and state
    List,
    /// Let nobody sign in to an account until its password is set anew by mail
    Freeze {
        /// E-mail address of the account
        email: String,
    },
    /// Give an account a second factor; prints the otpauth link for the person's authenticator app
    Mfa {
        /// E-mail address of the account
        email: String,
        /// Take the second factor away instead
        #[arg(long)]
        remove: bool,
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
    /// The configuration cannot be, or is not fit for real users.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The command could not be done.
    #[error(transparent)]
    Operator(#[from] OperatorError),
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
        let (config, demo) = self.settings.into_config()?;
        match self.command {
            Command::Serve => serve(config).await,
            Command::CheckConfig => {
                config.web_app.as_deref().map(WebApp::read).transpose().map_err(StartError::from)?;
                say(check_config(&config, demo)?)
            }
            Command::Prune => say(format_args!("forgot {} recoveries", prune(&config).await?)),
            Command::User(UserCommand::Add { email, to: None, password_file }) => {
                let password = read_password(password_file)?;
                add_user(&config, &email, &password).await?;
                say(format_args!("added {email}"))
            }
            command => {
                let office = Office::open(config).await?;
                let done = in_office(&office, command).await;
                office.close().await;
                done
            }
        }
    }
}

async fn in_office(office: &Office, command: Command) -> Result<(), CliError> {
    match command {
        Command::User(UserCommand::Add { email, to: Some(of), .. }) => {
            office.add_address(&of, &email).await?;
            say(format_args!("added {email} to the account of {of}"))
        }
        Command::User(UserCommand::List) => {
            for entry in office.accounts().await? {
                let state = if entry.frozen_at.is_some() { "frozen" } else { "in use" };
                let factor = if entry.second_factors > 0 { "second factor" } else { "password only" };
                say(format_args!("{}\t{}\t{state}\t{factor}", entry.account_id, entry.email))?;
            }
            Ok(())
        }
        Command::User(UserCommand::Freeze { email }) => {
            office.freeze(&email).await?;
            say(format_args!("froze the account of {email}"))
        }
        Command::User(UserCommand::Mfa { email, remove: true }) => {
            office.remove_second_factor(&email).await?;
            say(format_args!("took the second factor of {email} away"))
        }
        Command::User(UserCommand::Mfa { email, remove: false }) => {
            say(office.enrol_second_factor(&email).await?.expose_secret())
        }
        Command::Recovery(RecoveryCommand::Start { email }) => {
            office.start_recovery(&email).await?;
            say(format_args!("a recovery mail for {email} is queued"))
        }
        Command::Mail(MailCommand::Test { email }) => {
            office.test_mail(&email).await?;
            say(format_args!("the mail for {email} was handed over"))
        }
        // `run` does these without an office.
        Command::Serve | Command::CheckConfig | Command::Prune | Command::User(UserCommand::Add { .. }) => {
            Ok(())
        }
    }
}

fn say(line: impl std::fmt::Display) -> Result<(), CliError> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}

/// Whether real users can be served so. The settings themselves were checked when they were read.
fn check_config(config: &Config, demo: bool) -> Result<&'static str, ConfigError> {
    let scheme = if config.tls.is_some() { "https" } else { "http" };
    let listening = Url::parse(&format!("{scheme}://{}/", config.listen))
        .map_err(|_| ConfigError("the address to listen on must make a URL"))?;
    let origin = public_origin(config, &listening)?;
    if is_loopback(&origin) && !demo {
        return Err(ConfigError(
            "the public origin is this machine: mails would lead nowhere. Set `public_origin`, or `demo = true`",
        ));
    }
    if matches!(config.mail, Mail::Directory(_)) && !demo {
        return Err(ConfigError(
            "mail goes into a directory and reaches nobody. Set `mail.smtp`, or `demo = true`",
        ));
    }
    Ok("the configuration is fit for use")
}

impl SettingsArgs {
    /// The configuration, and whether it is only for a demonstration.
    fn into_config(self) -> Result<(Config, bool), SettingsError> {
        let mut settings = self.config.as_deref().map(Settings::read).transpose()?.unwrap_or_default();
        settings.listen = self.listen.or(settings.listen);
        settings.database = self.database.or(settings.database);
        settings.link_base = self.link_base.or(settings.link_base);
        if let Some(directory) = self.mail_directory {
            settings.mail_into(directory);
        }
        let demo = settings.demo;
        Ok((settings.into_config()?, demo))
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
