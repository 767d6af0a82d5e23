//! Detects folders that only an installer or an administrator can write to.

use std::path::Path;

/// Whether only an installer or an administrator can have put files into this folder: the current user cannot write to
/// it, or it belongs to the installed system.
pub fn is_install_folder(folder: &Path) -> bool {
    system::is_install_folder(folder)
}

#[cfg(all(unix, not(any(target_os = "ios", target_os = "android"))))]
mod system {
    use std::path::Path;

    use rustix::fs::{Access, access};

    /// Where packages install programs. Needed for root, who can write to every folder.
    const SYSTEM: [&str; 4] = ["/usr", "/opt", "/app", "/Applications"];

    pub(super) fn is_install_folder(folder: &Path) -> bool {
        SYSTEM.iter().any(|system| folder.starts_with(system)) || access(folder, Access::WRITE_OK).is_err()
    }
}

#[cfg(windows)]
mod system {
    use std::path::Path;

    use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE};

    /// Where installers register the folders of installed programs.
    const INSTALLED: &str = r"Software\Microsoft\Windows\CurrentVersion\Uninstall";

    pub(super) fn is_install_folder(folder: &Path) -> bool {
        lists(LOCAL_MACHINE, folder).or_else(|| lists(CURRENT_USER, folder)).is_some()
    }

    fn lists(root: &Key, folder: &Path) -> Option<()> {
        let installed = root.open(INSTALLED).ok()?;
        installed.keys().ok()?.find_map(|name| {
            let place = installed.open(name).ok()?.get_string("InstallLocation").ok()?;
            let place = place.trim_matches('"').trim_end_matches('\\');
            folder.as_os_str().eq_ignore_ascii_case(place).then_some(())
        })
    }
}

/// Phones: the app's bundle is read-only. Browsers: there are no folders.
#[cfg(not(any(all(unix, not(any(target_os = "ios", target_os = "android"))), windows)))]
mod system {
    use std::path::Path;

    pub(super) fn is_install_folder(_folder: &Path) -> bool {
        false
    }
}

#[cfg(all(test, unix, not(any(target_os = "ios", target_os = "android"))))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn writable_folder_is_no_install_folder() {
        let downloads = tempfile::tempdir().unwrap();
        assert!(!is_install_folder(downloads.path()));
        assert!(is_install_folder(Path::new("/usr/bin")));
    }
}
