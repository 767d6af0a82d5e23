//! The files of platform/android/res, which `scripts/android` adds to those that `dx` generates.

use std::collections::BTreeSet;

use roxmltree::Document;

use super::{all, attribute_of, one, text_of};
use crate::source::languages;

#[test]
fn data_extraction_rules_exclude_everything() {
    let everything: BTreeSet<_> = [
        "root",
        "file",
        "database",
        "sharedpref",
        "external",
        "device_root",
        "device_file",
        "device_database",
    ]
    .into_iter()
    .chain(["device_sharedpref"])
    .collect();
    let text = text_of("platform/android/res/xml/data_extraction.xml");
    let rules = Document::parse(&text).unwrap();
    for way in ["cloud-backup", "device-transfer"] {
        let way = one(rules.root_element(), way);
        assert!(all(way, "include").is_empty());
        let excluded = all(way, "exclude");
        assert!(excluded.iter().all(|node| node.attribute("path") == Some(".")));
        let excluded: BTreeSet<_> =
            excluded.into_iter().filter_map(|node| node.attribute("domain")).collect();
        assert_eq!(excluded, everything);
    }
}

#[test]
fn cleartext_is_allowed_only_to_loopback() {
    let text = text_of("platform/android/res/xml/network.xml");
    let network = Document::parse(&text).unwrap();
    let base = one(network.root_element(), "base-config");
    assert_eq!(base.attribute("cleartextTrafficPermitted"), Some("false"));
    let exception = one(network.root_element(), "domain");
    assert_eq!(
        (exception.text(), exception.attribute("includeSubdomains")),
        (Some("127.0.0.1"), Some("false"))
    );
    assert!(
        all(network.root_element(), "trust-anchors").is_empty(),
        "only the system's certificates are trusted"
    );
}

#[test]
fn android_languages_match_the_locales() {
    let text = text_of("platform/android/res/xml/languages.xml");
    let list = Document::parse(&text).unwrap();
    let mut tags: Vec<_> = all(list.root_element(), "locale")
        .into_iter()
        .map(|node| attribute_of(node, "name").to_owned())
        .collect();
    tags.sort();
    assert_eq!(tags, languages());
}

/// The value of `--name` in the first block of `tokens.css` after `start`.
fn token<'a>(css: &'a str, start: &str, name: &str) -> &'a str {
    let block = css.split_once(start).unwrap().1;
    block.split_once(&format!("--{name}: ")).unwrap().1.split(';').next().unwrap()
}

#[test]
fn android_colors_match_the_stylesheet() {
    let css = text_of("assets/tokens.css");
    for (folder, mark) in [("values", ":root {"), ("values-night", "(prefers-color-scheme: dark)")] {
        let text = text_of(&format!("platform/android/res/{folder}/latchkey.xml"));
        let values = Document::parse(&text).unwrap();
        for name in ["paper", "accent"] {
            let colours = all(values.root_element(), "color");
            let colour = colours.iter().find(|node| node.attribute("name") == Some(name)).unwrap();
            assert_eq!(colour.text(), Some(token(&css, mark, name)), "{name} in {folder}");
        }
    }
}
