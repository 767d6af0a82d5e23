//! One source: whatever a platform is told of names, schemes, hosts and paths agrees with `Dioxus.toml`.
//!
//! What `dx` writes from it needs no test here; what it copies, what our own scripts use and what the server serves does.

#![allow(clippy::unwrap_used)]

mod android;
mod apple;
mod component;
mod documents;
mod licences;
mod linux;
mod parser;
mod requirements;
mod source;
#[path = "../support/mod.rs"]
mod support;
mod windows;
