//! The reference recovery API of Latchkey: what a careful server does when somebody forgot a password.
//!
//! It speaks the contract of `docs/backends.md`. It can run as a program of its own, or inside another one:
//!
//! ```no_run
//! use latchkey_server::{Config, Database, Mail, Product, Server};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let product = Product {
//!     name: "Example".into(),
//!     support: "help@example.org".into(),
//!     sender: "no-reply@example.org".into(),
//! };
//! let mail = Mail::Directory("mail".into());
//! let running =
//!     Server::start(Config::new(Database::Memory, mail, "example://reset-password".parse()?, product)).await?;
//! running.add_user("ada@example.org", "seven grey herons").await?;
//! let base_url = running.base_url().clone();
//! running.shutdown().await;
//! # Ok(())
//! # }
//! ```
//!
//! The way of a request: `routes` read it, `core` and `recovery` decide, `store` remembers, `mail` tells the
//! person, later. Pages and mails speak by `languages`.

mod address;
mod audit;
mod client_network;
mod clock;
mod code_key;
mod config;
mod connections;
mod core;
mod door;
mod fault;
mod languages;
mod mail;
mod metrics;
mod operator;
mod passwords;
mod private_file;
mod rate_limit;
mod readiness;
mod recovery;
mod routes;
mod secrets;
mod server;
mod settings;
mod sign_in;
mod store;
mod throttle;
mod web_app;

pub mod cli;

pub use crate::clock::{Clock, ManualClock, SystemClock, UnixTime};
pub use crate::config::{
    AndroidApp, AppStore, Apps, Binding, Config, ConfigError, ForwardedHeader, Limits, Mail, Product, Smtp,
    SmtpTls, TlsFiles,
};
pub use crate::core::AddUserError;
pub use crate::fault::Fault;
pub use crate::mail::MailError;
pub use crate::operator::{Office, OperatorError, add_user, prune};
pub use crate::passwords::{HashingCost, MAX_LENGTH, PasswordPolicy, Pepper, Refusal};
pub use crate::recovery::{CODE_TRIES, CODE_VALID, LINK_VALID};
pub use crate::secrets::CODE_DIGITS;
pub use crate::server::{Running, Server, StartError};
pub use crate::settings::SettingsError;
pub use crate::sign_in::{SESSION_IDLE, SESSION_VALID};
pub use crate::store::{AccountEntry, Database};
pub use crate::web_app::WebAppError;
