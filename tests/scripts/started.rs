//! Finds the programs that the source tree starts by name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use tree_sitter::{Node, Parser};

use super::programs::BUILT_IN;

/// The locations, as `path:line`, where each program is started.
pub type Locations = BTreeMap<String, BTreeSet<String>>;

/// The programs that files start.
pub struct StartedPrograms {
    /// The programs that have a name.
    pub named: Locations,
    /// The expressions in place of a name, as in `Command::new(name)`.
    pub computed: Locations,
}

/// Commands that run another command, and the number of their operands before it: `exec cmd`, `env NAME=value cmd`,
/// `chroot FOLDER cmd`. Arrays such as `"${as_root[@]}"` do, too.
const WRAPPERS: [(&str, usize); 10] = [
    ("chroot", 1),
    ("dbus-run-session", 0),
    ("env", 0),
    ("exec", 0),
    ("runuser", 0),
    ("setsid", 0),
    ("sudo", 0),
    ("timeout", 1),
    ("unshare", 0),
    ("xargs", 0),
];
/// Shells, which run the text after `-c`.
const SHELLS: [&str; 2] = ["bash", "sh"];

/// A file of the project.
pub struct Source {
    /// The path from the project's root, with slashes.
    pub path: String,
    pub text: String,
}

impl Source {
    fn is_shell(&self) -> bool {
        let first = self.text.lines().next().unwrap_or_default();
        let has_ending = self.path.rsplit('/').next().unwrap().contains('.');
        (first.starts_with("#!") && first.ends_with("sh"))
            || self.path.ends_with(".sh")
            || (self.path.starts_with("scripts/") && !has_ending)
    }

    /// Whether this script can call the functions of another one. Files that end in `.sh` are sourced by others.
    fn can_call(&self, other: &Self) -> bool {
        let is_part = |source: &Self| source.path.ends_with(".sh");
        self.path == other.path || is_part(self) || is_part(other)
    }

    fn line(&self, offset: usize) -> String {
        format!("{}:{}", self.path, self.text[..offset].matches('\n').count() + 1)
    }
}

/// All text files of the project in which a program can be started.
pub fn project() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.to_owned()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            // The programs in these tests are not started.
            let is_built = name == "target" || name.starts_with("target-");
            let is_skipped = name == ".git" || is_built || path.ends_with("tests/scripts");
            if path.is_dir() && !is_skipped {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let path = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                sources.push(Source { path, text });
            }
        }
    }
    sources
}

/// The programs that these files start.
pub fn started_programs(sources: &[Source]) -> StartedPrograms {
    let (mut named, mut computed) = (Locations::new(), Locations::new());
    let scripts: Vec<_> = sources.iter().filter(|source| source.is_shell()).collect();
    for source in sources {
        if source.is_shell() {
            let functions: BTreeSet<String> = scripts
                .iter()
                .filter(|other| source.can_call(other))
                .flat_map(|other| functions_of(other))
                .collect();
            find_in_shell(&source.text, &mut |offset, name| {
                if !functions.contains(name) && !BUILT_IN.contains(&name) {
                    named.entry(name.to_owned()).or_default().insert(source.line(offset));
                }
            });
        } else {
            for (offset, argument) in first_arguments(source) {
                let argument = argument.trim_start_matches(['&', '[']).trim();
                // A call without arguments, such as `files.command()`, starts a program that the called function names.
                if argument.is_empty() {
                    continue;
                }
                let name = argument.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
                let of = if name.is_some() { &mut named } else { &mut computed };
                of.entry(name.unwrap_or(argument).to_owned()).or_default().insert(source.line(offset));
            }
        }
    }
    StartedPrograms { named, computed }
}

/// The calls that start a program in the language of the file.
fn calls(path: &str) -> &'static [&'static str] {
    match path.rsplit('.').next() {
        Some("rs") => &["Command::new(", ".command(", "App::new("],
        Some("mjs") => &["spawn(", "spawnSync(", "execFile(", "execFileSync(", "exec(", "execSync("],
        Some("py") => {
            &["subprocess.run(", "subprocess.Popen(", "subprocess.check_output(", "os.system(", "os.execve("]
        }
        _ => &[],
    }
}

/// The first argument of each such call, with its offset.
fn first_arguments(source: &Source) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for call in calls(&source.path) {
        for (offset, _) in source.text.match_indices(call) {
            let line = source.text[..offset].rsplit('\n').next().unwrap().trim_start();
            // Skip comments and longer names: `child.exec(` matches, `regexec(` does not.
            let before = line.chars().last();
            let longer = !call.starts_with('.') && before.is_some_and(|c| c.is_alphanumeric() || c == '_');
            if !line.starts_with("//") && !line.starts_with('#') && !longer {
                found.push((offset, argument(&source.text[offset + call.len()..])));
            }
        }
    }
    found
}

/// The argument at the start of the text, up to the comma or bracket that ends it.
fn argument(text: &str) -> &str {
    let (mut depth, mut quoted) = (0_usize, false);
    for (at, character) in text.char_indices() {
        match character {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' => depth += 1,
            ')' | ',' | ']' if depth == 0 => return &text[..at],
            ')' => depth -= 1,
            _ => {}
        }
    }
    text
}

pub fn parse(script: &str) -> tree_sitter::Tree {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_bash::LANGUAGE.into()).unwrap();
    parser.parse(script, None).unwrap()
}

/// Calls `visit` for each node of a tree, parents first.
pub fn walk<'tree>(node: Node<'tree>, visit: &mut impl FnMut(Node<'tree>)) {
    visit(node);
    for child in node.children(&mut node.walk()) {
        walk(child, visit);
    }
}

fn functions_of(source: &Source) -> Vec<String> {
    let mut names = Vec::new();
    walk(parse(&source.text).root_node(), &mut |node| {
        if node.kind() == "function_definition" {
            let name = node.child_by_field_name("name").unwrap();
            names.push(source.text[name.byte_range()].to_owned());
        }
    });
    names
}

/// Calls `found` with each command's name that is a plain word, and its offset, also after a wrapper and in the text that a
/// shell runs.
fn find_in_shell(text: &str, found: &mut dyn FnMut(usize, &str)) {
    walk(parse(text).root_node(), &mut |node| {
        let Some(name) = node.child_by_field_name("name").filter(|_| node.kind() == "command") else {
            return;
        };
        let mut words = vec![name];
        words.extend(node.children_by_field_name("argument", &mut node.walk()));
        let mut words = words.into_iter().map(|word| (word.start_byte(), &text[word.byte_range()]));
        while let Some((offset, name)) = words.find(|(_, word)| !word.starts_with('-') && !word.contains('='))
        {
            if is_plain(name) {
                found(offset, name);
            }
            if SHELLS.contains(&name) {
                if let Some((offset, script)) = text_for_shell(&mut words) {
                    find_in_shell(script, &mut |start, name| found(offset + start, name));
                }
                break;
            }
            let wrapper = WRAPPERS.iter().find(|(wrapper, _)| *wrapper == name);
            let operands = wrapper.map(|(_, operands)| *operands);
            let Some(operands) = operands.or(name.ends_with("[@]}\"").then_some(0)) else { break };
            for _ in 0..operands {
                words.find(|(_, word)| !word.starts_with('-'));
            }
        }
    });
}

/// The quoted text after a shell's option `-c`, as in `sh -ec 'one; two'`, with its offset.
fn text_for_shell<'text>(
    words: &mut impl Iterator<Item = (usize, &'text str)>,
) -> Option<(usize, &'text str)> {
    words.find(|(_, word)| word.starts_with('-') && !word.starts_with("--") && word.ends_with('c'))?;
    let (offset, word) = words.next()?;
    let script = word.strip_prefix('\'')?.strip_suffix('\'')?;
    Some((offset + 1, script))
}

/// Whether a word is neither a path, nor computed, nor the name of a variable.
fn is_plain(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().any(|c| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || "_-+.".contains(c))
}
