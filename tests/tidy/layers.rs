//! Packages and modules depend on each other only as the layer diagrams in docs/architecture.md allow.
//!
//! A diagram is a code block that begins with ```` ```layers NAME ````. Each line is a layer, which may depend on the
//! layers below it only.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::imports::{Edge, Package};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const DOCUMENT: &str = "docs/architecture.md";
/// The name of the diagram of the packages.
const PACKAGES: &str = "packages";

/// The names on each line, from top to bottom.
type LayerDiagram = Vec<Vec<String>>;

fn parse_diagrams(text: &str) -> BTreeMap<String, LayerDiagram> {
    let mut diagrams = BTreeMap::new();
    for block in text.split("```layers ").skip(1) {
        let (block, _) = block.split_once("```").expect("the code block has no end");
        let (name, lines) = block.split_once('\n').expect("the code block is empty");
        let lines = lines.lines().map(|line| line.split_whitespace().map(str::to_owned).collect());
        diagrams.insert(name.trim().to_owned(), lines.collect());
    }
    diagrams
}

fn layer_of(diagram: &LayerDiagram, name: &str) -> Option<usize> {
    diagram.iter().position(|layer| layer.iter().any(|listed| listed == name))
}

/// The differences between a diagram and the source: missing names, names that do not exist, and forbidden dependencies.
fn violations(diagram: &LayerDiagram, existing: &BTreeSet<String>, edges: &BTreeSet<Edge>) -> Vec<String> {
    let listed: BTreeSet<String> = diagram.iter().flatten().cloned().collect();
    let missing = existing.difference(&listed).map(|name| format!("`{name}` is not in the diagram"));
    let unknown =
        listed.difference(existing).map(|name| format!("`{name}` is in the diagram, but does not exist"));
    let upward = edges.iter().filter(|edge| edge.parent.is_empty());
    let upward = upward.filter(|edge| layer_of(diagram, &edge.from) >= layer_of(diagram, &edge.to));
    let upward = upward.map(|edge| format!("`{}` uses `{}` ({})", edge.from, edge.to, edge.location));
    missing.chain(unknown).chain(upward).collect()
}

/// The imports that form cycles among modules with the same parent: those that remain after repeatedly removing modules
/// that import no other or that no other imports.
fn cycles(edges: &BTreeSet<Edge>) -> Vec<String> {
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
        found.extend(left.iter().map(|edge| format!("{} → {} ({})", edge.from, edge.to, edge.location)));
    }
    found
}

/// A package of the workspace.
struct Member {
    /// The name in Cargo.toml.
    name: String,
    /// The name in Rust code.
    crate_name: String,
    folder: PathBuf,
    /// The packages of the workspace that it depends on.
    dependencies: BTreeSet<String>,
}

fn packages() -> Vec<Member> {
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
    let crate_name = |manifest: &toml::Table| {
        let given = manifest.get("lib").and_then(|lib| lib.get("name")?.as_str());
        given.map_or_else(|| name(manifest).replace('-', "_"), str::to_owned)
    };
    let dependencies = |manifest: &toml::Table| {
        let mut tables: Vec<&toml::Table> = vec![manifest];
        if let Some(targets) = manifest.get("target").and_then(toml::Value::as_table) {
            tables.extend(targets.values().filter_map(toml::Value::as_table));
        }
        let kinds = ["dependencies", "build-dependencies"];
        let lists =
            tables.iter().flat_map(|table| kinds.iter().filter_map(|kind| table.get(*kind)?.as_table()));
        lists.flat_map(|list| list.keys().cloned()).filter(|name| all.contains(name)).collect()
    };
    let member = |(manifest, folder): &(toml::Table, PathBuf)| Member {
        name: name(manifest),
        crate_name: crate_name(manifest),
        folder: folder.clone(),
        dependencies: dependencies(manifest),
    };
    manifests.iter().map(member).collect()
}

#[test]
fn packages_depend_only_on_lower_layers() {
    let diagrams = parse_diagrams(&fs::read_to_string(Path::new(ROOT).join(DOCUMENT)).unwrap());
    let packages = packages();
    let existing = packages.iter().map(|package| package.name.clone()).collect();
    let edge = |from: &String, to: &String| Edge {
        parent: Vec::new(),
        from: from.clone(),
        to: to.clone(),
        location: "Cargo.toml".to_owned(),
    };
    let edges = packages
        .iter()
        .flat_map(|package| package.dependencies.iter().map(move |to| edge(&package.name, to)))
        .collect();
    let found = violations(&diagrams[PACKAGES], &existing, &edges);
    assert!(found.is_empty(), "the packages violate the diagram in {DOCUMENT}:\n{}", found.join("\n"));
}

#[test]
fn modules_use_only_lower_layers_without_cycles() {
    let diagrams = parse_diagrams(&fs::read_to_string(Path::new(ROOT).join(DOCUMENT)).unwrap());
    let mut checked = 0;
    for Member { name, crate_name, folder, .. } in packages() {
        let source = folder.join("src");
        let package = Package::read(&crate_name, &source);
        let edges = package.edges();
        let found = cycles(&edges);
        assert!(found.is_empty(), "import cycle in {name}:\n{}", found.join("\n"));
        let existing = package.top_modules();
        if existing.len() > 1 {
            let diagram =
                diagrams.get(&name).unwrap_or_else(|| panic!("{DOCUMENT} has no diagram of {name}"));
            let found = violations(diagram, &existing, &edges);
            assert!(found.is_empty(), "{name} violates the diagram in {DOCUMENT}:\n{}", found.join("\n"));
            checked += edges.len();
        }
    }
    assert!(checked > 200, "only {checked} imports were found");
}

#[test]
fn upward_imports_and_cycles_are_found() {
    let package = |files: &[(&str, &str)]| {
        let files: Vec<_> =
            files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect();
        Package::parse("app", &files)
    };
    let lines = "```layers app\nmain\nscreens  layout\ncontext\n```\n";
    let diagram = &parse_diagrams(lines)["app"];
    let lib = ("lib.rs", "mod screens; mod context; mod layout;");
    let check = |files: &[(&str, &str)]| {
        let package = package(&[&[lib, ("main.rs", "use app::screens;")], files].concat());
        let edges = package.edges();
        (violations(diagram, &package.top_modules(), &edges), cycles(&edges))
    };
    let context = ("context/mod.rs", "mod a; mod b; pub use a::A;");
    let valid = [
        ("screens.rs", "use crate::context::A; fn f() { let _: crate::context::A; }"),
        ("layout.rs", "#[cfg(test)] mod tests { use crate::screens::X; }"),
        context,
        ("context/a.rs", "pub struct A; #[cfg(test)] mod tests { use super::super::B; }"),
        ("context/b.rs", "use super::A;"),
    ];
    assert_eq!(check(&valid), (vec![], vec![]));
    for (file, text) in [
        ("context/a.rs", "use crate::screens::X;"),
        ("context/a.rs", "use crate::{context::b, screens};"),
        ("context/a.rs", "fn f() { super::super::screens::x() }"),
        ("context/a.rs", "fn f() { rsx! { crate::screens::X { } } }"),
        ("layout.rs", "use crate::screens::X;"),
    ] {
        let mut files = valid.to_vec();
        files.iter_mut().find(|(name, _)| *name == file).unwrap().1 = text;
        let (found, _) = check(&files);
        assert_eq!(found.len(), 1, "{file}: {text}: {found:?}");
    }
    // Through a name that the parent re-exports.
    let mut files = valid.to_vec();
    files.iter_mut().find(|(name, _)| *name == "context/a.rs").unwrap().1 = "use super::b::B;";
    assert_eq!(check(&files).1.len(), 2);
    let renamed = package(&[
        ("lib.rs", "#[path = \"linux.rs\"] mod system; mod user;"),
        ("linux.rs", "use crate::user::U;"),
        ("user.rs", "use crate::system::S;"),
    ]);
    assert_eq!(cycles(&renamed.edges()).len(), 2);
    assert_eq!(violations(&Vec::new(), &["new".to_owned()].into(), &BTreeSet::new()).len(), 1);
    assert_eq!(violations(diagram, &BTreeSet::new(), &BTreeSet::new()).len(), 4);
}
