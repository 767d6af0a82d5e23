//! What the scripts promise: a machine has every program that is started, and one failure does not hide another.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

mod all_failures;
mod fresh_machine;
mod programs;
mod started;
