//! What the screens are given: the [`Environment`], a [`RecoveryHandle`] to the flow, the ways out ([`Callbacks`]); and the driver
//! that carries out what the flow wants done.

mod callbacks;
mod drafts;
mod driver;
mod environment;
mod recovery_handle;
mod screens;
mod service;

pub use callbacks::Callbacks;
pub use drafts::Drafts;
pub use environment::Environment;
pub use recovery_handle::{RecoveryHandle, use_recovery};
pub(crate) use recovery_handle::{provide, provide_preview};
pub(crate) use screens::Draw;
pub use screens::{ScreenComponent, Screens};
pub use service::Service;
