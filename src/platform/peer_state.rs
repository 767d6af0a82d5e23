//! The state of the process at the other end of a local socket.

/// The state of the peer process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PeerState {
    #[cfg_attr(windows, allow(dead_code, reason = "Windows does not need it"))]
    Running,
    /// The process will never respond, although its socket still accepts connections.
    #[cfg_attr(windows, allow(dead_code, reason = "Windows does not need it"))]
    Ending,
    /// Unknown, or the process is stopped.
    Unknown,
}
