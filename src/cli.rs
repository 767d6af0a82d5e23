//! The command line: what `latchkey --help` says, and the commands that open no window.

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use clap::{Parser, Subcommand};

use crate::{
    config::Config,
    platform::scheme_registry,
    registration::{Handler, SchemeRegistry as _},
    service::{
        contract::Contract,
        trial::{Finding, try_out},
    },
};

const ABOUT: &str = "Account recovery: ask for a recovery e-mail, open its link, choose a new password.";

const MORE: &str = "\
CONFIGURATION
  The first of these that there is:
    1. --config FILE
    2. what was built in through LATCHKEY_CONFIG at compile time
    3. the file named by LATCHKEY_CONFIG_FILE
    4. latchkey.toml beside the executable, where that is installed: this user cannot write to its folder, or an
       installer made it
    5. latchkey.toml in the user's configuration folder (Linux: ~/.config/app.latchkey.Latchkey/)
  A file looks like this; every key may be left out:
    [service]
    base_url = \"https://accounts.example.org\"  # https, or http on this computer alone
    [links]
    token_parameter = \"token\"                  # what the mailed link calls its token
    [brand]
    name = \"Example\"                           # 1 to 40 characters
    support = \"help@example.org\"               # an address, or an https page
  Single values from the environment come last and win, except over a built-in configuration:
    LATCHKEY_BASE_URL, LATCHKEY_BACKEND, LATCHKEY_VAR_…, LATCHKEY_BRAND_NAME, LATCHKEY_SUPPORT
  Without a base_url a build with the demo runs its own server; without the demo it asks to be set up.

OTHER SERVERS
  Not only our own server is understood. One line says which other it is, and what it wants to know comes below:
    [service]
    base_url = \"https://project.supabase.co\"
    backend = \"supabase\"                      # or contract = \"my-server.toml\", a file beside this one
    [service.vars]
    anon_key = \"…\"                            # or LATCHKEY_VAR_ANON_KEY
  docs/backends.md has the names. `latchkey service check` asks the server whether it answers as it should.

LINKS
  `latchkey link register` makes this program the one that opens latchkey:// links for this user.
  A link given to a second start reaches the window that is open.";

/// `latchkey`
#[derive(Parser)]
#[command(name = "latchkey", version, about = ABOUT, after_long_help = MORE)]
pub struct Arguments {
    /// A recovery link to open
    pub url: Option<String>,
    /// Read the configuration from this file
    #[arg(long, value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
    /// Without a command the window opens.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What can be done without a window.
#[derive(Subcommand)]
pub enum Command {
    /// The recovery service that is set up
    Service {
        /// What to do about it
        #[command(subcommand)]
        action: ServiceAction,
    },
    /// Who opens recovery links on this computer
    Link {
        /// What to do about it
        #[command(subcommand)]
        action: LinkAction,
    },
}

/// `latchkey service …`
#[derive(Subcommand, Clone, Copy)]
pub enum ServiceAction {
    /// Ask it whether it answers as its contract says; nothing is reset
    Check,
}

/// `latchkey link …`
#[derive(Subcommand, Clone, Copy)]
pub enum LinkAction {
    /// Open recovery links with this program, for this user
    Register,
    /// Open them no longer
    Unregister,
    /// Say which program opens them
    Status,
}

impl Command {
    /// Carries it out and says on standard output how things stand.
    ///
    /// # Errors
    /// What went wrong, in words for the person at the terminal.
    pub fn run(&self, config: &Config) -> Result<(), Box<dyn std::error::Error>> {
        let action = match self {
            Self::Service { action: ServiceAction::Check } => return check_service(config),
            Self::Link { action } => action,
        };
        let registry = scheme_registry()?;
        let handler = Handler::of_this_program(&config.brand.name)?;
        let status = match action {
            LinkAction::Register => registry.register(&handler)?,
            LinkAction::Unregister => registry.unregister(&handler)?,
            LinkAction::Status => registry.status(&handler)?,
        };
        Ok(writeln!(io::stdout(), "{status}")?)
    }
}

/// Asks the service everything that changes nothing, and says what came of it.
fn check_service(config: &Config) -> Result<(), Box<dyn std::error::Error>> {
    let Some(base) = config.service.base_url.clone() else {
        return Err("no service is set up; give `base_url` in [service], or LATCHKEY_BASE_URL".into());
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let other = config.service.backend.contract.as_ref();
    writeln!(io::stdout(), "{} at {}", other.map_or("Latchkey", |contract| &contract.name), base.as_str())?;
    let beside = other.map(Contract::beside).unwrap_or_default();
    let service = config.service.client(base)?;
    let findings = runtime.block_on(try_out(&service, &beside))?;
    for Finding { asked, calls, outcome } in &findings {
        let calls: Vec<String> = calls.iter().map(ToString::to_string).collect();
        let calls = if calls.is_empty() { "no call".to_owned() } else { calls.join(", ") };
        match outcome {
            Ok(well) => writeln!(io::stdout(), "ok     {asked}: {well} ({calls})")?,
            Err(wrong) => writeln!(io::stdout(), "wrong  {asked}: {wrong} ({calls})")?,
        }
    }
    match findings.iter().filter(|finding| finding.outcome.is_err()).count() {
        0 => Ok(()),
        count => Err(format!("{count} of {} answers are not as they should be", findings.len()).into()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_configuration_is_named_before_a_command_or_after_it() {
        for line in ["latchkey --config a.toml service check", "latchkey service check --config a.toml"] {
            let arguments = Arguments::try_parse_from(line.split(' ')).unwrap();
            assert!(matches!(arguments.command, Some(Command::Service { .. })), "{line}");
            assert_eq!((arguments.config, arguments.url), (Some("a.toml".into()), None), "{line}");
        }
        let link = Arguments::try_parse_from(["latchkey", "latchkey://reset-password?token=t"]).unwrap();
        assert!(link.command.is_none() && link.url.is_some());
    }
}
