//! Rules of this house that no compiler checks. Each reads the source tree, and each is shown to find what it forbids.

#![allow(clippy::unwrap_used)]

mod imports;
mod layers;

use std::fs;
use std::path::Path;
use std::process::Command;

/// Longest file, in lines: beyond it a file is two.
const MOST_LINES: usize = 400;
/// The word, in two parts, so that this file does not break the rule.
const UNSAFE: &str = concat!("un", "safe");
/// The only folder in which it may stand.
const UNSAFE_ALLOWED: &str = "src/platform/";
/// What writes to a terminal behind the program's back. Output that is meant goes through a writer.
const PRINTING: [&str; 5] = ["dbg", "print", "println", "eprint", "eprintln"];
/// Where paths begin that exist on one machine only, in two parts as above.
const MACHINE_PATHS: [&str; 5] = [
    concat!("/wo", "rk/"),
    concat!("/tm", "p/"),
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
];

/// Folders that builds and tools make.
const LEFT_BEHIND: [&str; 6] =
    [".flatpak-builder", ".hypothesis", ".schemathesis", "__pycache__", "node_modules", "target"];

/// Every file of the app in which a secret leaves its wrapping, and what for. A new one is worth a second look.
const EXPOSING: [(&str, &str); 12] = [
    ("crates/client/src/breach.rs", "five digits of a password's hash are asked about"),
    ("crates/client/src/http/mod.rs", "what the person typed goes into the calls of a contract"),
    ("crates/client/src/http/steps.rs", "and a proof"),
    ("crates/client/src/self_check.rs", "random text becomes a token and a password that nobody has"),
    ("crates/core/src/flow/links.rs", "an incoming link is read"),
    ("crates/core/src/link/incoming.rs", "the wrapping of incoming links"),
    ("crates/core/src/password/policy.rs", "a password is measured"),
    ("crates/core/src/secret.rs", "the wrapping itself"),
    ("crates/core/src/secret/link_params.rs", "the wrapping of what a link carries beside its token"),
    ("crates/core/src/service/proof.rs", "fresh random text becomes the name of an attempt"),
    ("src/page/fragment.rs", "a link is read to ask whose it is"),
    ("src/vault/wire.rs", "a verifier goes into the keyring"),
];

/// A file of the project.
struct Source {
    /// From the project's root, with slashes.
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

    /// The lines without comments, numbered from 1. A URL in a string ends its line too, which does no harm here.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines().map(|line| line.split("//").next().unwrap_or_default()))
    }

    /// `path:line` of each line of code that `breaks` a rule.
    fn broken_at(&self, breaks: impl Fn(&str) -> bool) -> Vec<String> {
        self.code()
            .filter(|(_, code)| breaks(code))
            .map(|(number, _)| format!("{}:{number}", self.path))
            .collect()
    }

    /// What is compiled into the program: not a test module, nor what follows the mark of one inside a file.
    fn program(&self) -> Option<Self> {
        let is_test = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        let end = self.text.find("#[cfg(test)]\nmod ").or(self.text.find("#[cfg(test)]\n#[allow"));
        let text = self.text[..end.unwrap_or(self.text.len())].to_owned();
        (!is_test).then(|| Self { path: self.path.clone(), text })
    }
}

fn has_word(code: &str, word: &str) -> bool {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|found| found == word)
}

fn unsafe_code(source: &Source) -> Vec<String> {
    if source.path.starts_with(UNSAFE_ALLOWED) {
        return Vec::new();
    }
    // Before a hyphen it is a word of a page's policy, and never code.
    source.broken_at(|code| has_word(&code.replace(&format!("{UNSAFE}-"), ""), UNSAFE))
}

fn printing_code(source: &Source) -> Vec<String> {
    source.broken_at(|code| {
        PRINTING.iter().any(|name| has_word(code, name) && code.contains(&format!("{name}!")))
    })
}

fn exposing_code(source: &Source) -> Vec<String> {
    let exposes = |code: &str| has_word(code, "expose") || has_word(code, "expose_secret");
    source.program().map(|program| program.broken_at(exposes)).unwrap_or_default()
}

fn machine_paths(source: &Source) -> Vec<String> {
    let lines = (1..).zip(source.text.lines());
    let found = lines.filter(|(_, line)| MACHINE_PATHS.iter().any(|path| line.contains(path)));
    found.map(|(number, _)| format!("{}:{number}", source.path)).collect()
}

/// Where a handler of `select!` waits: while it does, none of the other branches is polled, and what is under way in one of
/// them may be what it waits for.
fn waiting_handlers(source: &Source) -> Vec<String> {
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

/// The text from its opening bracket to the one that closes it.
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

/// The text behind an arrow up to the end of its branch: a block, or an expression up to its comma.
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

fn too_long(source: &Source) -> bool {
    source.text.lines().count() > MOST_LINES
}

/// All text files of the project, without what tools leave behind.
fn project() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            // In a second work tree `.git` is a file, and names this machine.
            if name == ".git" || name == "Cargo.lock" || name.starts_with("target") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                sources.push(Source { path: from_root(root, &path), text });
            }
        }
    }
    // A walk that finds nothing would find nothing wrong.
    for known in
        ["src/lib.rs", "crates/core/src/secret.rs", "server/src/lib.rs", "tests/tidy/main.rs", "Cargo.toml"]
    {
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
fn unsafe_code_is_only_in_the_platform_folder() {
    let sources = project();
    let rust = sources
        .iter()
        .filter(|source| source.is_rust_in(&["src/", "crates/", "server/", "tests/", "e2e/", "build.rs"]));
    assert_none(rust.flat_map(unsafe_code).collect(), "this belongs into src/platform");
}

#[test]
fn libraries_do_not_print() {
    let sources = project();
    let rust = sources.iter().filter(|source| source.is_rust_in(&["src/", "crates/", "server/", "tests/"]));
    // A build script speaks to Cargo that way.
    let rust = rust.filter(|source| !source.path.ends_with("/build.rs"));
    assert_none(rust.flat_map(printing_code).collect(), "write to a writer, or log");
}

#[test]
fn select_handlers_do_not_await() {
    let sources = project();
    let rust =
        sources.iter().filter(|source| source.is_rust_in(&["src/", "crates/", "server/src/", "e2e/src/"]));
    assert_none(rust.flat_map(waiting_handlers).collect(), "make this a future that the select polls");
}

#[test]
fn files_are_short_enough() {
    let sources = project();
    let ours = sources
        .iter()
        .filter(|source| source.is_in(&["src/", "crates/", "server/", "tests/", "e2e/", "build.rs"]));
    let long = ours.filter(|source| too_long(source)).map(|source| source.path.clone());
    assert_none(long.collect(), "split these");
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
    assert_eq!(exposing, listed, "list a new place with its reason, and strike out one that is gone");
}

#[test]
fn no_machine_specific_paths() {
    assert_none(project().iter().flat_map(machine_paths).collect(), "this exists on one machine only");
}

#[test]
fn generated_files_are_not_tracked() {
    let root = env!("CARGO_MANIFEST_DIR");
    // A source archive has no history, and nothing to track.
    if !Path::new(root).join(".git").exists() {
        return;
    }
    let ignored = output_of(Command::new("git").args(["-C", root, "ls-files", "-ci", "--exclude-standard"]));
    assert!(ignored.is_empty(), "delete these from the index:\n{ignored}");
    let ours = output_of(Command::new("git").args(["-C", root, "ls-files"]));
    let folders = ours.lines().flat_map(|path| path.split('/'));
    assert_none(
        folders.filter(|name| LEFT_BEHIND.contains(name)).map(str::to_owned).collect(),
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
fn rules_find_violations_and_nothing_else() {
    let source = |path: &str, text: &str| Source { path: path.into(), text: text.into() };
    let at = |path: &str, line: usize| vec![format!("{path}:{line}")];
    let none = Vec::<String>::new;

    let block = format!("fn f() {{\n    {UNSAFE} {{ g() }}\n}}\n");
    assert_eq!(unsafe_code(&source("src/app/mod.rs", &block)), at("src/app/mod.rs", 2));
    assert_eq!(unsafe_code(&source("src/platform/windows.rs", &block)), none());
    let remark = format!("// {UNSAFE} is not needed here\n#![deny({UNSAFE}_code)]\n");
    assert_eq!(unsafe_code(&source("src/lib.rs", &remark)), none());

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
    assert_eq!(exposing_code(&source("src/a.rs", "let exposed = 1; // expose()")), none());

    for path in MACHINE_PATHS {
        assert_eq!(machine_paths(&source("docs/a.md", &format!("\nsee {path}notes"))), at("docs/a.md", 2));
    }
    assert_eq!(machine_paths(&source("docs/a.md", "see docs/homework/ and ./tmp")), none());

    let select = |handler: &str| {
        format!(
            "loop {{\n tokio::select! {{\n x = f(), if y(1) => {handler},\n () = g() => {{ h(); }}\n }};\n z.await }}"
        )
    };
    for waits in ["look().await", "{ if a { look(b).await } }", "match x { A => look().await, _ => None }"] {
        assert_eq!(waiting_handlers(&source("src/a.rs", &select(waits))), at("src/a.rs", 3), "{waits}");
    }
    for does_not in ["Some(x)", "{ match x { A => b(), _ => None } }", "list.push(look())"] {
        assert_eq!(waiting_handlers(&source("src/a.rs", &select(does_not))), none(), "{does_not}");
    }

    assert!(!too_long(&source("src/a.rs", &"\n".repeat(MOST_LINES))));
    assert!(too_long(&source("src/a.rs", &"\n".repeat(MOST_LINES + 1))));
}

/// A table of Markdown that an empty line or a paragraph cuts in two: its second part is no table any more.
fn split_tables(source: &Source) -> Vec<String> {
    let lines: Vec<&str> = source.text.lines().collect();
    let is_row = |line: Option<&&str>| line.is_some_and(|line| line.starts_with('|'));
    let is_rule =
        |line: Option<&&str>| line.is_some_and(|line| line.starts_with("|--") || line.starts_with("|:"));
    let begins = |at: usize| is_row(lines.get(at)) && (at == 0 || !is_row(lines.get(at - 1)));
    let cut = (0..lines.len()).filter(|at| begins(*at) && !is_rule(lines.get(at + 1)));
    cut.map(|at| format!("{}:{}", source.path, at + 1)).collect()
}

#[test]
fn markdown_tables_are_not_split() {
    let cut = Source { path: "x.md".into(), text: "| a |\n|--|\n| b |\n\n| c |\n".into() };
    assert_eq!(split_tables(&cut), ["x.md:5"]);
    let found: Vec<_> =
        project().iter().filter(|source| source.path.ends_with(".md")).flat_map(split_tables).collect();
    assert!(found.is_empty(), "{found:#?}");
}
