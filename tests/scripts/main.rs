//! Tests of the scripts: `bootstrap` installs every program that is started, `test` reports all failures, `android check`
//! walks through a checklist, and `apple` builds and checks the app on a Mac with stand-ins for its programs.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

mod all_failures;
mod android_check;
mod apple;
mod backends;
mod executables;
mod fresh_machine;
mod programs;
mod started;
