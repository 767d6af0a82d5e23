//! Middleware, each a separate layer.

pub(super) mod body_timeout;
pub(super) mod client_address;
mod forwarded;
pub(super) mod in_flight;
pub(super) mod metrics;
pub(super) mod rate_limit;
mod rejection;
pub(super) mod run_to_completion;
pub(super) mod same_origin;

pub(super) use rejection::Rejection;
