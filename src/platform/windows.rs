//! Windows: the registry below `HKEY_CURRENT_USER\Software\Classes`.

use windows_registry::CURRENT_USER;

use crate::registration::{
    Handler, RegistryError, SchemeRegistry, Status, open_command, open_command_key, registry_values,
    scheme_key,
};

/// The registry of the current user.
///
/// # Errors
/// Never fails. Other systems return an error if there is no home folder.
pub fn scheme_registry() -> Result<impl SchemeRegistry, RegistryError> {
    Ok(ClassesRegistry)
}

struct ClassesRegistry;

impl SchemeRegistry for ClassesRegistry {
    fn register(&self, handler: &Handler) -> Result<Status, RegistryError> {
        for scheme in &handler.schemes {
            for value in registry_values(handler, scheme) {
                let key = CURRENT_USER.create(&value.key).map_err(registry_error)?;
                key.set_string(value.name, &value.data).map_err(registry_error)?;
            }
        }
        self.status(handler)
    }

    fn unregister(&self, handler: &Handler) -> Result<Status, RegistryError> {
        for scheme in &handler.schemes {
            if command(scheme).is_some_and(|command| command == open_command(handler)) {
                CURRENT_USER.remove_tree(scheme_key(scheme)).map_err(registry_error)?;
            }
        }
        self.status(handler)
    }

    fn status(&self, handler: &Handler) -> Result<Status, RegistryError> {
        let program = handler.executable.file_name().map(|name| name.to_string_lossy().to_lowercase());
        for scheme in &handler.schemes {
            match command(scheme) {
                None => return Ok(Status::NotRegistered),
                Some(command) if command == open_command(handler) => {}
                Some(command)
                    if program.as_ref().is_some_and(|program| command.to_lowercase().contains(program)) =>
                {
                    return Ok(Status::OtherExecutable);
                }
                Some(program) => return Ok(Status::OtherProgram { scheme: scheme.clone(), program }),
            }
        }
        Ok(Status::Registered)
    }
}

/// The command that currently opens the scheme. An unreadable key counts as missing, as it does for Windows.
fn command(scheme: &str) -> Option<String> {
    CURRENT_USER.open(open_command_key(scheme)).and_then(|key| key.get_string("")).ok()
}

fn registry_error(error: impl std::fmt::Display) -> RegistryError {
    RegistryError::Registry(error.to_string())
}
