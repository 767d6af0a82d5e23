//! Where the lock and the socket of one user's app are.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::BaseDirs;
use sha2::{Digest as _, Sha256};

use super::InstanceError;
use crate::identity::AppIdentity;
use crate::platform::local_socket;

/// The folder that this user's apps of one kind meet in. It is theirs alone (0700 on Unix).
#[derive(Debug, Clone)]
pub struct InstancePaths {
    folder: PathBuf,
}

impl InstancePaths {
    /// The places of an app, the better first: a folder of its own in `$XDG_RUNTIME_DIR`, else in the user's local data
    /// folder; where neither can be used, because the path is too long for a socket or the folder is another user's, one
    /// in the system's folder for temporary files.
    pub fn of_this_user(identity: &AppIdentity) -> Vec<Self> {
        // The Base Directory specification: a relative path in it is to be ignored.
        let runtime = env::var_os("XDG_RUNTIME_DIR")
            .map(PathBuf::from)
            .filter(|path| path.is_absolute() && path.is_dir())
            .map(|runtime| shared(runtime, env::var_os("FLATPAK_ID")));
        let base = runtime.or_else(|| Some(BaseDirs::new()?.data_local_dir().to_owned()));
        let Some(own) = base.map(|base| base.join(identity.id())) else { return Vec::new() };
        let spare = spare(&env::temp_dir(), &own);
        [own, spare].map(Self::in_folder).into()
    }

    /// A place of the caller's choice, made when it is first claimed. Apps with different places do not meet.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn prepare(&self) -> Result<(), InstanceError> {
        local_socket::make_private(&self.folder)
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

/// One folder for each user and each place that could not be used. Nobody else can make it unnoticed: it is refused where
/// it is not this user's, as every other.
fn spare(temporary: &Path, own: &Path) -> PathBuf {
    let hash = Sha256::digest(own.as_os_str().as_encoded_bytes());
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    temporary.join(format!("latchkey-{}-{hash}", local_socket::user()))
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

    #[test]
    fn starts_that_cannot_use_their_own_folder_meet_in_a_short_one() {
        let temporary = Path::new("/t");
        let long = PathBuf::from("/h").join("h".repeat(90));
        let found = spare(temporary, &long);
        assert_eq!(found, spare(temporary, &long));
        assert_ne!(found, spare(temporary, Path::new("/h/else")));
        assert!(found.as_os_str().len() < 50 && found.parent() == Some(temporary), "{found:?}");
    }
}
