//! The real window, on a private desktop, worked as a person works it. Each story has a desk of its own, so several
//! run at a time; none waits for a time, only for what it expects to see.
//!
//! On the way every screen is photographed in two sizes into `target/window-shots/` (see [`album`]).

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod album;
mod arabic;
mod assistive;
mod cold_link;
mod comfort;
mod crowd;
mod embedded;
mod external_links;
mod fast_keys;
mod journey;
mod keyboard;
mod killed;
mod line;
mod link_problems;
mod page_policy;
#[path = "../../server/tests/support/mod.rs"]
mod server;
mod service;
mod starting;
mod steps;
mod stolen;
mod transport;
mod warm_link;
mod wayland;
