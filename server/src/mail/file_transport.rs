//! Writes emails to `.eml` files, for demonstrations and tests. The file names sort by time.

use std::io::Write as _;
use std::path::Path;

use super::MailError;

/// Writes an email. The file gets its final name when it is complete, so that readers never see a partial email. Blocks.
pub(super) fn write(folder: &Path, name: &str, mail: &[u8]) -> Result<(), MailError> {
    create_private_folder(folder)?;
    let unfinished = folder.join(format!(".{name}.part"));
    let mut file = private_file(&unfinished)?;
    file.write_all(mail)?;
    file.sync_all()?;
    drop(file);
    std::fs::rename(&unfinished, folder.join(name))?;
    Ok(())
}

#[cfg(unix)]
fn create_private_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    // A folder that existed before gets the same permissions.
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn create_private_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)
}

fn private_file(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
