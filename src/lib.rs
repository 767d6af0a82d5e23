//! Account recovery that people trust, for Dioxus apps.
//!
//! [`App`](app::App) is the whole of it on screen; the [`Environment`](app::Environment) it is given says whom to ask
//! ([`service`]), where links come in ([`link`]), what is remembered ([`vault`]) and what people see
//! ([`config::Brand`]). The rules of the way from "I forgot" to "done" are [`flow`], which does no I/O.
//!
//! docs/architecture.md has the picture.

pub mod app;
pub mod built_in;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod clock;
pub mod components;
pub mod config;
#[cfg(all(feature = "demo", not(target_arch = "wasm32")))]
pub mod demo;
#[cfg(all(feature = "desktop", not(target_arch = "wasm32")))]
pub mod desktop;
pub mod flow;
pub mod link;
pub mod password;
pub mod platform;
pub mod route;
pub mod screens;
pub mod secret;
pub mod service;
#[cfg(all(feature = "desktop", not(target_arch = "wasm32")))]
pub mod start;
pub mod vault;
pub mod words;
