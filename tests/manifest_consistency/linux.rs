//! What the Linux packages tell a desktop: desktop file, AppStream metadata, Flatpak manifest, icons.

use std::fs;
use std::process::Command;

use latchkey::registration::{Handler, desktop_entry};

use crate::source::{Source, in_project};

const FOLDER: &str = "platform/linux";
/// What the program is called where people read it.
const DISPLAY_NAME: &str = "Latchkey";

fn read(name: &str) -> String {
    let path = in_project(FOLDER).join(name);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The one that `scripts/package` installs, held against the text that `latchkey link register` writes.
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
        assert!(metadata.contains(&line), "the metadata lack {line}");
    }
    assert_eq!(metadata.matches("x-scheme-handler/").count(), schemes.len());
}

/// The specification's own checker. Needs the Debian package `appstream`.
#[test]
fn metadata_is_valid() {
    let file = in_project(FOLDER).join(format!("{}.metainfo.xml", Source::read().identifier()));
    let checked = Command::new("appstreamcli").args(["validate", "--no-net"]).arg(file).output();
    let checked = checked.expect("appstreamcli runs; install appstream");
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
        assert!(manifest.contains(&line), "the manifest lacks {line}");
    }
}

#[test]
fn icon_sizes_match_their_names() {
    let mut sizes = Vec::new();
    for file in fs::read_dir(in_project(FOLDER).join("icons")).unwrap() {
        let path = file.unwrap().path();
        let size: u32 = path.file_stem().unwrap().to_str().unwrap().parse().unwrap();
        // A PNG begins with eight bytes of its own and the header's length and name; then come width and height.
        let png = fs::read(&path).unwrap();
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (size, size), "{}", path.display());
        sizes.push(size);
    }
    sizes.sort_unstable();
    // The first and the last that the icon theme specification's "hicolor" has, and what lies between.
    assert_eq!(sizes, [16, 24, 32, 48, 64, 128, 256, 512]);
}
