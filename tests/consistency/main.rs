//! The names, schemes, hosts and paths in all manifests match `Dioxus.toml`.
//!
//! Files that `dx` generates from `Dioxus.toml` are not tested here, only files that it copies, that our scripts use or
//! that the server sends.

#![allow(clippy::unwrap_used)]

mod android;
mod apple;
mod component;
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod dependencies;
mod documents;
mod glossary;
mod hyphens;
mod licences;
mod linux;
#[cfg(unix)]
mod next_dioxus;
mod parser;
mod plurals;
mod recipes;
mod requirements;
mod source;
#[path = "../support/mod.rs"]
mod support;
mod windows;
