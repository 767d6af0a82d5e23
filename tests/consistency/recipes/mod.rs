//! Recipes by which distributions build the app from its sources: Arch's PKGBUILD, the spec for Fedora, the flake for Nix,
//! the snap and the Flatpak. `scripts/package-lint` checks their syntax with the distributions' own tools.

mod install;

use std::collections::BTreeSet;
use std::fs;

use crate::source::{Source, in_project};

const PKGBUILD: &str = "platform/linux/PKGBUILD";
const SPEC: &str = "platform/linux/latchkey.spec";
const FLAKE: &str = "flake.nix";
const SNAP: &str = "platform/linux/snapcraft.yaml";
const FLATPAK: &str = "platform/linux/app.latchkey.Latchkey.yml";

fn text(path: &str) -> String {
    fs::read_to_string(in_project(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Fails unless one of the file's lines is this one, but for its indentation.
#[track_caller]
fn has_line(path: &str, line: &str) {
    let found = text(path).lines().filter(|other| other.trim() == line).count();
    assert_eq!(found, 1, "{path} has the line {line} {found} times");
}

#[test]
fn names_versions_and_licences_match() {
    let source = Source::read();
    let (name, summary) = (source.name(), source.text("bundle.short_description"));
    let version = env!("CARGO_PKG_VERSION");
    let (licence, address) = (env!("CARGO_PKG_LICENSE"), env!("CARGO_PKG_REPOSITORY"));
    for line in [
        format!("pkgname={name}"),
        format!("pkgver={version}"),
        format!("pkgdesc='{summary}'"),
        format!("url='{address}'"),
        format!("license=({licence})"),
    ] {
        has_line(PKGBUILD, &line);
    }
    for (key, value) in
        [("Name", name), ("Version", version), ("Summary", summary), ("License", licence), ("URL", address)]
    {
        has_line(SPEC, &format!("{:16}{value}", format!("{key}:")));
    }
    has_line(SPEC, &format!("{:16}{}", "Vendor:", source.text("bundle.publisher")));
    for line in [
        format!("pname = \"{name}\";"),
        format!("version = \"{version}\";"),
        format!("homepage = \"{address}\";"),
        format!("license = pkgs.lib.licenses.{};", licence.to_lowercase()),
        format!("mainProgram = \"{name}\";"),
    ] {
        has_line(FLAKE, &line);
    }
    assert_eq!(text(FLAKE).matches(&format!("description = \"{summary}\";\n")).count(), 2);
    for line in [
        format!("name: {name}"),
        format!("version: '{version}'"),
        format!("summary: {summary}"),
        format!("license: {licence}"),
        format!("common-id: {}", source.identifier()),
        format!("command: usr/bin/{name}"),
        format!("desktop: usr/share/applications/{}.desktop", source.identifier()),
    ] {
        has_line(SNAP, &line);
    }
}

/// The words of `build=(…)` in `scripts/bootstrap` for a package manager.
fn needed_to_build(manager: &str) -> BTreeSet<String> {
    let bootstrap = text("scripts/bootstrap");
    let (_, part) = bootstrap.split_once(&format!("manager={manager}\n")).unwrap();
    let (_, list) = part.split_once("build=(").unwrap();
    list.split(')').next().unwrap().split_whitespace().map(str::to_owned).collect()
}

/// The words of `KEY=(…)` in the PKGBUILD.
fn array(key: &str) -> BTreeSet<String> {
    let recipe = text(PKGBUILD);
    let (_, list) = recipe.split_once(&format!("\n{key}=(")).unwrap();
    list.split(')').next().unwrap().split_whitespace().map(str::to_owned).collect()
}

/// The packages that a build needs are those that `scripts/bootstrap` asks for, on which the app is developed.
#[test]
fn dependencies_are_those_of_bootstrap() {
    let mut arch = array("depends");
    arch.extend(array("makedepends"));
    // Part of what makepkg requires of every system.
    arch.insert("gcc".to_owned());
    let missing: Vec<_> = needed_to_build("pacman").difference(&arch).cloned().collect();
    assert!(missing.is_empty(), "the PKGBUILD lacks {missing:?}");

    let spec = text(SPEC);
    let fedora: BTreeSet<_> =
        spec.lines().filter_map(|line| line.strip_prefix("BuildRequires:")).map(str::trim).collect();
    let needed = needed_to_build("dnf");
    let missing: Vec<_> = needed.iter().filter(|package| !fedora.contains(package.as_str())).collect();
    assert!(missing.is_empty(), "the spec lacks {missing:?}");
    has_line(SPEC, &format!("{:16}rust >= {}", "BuildRequires:", env!("CARGO_PKG_RUST_VERSION")));

    // The GNOME extension of snaps and Flatpak's runtime have WebKit.
    has_line(SNAP, "extensions: [gnome]");
    has_line(SNAP, "build-packages: [pkg-config, libxdo-dev, libssl-dev]");
    let debian = needed_to_build("apt");
    for package in ["pkg-config", "libxdo-dev", "libssl-dev", "libwebkit2gtk-4.1-dev"] {
        assert!(debian.contains(package), "bootstrap no longer installs {package}");
    }
    for package in ["openssl", "webkitgtk_4_1", "xdotool"] {
        has_line(FLAKE, &format!("pkgs.{package}"));
    }
}

/// A release has the window and nothing of the demo.
#[test]
fn features_are_those_of_a_release() {
    for path in [PKGBUILD, SPEC, SNAP, FLATPAK, "scripts/package"] {
        let joined = text(path).replace("\\\n", "");
        let build = joined.lines().find(|line| line.contains("cargo build ")).unwrap();
        let words: Vec<_> = build.split_whitespace().collect();
        assert!(words.contains(&"--release"), "{path}: {build}");
        assert!(words.ends_with(&["--no-default-features", "--features", "desktop"]), "{path}: {build}");
    }
    has_line(FLAKE, "buildNoDefaultFeatures = true;");
    has_line(FLAKE, "buildFeatures = [ \"desktop\" ];");
}
