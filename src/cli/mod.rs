//! The commands that open no window. `latchkey_launcher::arguments` has the command line itself.

mod check;
mod check_email;
mod record;
mod terminal;

use std::{
    env::{self, consts::EXE_SUFFIX},
    ffi::OsString,
    io::{self, Write as _},
    path::{Path, PathBuf},
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

/// The program that a desktop starts: the AppImage with this program, the launcher of this name beside this program, or,
/// without either, this program.
fn started_program(name: &str) -> io::Result<PathBuf> {
    let current = env::current_exe()?;
    if let Some(image) = app_image(&current, env::var_os("APPDIR"), env::var_os("APPIMAGE")) {
        return Ok(image);
    }
    let launcher = current.with_file_name(format!("{name}{EXE_SUFFIX}"));
    Ok(if launcher.is_file() { launcher } else { current })
}

/// The AppImage that has unpacked this program into a folder, which exists only while it runs. The variables are inherited
/// by every program that an AppImage starts, so they count only for a program in the folder.
fn app_image(current: &Path, folder: Option<OsString>, file: Option<OsString>) -> Option<PathBuf> {
    let folder = folder.map(PathBuf::from).filter(|folder| folder.is_absolute())?;
    file.filter(|_| current.starts_with(folder)).map(PathBuf::from)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn desktop_starts_the_app_image_of_a_program_in_it_and_no_other() {
        let image = |current: &str, folder: Option<&str>, file: Option<&str>| {
            app_image(Path::new(current), folder.map(Into::into), file.map(Into::into))
        };
        let (folder, file) = (Some("/unpacked/1"), Some("/apps/Latchkey.AppImage"));
        let unpacked = "/unpacked/1/usr/bin/latchkey";
        assert_eq!(image(unpacked, folder, file), Some("/apps/Latchkey.AppImage".into()));
        // Started from a terminal that is an AppImage.
        assert_eq!(image("/usr/bin/latchkey", folder, file), None);
        assert_eq!(image("/unpacked/10/usr/bin/latchkey", folder, file), None);
        assert_eq!(image(unpacked, Some(""), file), None);
        assert_eq!(image(unpacked, None, file), None);
        assert_eq!(image(unpacked, folder, None), None);
    }
}
