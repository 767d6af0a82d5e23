//! What may use what: packages, and the modules of each, as the pictures of docs/architecture.md draw them.
//!
//! A picture is a code block that begins with ```` ```layers NAME ````. What stands on a line may use what stands below,
//! and nothing beside it or above.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::imports::{Edge, Package};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const PICTURES: &str = "docs/architecture.md";
/// The picture of the packages.
const PACKAGES: &str = "packages";
/// Packages that are still being put in order: the circles inside their modules are not looked at yet.
const HELD: [&str; 1] = ["latchkey-server"];

/// What stands on each line, the topmost first.
type Picture = Vec<Vec<String>>;

fn pictures(text: &str) -> BTreeMap<String, Picture> {
    let mut pictures = BTreeMap::new();
    for block in text.split("```layers ").skip(1) {
        let (block, _) = block.split_once("```").expect("a picture ends");
        let (name, lines) = block.split_once('\n').expect("a picture has lines");
        let lines = lines.lines().map(|line| line.split_whitespace().map(str::to_owned).collect());
        pictures.insert(name.trim().to_owned(), lines.collect());
    }
    pictures
}

fn line_of(picture: &Picture, name: &str) -> Option<usize> {
    picture.iter().position(|line| line.iter().any(|drawn| drawn == name))
}

/// What a picture forbids and the source does, and what the picture leaves out or draws for nothing.
fn against(picture: &Picture, there_are: &BTreeSet<String>, edges: &BTreeSet<Edge>) -> Vec<String> {
    let drawn: BTreeSet<String> = picture.iter().flatten().cloned().collect();
    let missing = there_are.difference(&drawn).map(|name| format!("`{name}` is not in the picture"));
    let gone = drawn.difference(there_are).map(|name| format!("`{name}` is in the picture alone"));
    let upward = edges.iter().filter(|edge| edge.parent.is_empty());
    let upward = upward.filter(|edge| line_of(picture, &edge.from) >= line_of(picture, &edge.to));
    let upward = upward.map(|edge| format!("`{}` uses `{}` ({})", edge.from, edge.to, edge.because));
    missing.chain(gone).chain(upward).collect()
}

/// Circles among modules of one parent: what is left when all that use nothing are taken away, again and again.
fn circles(edges: &BTreeSet<Edge>) -> Vec<String> {
    let mut found = Vec::new();
    for parent in edges.iter().map(|edge| &edge.parent).collect::<BTreeSet<_>>() {
        let mut left: Vec<&Edge> = edges.iter().filter(|edge| edge.parent == *parent).collect();
        loop {
            let using: BTreeSet<&String> = left.iter().map(|edge| &edge.from).collect();
            let used: BTreeSet<&String> = left.iter().map(|edge| &edge.to).collect();
            let before = left.len();
            left.retain(|edge| using.contains(&edge.to) && used.contains(&edge.from));
            if left.len() == before {
                break;
            }
        }
        found.extend(left.iter().map(|edge| format!("{} → {} ({})", edge.from, edge.to, edge.because)));
    }
    found
}

/// The packages of the workspace: the name in Cargo.toml, the folder, and the packages that it is built of.
fn packages() -> Vec<(String, PathBuf, BTreeSet<String>)> {
    let manifest = |folder: &Path| -> toml::Table {
        fs::read_to_string(folder.join("Cargo.toml")).unwrap().parse().unwrap()
    };
    let root = PathBuf::from(ROOT);
    let members = manifest(&root)["workspace"]["members"].as_array().unwrap().clone();
    let members = members.iter().map(|member| root.join(member.as_str().unwrap()));
    let folders: Vec<PathBuf> = [root.clone()].into_iter().chain(members).collect();
    let manifests: Vec<_> = folders.into_iter().map(|folder| (manifest(&folder), folder)).collect();
    let name = |manifest: &toml::Table| manifest["package"]["name"].as_str().unwrap().to_owned();
    let all: BTreeSet<String> = manifests.iter().map(|(manifest, _)| name(manifest)).collect();
    let built_of = |manifest: &toml::Table| {
        let mut tables: Vec<&toml::Table> = vec![manifest];
        if let Some(targets) = manifest.get("target").and_then(toml::Value::as_table) {
            tables.extend(targets.values().filter_map(toml::Value::as_table));
        }
        let kinds = ["dependencies", "build-dependencies"];
        let lists =
            tables.iter().flat_map(|table| kinds.iter().filter_map(|kind| table.get(*kind)?.as_table()));
        lists.flat_map(|list| list.keys().cloned()).filter(|name| all.contains(name)).collect()
    };
    manifests.iter().map(|(manifest, folder)| (name(manifest), folder.clone(), built_of(manifest))).collect()
}

#[test]
fn packages_depend_only_on_lower_layers() {
    let pictures = pictures(&fs::read_to_string(Path::new(ROOT).join(PICTURES)).unwrap());
    let packages = packages();
    let there_are = packages.iter().map(|(name, ..)| name.clone()).collect();
    let edge = |from: &String, to: &String| Edge {
        parent: Vec::new(),
        from: from.clone(),
        to: to.clone(),
        because: "Cargo.toml".to_owned(),
    };
    let edges = packages.iter().flat_map(|(from, _, of)| of.iter().map(move |to| edge(from, to))).collect();
    let found = against(&pictures[PACKAGES], &there_are, &edges);
    assert!(found.is_empty(), "against the picture of packages in {PICTURES}:\n{}", found.join("\n"));
}

#[test]
fn modules_use_only_lower_layers_without_cycles() {
    let pictures = pictures(&fs::read_to_string(Path::new(ROOT).join(PICTURES)).unwrap());
    let mut looked_at = 0;
    for (name, folder, _) in packages() {
        let source = folder.join("src");
        let package = Package::read(&name.replace('-', "_"), &source);
        let edges = package.edges();
        let found = if HELD.contains(&name.as_str()) { Vec::new() } else { circles(&edges) };
        assert!(found.is_empty(), "a circle in {name}:\n{}", found.join("\n"));
        let there_are = package.top_modules();
        if there_are.len() > 1 {
            let picture =
                pictures.get(&name).unwrap_or_else(|| panic!("{PICTURES} has no picture of {name}"));
            let found = against(picture, &there_are, &edges);
            assert!(found.is_empty(), "against the picture of {name} in {PICTURES}:\n{}", found.join("\n"));
            looked_at += edges.len();
        }
    }
    assert!(looked_at > 200, "{looked_at} imports were read: too few to be all");
}

#[test]
fn upward_imports_and_cycles_are_found() {
    let package = |files: &[(&str, &str)]| {
        let files: Vec<_> =
            files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect();
        Package::of("app", &files)
    };
    let lines = "```layers app\nmain\nscreens  frame\ncontext\n```\n";
    let picture = &pictures(lines)["app"];
    let lib = ("lib.rs", "mod screens; mod context; mod frame;");
    let upward = |files: &[(&str, &str)]| {
        let package = package(&[&[lib, ("main.rs", "use app::screens;")], files].concat());
        let edges = package.edges();
        (against(picture, &package.top_modules(), &edges), circles(&edges))
    };
    let context = ("context/mod.rs", "mod a; mod b; pub use a::A;");
    let below = [
        ("screens.rs", "use crate::context::A; fn f() { let _: crate::context::A; }"),
        ("frame.rs", "#[cfg(test)] mod tests { use crate::screens::X; }"),
        context,
        ("context/a.rs", "pub struct A; #[cfg(test)] mod tests { use super::super::B; }"),
        ("context/b.rs", "use super::A;"),
    ];
    assert_eq!(upward(&below), (vec![], vec![]));
    for (file, text) in [
        ("context/a.rs", "use crate::screens::X;"),
        ("context/a.rs", "use crate::{context::b, screens};"),
        ("context/a.rs", "fn f() { super::super::screens::x() }"),
        ("context/a.rs", "fn f() { rsx! { crate::screens::X { } } }"),
        ("frame.rs", "use crate::screens::X;"),
    ] {
        let mut files = below.to_vec();
        files.iter_mut().find(|(name, _)| *name == file).unwrap().1 = text;
        let (found, _) = upward(&files);
        assert_eq!(found.len(), 1, "{file}: {text}: {found:?}");
    }
    // By the name that the parent gives the sibling's.
    let mut files = below.to_vec();
    files.iter_mut().find(|(name, _)| *name == "context/a.rs").unwrap().1 = "use super::b::B;";
    assert_eq!(upward(&files).1.len(), 2);
    let renamed = package(&[
        ("lib.rs", "#[path = \"linux.rs\"] mod system; mod user;"),
        ("linux.rs", "use crate::user::U;"),
        ("user.rs", "use crate::system::S;"),
    ]);
    assert_eq!(circles(&renamed.edges()).len(), 2);
    assert_eq!(against(&Vec::new(), &["new".to_owned()].into(), &BTreeSet::new()).len(), 1);
    assert_eq!(against(picture, &BTreeSet::new(), &BTreeSet::new()).len(), 4, "nothing is drawn for nothing");
}
