//! Makes a folder equal to another one.

use std::fs;
use std::path::Path;

use crate::run::Result;

/// Makes `to` equal to `from`. Files with the same content are not touched: cargo compiles a package again if a file is
/// newer than the last build, and files of a `.crate` are always old.
///
/// # Errors
/// A file cannot be read or written.
pub fn sync_directory(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)? {
        let path = entry?.path();
        let Some(name) = path.file_name() else { continue };
        let source = from.join(name);
        if path.is_dir() && !source.is_dir() {
            fs::remove_dir_all(&path)?;
        } else if path.is_file() && !source.is_file() {
            fs::remove_file(&path)?;
        }
    }
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.file_name() else { continue };
        let target = to.join(name);
        if path.is_dir() {
            sync_directory(&path, &target)?;
            continue;
        }
        let content = fs::read(&path)?;
        if !target.is_file() || fs::read(&target)? != content {
            fs::write(&target, content)?;
        }
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs;

    use super::sync_directory;

    #[test]
    fn folders_become_equal_and_unchanged_files_keep_their_time() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("from/same", "1");
        write("from/a/changed", "2");
        write("from/file", "3");
        write("to/same", "1");
        write("to/a/changed", "1");
        write("to/a/gone", "1");
        write("to/file/gone", "1");
        write("to/gone/b", "1");
        let written = |name: &str| fs::metadata(to.join(name)).unwrap().modified().unwrap();
        let before = written("same");
        sync_directory(&from, &to).unwrap();
        assert_eq!(written("same"), before);
        assert_eq!(fs::read_to_string(to.join("a/changed")).unwrap(), "2");
        assert_eq!(fs::read_to_string(to.join("file")).unwrap(), "3");
        assert!(!to.join("gone").exists() && !to.join("a/gone").exists());
    }
}
