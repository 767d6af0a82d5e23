//! The commands that open no window. `latchkey_launcher::arguments` has the command line itself.

mod check;
mod check_email;
mod record;
mod terminal;

use std::{
    env::{self, consts::EXE_SUFFIX},
    io::{self, Write as _},
    path::PathBuf,
};

pub use latchkey_launcher::arguments::{Arguments, Command, EmailContent, LinkAction, ServiceAction};

use crate::{
    config::Config,
    platform::scheme_registry,
    program::Program,
    registration::{Handler, SchemeRegistry as _},
    service::{HttpRecoveryService, RecoveryService as _},
};

/// Runs a command and prints the result to standard output.
///
/// # Errors
/// A message for the terminal.
pub fn run(command: &Command, program: &Program, config: &Config) -> Result<(), Box<dyn std::error::Error>> {
    let action = match command {
        Command::Service { action } => return run_service_action(action, program, config),
        Command::Link { action } => action,
    };
    let registry = scheme_registry()?;
    let handler = Handler {
        executable: started_program(program.name)?,
        ..Handler::for_current_program(&program.identity, program.name, &config.brand.name)?
    };
    let status = match action {
        LinkAction::Register => registry.register(&handler)?,
        LinkAction::Unregister => registry.unregister(&handler)?,
        LinkAction::Status => registry.status(&handler)?,
    };
    Ok(writeln!(io::stdout(), "{status}")?)
}

/// The program that a desktop starts: the launcher of this name beside this program, or, without one, this program.
fn started_program(name: &str) -> io::Result<PathBuf> {
    let current = env::current_exe()?;
    let launcher = current.with_file_name(format!("{name}{EXE_SUFFIX}"));
    Ok(if launcher.is_file() { launcher } else { current })
}

fn run_service_action(
    action: &ServiceAction,
    program: &Program,
    config: &Config,
) -> Result<(), Box<dyn std::error::Error>> {
    let own = program.identity.link_rules();
    let rules = config.link_rules(own.clone());
    let service = service(config)?;
    // As the app in English, unless the contract has a header of its own. Servers answer in this language.
    service.set_language("en");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        match action {
            ServiceAction::Check(EmailContent { link: None, code: None, mail: None }) => {
                check::check_service(config, &service).await
            }
            ServiceAction::Check(content) => {
                check_email::check_email(content, config, &service, rules, &own).await
            }
            ServiceAction::Record { address, file } => {
                record::record(address, file, config, &service, &rules).await
            }
            ServiceAction::Replay { file } => record::replay_file(file, &service, &rules).await,
        }
    })
}

/// The client of the configured service.
fn service(config: &Config) -> Result<HttpRecoveryService, Box<dyn std::error::Error>> {
    let Some(base) = config.service.base_url.clone() else {
        return Err("no service is configured; set `base_url` in [service], or LATCHKEY_BASE_URL".into());
    };
    Ok(config.service.client(base)?)
}
