//! The client against identity servers that people run: each from its registry, at a pinned version, on loopback.
//!
//! `./scripts/test backends [NAME…]` installs them and runs these tests; without it they are ignored.

#![allow(clippy::unwrap_used)]

mod allauth;
mod better_auth;
mod check;
mod cognito;
mod directus;
mod dj_rest_auth;
mod djoser;
mod fastapi_users;
mod firebase;
mod flask_security;
mod harness;
mod journey;
mod logs;
mod mutations;
mod parse;
mod payload;
mod pocketbase;
mod proofs;
mod recorded;
mod set_up;
mod site;
mod story;
mod strapi;
#[path = "../support/mod.rs"]
mod support;
mod urls;
mod witness;
