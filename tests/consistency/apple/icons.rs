//! The icons that scripts/icons renders for Apple's systems.

use std::fs;

use super::{dictionary, text};
use crate::source::{Source, in_project};

const SET: &str = "platform/apple/Assets.xcassets/AppIcon.appiconset";

/// The four bytes at `at`, as a number.
fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

/// Width and height of a PNG.
fn size(png: &[u8]) -> (usize, usize) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    (number(png, 16), number(png, 20))
}

/// Apple refuses an icon with transparency, even if every pixel is opaque.
#[test]
fn icon_of_phones_is_one_large_opaque_picture() {
    let set = fs::read_to_string(in_project(format!("{SET}/Contents.json"))).unwrap();
    let set: serde_json::Value = serde_json::from_str(&set).unwrap();
    let [image] = &set["images"].as_array().unwrap()[..] else { panic!("{set}") };
    assert_eq!((&image["idiom"], &image["platform"]), (&"universal".into(), &"ios".into()));
    assert_eq!(image["size"], "1024x1024");
    let png = fs::read(in_project(format!("{SET}/{}", image["filename"].as_str().unwrap()))).unwrap();
    assert_eq!(size(&png), (1024, 1024));
    let (depth, colours) = (png[24], png[25]);
    assert_eq!((depth, colours), (8, 2), "not red, green and blue alone");
    assert!(!png.windows(4).any(|chunk| chunk == b"tRNS"));
}

#[test]
fn icon_of_the_mac_has_all_sizes_and_is_in_the_bundle() {
    let name = dictionary("platform/apple/macos.plist");
    let name = text(&name, "CFBundleIconFile");
    let source = Source::read();
    let file = source.text_in("bundle.macos.files", &format!("Resources/{name}"));
    let icons = fs::read(in_project(file)).unwrap();
    assert_eq!((&icons[..4], number(&icons, 4)), (&b"icns"[..], icons.len()));
    let (mut at, mut found) = (8, Vec::new());
    while at < icons.len() {
        let length = number(&icons, at + 4);
        let picture = &icons[at + 8..at + length];
        found.push((String::from_utf8(icons[at..at + 4].to_vec()).unwrap(), size(picture).0));
        at += length;
    }
    // The types by their sizes in pixels: `ic11` to `ic14` and `ic10` are for twice the resolution.
    let expected = [
        ("ic11", 32),
        ("ic12", 64),
        ("ic07", 128),
        ("ic13", 256),
        ("ic08", 256),
        ("ic14", 512),
        ("ic09", 512),
        ("ic10", 1024),
    ];
    assert_eq!(found, expected.map(|(kind, size)| (kind.to_owned(), size)));
}
