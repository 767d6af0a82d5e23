//! Who opens our links: what to tell the operating system, and how to say where it stands.
//!
//! The texts that are written (a desktop file, registry values) are built here, pure and for every platform; the
//! platform folder writes them. Everything is for the current user: no other rights are asked for.

mod desktop_entry;
mod registry_values;

use std::path::PathBuf;
use std::{env, fmt, io};

pub use self::desktop_entry::{desktop_entry, exec_line, without_handler};
pub use self::registry_values::{RegistryValue, open_command, registry_values};
use crate::identity::AppIdentity;

/// The program that is to open links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handler {
    /// The name people see in menus.
    pub display_name: String,
    /// Reversed domain; names the desktop file.
    pub identifier: String,
    /// The class of its windows, by which a desktop tells that they are the program's.
    pub window_class: String,
    /// The schemes it opens, in lower case.
    pub schemes: Vec<String>,
    /// Absolute path of the program.
    pub executable: PathBuf,
}

impl Handler {
    /// The running program, which people know as `display_name`, with the identifier and the schemes of an app.
    ///
    /// # Errors
    /// When the system does not tell where the running program lies.
    pub fn of_this_program(
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

/// What the system does with our links. Its `Display` says it in a sentence, with what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// Links open this program.
    Registered,
    /// Nothing is registered.
    NotRegistered,
    /// Our entry is there, but it starts a program at another place or in another way.
    OtherExecutable,
    /// Another program is the one that opens them.
    OtherProgram {
        /// The scheme in question.
        scheme: String,
        /// What the system calls the other program.
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
                f.write_str("On this system the installed app registers its links itself; there is nothing to do here.")
            }
        }
    }
}

/// Why the system could not be told or asked.
#[derive(Debug, thiserror::Error)]
pub enum RegistryError {
    /// The system names no home folder for this user.
    #[error("this user has no home folder; set HOME")]
    NoHome,
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The program's path cannot be written into a desktop file, which has no way to say it.
    #[error("{0} has a character in its path that a desktop file cannot hold; move the program elsewhere")]
    Unquotable(PathBuf),
    /// A tool that does the registering is missing.
    #[error("`{0}` is missing; install the package xdg-utils and try again")]
    ToolMissing(&'static str),
    /// A tool failed.
    #[error("`{0}` failed; run it by hand to see why")]
    ToolFailed(String),
    /// The Windows registry refused.
    #[error("the Windows registry refused: {0}")]
    Registry(String),
}

/// The system's book of who opens which links, for the current user.
pub trait SchemeRegistry {
    /// Enters the program and answers how things stand then.
    ///
    /// # Errors
    /// See [`RegistryError`].
    fn register(&self, handler: &Handler) -> Result<Status, RegistryError>;

    /// Strikes the program out and answers how things stand then. Another program's entry is left alone.
    ///
    /// # Errors
    /// See [`RegistryError`].
    fn unregister(&self, handler: &Handler) -> Result<Status, RegistryError>;

    /// Answers how things stand.
    ///
    /// # Errors
    /// See [`RegistryError`].
    fn status(&self, handler: &Handler) -> Result<Status, RegistryError>;
}
