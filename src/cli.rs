//! The command line: arguments, help, and the commands that open no window.

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use clap::{Parser, Subcommand};

use crate::{
    config::Config,
    platform::scheme_registry,
    program::Program,
    registration::{Handler, SchemeRegistry as _},
    service::self_check::{CheckOutcome, CheckResult, run},
};

const ABOUT: &str = "Account recovery: request a recovery email, open its link, choose a new password.";

const AFTER_HELP: &str = "\
CONFIGURATION
  The first of these that exists is used:
    1. --config FILE
    2. the configuration built in through LATCHKEY_CONFIG at compile time
    3. the file named by LATCHKEY_CONFIG_FILE
    4. latchkey.toml beside the executable, if it is installed: this user cannot write to its folder, or an installer
       created it
    5. latchkey.toml in the user's configuration folder (Linux: ~/.config/app.latchkey.Latchkey/)
  Every key is optional:
    [service]
    base_url = \"https://accounts.example.org\"  # https, or http for this computer only
    [links]
    token_parameter = \"token\"                  # the name of the token parameter in the mailed link
    [brand]
    name = \"Example\"                           # 1 to 40 characters
    support = \"help@example.org\"               # an email address or an https page
  Environment variables override single values, except in a built-in configuration:
    LATCHKEY_BASE_URL, LATCHKEY_BACKEND, LATCHKEY_VAR_…, LATCHKEY_BRAND_NAME, LATCHKEY_SUPPORT
  Without a base_url, a build with the demo starts its own server; other builds report that they are not configured.

OTHER SERVERS
  Other servers are supported through contracts. `backend` selects one, and `vars` holds its variables:
    [service]
    base_url = \"https://project.supabase.co\"
    backend = \"supabase\"                      # or contract = \"my-server.toml\", a file in the same folder
    [service.vars]
    anon_key = \"…\"                            # or LATCHKEY_VAR_ANON_KEY
  docs/backends.md lists the names, and docs/contracts.md explains how to write a contract.
  `latchkey service check` checks that the server follows its contract.

LINKS
  `latchkey link register` makes this program the default for latchkey:// links of this user.
  If a window is already open, it receives the link.";

/// `latchkey`
#[derive(Parser)]
#[command(name = "latchkey", version, about = ABOUT, after_long_help = AFTER_HELP)]
pub struct Arguments {
    /// A recovery link to open
    pub url: Option<String>,
    /// Read the configuration from this file
    #[arg(long, value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
    /// Without a command the window opens
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Commands that open no window.
#[derive(Subcommand)]
pub enum Command {
    /// The configured recovery service
    Service {
        /// The action
        #[command(subcommand)]
        action: ServiceAction,
    },
    /// The default program for recovery links
    Link {
        /// The action
        #[command(subcommand)]
        action: LinkAction,
    },
}

/// `latchkey service …`
#[derive(Subcommand, Clone, Copy)]
pub enum ServiceAction {
    /// Check that the service follows its contract; no password is changed
    Check,
}

/// `latchkey link …`
#[derive(Subcommand, Clone, Copy)]
pub enum LinkAction {
    /// Make this program the default for recovery links of this user
    Register,
    /// Undo `register`
    Unregister,
    /// Print which program is the default
    Status,
}

impl Command {
    /// Runs the command and prints the result to standard output.
    ///
    /// # Errors
    /// A message for the terminal.
    pub fn run(&self, program: &Program, config: &Config) -> Result<(), Box<dyn std::error::Error>> {
        let action = match self {
            Self::Service { action: ServiceAction::Check } => return check_service(config),
            Self::Link { action } => action,
        };
        let registry = scheme_registry()?;
        let handler = Handler::for_current_program(&program.identity, program.name, &config.brand.name)?;
        let status = match action {
            LinkAction::Register => registry.register(&handler)?,
            LinkAction::Unregister => registry.unregister(&handler)?,
            LinkAction::Status => registry.status(&handler)?,
        };
        Ok(writeln!(io::stdout(), "{status}")?)
    }
}

/// Makes all calls that change nothing, and prints the results.
fn check_service(config: &Config) -> Result<(), Box<dyn std::error::Error>> {
    let Some(base) = config.service.base_url.clone() else {
        return Err("no service is configured; set `base_url` in [service], or LATCHKEY_BASE_URL".into());
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let other = config.service.backend.contract.as_ref();
    writeln!(io::stdout(), "{} at {}", other.map_or("Latchkey", |contract| &contract.name), base.as_str())?;
    let service = config.service.client(base)?;
    let results = runtime.block_on(run(&service))?;
    for CheckResult { check, calls, outcome } in &results {
        let calls: Vec<String> = calls.iter().map(ToString::to_string).collect();
        let calls = if calls.is_empty() { "no call".to_owned() } else { calls.join(", ") };
        let label = match outcome {
            CheckOutcome::Passed(_) => "ok",
            CheckOutcome::Failed(_) => "failed",
            CheckOutcome::Skipped(_) => "skipped",
        };
        writeln!(io::stdout(), "{label:<7} {check}: {} ({calls})", outcome.text())?;
    }
    summary(&results)
}

/// # Errors
/// A check has failed or was skipped.
fn summary(results: &[CheckResult]) -> Result<(), Box<dyn std::error::Error>> {
    let count = |is_counted: fn(&CheckOutcome) -> bool| {
        results.iter().filter(|result| is_counted(&result.outcome)).count()
    };
    let failed = count(|outcome| matches!(outcome, CheckOutcome::Failed(_)));
    let skipped = count(|outcome| matches!(outcome, CheckOutcome::Skipped(_)));
    let all = results.len();
    match (failed, skipped) {
        (0, 0) => Ok(()),
        (_, 0) => Err(format!("{failed} of {all} checks failed").into()),
        (0, _) => Err(format!("{skipped} of {all} checks skipped").into()),
        _ => Err(format!("{failed} of {all} checks failed, {skipped} skipped").into()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn config_option_works_before_and_after_a_command() {
        for line in ["latchkey --config a.toml service check", "latchkey service check --config a.toml"] {
            let arguments = Arguments::try_parse_from(line.split(' ')).unwrap();
            assert!(matches!(arguments.command, Some(Command::Service { .. })), "{line}");
            assert_eq!((arguments.config, arguments.url), (Some("a.toml".into()), None), "{line}");
        }
        let link = Arguments::try_parse_from(["latchkey", "latchkey://reset-password?token=t"]).unwrap();
        assert!(link.command.is_none() && link.url.is_some());
    }
}
