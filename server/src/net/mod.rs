//! Listening for HTTP connections, and their limits.

mod activity;
mod connection_limits;
mod http_listener;
mod idle_timeout;

pub(crate) use connection_limits::ConnectionLimits;
pub use http_listener::BindError;
pub(crate) use http_listener::{HttpListener, SHUTDOWN_TIMEOUT};
