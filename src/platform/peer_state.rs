//! What can be told of the process at the other end of a local socket.

/// What is known of the process at the other end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PeerState {
    #[cfg_attr(windows, allow(dead_code, reason = "Windows does not need it"))]
    Running,
    /// It will never answer, though its socket still takes connections.
    #[cfg_attr(windows, allow(dead_code, reason = "Windows does not need it"))]
    Ending,
    /// Nothing, or it stands still.
    Unknown,
}
