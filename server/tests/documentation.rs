//! `docs/operators.md` lists the settings that `--help` shows.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

const HELP: &str = include_str!("../src/cli/help.txt");
const GUIDE: &str = include_str!("../../docs/operators.md");

/// The settings in the text of `--help`, with their sections: `mail.smtp.host`.
fn settings_in_help() -> BTreeSet<String> {
    let (mut settings, mut section) = (BTreeSet::new(), String::new());
    for line in HELP.lines().filter_map(|line| line.strip_prefix("  ")) {
        if let Some((name, _)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) {
            section = format!("{name}.");
        } else if let Some((key, _)) = line.split_once(" = ").filter(|(key, _)| is_key(key)) {
            settings.insert(format!("{section}{key}"));
        }
    }
    settings
}

fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The settings in the first column of the guide's table of settings.
fn settings_in_guide() -> BTreeSet<String> {
    let (_, table) = GUIDE.split_once("| key | default | meaning |").unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with("| `"));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[test]
fn operators_guide_lists_every_setting() {
    assert_eq!(settings_in_guide(), settings_in_help());
    assert!(settings_in_help().contains("mail.smtp.ehlo_name"));
}
