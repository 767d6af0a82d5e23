//! Where the lock and the socket of one user's app are.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::BaseDirs;

use super::InstanceError;
use crate::{built_in, platform};

/// The folder that this user's apps of one kind meet in. It is theirs alone (0700 on Unix).
#[derive(Debug, Clone)]
pub struct SocketPlace {
    folder: PathBuf,
}

impl SocketPlace {
    /// The place of this app: a folder of its own in `$XDG_RUNTIME_DIR`, else in the user's local data folder.
    ///
    /// # Errors
    /// [`InstanceError::NoHome`] when there is neither.
    pub fn for_this_user() -> Result<Self, InstanceError> {
        // The Base Directory specification: a relative path in it is to be ignored.
        let runtime = env::var_os("XDG_RUNTIME_DIR")
            .map(PathBuf::from)
            .filter(|path| path.is_absolute() && path.is_dir());
        let base = match runtime {
            Some(runtime) => shared(runtime, env::var_os("FLATPAK_ID")),
            None => BaseDirs::new().ok_or(InstanceError::NoHome)?.data_local_dir().to_owned(),
        };
        Ok(Self::in_folder(base.join(built_in::IDENTIFIER)))
    }

    /// A place of the caller's choice, made when it is first claimed. Apps with different places do not meet.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn lock_file(&self) -> PathBuf {
        self.folder.join("instance.lock")
    }

    pub(super) fn prepare(&self) -> Result<(), InstanceError> {
        platform::local_socket::make_private(&self.folder)
            .map_err(|source| InstanceError::Folder { path: self.folder.clone(), source })
    }
}

/// Where all starts of this app meet: in a Flatpak each has a runtime folder of its own, with one inside for all.
fn shared(runtime: PathBuf, flatpak: Option<OsString>) -> PathBuf {
    match flatpak {
        Some(name) => runtime.join("app").join(name),
        None => runtime,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_of_one_flatpak_meet_in_the_folder_they_share() {
        let runtime = || PathBuf::from("/run/user/1000");
        assert_eq!(shared(runtime(), None), runtime());
        let flatpak = shared(runtime(), Some("app.example.Latchkey".into()));
        assert_eq!(flatpak, Path::new("/run/user/1000/app/app.example.Latchkey"));
    }
}
