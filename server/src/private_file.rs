//! Files that only their owner may read: the database and the audit log.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Opens a file for appending. A new file is accessible for its owner only. An existing file keeps the permissions of its
/// group and loses those of others.
pub(crate) fn open_append(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    remove_world_permissions(&file)?;
    Ok(file)
}

#[cfg(unix)]
fn remove_world_permissions(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut permissions = file.metadata()?.permissions();
    if !permissions.mode().is_multiple_of(0o10) {
        permissions.set_mode(permissions.mode() & !0o7);
        file.set_permissions(permissions)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn remove_world_permissions(_: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn file_is_not_accessible_for_others() {
        let folder = tempfile::tempdir().unwrap();
        let mode = |name: &str| {
            let path = folder.path().join(name);
            open_append(&path).unwrap();
            std::fs::metadata(path).unwrap().permissions().mode() & 0o777
        };
        assert_eq!(mode("new"), 0o600);
        for (name, before, after) in [("open", 0o644, 0o640), ("group", 0o660, 0o660), ("own", 0o600, 0o600)]
        {
            let path = folder.path().join(name);
            std::fs::write(&path, "").unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(before)).unwrap();
            assert_eq!(mode(name), after, "{name}");
        }
    }
}
