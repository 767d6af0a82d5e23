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
use crate::settings::{Draft, Settings, SettingsError, first_line, read_file};
use crate::web_app::WebApp;

const CONFIGURATION: &str = include_str!("cli_help.txt");

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
        let mut draft = self.settings.read_config()?;
        if matches!(self.command, Command::CheckConfig) {
            draft.findings.extend(unfit(&draft.config, draft.demo));
        }
        let config = draft.checked()?;
        match self.command {
            Command::Serve => serve(config).await,
            Command::CheckConfig => {
                config.web_app.as_deref().map(WebApp::read).transpose().map_err(StartError::from)?;
                say("the configuration is fit for use")
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

/// What keeps real users from being served so. All else was checked when the settings were read.
fn unfit(config: &Config, demo: bool) -> Vec<String> {
    let scheme = if config.tls.is_some() { "https" } else { "http" };
    let listening = Url::parse(&format!("{scheme}://{}/", config.listen))
        .map_err(|_| ConfigError::new("the address to listen on must make a URL"));
    let mut findings = Vec::new();
    match listening.and_then(|listening| public_origin(config, &listening)) {
        Err(error) => findings.push(error.to_string()),
        Ok(origin) if is_loopback(&origin) && !demo => findings.push(
            "the public origin is this machine: mails would lead nowhere. Set `public_origin`, or `demo = true`"
                .to_owned(),
        ),
        Ok(_) => {}
    }
    if matches!(config.mail, Mail::Directory(_)) && !demo {
        let text = "mail goes into a directory and reaches nobody. Set `mail.smtp`, or `demo = true`";
        findings.push(text.to_owned());
    }
    findings
}

impl SettingsArgs {
    /// The configuration, and what is wrong with it.
    fn read_config(self) -> Result<Draft, SettingsError> {
        let mut settings = self.config.as_deref().map(Settings::read).transpose()?.unwrap_or_default();
        settings.listen = self.listen.or(settings.listen);
        settings.database = self.database.or(settings.database);
        settings.link_base = self.link_base.or(settings.link_base);
        if let Some(directory) = self.mail_directory {
            settings.mail_into(directory);
        }
        settings.read_config()
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
