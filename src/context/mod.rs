//! What the screens use: the [`Environment`], the [`RecoveryHandle`] with the flow, and the [`Callbacks`] of an embedding
//! app. And the driver, which carries out the effects of the flow.

mod callbacks;
mod demo;
mod drafts;
mod driver;
mod environment;
mod mail_app;
mod recovery_handle;
mod screens;
mod service;

pub use callbacks::Callbacks;
pub use demo::DemoHints;
pub use drafts::Drafts;
pub use environment::Environment;
pub(crate) use mail_app::MailApp;
pub use recovery_handle::{RecoveryHandle, use_recovery};
pub(crate) use recovery_handle::{provide, provide_preview};
pub(crate) use screens::ComponentSlot;
pub use screens::{ScreenComponent, Screens};
pub use service::Service;
