//! Links of documents resolve, and the files and tests that documents name exist.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::source::in_project;

/// Folders whose files are cited with their path from the project's root.
const FOLDERS: [&str; 11] = [
    "assets", "benches", "crates", "deploy", "docs", "examples", "platform", "scripts", "server", "src",
    "tests",
];

/// All Markdown files.
fn documents() -> Vec<PathBuf> {
    files("md")
}

/// All files with this extension, except in hidden and build folders.
fn files(extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![in_project("")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if !name.starts_with('.') && !name.starts_with("target") && name != "node_modules" {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found
}

/// The targets of `[text](target)` that are not on the web.
fn links(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')').map(|(target, _)| target));
    targets.filter(|target| !target.contains("://") && !target.contains([' ', '\n'])).collect()
}

/// The anchors of a document's headings, in GitHub's format.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let anchor = |heading: &str| -> String {
        let kept = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    headings.map(anchor).collect()
}

/// Whether a link in `document` leads to an existing file and heading.
fn resolves(document: &Path, target: &str) -> bool {
    let (file, anchor) = target.split_once('#').map_or((target, None), |(file, anchor)| (file, Some(anchor)));
    let path = if file.is_empty() { document.to_owned() } else { document.parent().unwrap().join(file) };
    match anchor {
        None => path.exists(),
        Some(anchor) => fs::read_to_string(path).is_ok_and(|text| anchors(&text).contains(anchor)),
    }
}

/// The paths in backquotes that begin with one of [`FOLDERS`], without placeholders such as `ID`.
fn paths(text: &str) -> Vec<&str> {
    let spans = text.split('`').skip(1).step_by(2).map(|span| span.trim_start_matches("./"));
    let words = spans.filter_map(|span| span.split_whitespace().next());
    let begins = |word: &str| word.split_once('/').is_some_and(|(folder, _)| FOLDERS.contains(&folder));
    let is_plain = |word: &str| word.bytes().all(|b| b.is_ascii_alphanumeric() || b"/._-".contains(&b));
    let has_placeholder =
        |word: &str| word.split(['/', '.']).any(|part| ["ID", "TAG", "NAME"].contains(&part));
    words.filter(|word| begins(word) && is_plain(word) && !has_placeholder(word)).collect()
}

/// Whether a path is a file, a folder or a Rust module.
fn exists(path: &str) -> bool {
    in_project(path).exists() || in_project(format!("{path}.rs")).exists()
}

/// The spans in backquotes of the form `module::test_name`.
fn rust_names(text: &str) -> Vec<&str> {
    let spans = text.split('`').skip(1).step_by(2).filter(|span| span.contains("::"));
    spans
        .filter(|span| {
            span.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_:".contains(&b))
        })
        .collect()
}

/// All functions and modules of the project's Rust files.
fn functions_and_modules() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in files("rs") {
        found.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        found.extend(
            path.parent().and_then(Path::file_name).map(|folder| folder.to_string_lossy().into_owned()),
        );
        let text = fs::read_to_string(&path).unwrap();
        let names = text.split("fn ").skip(1).map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>()
        });
        found.extend(names);
    }
    found
}

#[test]
fn tests_named_in_documents_exist() {
    let known = functions_and_modules();
    let documents = ["security", "reliability", "requirements", "backends", "servers"];
    for document in documents.map(|name| format!("docs/{name}.md")) {
        let text = fs::read_to_string(in_project(&document)).unwrap();
        for name in rust_names(&text) {
            let last = name.rsplit("::").next().unwrap();
            assert!(known.contains(last), "{document}: {name}");
        }
    }
}

/// The numbers of languages that a text mentions, as in "thirty-two languages", in lower case.
fn numbers_of_languages(text: &str) -> Vec<String> {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect();
    let before = words.windows(2).filter(|pair| pair[1] == "languages").map(|pair| &pair[0]);
    let is_number = |word: &&String| {
        let tens = ["ten", "twenty", "thirty", "forty", "fifty", "sixty"];
        word.ends_with("teen")
            || tens.contains(&word.split('-').next().unwrap())
            || (!word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()))
    };
    before.filter(is_number).cloned().collect()
}

#[test]
fn documents_give_the_number_of_languages() {
    let count = |folder: &str| {
        fs::read_dir(in_project(folder))
            .unwrap()
            .filter(|entry| {
                entry.as_ref().unwrap().path().extension().is_some_and(|extension| extension == "ftl")
            })
            .count()
    };
    assert_eq!(
        (count("assets/locales"), count("server/locales")),
        (32, 32),
        "update the number in all documents"
    );
    let mut mentions = 0;
    for document in documents().into_iter().filter(|path| !path.ends_with("CHANGELOG.md")) {
        for number in numbers_of_languages(&fs::read_to_string(&document).unwrap()) {
            assert_eq!(number, "thirty-two", "{}", document.display());
            mentions += 1;
        }
    }
    assert!(mentions >= 6, "the numbers are not found in the documents");
    assert_eq!(numbers_of_languages("in sixteen\nlanguages, 12 languages; all languages"), ["sixteen", "12"]);
}

#[test]
fn links_of_documents_resolve() {
    for document in documents() {
        let text = fs::read_to_string(&document).unwrap();
        for target in links(&text) {
            assert!(resolves(&document, target), "{}: {target}", document.display());
        }
    }
}

/// CHANGELOG is not checked: it may cite deleted files.
#[test]
fn files_named_in_documents_exist() {
    for document in documents().into_iter().filter(|path| !path.ends_with("CHANGELOG.md")) {
        let text = fs::read_to_string(&document).unwrap();
        for path in paths(&text) {
            assert!(exists(path), "{}: {path}", document.display());
        }
    }
}

#[test]
fn links_anchors_paths_and_names_are_found() {
    assert_eq!(links("[a](b.md#c) ![d](e.png) [f](https://g.example)"), ["b.md#c", "e.png"]);
    assert_eq!(anchors("# A `b` c!\ntext\n## D-e"), BTreeSet::from(["a-b-c".into(), "d-e".into()]));
    assert_eq!(paths("`./scripts/run now` `tests/a` `tests/ID.rs` `cargo test`"), ["scripts/run", "tests/a"]);
    assert_eq!(rust_names("`a::b_c` `A::d` `cargo e::f` `g`"), ["a::b_c"]);
    assert!(!resolves(&in_project("README.md"), "docs/missing.md"));
    assert!(!resolves(&in_project("README.md"), "docs/users.md#missing"));
    assert!(!exists("scripts/missing"));
}
