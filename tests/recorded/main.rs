//! Contracts against exchanges that were written down from the servers' public documentation and source: recorded, not
//! live. Each contract that comes with the app has a file of them, and a server on loopback that plays it.

#![allow(clippy::unwrap_used)]

mod exchange;
mod held;
mod hosted;
mod links;
mod mutations;
mod plays;
mod screens;
mod second_factor;
mod self_check;
#[path = "../support/mod.rs"]
mod support;
