//! `docs/requirements.md` contains exactly the requirements that are cited.

use std::collections::BTreeSet;
use std::fs;

use super::source::in_project;

const DOCUMENT: &str = "docs/requirements.md";
const KINDS: [&str; 8] = ["REQ", "TOK", "PWD", "END", "NET", "STO", "PLT", "A11Y"];

/// The ids in a text. Ranges are expanded: `END-1 to END-3` is three ids.
fn ids(text: &str) -> BTreeSet<(&'static str, u32)> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let (mut found, mut before, mut is_range) = (BTreeSet::new(), None, false);
    for word in words.filter(|word| !word.is_empty()) {
        let id = word.rsplit_once('-').and_then(|(kind, number)| {
            Some((*KINDS.iter().find(|known| **known == kind)?, number.parse().ok()?))
        });
        if let (Some((kind, last)), Some((of, first)), true) = (id, before, is_range)
            && kind == of
        {
            found.extend((first..last).map(|number| (kind, number)));
        }
        found.extend(id);
        is_range = word == "to" && before.is_some();
        if !is_range {
            before = id;
        }
    }
    found
}

/// The ids in the first column of a table.
fn defined() -> BTreeSet<(&'static str, u32)> {
    let text = fs::read_to_string(in_project(DOCUMENT)).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next().map(ids));
    rows.flatten().collect()
}

fn cited() -> BTreeSet<(&'static str, u32)> {
    let mut found = BTreeSet::new();
    let mut paths = vec![in_project("")];
    while let Some(path) = paths.pop() {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            let is_built = name == "target" || name.starts_with("target-");
            if name != ".git" && !is_built {
                paths.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            }
        } else if !path.ends_with(DOCUMENT) && !path.ends_with(file!()) {
            // Binary files are skipped.
            found.extend(ids(&fs::read_to_string(path).unwrap_or_default()));
        }
    }
    found
}

#[test]
fn every_cited_requirement_is_defined() {
    let missing: Vec<_> = cited().difference(&defined()).copied().collect();
    assert_eq!(missing, [], "define these in {DOCUMENT}");
}

#[test]
fn every_defined_requirement_is_cited() {
    let missing: Vec<_> = defined().difference(&cited()).copied().collect();
    assert_eq!(missing, [], "no code, test or document cites these");
}

#[test]
fn ids_are_found_in_lists_and_ranges() {
    let found = |text: &str| ids(text).into_iter().collect::<Vec<_>>();
    assert_eq!(found("// REQ-1, A11Y-10 (TOK-2)."), [("A11Y", 10), ("REQ", 1), ("TOK", 2)]);
    assert_eq!(found("| END-1 to END-3 |"), [("END", 1), ("END", 2), ("END", 3)]);
    assert_eq!(found("END-1 and to END-3"), [("END", 1), ("END", 3)]);
    assert_eq!(found("PREQ-1 REQ-x XREQ-1 sha-256"), []);
}
