//! The part of each recipe that installs files is run with stubs of the built programs. All recipes install the same files
//! as `scripts/package`.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::{FLAKE, FLATPAK, PKGBUILD, SNAP, SPEC, text};
use crate::source::{Source, in_project};

/// Replaces what only exists when a distribution builds the app.
const STUBS: &str = "cargo() { :; }\nsubstituteInPlace() { :; }\n";

/// The project as the recipes see it after compiling.
fn built_project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["platform", "assets", "LICENSE"] {
        symlink(in_project(name), folder.path().join(name)).unwrap();
    }
    let programs = folder.path().join("target/release");
    fs::create_dir_all(&programs).unwrap();
    for program in Source::read().programs() {
        fs::write(programs.join(program), "a program").unwrap();
    }
    folder
}

/// Runs a script in the built project. Returns the files that it has installed into the folder `$OUT`.
fn installed(script: &str) -> (TempDir, BTreeSet<String>) {
    let (project, out) = (built_project(), tempfile::tempdir().unwrap());
    let done = Command::new("bash")
        .args(["-euc", &format!("{STUBS}{script}")])
        .current_dir(project.path())
        .env("OUT", out.path())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}\n{script}", String::from_utf8_lossy(&done.stderr));
    let mut files = BTreeSet::new();
    list(out.path(), out.path(), &mut files);
    (out, files)
}

fn list(root: &Path, folder: &Path, files: &mut BTreeSet<String>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            list(root, &path, files);
        } else {
            files.insert(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
        }
    }
}

/// The files below a prefix, but for the licence, whose place differs.
fn expected(prefix: &str) -> BTreeSet<String> {
    let source = Source::read();
    let id = source.identifier();
    let icons = fs::read_dir(in_project("platform/linux/icons")).unwrap();
    let icons = icons.map(|icon| icon.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned());
    let mut files: BTreeSet<_> =
        icons.map(|size| format!("{prefix}share/icons/hicolor/{size}x{size}/apps/{id}.png")).collect();
    files.extend(source.programs().map(|program| format!("{prefix}bin/{program}")));
    files.extend([
        format!("{prefix}share/applications/{id}.desktop"),
        format!("{prefix}share/metainfo/{id}.metainfo.xml"),
        format!("{prefix}share/icons/hicolor/scalable/apps/{id}.svg"),
    ]);
    files
}

#[track_caller]
fn check(script: &str, prefix: &str) -> TempDir {
    let (out, mut files) = installed(script);
    let licences = files.len();
    files.retain(|file| !file.ends_with("/LICENSE"));
    assert_eq!(licences - files.len(), 1, "the licence is installed once");
    assert_eq!(files, expected(prefix));
    out
}

/// The text between two others.
fn between<'text>(text: &'text str, start: &str, end: &str) -> &'text str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("{start} is missing"));
    rest.split_once(end).unwrap_or_else(|| panic!("{end} is missing")).0
}

/// The line of the installed desktop file that starts the program.
fn exec_line(out: &TempDir, prefix: &str) -> String {
    let file = format!("{prefix}share/applications/{}.desktop", Source::read().identifier());
    let desktop = fs::read_to_string(out.path().join(file)).unwrap();
    desktop.lines().find(|line| line.starts_with("Exec=")).unwrap().to_owned()
}

#[test]
fn arch_installs_the_files_of_a_package() {
    let recipe = in_project(PKGBUILD);
    check(&format!("ln -s . latchkey; . '{}'; pkgdir=$OUT; package", recipe.display()), "usr/");
}

#[test]
fn fedora_installs_the_files_of_a_package() {
    let spec = text(SPEC);
    let script = between(&spec, "%install\n%if %{undefined tree}\n", "%else\n");
    let script = script
        .replace("%{buildroot}", "$OUT")
        .replace("%{_bindir}", "/usr/bin")
        .replace("%{_datadir}", "/usr/share")
        .replace("%{_metainfodir}", "/usr/share/metainfo")
        .replace("%{id}", Source::read().identifier());
    check(&script, "usr/");
}

#[test]
fn nix_installs_the_files_of_a_package() {
    let source = Source::read();
    let flake = text(FLAKE);
    assert!(flake.contains(&format!("id = \"{}\";\n", source.identifier())));
    let script = between(&flake, "postInstall = ''\n", "\n          '';");
    let script = script.replace("${id}", source.identifier()).replace("''${", "${").replace("$out", "$OUT");
    // The programs are installed before.
    check(&format!("install -D target/release/* -t $OUT/bin\n{script}"), "");
    for program in source.programs() {
        assert!(flake.contains(&format!("\"--bin={program}\"")), "{program} is not built");
    }
}

#[test]
fn snap_installs_the_files_of_a_package() {
    let recipe = text(SNAP);
    let (_, script) = recipe.split_once("override-build: |\n").unwrap();
    let out = check(&format!("CRAFT_PART_INSTALL=$OUT\n{script}"), "usr/");
    assert_eq!(exec_line(&out, "usr/"), "Exec=latchkey %u");
}

#[test]
fn flatpak_installs_the_files_of_a_package() {
    let recipe = text(FLATPAK);
    let module = between(&recipe, "  - name: latchkey\n", "\n    sources:\n");
    let (_, commands) = module.split_once("build-commands:\n").unwrap();
    let mut script = String::new();
    for line in commands.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        let command = line.strip_prefix("- ");
        script += if command.is_some() { "\n" } else { " " };
        script += command.unwrap_or(line).trim_start_matches(">-");
    }
    let out = check(&script.replace("/app/", "$OUT/"), "");
    assert_eq!(exec_line(&out, ""), "Exec=latchkey %u");
}
