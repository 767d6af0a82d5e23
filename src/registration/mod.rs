//! Registers the program as the handler of its link schemes, and describes the result.
//!
//! The content of desktop files and registry values is built here by pure functions on every platform; `platform` writes
//! it. Everything is registered for the current user only and needs no administrator rights.

mod desktop_entry;
mod registry_values;

use std::path::PathBuf;
use std::{env, fmt, io};

pub use self::desktop_entry::{desktop_entry, exec_line, without_handler};
pub use self::registry_values::{RegistryValue, open_command, open_command_key, registry_values, scheme_key};
use crate::home_folder::NO_HOME_FOLDER;
use crate::identity::AppIdentity;

/// The program that opens the links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handler {
    /// The name in menus.
    pub display_name: String,
    /// The identifier in reverse domain notation. It is also the name of the desktop file.
    pub identifier: String,
    /// The class of its windows. The desktop uses it to match windows to the program.
    pub window_class: String,
    /// The schemes it opens, in lower case.
    pub schemes: Vec<String>,
    /// The absolute path of the executable.
    pub executable: PathBuf,
}

impl Handler {
    /// The running program, with this name in menus, and the identifier and schemes of `identity`.
    ///
    /// # Errors
    /// The path of the running executable is unknown.
    pub fn for_current_program(
        identity: &AppIdentity,
        window_class: &str,
        display_name: &str,
    ) -> io::Result<Self> {
        Ok(Self {
            display_name: display_name.to_owned(),
            identifier: identity.id().to_owned(),
            window_class: window_class.to_owned(),
            schemes: identity.schemes().to_owned(),
            executable: env::current_exe()?,
        })
    }
}

/// The registration of our links. `Display` is a sentence that includes what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// Links open this program.
    Registered,
    /// Nothing is registered.
    NotRegistered,
    /// Our entry exists, but it starts another executable or uses other arguments.
    OtherExecutable,
    /// Another program is the default.
    OtherProgram {
        /// The scheme that it opens.
        scheme: String,
        /// The system's name for that program.
        program: String,
    },
    /// Registered when the app's bundle is installed, as on macOS, iOS and Android.
    SetByBundle,
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Registered => f.write_str("Recovery links open this program."),
            Self::NotRegistered => {
                f.write_str("Recovery links do not open this program. Run `latchkey link register` to change that.")
            }
            Self::OtherExecutable => f.write_str(
                "Recovery links start another copy of this program. Run `latchkey link register` with the copy that \
                 should open them.",
            ),
            Self::OtherProgram { scheme, program } => write!(
                f,
                "Links that begin with {scheme}: open {program}. Run `latchkey link register` to have them open this \
                 program."
            ),
            Self::SetByBundle => {
                f.write_str("On this system the installed app registers its links itself; no registration is needed.")
            }
        }
    }
}

/// Why the registration could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum RegistryError {
    /// This user has no home folder.
    #[error("{NO_HOME_FOLDER}")]
    NoHome,
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file that was read or written.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// The program's path contains a character that desktop files do not support.
    #[error(
        "the path {0} contains a character that desktop files do not support; move the program to another folder"
    )]
    UnsupportedPath(PathBuf),
    /// A required tool is not installed.
    #[error("`{0}` is missing; install the package xdg-utils and try again")]
    ToolMissing(&'static str),
    /// A tool exited with an error.
    #[error("`{0}` failed; run it by hand to see why")]
    ToolFailed(String),
    /// The Windows registry returned an error.
    #[error("the Windows registry returned an error: {0}")]
    Registry(String),
}

/// The system's registry of default programs for link schemes, for the current user.
pub trait SchemeRegistry {
    /// Makes the program the default. Returns the new status.
    ///
    /// # Errors
    /// See [`RegistryError`].
    fn register(&self, handler: &Handler) -> Result<Status, RegistryError>;

    /// Removes the program's entry and returns the new status. Entries of other programs are kept.
    ///
    /// # Errors
    /// See [`RegistryError`].
    fn unregister(&self, handler: &Handler) -> Result<Status, RegistryError>;

    /// The current status.
    ///
    /// # Errors
    /// See [`RegistryError`].
    fn status(&self, handler: &Handler) -> Result<Status, RegistryError>;
}
