//! Tests of the scripts: `bootstrap` installs every program that is started, and `test` reports all failures.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

mod all_failures;
mod fresh_machine;
mod programs;
mod started;
