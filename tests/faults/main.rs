//! Recoveries under faults: every network fault at every call, wrong clocks, suspended devices, and hundreds of recoveries
//! in one process.

#![allow(clippy::unwrap_used)]

mod call;
mod case;
mod clocks;
mod expected;
#[cfg(target_os = "linux")]
#[path = "../support/growth.rs"]
mod growth;
mod matrix;
mod message;
#[cfg(target_os = "linux")]
mod soak;
#[path = "../support/mod.rs"]
mod support;
mod table;
