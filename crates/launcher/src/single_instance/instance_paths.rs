//! The folder of the lock and the socket.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::BaseDirs;
use sha2::{Digest as _, Sha256};

use super::InstanceError;
use crate::platform::local_socket;

/// The folder with the lock and the socket of an app. It is private to the user (0700 on Unix).
#[derive(Debug, Clone)]
pub struct InstancePaths {
    folder: PathBuf,
}

impl InstancePaths {
    /// The candidates for the app with this identifier, in order of preference: a folder in `$XDG_RUNTIME_DIR`, or else in
    /// the local data folder of the user; then, if that cannot be used because its path is too long for a socket or it has
    /// another owner, a folder in the system's folder for temporary files.
    pub fn of_this_user(identifier: &str) -> Vec<Self> {
        // XDG Base Directory Specification: relative paths must be ignored.
        let runtime = env::var_os("XDG_RUNTIME_DIR")
            .map(PathBuf::from)
            .filter(|path| path.is_absolute() && path.is_dir())
            .map(|runtime| runtime_folder(runtime, env::var_os("FLATPAK_ID")));
        let base = runtime.or_else(|| Some(BaseDirs::new()?.data_local_dir().to_owned()));
        let Some(own) = base.map(|base| base.join(identifier)) else { return Vec::new() };
        let fallback = fallback(&env::temp_dir(), &own);
        [own, fallback].map(Self::in_folder).into()
    }

    /// This folder. It is created by the first claim. Apps with different folders do not find each other.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The folder of the lock file and the socket.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn prepare(&self) -> Result<(), InstanceError> {
        local_socket::make_private(&self.folder)
            .map_err(|source| InstanceError::Folder { path: self.folder.clone(), source })
    }
}

/// The runtime folder that all starts share. In a Flatpak each start has its own runtime folder, with a shared one inside.
fn runtime_folder(runtime: PathBuf, flatpak: Option<OsString>) -> PathBuf {
    match flatpak {
        Some(name) => runtime.join("app").join(name),
        None => runtime,
    }
}

/// A folder for each user and each folder that cannot be used. If another user has created it, it is refused like any
/// other.
fn fallback(temporary: &Path, own: &Path) -> PathBuf {
    let hash = Sha256::digest(own.as_os_str().as_encoded_bytes());
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    temporary.join(format!("latchkey-{}-{hash}", local_socket::user()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flatpak_starts_share_a_folder() {
        let runtime = || PathBuf::from("/run/user/1000");
        assert_eq!(runtime_folder(runtime(), None), runtime());
        let flatpak = runtime_folder(runtime(), Some("app.example.Latchkey".into()));
        assert_eq!(flatpak, Path::new("/run/user/1000/app/app.example.Latchkey"));
    }

    #[test]
    fn fallback_folder_is_short_and_the_same_for_all_starts() {
        let temporary = Path::new("/t");
        let long = PathBuf::from("/h").join("h".repeat(90));
        let found = fallback(temporary, &long);
        assert_eq!(found, fallback(temporary, &long));
        assert_ne!(found, fallback(temporary, Path::new("/h/else")));
        assert!(found.as_os_str().len() < 50 && found.parent() == Some(temporary), "{found:?}");
    }
}
