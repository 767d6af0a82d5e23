//! `component.json`, which `dx components add` uses to find the component in examples/recovery. examples/embedded.rs
//! compiles that component.

use std::fs;

use serde_json::Value;

use super::source::in_project;

/// Keys of a manifest (dioxus-component-manifest 0.7); `dx` rejects others.
const KEYS: [&str; 8] = [
    "name",
    "description",
    "authors",
    "componentDependencies",
    "cargoDependencies",
    "members",
    "exclude",
    "globalAssets",
];

fn manifest(folder: &str) -> Value {
    let text = fs::read_to_string(in_project(folder).join("component.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn texts<'a>(manifest: &'a Value, key: &str) -> Vec<&'a str> {
    manifest[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[test]
fn dx_finds_the_recovery_component() {
    let root = manifest("");
    assert_eq!(texts(&root, "members"), ["examples/recovery"]);
    let component = manifest("examples/recovery");
    assert_eq!(component["name"], "recovery");
    for manifest in [&root, &component] {
        assert!(manifest.as_object().unwrap().keys().all(|key| KEYS.contains(&key.as_str())), "{manifest}");
    }
    let folder = in_project("examples/recovery");
    assert!(folder.join("mod.rs").exists());
    assert!(texts(&component, "exclude").iter().all(|name| folder.join(name).exists()), "{component}");
    let example = fs::read_to_string(in_project("examples/embedded.rs")).unwrap();
    assert!(example.contains("#[path = \"recovery/mod.rs\"]"));
}
