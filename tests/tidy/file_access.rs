//! No file is read or written on the thread of the window: a slow disk would freeze it.

use super::{Source, assert_none, has_word, project};

/// Folders whose code runs on that thread.
const WINDOW_THREAD: [&str; 6] =
    ["src/components/", "src/context/", "src/demo/", "src/frame/", "src/screens/", "src/window/"];
/// Files there that access other files, with the reason. Review each new entry.
const ALLOWED: [(&str, &str); 3] = [
    ("src/demo/mail_folder.rs", "called on other threads"),
    ("src/demo/mod.rs", "runs before the window opens"),
    ("src/window/settings.rs", "reads before the window opens, and writes on other threads"),
];

fn file_access(source: &Source) -> Vec<String> {
    let accesses = |code: &str| has_word(code, "fs") || code.contains("File::");
    source.without_tests().map(|code| code.violations(accesses)).unwrap_or_default()
}

#[test]
fn window_thread_accesses_no_files() {
    let sources = project();
    let accessing: Vec<_> = sources
        .iter()
        .filter(|source| source.is_rust_in(&WINDOW_THREAD))
        .map(|source| (source, file_access(source)))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    for (path, _) in ALLOWED {
        assert!(
            accessing.iter().any(|(source, _)| source.path == path),
            "remove {path}, which accesses no file"
        );
    }
    let is_allowed = |source: &Source| ALLOWED.iter().any(|(path, _)| *path == source.path);
    let found = accessing.into_iter().filter(|(source, _)| !is_allowed(source)).flat_map(|(_, found)| found);
    assert_none(found.collect(), "use tokio::task::spawn_blocking, and list the file with a reason");
}

#[test]
fn rule_finds_only_file_access() {
    let source = |text: &str| Source { path: "src/screens/a.rs".into(), text: text.into() };
    for text in ["let text = fs::read(path);", "std::fs::write(path, text)", "File::open(path)"] {
        assert_eq!(file_access(&source(text)), ["src/screens/a.rs:1"], "{text}");
    }
    for text in ["// fs::read(path)", "profile()", "let offs = 1;"] {
        assert!(file_access(&source(text)).is_empty(), "{text}");
    }
}
