//! Account recovery that people trust, for Dioxus apps.
//!
//! [`Recovery`](app::Recovery) is all of it as one component; [`RecoveryProvider`](app::RecoveryProvider) with
//! [`Route`](route::Route) is the same inside the routes of an app, and [`App`](app::App) the whole app. What they work
//! with is an [`Environment`](app::Environment): which links are the app's ([`identity`]), whom to ask ([`service`]), where links come in ([`link`]), what is
//! remembered ([`vault`]), what people see ([`config::Brand`]) and read ([`words`]). The rules of the way from "I forgot"
//! to "done" are [`flow`], which does no I/O.
//!
//! A server that is not ours is asked by its contract, [`built_in`](service::contract::built_in) with
//! [`HttpRecoveryService::with_contract`](service::HttpRecoveryService::with_contract).
//!
//! ```no_run
//! use dioxus::prelude::*;
//! use latchkey::{
//!     app::{Recovery, Service},
//!     identity::{AppIdentity, DeepLinks},
//!     service::{BaseUrl, CallLimits, HttpRecoveryService},
//!     vault::Vault,
//! };
//!
//! fn identity() -> Result<AppIdentity, Box<dyn std::error::Error>> {
//!     let links = DeepLinks {
//!         schemes: vec!["com.example.shop".into()],
//!         hosts: vec!["shop.example.com".into()],
//!         paths: vec!["/reset-password".into()],
//!     };
//!     Ok(AppIdentity::new("com.example.Shop", links)?)
//! }
//!
//! fn accounts(identity: &AppIdentity) -> Result<(Service, Vault), Box<dyn std::error::Error>> {
//!     let base = BaseUrl::parse("https://accounts.example.org")?;
//!     let vault = Vault::open(identity, base.as_str());
//!     Ok((Service::new(HttpRecoveryService::new(base, CallLimits::default())?), vault))
//! }
//!
//! #[component]
//! fn Forgotten(identity: AppIdentity, service: Service, vault: Vault, back: EventHandler<()>) -> Element {
//!     rsx! {
//!         Recovery {
//!             identity,
//!             service,
//!             vault,
//!             on_complete: move |_| back.call(()),
//!             on_cancel: move |()| back.call(()),
//!         }
//!     }
//! }
//! ```
//!
//! # What is kept stable
//!
//! By semantic versioning: the components and types of [`app`], [`service`], [`flow`], [`link`], [`secret`],
//! [`password`], [`vault`], [`config`], [`email`] and [`route`]; [`Screens`](screens::Screens), [`I18n`](i18n::I18n)
//! with the names of the sentences in `assets/locales/en.ftl`, and the custom properties of `assets/tokens.css`. The
//! parts in [`components`] and the looks of the pages may change with any release; `demo`, `cli`, `start`, `window`, `page`
//! and [`platform`] are for our own program.
//!
//! docs/architecture.md has the picture.

pub use latchkey_core::{email, flow, identity, secret};

pub mod app;
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
pub mod cli;
pub mod clock;
pub mod components;
pub mod config;
pub mod context;
#[cfg(all(feature = "demo", not(target_arch = "wasm32")))]
pub mod demo;
mod document;
pub mod frame;
pub mod i18n;
pub mod link;
#[cfg(any(all(target_arch = "wasm32", feature = "web"), test))]
pub mod page;
pub mod password;
pub mod platform;
#[cfg(any(not(target_arch = "wasm32"), feature = "web"))]
pub mod program;
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
pub mod registration;
pub mod route;
pub mod screens;
pub mod service;
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
pub mod single_instance;
#[cfg(not(target_arch = "wasm32"))]
pub mod start;
pub mod vault;
#[cfg(all(any(feature = "desktop", feature = "mobile"), not(target_arch = "wasm32")))]
pub mod window;

/// Compiles the examples of docs/embedding.md.
#[cfg(doctest)]
#[doc = include_str!("../docs/embedding.md")]
mod embedding_guide {}
