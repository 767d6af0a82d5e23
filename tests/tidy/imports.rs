//! Finds the imports between the modules of a package in its source. Test code is skipped.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;
use syn::{Attribute, Expr, ExprLit, Item, Lit, Meta, UseTree};

/// The path of a module from the root of its package.
pub type Module = Vec<String>;

/// An import between two modules with the same parent. For deeper modules, `from` and `to` are the first names in which
/// their paths differ.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    pub parent: Module,
    pub from: String,
    pub to: String,
    /// The file and the imported path.
    pub location: String,
}

#[derive(Default)]
struct Source {
    /// The file name, for messages.
    file: String,
    children: BTreeSet<String>,
    /// Names that are re-exported from children, with the child. `super::Name` refers to that child.
    reexports: BTreeMap<String, String>,
    /// All paths in its code.
    paths: Vec<Vec<String>>,
}

/// The modules of one package.
pub struct Package {
    name: String,
    modules: BTreeMap<Module, Source>,
}

impl Package {
    /// Reads all files in a folder `src`. `name` is the crate's name in code.
    pub fn read(name: &str, folder: &Path) -> Self {
        let mut files = Vec::new();
        collect(folder, &mut files);
        let files: Vec<_> = files
            .iter()
            .map(|path| {
                let file = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                (file, fs::read_to_string(path).unwrap())
            })
            .collect();
        Self::parse(name, &files)
    }

    /// Parses files, given by path below `src` and text.
    pub fn parse(name: &str, files: &[(String, String)]) -> Self {
        let files: Vec<_> = files
            .iter()
            .filter(|(file, _)| !file.ends_with("/tests.rs") && !file.contains("/tests/"))
            .map(|(file, text)| {
                let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("{file}: {error}"));
                (file.as_str(), parsed)
            })
            .collect();
        let mut renamed = BTreeMap::new();
        for (file, parsed) in &files {
            for (other, module) in renamed_by(parsed) {
                let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
                renamed
                    .insert(format!("{folder}/{other}").trim_start_matches('/').to_owned(), (*file, module));
            }
        }
        let mut modules: BTreeMap<Module, Source> = BTreeMap::new();
        for (file, parsed) in &files {
            let mut found = Paths::default();
            found.visit_file(parsed);
            let source = modules.entry(module_of(file, &renamed)).or_default();
            source.file = (*file).to_owned();
            source.paths.extend(found.0);
        }
        let mut package = Self { name: name.to_owned(), modules };
        package.record_children();
        package
    }

    fn record_children(&mut self) {
        let all: Vec<Module> = self.modules.keys().cloned().collect();
        for module in &all {
            for depth in 0..module.len() {
                let parent = self.modules.entry(module[..depth].to_vec()).or_default();
                parent.children.insert(module[depth].clone());
            }
        }
        for source in self.modules.values_mut() {
            for path in &source.paths {
                let path = path.strip_prefix(&["self".to_owned()]).unwrap_or(path);
                if let [child, .., name] = path
                    && source.children.contains(child)
                {
                    source.reexports.insert(name.clone(), child.clone());
                }
            }
        }
    }

    /// The top-level modules.
    pub fn top_modules(&self) -> BTreeSet<String> {
        self.modules.get(&Vec::new()).map(|root| root.children.clone()).unwrap_or_default()
    }

    /// All imports between modules with the same parent.
    pub fn edges(&self) -> BTreeSet<Edge> {
        let mut edges = BTreeSet::new();
        for (module, source) in &self.modules {
            for path in &source.paths {
                let Some(target) = self.resolve(module, path) else { continue };
                let same = module.iter().zip(&target).take_while(|(one, other)| one == other).count();
                if let (Some(from), Some(to)) = (module.get(same), target.get(same)) {
                    edges.insert(Edge {
                        parent: module[..same].to_vec(),
                        from: from.clone(),
                        to: to.clone(),
                        location: format!("{}: {}", source.file, path.join("::")),
                    });
                }
            }
        }
        edges
    }

    /// The module that a path refers to; `None` if it is outside of the package.
    fn resolve(&self, module: &Module, path: &[String]) -> Option<Module> {
        let (first, mut rest) = path.split_first()?;
        let mut at = match first.as_str() {
            "self" => module.clone(),
            "super" => module[..module.len().checked_sub(1)?].to_vec(),
            "crate" => Module::new(),
            name if *name == self.name => Module::new(),
            _ => return None,
        };
        while let Some((_, more)) = rest.split_first().filter(|(name, _)| *name == "super") {
            at.pop();
            rest = more;
        }
        for name in rest {
            let source = self.modules.get(&at)?;
            if source.children.contains(name) {
                at.push(name.clone());
            } else {
                at.extend(source.reexports.get(name).cloned());
                break;
            }
        }
        Some(at)
    }
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The module of a file, by its name or by the `#[path]` that refers to it.
fn module_of(file: &str, renamed: &BTreeMap<String, (&str, String)>) -> Module {
    if let Some((parent, name)) = renamed.get(file) {
        return [module_of(parent, renamed), vec![name.clone()]].concat();
    }
    let stem = file.trim_end_matches(".rs");
    let stem = stem.strip_suffix("/mod").unwrap_or(stem);
    if stem == "lib" { Module::new() } else { stem.split('/').map(str::to_owned).collect() }
}

/// The files that a file includes with `#[path = "linux.rs"] mod registry;`, with the module's name.
fn renamed_by(file: &syn::File) -> Vec<(String, String)> {
    let modules = file.items.iter().filter_map(|item| match item {
        Item::Mod(module) => Some(module),
        _ => None,
    });
    let path_of = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    };
    modules
        .filter_map(|module| Some((module.attrs.iter().find_map(path_of)?, module.ident.to_string())))
        .collect()
}

/// Collects all paths in code that may refer to another module.
#[derive(Default)]
struct Paths(Vec<Vec<String>>);

impl Paths {
    fn add_tree(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.add_tree(&path.tree, &with(&path.ident)),
            UseTree::Name(name) if name.ident == "self" => self.0.push(before.to_vec()),
            UseTree::Name(name) => self.0.push(with(&name.ident)),
            UseTree::Rename(rename) => self.0.push(with(&rename.ident)),
            UseTree::Glob(_) => self.0.push(before.to_vec()),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(tree, before)),
        }
    }

    /// Collects paths from the tokens of a macro, whose syntax is unknown.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.0.extend((path.len() > 1).then(|| std::mem::take(&mut path)));
                        path.clear();
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                other => {
                    self.0.extend((path.len() > 1).then(|| std::mem::take(&mut path)));
                    path.clear();
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.add_tokens(group.stream());
                    }
                }
            }
        }
        self.0.extend((path.len() > 1).then_some(path));
    }
}

/// Whether the item with these attributes is only compiled for tests.
fn is_test_only(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            let condition = list.tokens.to_string();
            condition == "test" || condition.starts_with("all (test ,")
        }
        _ => false,
    })
}

impl<'a> Visit<'a> for Paths {
    fn visit_item_mod(&mut self, module: &'a syn::ItemMod) {
        if !is_test_only(&module.attrs) {
            syn::visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'a syn::ItemFn) {
        if !is_test_only(&function.attrs) {
            syn::visit::visit_item_fn(self, function);
        }
    }

    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        if !is_test_only(&item.attrs) {
            self.add_tree(&item.tree, &[]);
        }
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.0.extend((names.len() > 1).then_some(names));
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'a syn::Macro) {
        self.add_tokens(called.tokens.clone());
        syn::visit::visit_macro(self, called);
    }
}
