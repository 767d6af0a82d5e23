//! `Dioxus.toml` and the project's files.

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

/// The content of `Dioxus.toml`.
pub struct Source {
    table: Table,
}

impl Source {
    pub fn read() -> Self {
        Self { table: fs::read_to_string(in_project("Dioxus.toml")).unwrap().parse().unwrap() }
    }

    /// `[application] name`.
    pub fn name(&self) -> &str {
        self.text("application.name")
    }

    /// The launcher, which has the name of the app, and the program with the window.
    pub fn programs(&self) -> [String; 2] {
        let manifest: Table = fs::read_to_string(in_project("Cargo.toml")).unwrap().parse().unwrap();
        let programs = ["src/main.rs", "src/bin/window.rs"].map(|path| {
            let all = manifest["bin"].as_array().unwrap();
            let found =
                all.iter().find(|bin| bin.get("path").is_some_and(|other| other.as_str() == Some(path)));
            found.unwrap_or_else(|| panic!("Cargo.toml has no {path}"))["name"].as_str().unwrap().to_owned()
        });
        assert_eq!(programs, [self.name().to_owned(), format!("{}-window", self.name())]);
        programs
    }

    /// `[bundle] identifier`.
    pub fn identifier(&self) -> &str {
        self.text("bundle.identifier")
    }

    pub fn schemes(&self) -> Vec<&str> {
        self.texts("schemes")
    }

    pub fn hosts(&self) -> Vec<&str> {
        self.texts("hosts")
    }

    pub fn paths(&self) -> Vec<&str> {
        self.texts("paths")
    }

    /// The string at `table.table.key`.
    #[track_caller]
    pub fn text(&self, place: &str) -> &str {
        let (tables, key) = place.rsplit_once('.').unwrap();
        self.text_in(tables, key)
    }

    /// The string at a key that contains dots.
    #[track_caller]
    pub fn text_in(&self, tables: &str, key: &str) -> &str {
        self.value(tables, key).as_str().unwrap_or_else(|| panic!("{tables}: {key} is not a string"))
    }

    #[track_caller]
    fn texts(&self, key: &str) -> Vec<&str> {
        let texts =
            self.value("deep_links", key).as_array().unwrap_or_else(|| panic!("{key} is not an array"));
        assert!(!texts.is_empty(), "{key} is empty, so the tests check nothing");
        texts.iter().map(|text| text.as_str().unwrap()).collect()
    }

    #[track_caller]
    fn value(&self, tables: &str, key: &str) -> &Value {
        let table = tables.split('.').try_fold(&self.table, |table, name| table.get(name)?.as_table());
        table
            .and_then(|table| table.get(key))
            .unwrap_or_else(|| panic!("Dioxus.toml has no {key} in {tables}"))
    }
}

/// A file of the project, by its path from the root.
pub fn in_project(path: impl AsRef<Path>) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The tags of the app's languages, sorted.
pub fn languages() -> Vec<String> {
    let files = fs::read_dir(in_project("assets/locales")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut tags: Vec<_> = names.filter_map(|name| name.strip_suffix(".ftl").map(str::to_owned)).collect();
    tags.sort();
    tags
}
