//! Rules for text: comments, paths and Markdown tables.

use super::{Source, assert_none, project};

/// Maximum length of a line of comment, in characters.
const MAX_COMMENT_WIDTH: usize = 125;
/// Prefixes of paths that exist on one machine only, in two parts so that this file does not violate the rule.
const MACHINE_PATHS: [&str; 5] = [
    concat!("/wo", "rk/"),
    concat!("/tm", "p/"),
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
];

fn machine_paths(source: &Source) -> Vec<String> {
    let lines = (1..).zip(source.text.lines());
    let found = lines.filter(|(_, line)| MACHINE_PATHS.iter().any(|path| line.contains(path)));
    found.map(|(number, _)| format!("{}:{number}", source.path)).collect()
}

/// `path:line` of each line of comment that is too long. rustfmt does not break comments.
fn wide_comments(source: &Source) -> Vec<String> {
    let lines = (1..).zip(source.text.lines());
    let wide = lines
        .filter(|(_, line)| line.trim_start().starts_with("//") && line.chars().count() > MAX_COMMENT_WIDTH);
    wide.map(|(number, _)| format!("{}:{number}", source.path)).collect()
}

/// Markdown tables that an empty line or a paragraph splits. The second part is not rendered as a table.
fn split_tables(source: &Source) -> Vec<String> {
    let lines: Vec<&str> = source.text.lines().collect();
    let is_row = |line: Option<&&str>| line.is_some_and(|line| line.starts_with('|'));
    let is_rule =
        |line: Option<&&str>| line.is_some_and(|line| line.starts_with("|--") || line.starts_with("|:"));
    let begins = |at: usize| is_row(lines.get(at)) && (at == 0 || !is_row(lines.get(at - 1)));
    let split = (0..lines.len()).filter(|at| begins(*at) && !is_rule(lines.get(at + 1)));
    split.map(|at| format!("{}:{}", source.path, at + 1)).collect()
}

#[test]
fn markdown_tables_are_not_split() {
    let split = Source { path: "x.md".into(), text: "| a |\n|--|\n| b |\n\n| c |\n".into() };
    assert_eq!(split_tables(&split), ["x.md:5"]);
    let found: Vec<_> =
        project().iter().filter(|source| source.path.ends_with(".md")).flat_map(split_tables).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn comments_are_narrow_enough() {
    let sources = project();
    let rust = sources.iter().filter(|source| source.path.ends_with(".rs"));
    assert_none(rust.flat_map(wide_comments).collect(), "break these lines");
}

#[test]
fn no_machine_specific_paths() {
    assert_none(project().iter().flat_map(machine_paths).collect(), "these paths exist on one machine only");
}

#[test]
fn rules_find_only_violations() {
    let source = |path: &str, text: &str| Source { path: path.into(), text: text.into() };
    let at = |path: &str, line: usize| vec![format!("{path}:{line}")];
    let none = Vec::<String>::new;
    for path in MACHINE_PATHS {
        assert_eq!(machine_paths(&source("docs/a.md", &format!("\nsee {path}notes"))), at("docs/a.md", 2));
    }
    assert_eq!(machine_paths(&source("docs/a.md", "see docs/homework/ and ./tmp")), none());
    let comment = |width: usize| format!("let a = 1;\n    // {}", "ä".repeat(width - "    // ".len()));
    assert_eq!(wide_comments(&source("src/a.rs", &comment(MAX_COMMENT_WIDTH))), none());
    assert_eq!(wide_comments(&source("src/a.rs", &comment(MAX_COMMENT_WIDTH + 1))), at("src/a.rs", 2));
    assert_eq!(wide_comments(&source("src/a.rs", &format!("\"{}\"", "x".repeat(200)))), none());
}
