//! Linux packages: desktop file, AppStream metadata, Flatpak manifest and icons.

use std::fs;
use std::process::Command;

use latchkey::registration::{Handler, desktop_entry};

use crate::source::{Source, in_project};

const FOLDER: &str = "platform/linux";
/// The name of the program in menus.
const DISPLAY_NAME: &str = "Latchkey";

fn read(name: &str) -> String {
    let path = in_project(FOLDER).join(name);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// `scripts/package` installs the same file that `latchkey link register` writes.
#[test]
fn packaged_desktop_file_equals_the_generated_one() {
    let source = Source::read();
    let handler = Handler {
        display_name: DISPLAY_NAME.to_owned(),
        identifier: source.identifier().to_owned(),
        window_class: source.name().to_owned(),
        schemes: source.schemes().into_iter().map(str::to_owned).collect(),
        executable: format!("/usr/bin/{}", source.name()).into(),
    };
    let installed = read(&format!("{}.desktop", source.identifier()));
    assert_eq!(installed, desktop_entry(&handler).unwrap());
}

#[test]
fn metadata_matches_dioxus_toml() {
    let source = Source::read();
    let identifier = source.identifier();
    let metadata = read(&format!("{identifier}.metainfo.xml"));
    let mut expected = vec![
        format!("<id>{identifier}</id>"),
        format!("<name>{DISPLAY_NAME}</name>"),
        format!("<summary>{}</summary>", source.text("bundle.short_description")),
        format!("<name>{}</name>\n  </developer>", source.text("bundle.publisher")),
        format!("<category>{}</category>", source.text("bundle.category")),
        format!("<launchable type=\"desktop-id\">{identifier}.desktop</launchable>"),
        format!("<binary>{}</binary>", source.name()),
        format!("<project_license>{}</project_license>", env!("CARGO_PKG_LICENSE")),
        format!("<releases>\n    <release version=\"{}\" date=\"", env!("CARGO_PKG_VERSION")),
    ];
    let schemes = source.schemes();
    expected
        .extend(schemes.iter().map(|scheme| format!("<mediatype>x-scheme-handler/{scheme}</mediatype>\n")));
    for line in expected {
        assert!(metadata.contains(&line), "the metadata have no line {line}");
    }
    assert_eq!(metadata.matches("x-scheme-handler/").count(), schemes.len());
}

/// Runs the specification's validator. Needs the Debian package `appstream`.
#[test]
fn metadata_is_valid() {
    let file = in_project(FOLDER).join(format!("{}.metainfo.xml", Source::read().identifier()));
    let checked = Command::new("appstreamcli").args(["validate", "--no-net"]).arg(file).output();
    let checked = checked.expect("appstreamcli cannot be run; install appstream");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}

#[test]
fn flatpak_manifest_matches_dioxus_toml() {
    let source = Source::read();
    let (identifier, name) = (source.identifier(), source.name());
    let manifest = read(&format!("{identifier}.yml"));
    for line in [
        format!("id: {identifier}\n"),
        format!("command: {name}\n"),
        format!("{FOLDER}/{identifier}.desktop"),
        format!("{FOLDER}/{identifier}.metainfo.xml"),
        format!("apps/{identifier}.svg"),
    ] {
        assert!(manifest.contains(&line), "the manifest has no line {line}");
    }
}

/// The launcher starts the program with the window from its own folder. `scripts/package` installs both.
#[test]
fn packages_contain_the_launcher_and_the_program_with_the_window() {
    let source = Source::read();
    let [launcher, window] = source.programs();
    let lines = |text: String| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
    let spec = lines(read(&format!("{launcher}.spec")));
    for program in [&launcher, &window] {
        assert!(spec.contains(&format!("/usr/bin/{program}")), "the .rpm has no {program}");
    }
    let manifest = lines(read(&format!("{}.yml", source.identifier())));
    let installed =
        format!("- install -D --mode 755 target/release/{launcher} target/release/{window} -t /app/bin");
    assert!(manifest.contains(&installed), "the Flatpak has no line {installed}");
}

#[test]
fn icon_sizes_match_their_names() {
    let mut sizes = Vec::new();
    for file in fs::read_dir(in_project(FOLDER).join("icons")).unwrap() {
        let path = file.unwrap().path();
        let size: u32 = path.file_stem().unwrap().to_str().unwrap().parse().unwrap();
        // The width and height of a PNG follow its signature and the length and type of the first chunk.
        let png = fs::read(&path).unwrap();
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (size, size), "{}", path.display());
        sizes.push(size);
    }
    sizes.sort_unstable();
    // Sizes of the icon theme "hicolor".
    assert_eq!(sizes, [16, 24, 32, 48, 64, 128, 256, 512]);
}
