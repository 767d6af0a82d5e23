//! The bridge between `MainActivity.kt` and Rust. Both sides call each other by name, and no compiler checks the names.

use std::collections::BTreeSet;

use super::text_of;
use crate::source::Source;

const RUST: &str = "src/platform/android.rs";
const KEPT: &str = "platform/android/keep.pro";

fn kotlin() -> String {
    text_of(Source::read().text("application.android_main_activity"))
}

/// The words directly after each occurrence of `prefix`.
fn words_after<'a>(text: &'a str, prefix: &str) -> BTreeSet<&'a str> {
    let name = |rest: &'a str| &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
    text.split(prefix).skip(1).map(name).collect()
}

#[test]
fn kotlin_externals_are_exported_by_rust() {
    let kotlin = kotlin();
    let called = words_after(&kotlin, "external fun ");
    assert!(called.contains("linkOpened"), "{called:?}");
    assert!(kotlin.starts_with("package dev.dioxus.main\n") && kotlin.contains("\nclass MainActivity : "));
    assert_eq!(called, words_after(&text_of(RUST), "fn Java_dev_dioxus_main_MainActivity_"));
}

#[test]
fn methods_called_by_rust_exist_and_are_kept() {
    let kotlin = kotlin();
    let rust = text_of(RUST);
    let called = words_after(&rust, "jni_str!(\"");
    assert!(called.contains("setContentProtection"), "{called:?}");
    let public = words_after(&kotlin, "\n    fun ");
    assert!(called.is_subset(&public), "{called:?} of {public:?}");

    let kept = text_of(KEPT);
    let named = kept.lines().filter_map(|line| line.trim().strip_prefix("public ")?.split(['(', ' ']).nth(1));
    assert_eq!(called, named.collect());
    assert!(kept.contains("class dev.dioxus.main.MainActivity {"));
    assert!(text_of("Dioxus.toml").contains(&format!("proguard_rules = [\"{KEPT}\"]")));
}

#[test]
fn build_config_alias_matches_the_identifier() {
    let alias = format!("typealias BuildConfig = {}.BuildConfig\n", Source::read().identifier());
    assert!(kotlin().contains(&alias));
}
