//! The command line of `latchkey-server`.

mod admin;
mod args;
mod check_config;
mod signals;

use std::fmt::Display;
use std::io::Write as _;

use clap::Parser;

use crate::config::{Config, ConfigError, ConfigFileError};
use crate::server::{Server, StartError};
use crate::services::OpenError;
use crate::services::admin::AdminError;
use args::{Command, ConfigArgs};

/// The recovery server of Latchkey: account recovery by email
#[derive(Debug, Parser)]
#[command(name = "latchkey-server", version, after_help = include_str!("help.txt"))]
pub struct Cli {
    #[command(flatten)]
    config: ConfigArgs,
    #[command(subcommand)]
    command: Command,
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The configuration cannot be loaded.
    #[error(transparent)]
    ConfigFile(#[from] ConfigFileError),
    /// The configuration is invalid, insecure or not suitable for production.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The server did not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The command failed.
    #[error(transparent)]
    Admin(#[from] AdminError),
    /// Standard input, standard output or the signal handlers failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl Cli {
    /// Runs the command. `serve` returns when the server has stopped.
    ///
    /// # Errors
    /// If the configuration is invalid or the command fails.
    pub async fn run(self) -> Result<(), CliError> {
        let mut loaded = self.config.load()?;
        if matches!(self.command, Command::CheckConfig) {
            loaded.errors.extend(check_config::production_errors(&loaded.config, loaded.demo));
        }
        let config = loaded.validate()?;
        match self.command {
            Command::Serve => serve(config).await,
            Command::CheckConfig => {
                check_config::check_web_app(&config)?;
                print("the configuration is valid")
            }
            Command::Admin(command) => admin::run(&config, command).await,
        }
    }
}

async fn serve(config: Config) -> Result<(), CliError> {
    // Signals are handled from here on, so that none is lost while the server starts.
    let stop = signals::stop_signal()?;
    let server = Server::start(config).await?;
    stop.await;
    tracing::info!("shutting down");
    server.shutdown().await;
    Ok(())
}

fn print(line: impl Display) -> Result<(), CliError> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}
