//! Project rules that the compiler does not check. Each test reads the source tree.

#![allow(clippy::unwrap_used)]

mod file_access;
mod imports;
mod layers;
mod styles;
mod text;

use std::fs;
use std::path::Path;
use std::process::Command;

/// Maximum length of a file, in lines.
const MAX_LINES: usize = 400;
/// The keyword, in two parts so that this file does not violate the rule.
const UNSAFE: &str = concat!("un", "safe");
/// The only folders that may contain it.
const UNSAFE_ALLOWED: [&str; 2] = ["src/platform/", "crates/launcher/src/platform/"];
/// Macros that write directly to the terminal. Intended output uses a writer.
const PRINTING: [&str; 5] = ["dbg", "print", "println", "eprint", "eprintln"];
/// Folders that builds and tools create.
const GENERATED: [&str; 6] =
    [".flatpak-builder", ".hypothesis", ".schemathesis", "__pycache__", "node_modules", "target"];

/// All files of the app that expose a secret, with the reason. Review each new entry.
const EXPOSING: [(&str, &str); 20] = [
    ("crates/client/src/breach.rs", "sends five digits of a password's hash"),
    ("crates/client/src/http/mod.rs", "sends what the person typed"),
    ("crates/client/src/http/request_session.rs", "reads what a request captured, to send it"),
    ("crates/client/src/http/steps.rs", "sends a proof"),
    ("crates/client/src/recording/link.rs", "writes a link with masked values"),
    ("crates/client/src/recording/mask.rs", "replaces secrets in a recording"),
    ("crates/client/src/recording/outcome.rs", "names the session of a recording, which is masked"),
    ("crates/client/src/recording/recorder.rs", "replaces secrets in a recording"),
    ("crates/client/src/self_check/mod.rs", "sends a random token and password that no account has"),
    ("crates/core/src/flow/links.rs", "parses an incoming link"),
    ("crates/core/src/flow/mod.rs", "submits pasted text again"),
    ("crates/core/src/flow/page_return.rs", "parses an incoming link"),
    ("crates/core/src/link/incoming.rs", "defines the type of incoming links"),
    ("crates/core/src/password/policy.rs", "checks the length of a password"),
    ("crates/core/src/secret/link_params.rs", "defines the type of a link's other parameters"),
    ("crates/core/src/secret/mod.rs", "defines the secret types"),
    ("crates/core/src/service/proof.rs", "uses random text as the id of an attempt"),
    ("src/cli/check_email.rs", "counts the characters of a token"),
    ("src/page/fragment.rs", "parses a link to find out which device it is for"),
    ("src/vault/wire.rs", "stores a verifier in the keyring"),
];

/// A file of the project.
struct Source {
    /// The path from the project's root, with slashes.
    path: String,
    text: String,
}

impl Source {
    fn is_rust_in(&self, folders: &[&str]) -> bool {
        self.path.ends_with(".rs") && self.is_in(folders)
    }

    fn is_in(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// The lines without comments, numbered from 1. A URL in a string also ends its line, which does not matter here.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines().map(|line| line.split("//").next().unwrap_or_default()))
    }

    /// `path:line` of each line of code for which `is_violation` returns true.
    fn violations(&self, is_violation: impl Fn(&str) -> bool) -> Vec<String> {
        self.code()
            .filter(|(_, code)| is_violation(code))
            .map(|(number, _)| format!("{}:{number}", self.path))
            .collect()
    }

    /// The file without its test modules, which become empty lines. `None` for a file of tests.
    fn without_tests(&self) -> Option<Self> {
        if self.path.ends_with("/tests.rs") || self.path.contains("/tests/") {
            return None;
        }
        let mut text = String::new();
        let mut lines = self.text.lines();
        while let Some(line) = lines.next() {
            if !line.starts_with("#[cfg(test)]") && !line.starts_with("#[cfg(all(test") {
                text.push_str(line);
                text.push('\n');
                continue;
            }
            // Items at the top level end with a line that begins with a bracket, or on their only line.
            let mut item = vec![line];
            while !item
                .last()
                .is_some_and(|line| line.ends_with(';') && !line.starts_with(' ') || line.starts_with('}'))
            {
                let Some(line) = lines.next() else { break };
                item.push(line);
            }
            text.push_str(&"\n".repeat(item.len()));
        }
        Some(Self { path: self.path.clone(), text })
    }
}

fn has_word(code: &str, word: &str) -> bool {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|found| found == word)
}

fn unsafe_code(source: &Source) -> Vec<String> {
    if source.is_in(&UNSAFE_ALLOWED) {
        return Vec::new();
    }
    // The word before a hyphen is a keyword of a Content-Security-Policy.
    source.violations(|code| has_word(&code.replace(&format!("{UNSAFE}-"), ""), UNSAFE))
}

fn printing_code(source: &Source) -> Vec<String> {
    source.violations(|code| {
        PRINTING.iter().any(|name| has_word(code, name) && code.contains(&format!("{name}!")))
    })
}

fn exposing_code(source: &Source) -> Vec<String> {
    let exposes = |code: &str| has_word(code, "expose") || has_word(code, "expose_secret");
    source.without_tests().map(|code| code.violations(exposes)).unwrap_or_default()
}

/// Handlers of `select!` that await. No other branch is polled meanwhile, which deadlocks if the handler waits for one of
/// them.
fn awaiting_handlers(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in source.text.match_indices("select! {") {
        let open = at + "select! ".len();
        let block = enclosed(&source.text[open..]);
        let mut arms = 0..0;
        while let Some(arrow) = block[arms.end..].find("=>").map(|offset| arms.end + offset) {
            let start = arrow + "=>".len();
            arms = start..start + handler(&block[start..]).len();
            if block[arms.clone()].contains(".await") {
                found.push(format!(
                    "{}:{}",
                    source.path,
                    1 + source.text[..open + start].matches('\n').count()
                ));
            }
        }
    }
    found
}

/// The text from its opening bracket to the matching closing one.
fn enclosed(text: &str) -> &str {
    let mut depth = 0_usize;
    let end = text.char_indices().find(|(_, c)| {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    &text[..end.map_or(text.len(), |(at, _)| at + 1)]
}

/// The handler after an arrow: a block, or an expression up to its comma.
fn handler(text: &str) -> &str {
    let block = text.trim_start();
    if block.starts_with('{') {
        return &text[..text.len() - block.len() + enclosed(block).len()];
    }
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match c {
            ',' | '}' => break,
            '{' | '(' | '[' => at += enclosed(&text[at..]).len(),
            _ => at += c.len_utf8(),
        }
    }
    &text[..at]
}

fn is_too_long(source: &Source) -> bool {
    source.text.lines().count() > MAX_LINES
}

/// All text files of the project, except generated ones.
fn project() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            // In a linked work tree `.git` is a file with a machine-specific path.
            let is_generated = GENERATED.contains(&name.as_str()) || name.starts_with("target");
            if name == ".git" || name == "Cargo.lock" || is_generated {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                sources.push(Source { path: from_root(root, &path), text });
            }
        }
    }
    // If no file were read, every rule would pass.
    for known in [
        "src/lib.rs",
        "crates/core/src/secret/mod.rs",
        "server/src/lib.rs",
        "tests/tidy/main.rs",
        "Cargo.toml",
    ] {
        assert!(sources.iter().any(|source| source.path == known), "{known} was not read");
    }
    sources
}

fn from_root(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/")
}

#[track_caller]
fn assert_none(found: Vec<String>, rule: &str) {
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

#[test]
fn unsafe_code_is_only_in_the_platform_folders() {
    let sources = project();
    let rust = sources.iter().filter(|source| {
        source.is_rust_in(&["src/", "crates/", "server/", "tests/", "e2e/", "xtask/", "build.rs"])
    });
    assert_none(rust.flat_map(unsafe_code).collect(), "move this to src/platform");
}

#[test]
fn libraries_do_not_print() {
    let sources = project();
    let rust = sources
        .iter()
        .filter(|source| source.is_rust_in(&["src/", "crates/", "server/", "tests/", "xtask/"]));
    // Build scripts print instructions for Cargo.
    let rust = rust.filter(|source| !source.path.ends_with("/build.rs"));
    assert_none(rust.flat_map(printing_code).collect(), "write to a writer, or log");
}

#[test]
fn select_handlers_do_not_await() {
    let sources = project();
    let rust =
        sources.iter().filter(|source| source.is_rust_in(&["src/", "crates/", "server/src/", "e2e/src/"]));
    assert_none(rust.flat_map(awaiting_handlers).collect(), "move the await into a branch of the select");
}

#[test]
fn files_are_short_enough() {
    let sources = project();
    let ours = sources.iter().filter(|source| {
        source.is_in(&["src/", "crates/", "server/", "tests/", "e2e/", "xtask/", "build.rs"])
    });
    let long = ours.filter(|source| is_too_long(source)).map(|source| source.path.clone());
    assert_none(long.collect(), "split these files");
}

/// TOK-10.
#[test]
fn secrets_are_exposed_only_in_listed_files() {
    let sources = project();
    let mut exposing: Vec<_> = sources
        .iter()
        .filter(|source| source.is_rust_in(&["src/", "crates/"]) && !exposing_code(source).is_empty())
        .map(|source| source.path.as_str())
        .collect();
    exposing.sort_unstable();
    let listed = EXPOSING.map(|(path, _)| path);
    assert_eq!(
        exposing, listed,
        "add new files with a reason, and remove files that no longer expose a secret"
    );
}

#[test]
fn generated_files_are_not_tracked() {
    let root = env!("CARGO_MANIFEST_DIR");
    // A source archive has no repository.
    if !Path::new(root).join(".git").exists() {
        return;
    }
    let ignored = output_of(Command::new("git").args(["-C", root, "ls-files", "-ci", "--exclude-standard"]));
    assert!(ignored.is_empty(), "delete these from the index:\n{ignored}");
    let ours = output_of(Command::new("git").args(["-C", root, "ls-files"]));
    let folders = ours.lines().flat_map(|path| path.split('/'));
    assert_none(
        folders.filter(|name| GENERATED.contains(name)).map(str::to_owned).collect(),
        "delete these from the index, and ignore them",
    );
}

#[track_caller]
fn output_of(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn rules_find_only_violations() {
    let source = |path: &str, text: &str| Source { path: path.into(), text: text.into() };
    let at = |path: &str, line: usize| vec![format!("{path}:{line}")];
    let none = Vec::<String>::new;

    let block = format!("fn f() {{\n    {UNSAFE} {{ g() }}\n}}\n");
    assert_eq!(unsafe_code(&source("src/app/mod.rs", &block)), at("src/app/mod.rs", 2));
    assert_eq!(unsafe_code(&source("src/platform/windows.rs", &block)), none());
    let comment = format!("// {UNSAFE} is not needed here\n#![deny({UNSAFE}_code)]\n");
    assert_eq!(unsafe_code(&source("src/lib.rs", &comment)), none());

    for name in PRINTING {
        let text = format!("\nfn f() {{ {name}!(\"x\") }}");
        assert_eq!(printing_code(&source("src/a.rs", &text)), at("src/a.rs", 2), "{name}");
    }
    assert_eq!(printing_code(&source("src/a.rs", "writeln!(out, \"x\")?; blueprint!(); // println")), none());

    for leak in ["let text = token.expose();", ".map(Verifier::expose)", "secret.expose_secret().len()"] {
        assert_eq!(exposing_code(&source("src/a.rs", leak)), at("src/a.rs", 1), "{leak}");
        let tested = format!("fn f() {{}}\n\n#[cfg(test)]\nmod tests {{\n{leak}\n}}");
        for (path, text) in
            [("src/a.rs", tested.as_str()), ("src/a/tests.rs", leak), ("src/a/tests/b.rs", leak)]
        {
            assert_eq!(exposing_code(&source(path, text)), none(), "{path}");
        }
    }
    for test_module in [
        "#[cfg(test)]\nmod tests;",
        "#[cfg(test)]\n#[allow(x)]\nmod tests {\n    a;\n}",
        "#[cfg(all(test, unix))]\nmod tests;",
    ] {
        let line = test_module.lines().count() + 1;
        let below = source("src/a.rs", &format!("{test_module}\nfn f() {{ token.expose() }}"));
        assert_eq!(exposing_code(&below), at("src/a.rs", line), "{test_module}");
    }
    assert_eq!(exposing_code(&source("src/a.rs", "let exposed = 1; // expose()")), none());

    let select = |handler: &str| {
        format!(
            "loop {{\n tokio::select! {{\n x = f(), if y(1) => {handler},\n () = g() => {{ h(); }}\n }};\n z.await }}"
        )
    };
    for awaits in ["look().await", "{ if a { look(b).await } }", "match x { A => look().await, _ => None }"] {
        assert_eq!(awaiting_handlers(&source("src/a.rs", &select(awaits))), at("src/a.rs", 3), "{awaits}");
    }
    for does_not in ["Some(x)", "{ match x { A => b(), _ => None } }", "list.push(look())"] {
        assert_eq!(awaiting_handlers(&source("src/a.rs", &select(does_not))), none(), "{does_not}");
    }

    assert!(!is_too_long(&source("src/a.rs", &"\n".repeat(MAX_LINES))));
    assert!(is_too_long(&source("src/a.rs", &"\n".repeat(MAX_LINES + 1))));
}
