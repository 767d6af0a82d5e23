//! The client against real identity servers, installed from package registries at pinned versions, on loopback.
//!
//! `./scripts/test backends [NAME…]` installs them and runs these tests, which are ignored otherwise.

#![allow(clippy::unwrap_used)]

mod allauth;
mod backend;
mod better_auth;
mod cognito;
mod configuration;
mod directus;
mod dj_rest_auth;
mod django;
mod django_rest_passwordreset;
mod djoser;
mod fastapi_users;
mod firebase;
mod flask_security;
mod harness;
mod journey;
mod keycloak;
mod kratos;
mod log_capture;
mod mutations;
mod parse;
mod payload;
mod pocketbase;
mod proofs;
mod recording_service;
mod recordings;
mod scenario;
mod self_check;
mod strapi;
mod strawberry_django_auth;
mod supabase;
#[path = "../support/mod.rs"]
mod support;
mod synapse;
mod urls;
mod wordpress;
