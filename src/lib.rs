//! Account recovery that people trust, for Dioxus apps.
//!
//! [`App`](app::App) is the whole of it on screen; the [`Environment`](app::Environment) it is given says whom to ask
//! ([`service`]), where links come in ([`link`]), what is remembered ([`vault`]) and what people see
//! ([`config::Brand`]). The rules of the way from "I forgot" to "done" are [`flow`], which does no I/O.
//!
//! docs/architecture.md has the picture. In an app of your own:
//!
//! ```no_run
//! use std::rc::Rc;
//! use dioxus::prelude::*;
//! use latchkey::{app::{App, Environment}, service::{BaseUrl, CallLimits, HttpRecoveryService}, vault::Vault};
//!
//! fn environment() -> Result<Environment, Box<dyn std::error::Error>> {
//!     let base = BaseUrl::parse("https://accounts.example.org")?;
//!     let vault = Vault::open(base.as_str());
//!     let service = Rc::new(HttpRecoveryService::new(base, CallLimits::default())?);
//!     // Put every link that your app is opened with into `environment.inbox`; `rules` and `brand` can be your own.
//!     Ok(Environment::new(service, vault))
//! }
//!
//! #[component]
//! fn Recovery(environment: Environment) -> Element {
//!     rsx! { App { environment } }
//! }
//! ```

pub mod app;
pub mod built_in;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod clock;
pub mod components;
pub mod config;
#[cfg(all(feature = "demo", not(target_arch = "wasm32")))]
pub mod demo;
pub mod email;
pub mod flow;
pub mod link;
pub mod password;
pub mod platform;
pub mod route;
pub mod screens;
pub mod secret;
pub mod service;
#[cfg(not(target_arch = "wasm32"))]
pub mod start;
pub mod vault;
#[cfg(all(any(feature = "desktop", feature = "mobile"), not(target_arch = "wasm32")))]
pub mod window;
pub mod words;
