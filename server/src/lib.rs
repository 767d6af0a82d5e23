//! The recovery server of Latchkey: a reference implementation of account recovery by email.
//!
//! It implements the contract in `docs/backends.md`, and runs as a program or inside another one:
//!
//! ```no_run
//! use latchkey_server::{Brand, Config, Database, Mail, Product, Server};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let product = Product {
//!     name: "Example".into(),
//!     support: "help@example.org".into(),
//!     sender: "no-reply@example.org".into(),
//!     brand: Brand::default(),
//! };
//! let mail = Mail::Directory("mail".into());
//! let config = Config::new(Database::Memory, mail, "example://reset-password".parse()?, product);
//! let server = Server::start(config).await?;
//! server.add_user("ada@example.org", "seven grey herons").await?;
//! let base_url = server.base_url().clone();
//! server.shutdown().await;
//! # Ok(())
//! # }
//! ```
//!
//! # Layers
//!
//! The task of each module, from the highest layer to the lowest. `docs/architecture.md` has the exact order, which
//! `tests/tidy` checks.
//!
//! | layer | modules | task |
//! |--|--|--|
//! | program | `cli` | command line |
//! | server | `server` | starts and stops everything below |
//! | HTTP | `http`, `net` | routes, request bodies, pages; connections |
//! | services | `services` | the operations: recovery, signing in, administration, the outbox |
//! | adapters | `store`, `mail`, `passwords`, `audit` | database, email, hashing, the audit log |
//! | colours | `theme` | the colours of emails and pages |
//! | configuration | `config`, `metrics` | settings, their validation, the configuration file; counters |
//! | basic types | `domain`, `crypto`, `i18n`, `internal_error` | rules and types without I/O |
//! | files | `private_file`, `web_app` | files that only this user can read; the files of the web app |

mod audit;
pub mod cli;
mod config;
mod crypto;
mod domain;
mod http;
mod i18n;
mod internal_error;
mod mail;
mod metrics;
mod net;
mod passwords;
mod private_file;
mod server;
mod services;
mod store;
mod theme;
mod web_app;

pub use crate::config::{
    AndroidApp, AppStore, Apps, Binding, Brand, Config, ConfigError, ConfigFileError, Database,
    ForwardedHeader, HashingCost, Limits, Mail, Product, Smtp, SmtpTls, TlsFiles,
};
pub use crate::crypto::pepper::{Pepper, PepperError};
pub use crate::crypto::secrets::CODE_DIGITS;
pub use crate::domain::clock::{Clock, ManualClock, SystemClock, UnixTime};
pub use crate::domain::lifetimes::{
    CODE_LIFETIME, LINK_LIFETIME, MAX_CODE_TRIES, SESSION_IDLE_TIMEOUT, SESSION_LIFETIME,
};
pub use crate::domain::new_password_rules::{MAX_PASSWORD_LENGTH, NewPasswordRules};
pub use crate::internal_error::InternalError;
pub use crate::mail::MailError;
pub use crate::net::BindError;
pub use crate::server::{BoundServer, Server, ServerHandle, StartError};
pub use crate::services::OpenError;
pub use crate::services::admin::{AccountError, AdminError, AdminService};
pub use crate::store::AccountEntry;
pub use crate::web_app::WebAppError;
pub use latchkey_brand::contrast::Colour;
pub use latchkey_core::password::PasswordRejection;
