//! What the screens are given: the [`Environment`], a [`Guide`] to the flow, the ways out ([`Exits`]); and the driver
//! that carries out what the flow wants done.

mod drafts;
mod driver;
mod environment;
mod exits;
mod guide;
mod screens;
mod service;

pub use drafts::Drafts;
pub use environment::Environment;
pub use exits::Exits;
pub use guide::{Guide, use_guide};
pub(crate) use guide::{provide, provide_still};
pub(crate) use screens::Draw;
pub use screens::{ScreenOf, Screens};
pub use service::Service;
