//! Tests of the real window, operated like a user would. Each test has its own desktop session, so several can run at the
//! same time. Tests wait for conditions, not for a fixed time; only `closing` varies the time itself.
//!
//! They save screenshots of every screen in two sizes in `target/window-screenshots/` (see [`screenshots`]).

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod arabic;
mod breach_list;
mod closing;
mod cold_link;
mod concurrent_starts;
mod conveniences;
mod desktop_keys;
mod embedded;
mod errors;
mod external_links;
mod fast_keys;
#[path = "../support/growth.rs"]
mod growth;
mod input_kept;
mod journey;
mod keyboard;
mod keyboard_tasks;
mod killed;
mod layout;
mod link_problems;
mod mouse;
mod page_policy;
mod proxy;
mod screen_reader;
mod screenshots;
#[path = "../../server/tests/support/mod.rs"]
mod server;
mod service;
mod soak;
mod starting;
mod steps;
mod suspended;
mod transport;
mod unmoved;
mod warm_link;
mod wayland;
