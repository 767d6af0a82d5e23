//! The commands that open no window. `latchkey_launcher::arguments` has the command line itself.

use std::{
    env::{self, consts::EXE_SUFFIX},
    io::{self, Write as _},
    path::PathBuf,
};

pub use latchkey_launcher::arguments::{Arguments, Command, LinkAction, ServiceAction};

use crate::{
    config::Config,
    platform::scheme_registry,
    program::Program,
    registration::{Handler, SchemeRegistry as _},
    service::self_check::{CheckOutcome, CheckResult, run as check},
};

/// Runs a command and prints the result to standard output.
///
/// # Errors
/// A message for the terminal.
pub fn run(command: &Command, program: &Program, config: &Config) -> Result<(), Box<dyn std::error::Error>> {
    let action = match command {
        Command::Service { action: ServiceAction::Check } => return check_service(config),
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

/// Makes all calls that change nothing, and prints the results.
fn check_service(config: &Config) -> Result<(), Box<dyn std::error::Error>> {
    let Some(base) = config.service.base_url.clone() else {
        return Err("no service is configured; set `base_url` in [service], or LATCHKEY_BASE_URL".into());
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let other = config.service.backend.contract.as_ref();
    writeln!(io::stdout(), "{} at {}", other.map_or("Latchkey", |contract| &contract.name), base.as_str())?;
    let service = config.service.client(base)?;
    let results = runtime.block_on(check(&service))?;
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
