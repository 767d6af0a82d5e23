//! Tests of the scripts: `bootstrap` installs every program that is started, `test` reports all failures, and
//! `android check` walks through a checklist.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

mod all_failures;
mod android_check;
mod fresh_machine;
mod programs;
mod started;
