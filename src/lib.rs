//! Account recovery for [Dioxus](https://dioxuslabs.com) apps: "I forgot my password", a link or a code by email, a new
//! password.
//!
//! The package is called `latchkey-recovery`, the crate `latchkey`. One component is the whole recovery:
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
//! fn ForgotPassword(identity: AppIdentity, service: Service, vault: Vault, back: EventHandler<()>) -> Element {
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
//! # The flow
//!
//! ```text
//!                         ┌──── the link opens the app ────┐
//!                         │                                ▼
//!  Forgot password ─▶ Check your email ── the code ─▶ New password ─▶ Done ─▶ on_complete
//!        │  ▲                                              │
//!        │  └────────── expired, used, damaged ◀───────────┘
//!        ▼
//!    on_cancel
//! ```
//!
//! A link may arrive at any time, also before the app runs: put it into [`LinkInbox`](link::LinkInbox). The
//! [`Vault`](vault::Vault) keeps open recoveries in the system's keyring, so that they survive the end of the app.
//!
//! # Features
//!
//! No feature is on by default. An embedding app chooses the one for its window:
//!
//! | feature | for |
//! |--|--|
//! | `desktop` | a window on Linux, macOS or Windows |
//! | `mobile` | Android and iOS |
//! | `web` | a browser |
//! | `measure` | rates passwords in the app; part of `desktop` and `mobile` |
//! | `strength` | the binary that rates passwords in a browser, of our own program |
//! | `demo` | our own program with an embedded server; never in a release |
//!
//! # Parts
//!
//! [`Recovery`](app::Recovery) is one component; [`RecoveryProvider`](app::RecoveryProvider) with [`Route`](route::Route)
//! is the same inside the routes of an app, and [`App`](app::App) the whole app. They work with an
//! [`Environment`](app::Environment): the app's links ([`identity`]), the service to call ([`service`]), incoming links
//! ([`link`]), open recoveries ([`vault`]), brand ([`config::Brand`]) and texts ([`i18n`]). The rules are in [`flow`], a
//! state machine without I/O.
//!
//! Other identity servers, such as Supabase or Keycloak, are called by their contract:
//! [`built_in`](service::contract::built_in) with
//! [`HttpRecoveryService::with_contract`](service::HttpRecoveryService::with_contract).
//!
//! # Stability
//!
//! The components and types of [`app`], [`identity`], [`service`], [`flow`], [`link`], [`secret`], [`password`], [`vault`],
//! [`config`], [`email_hints`] and [`route`] are stable by semantic versioning, and so are [`Screen`](screens::Screen) and
//! [`Screens`](screens::Screens); [`I18n`](i18n::I18n), [`Language`](i18n::Language) and
//! [`MessageOverrides`](i18n::MessageOverrides); the names of the messages in `assets/locales/en.ftl`; and the custom
//! properties of `assets/tokens.css`. All other modules, and how the screens look, can change with any release. `demo`,
//! `cli`, `start`, `window`, `page` and [`platform`] are for our own program.

pub use latchkey_core::{email_hints, flow, identity, secret};

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
#[cfg(any(
    not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")),
    all(feature = "demo", not(target_arch = "wasm32"))
))]
mod home_folder;
pub mod i18n;
pub mod layout;
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
