//! The arguments of the command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use secrecy::SecretString;
use url::Url;

use crate::config::{ConfigFile, ConfigFileError, LoadedConfig};

/// Arguments that have precedence over the configuration file.
#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
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
    /// Address of mailed links, without token
    #[arg(long, global = true, env = "LATCHKEY_SERVER_LINK_BASE", value_name = "URL")]
    link_base: Option<Url>,
    /// Write email to this folder instead of sending it
    #[arg(long, global = true, env = "LATCHKEY_SERVER_MAIL_DIRECTORY", value_name = "FOLDER")]
    mail_directory: Option<PathBuf>,
}

impl ConfigArgs {
    /// Loads the configuration file, if there is one, and applies the arguments.
    pub(super) fn load(self) -> Result<LoadedConfig, ConfigFileError> {
        let mut file = self.config.as_deref().map(ConfigFile::read).transpose()?.unwrap_or_default();
        file.listen = self.listen.or(file.listen);
        file.database = self.database.or(file.database);
        file.link_base = self.link_base.or(file.link_base);
        if let Some(directory) = self.mail_directory {
            file.set_mail_directory(directory);
        }
        file.load()
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Run the server until SIGINT or SIGTERM
    Serve,
    /// Check the configuration, and whether it is suitable for production
    CheckConfig,
    #[command(flatten)]
    Admin(AdminCommand),
}

/// Commands that work directly on the database.
#[derive(Debug, Subcommand)]
pub(super) enum AdminCommand {
    /// Delete expired data; a running server does this every hour
    Prune,
    /// Manage accounts
    #[command(subcommand)]
    User(UserCommand),
    /// Manage recoveries
    #[command(subcommand)]
    Recovery(RecoveryCommand),
    /// Manage email
    #[command(subcommand)]
    Mail(MailCommand),
}

#[derive(Debug, Subcommand)]
pub(super) enum UserCommand {
    /// Register an account; its password is the first line of standard input
    Add {
        /// Email address
        email: String,
        /// Add the address to the account with this address, instead of registering an account
        #[arg(long, value_name = "EMAIL", conflicts_with = "password_file")]
        to: Option<String>,
        /// Read the password from the first line of this file
        #[arg(long, value_name = "FILE")]
        password_file: Option<PathBuf>,
    },
    /// List all addresses with the id and state of their account
    List,
    /// Freeze an account: signing in is blocked until its password is reset by email
    Freeze {
        /// Email address of the account
        email: String,
    },
    /// Enroll a second factor and print its otpauth link, for the person's authenticator app
    Mfa {
        /// Email address of the account
        email: String,
        /// Remove the second factor
        #[arg(long)]
        remove: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum RecoveryCommand {
    /// Queue a recovery email for a person who cannot request one; a running server sends it
    Start {
        /// Email address of the account
        email: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum MailCommand {
    /// Send a test email
    Test {
        /// Email address
        email: String,
    },
}
