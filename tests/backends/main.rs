//! The client against identity servers that people run: each from its registry, at a pinned version, on loopback.
//!
//! `./scripts/test backends [NAME…]` installs them and runs these tests; without it they are ignored.

#![allow(clippy::unwrap_used)]

mod fastapi_users;
mod harness;
