//! What becomes of a recovery when something fails: every fault of the line at every call, clocks that are moved,
//! a process that sleeps, and hundreds of recoveries in one.

#![allow(clippy::unwrap_used)]

mod call;
mod cell;
mod clocks;
mod expected;
mod journeys;
mod matrix;
mod said;
#[path = "../support/mod.rs"]
mod support;
mod table;
