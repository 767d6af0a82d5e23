//! What the stories need: a device, a real server, a line between the two with faults on demand, a server that misbehaves.

#![allow(clippy::unwrap_used, dead_code, reason = "each test binary uses its own part of this")]

pub mod again;
pub mod device;
pub mod line;
pub mod program;
pub mod scripted;
#[path = "../../server/tests/support/mod.rs"]
pub mod server;
pub mod wire;
