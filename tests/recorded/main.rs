//! Contracts against recorded exchanges, which were written from the servers' public documentation and source. Each
//! built-in contract has a file of exchanges, which a server on loopback replays.

#![allow(clippy::unwrap_used)]

mod bodies;
mod cookies;
mod exchange;
mod hosted;
mod links;
mod lost_responses;
mod mutations;
mod own_contract;
mod own_contract_files;
mod page_return;
mod record;
#[cfg(target_os = "linux")]
mod record_terminal;
mod replay;
mod screens;
mod second_factor;
mod self_check;
mod session_values;
mod sign_out;
mod states;
#[path = "../support/mod.rs"]
mod support;
