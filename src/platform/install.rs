//! Whether a program lies where an installer or an administrator has put it.

use std::path::Path;

/// Whether only an installer or an administrator can have put files into this folder: the present user cannot write to
/// it, or it belongs to the installed system.
pub fn is_install_folder(folder: &Path) -> bool {
    system::is_install_folder(folder)
}

#[cfg(all(unix, not(any(target_os = "ios", target_os = "android"))))]
mod system {
    use std::path::Path;

    use rustix::fs::{Access, access};

    /// Where packages put programs. For root every folder is writable, these too.
    const SYSTEM: [&str; 4] = ["/usr", "/opt", "/app", "/Applications"];

    pub(super) fn is_install_folder(folder: &Path) -> bool {
        SYSTEM.iter().any(|system| folder.starts_with(system)) || access(folder, Access::WRITE_OK).is_err()
    }
}

#[cfg(windows)]
mod system {
    use std::path::Path;

    use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE};

    /// Where each installer writes down what it has installed, and where.
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

/// The app's own bundle on a phone, where nobody adds a file; a page has no folders.
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
    fn a_folder_that_this_user_can_write_to_is_no_install_folder() {
        let downloads = tempfile::tempdir().unwrap();
        assert!(!is_install_folder(downloads.path()));
        assert!(is_install_folder(Path::new("/usr/bin")));
    }
}
