//! A package that gives dependencies the features that they have in our workspace.
//!
//! Cargo unifies the features of the packages that it builds together. With this package beside it, an app of another
//! workspace uses the dependencies that our own build has compiled already, instead of compiling most of them again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::run::{Result, cargo, output};

/// A dependency, as `cargo tree` prints it: `serde v1.0.229|default,derive`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Dependency {
    name: String,
    version: String,
    features: Vec<String>,
}

/// Writes the package into `folder`, and makes it a member of the other workspace. `root` is the folder of our workspace,
/// and `app` that of the other one.
///
/// # Errors
/// Cargo cannot resolve one of the workspaces, or a file cannot be written.
pub fn write(folder: &Path, root: &Path, app: &Path) -> Result<()> {
    let tree = |at: &Path, edges: &str| {
        let arguments =
            ["tree", "--offline", "--quiet", "--workspace", "--prefix", "none", "--format", "{p}|{f}"];
        output(cargo().current_dir(at).args(arguments).args(["--edges", edges]))
    };
    // Dependencies that are built for the target. Build scripts and procedural macros are built for the host.
    let target = parse(&tree(root, "normal,dev,no-proc-macro")?);
    let all = parse(&tree(root, "normal,dev,build")?);
    let used = parse(&tree(app, "normal,dev,build")?);
    let host: BTreeSet<_> = all.difference(&target).cloned().collect();
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("src/lib.rs"), "")?;
    fs::write(folder.join("Cargo.toml"), manifest(&target, &host, &used))?;
    let app_manifest = fs::read_to_string(app.join("Cargo.toml"))?;
    let member = folder.file_name().ok_or("the package has no folder")?;
    fs::write(app.join("Cargo.toml"), format!("{app_manifest}members = [{member:?}]\n"))?;
    // The remaining differences are dependencies of the host. They get the same features.
    let left: BTreeSet<_> = parse(&tree(app, "normal,dev,build")?).difference(&all).cloned().collect();
    let host = host.union(&with_same_versions(&all, &left)).cloned().collect();
    fs::write(folder.join("Cargo.toml"), manifest(&target, &host, &used))?;
    Ok(())
}

/// The dependencies whose name and version are in `used`.
fn with_same_versions(all: &BTreeSet<Dependency>, used: &BTreeSet<Dependency>) -> BTreeSet<Dependency> {
    let used: BTreeSet<_> = used.iter().map(|used| (&used.name, &used.version)).collect();
    all.iter().filter(|one| used.contains(&(&one.name, &one.version))).cloned().collect()
}

/// The dependencies from the registry in the output of `cargo tree`.
fn parse(tree: &str) -> BTreeSet<Dependency> {
    let line = |line: &str| {
        let (package, features) = line.trim_end_matches(" (*)").split_once('|')?;
        // Packages of a workspace have a path behind the version, procedural macros the word `proc-macro`.
        let (name, version) = package.trim_end_matches(" (proc-macro)").split_once(" v")?;
        let features = features.split(',').filter(|feature| !feature.is_empty()).map(str::to_owned).collect();
        let number = version.split('+').next().unwrap_or(version);
        (!version.contains(' ')).then(|| Dependency { name: name.into(), version: number.into(), features })
    };
    tree.lines().filter_map(line).collect()
}

fn manifest(
    target: &BTreeSet<Dependency>,
    host: &BTreeSet<Dependency>,
    used: &BTreeSet<Dependency>,
) -> String {
    let mut text =
        String::from("[package]\nname = \"shared-features\"\nversion = \"0.0.0\"\nedition = \"2024\"\n");
    for (table, dependencies) in [("dependencies", target), ("build-dependencies", host)] {
        let dependencies = with_same_versions(dependencies, used);
        let _ = write!(text, "\n[{table}]\n");
        let mut unified: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
        for Dependency { name, version, features } in &dependencies {
            unified.entry((name, version)).or_default().extend(features.iter().map(String::as_str));
        }
        for ((name, version), features) in unified {
            // Two versions of a crate need two names.
            let key = format!("{name}_{version}").replace(['.', '-'], "_");
            let _ = writeln!(
                text,
                "{key} = {{ package = {name:?}, version = \"={version}\", default-features = false, features = {:?} }}",
                features.into_iter().collect::<Vec<_>>()
            );
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{manifest, parse};

    #[test]
    fn used_dependencies_get_the_features_of_our_workspace() {
        let target = parse(
            "ours v0.1.0 (/ours)|x\nserde v1.0.1|default,rc\nother v2.0.0|\nserde v1.0.1|default,rc (*)\n",
        );
        let host = parse("serde v1.0.1|default\nderive v1.0.0+meta (proc-macro)|a\nother v2.0.0|\n");
        let used = parse("serde v1.0.1|default\nderive v1.0.0+meta (proc-macro)|\nother v1.0.0|\n");
        let text = manifest(&target, &host, &used);
        let (_, tables) = text.split_once("[dependencies]\n").unwrap_or_default();
        assert_eq!(
            tables,
            "serde_1_0_1 = { package = \"serde\", version = \"=1.0.1\", default-features = false, features = [\"default\", \"rc\"] }\n\
             \n[build-dependencies]\n\
             derive_1_0_0 = { package = \"derive\", version = \"=1.0.0\", default-features = false, features = [\"a\"] }\n\
             serde_1_0_1 = { package = \"serde\", version = \"=1.0.1\", default-features = false, features = [\"default\"] }\n"
        );
    }
}
