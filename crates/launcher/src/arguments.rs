//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::single_instance::MessageId;

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
  `latchkey service check` checks that the server follows its contract. With --link, --code or --mail it says whether a
  link, code or email of the server would be taken, and which rule refuses it.
  `latchkey service record` records a recovery of your test account, and `latchkey service replay` runs it without the
  server.

LINKS
  `latchkey link register` makes this program the default for latchkey:// links of this user.
  If a window is already open, it receives the link.";

/// `latchkey`
#[derive(Parser)]
#[command(name = "latchkey", bin_name = "latchkey", version, about = ABOUT, after_long_help = AFTER_HELP)]
pub struct Arguments {
    /// A recovery link to open
    pub url: Option<String>,
    /// Read the configuration from this file
    #[arg(long, value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
    /// The id of a message that the launcher has sent, and that was not answered
    #[arg(long, hide = true)]
    pub message_id: Option<MessageId>,
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
#[derive(Subcommand)]
pub enum ServiceAction {
    /// Check that the service follows its contract; no password is changed
    Check(EmailContent),
    /// Recover a test account, and write what the server answers to a file, with secrets masked
    Record {
        /// The email address of the test account, whose password is changed
        address: String,
        /// The file to create
        file: PathBuf,
    },
    /// Compare a recorded recovery with the contract, without the server
    Replay {
        /// The recorded file
        file: PathBuf,
    },
}

/// A link, a code or an email. `latchkey service check` reports whether the app would accept it.
#[derive(Args, Default)]
#[group(multiple = false)]
pub struct EmailContent {
    /// Check a link instead of the service; `-` reads it from standard input
    #[arg(long, value_name = "URL")]
    pub link: Option<String>,
    /// Check a code instead of the service; `-` reads it from standard input
    #[arg(long)]
    pub code: Option<String>,
    /// Check an email instead of the service, in the format of .eml files; `-` reads it from standard input
    #[arg(long, value_name = "FILE")]
    pub mail: Option<PathBuf>,
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
        let several = ["latchkey", "service", "check", "--link", "x", "--code", "1"];
        assert!(Arguments::try_parse_from(several).is_err());
        let link = Arguments::try_parse_from(["latchkey", "latchkey://reset-password?token=t"]).unwrap();
        assert!(link.command.is_none() && link.url.is_some());
    }

    /// The launcher puts the id before its own arguments, which may end the options (`-- LINK`).
    #[test]
    fn message_id_is_read_as_written() {
        let id = MessageId::random().unwrap();
        let line = ["latchkey", "--message-id", &id.to_string(), "--", "latchkey://reset-password?token=t"];
        let arguments = Arguments::try_parse_from(line).unwrap();
        assert!(arguments.message_id == Some(id) && arguments.url.is_some());
    }
}
