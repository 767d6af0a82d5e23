//! Shared by the integration tests: the app without a window, a real server, a proxy between them that injects faults, and
//! a stub server.

#![allow(clippy::unwrap_used, dead_code, reason = "each test binary uses its own part of this")]

pub mod fault_proxy;
pub mod headless_app;
pub mod http_message;
pub mod program;
#[path = "../../server/tests/support/mod.rs"]
pub mod server;
pub mod stub_server;
pub mod subprocess;
