//! Packages the crates that are published.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::run::{Result, cargo, output, run};
use crate::sync_directory::sync_directory;

/// The packaged crates, unpacked.
pub struct Crates {
    /// The workspace's root folder.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
    /// The name and folder of each crate.
    pub unpacked: Vec<(String, PathBuf)>,
}

/// Packages every crate of the workspace that may be published, and unpacks it into `target/outside/crates`.
///
/// Works offline, so the registry's index must be cached, as it is after every build. The code is not compiled.
///
/// # Errors
/// A crate has a dependency without a version, or files that are missing.
pub fn package() -> Result<Crates> {
    let metadata = output(cargo().args(["metadata", "--format-version", "1", "--no-deps", "--offline"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let path =
        |key: &str| metadata[key].as_str().map(PathBuf::from).ok_or(format!("cargo metadata: no {key}"));
    let (root, target) = (path("workspace_root")?, path("target_directory")?);
    let published = published(&metadata);
    let mut command = cargo();
    command.args(["package", "--quiet", "--no-verify", "--offline", "--allow-dirty"]);
    for (name, _) in &published {
        command.args(["--package", name]);
    }
    run(&mut command)?;
    let folder = target.join("outside");
    let fresh = folder.join("fresh");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    fs::create_dir_all(&fresh)?;
    let mut unpacked = Vec::new();
    for (name, version) in published {
        let file = target.join(format!("package/{name}-{version}.crate"));
        run(Command::new("tar").arg("-xzf").arg(&file).arg("-C").arg(&fresh))?;
        let into = folder.join("crates").join(&name);
        sync_directory(&fresh.join(format!("{name}-{version}")), &into)?;
        report(&name, &file, &into)?;
        unpacked.push((name, into));
    }
    fs::remove_dir_all(&fresh)?;
    Ok(Crates { root, target, unpacked })
}

/// The name and version of each package that is published.
fn published(metadata: &Value) -> Vec<(String, String)> {
    let packages = metadata["packages"].as_array().into_iter().flatten();
    packages
        .filter(|package| package["publish"].is_null())
        .filter_map(|package| Some((package["name"].as_str()?.into(), package["version"].as_str()?.into())))
        .collect()
}

fn report(name: &str, file: &Path, folder: &Path) -> Result<()> {
    use std::io::Write as _;
    let size = fs::metadata(file)?.len().div_ceil(1024);
    Ok(writeln!(std::io::stdout(), "{name}: {size} KiB, {} files", count(folder)?)?)
}

fn count(folder: &Path) -> Result<usize> {
    let mut files = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        files += if path.is_dir() { count(&path)? } else { 1 };
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::published;

    #[test]
    fn unpublished_packages_are_skipped() {
        let package = |name: &str, publish| json!({ "name": name, "version": "1.2.3", "publish": publish });
        let metadata = json!({ "packages": [package("a", json!(null)), package("b", json!([]))] });
        assert_eq!(published(&metadata), [("a".to_owned(), "1.2.3".to_owned())]);
    }
}
