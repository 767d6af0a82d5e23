//! The state of the process at the other end of a local socket.

/// The state of the peer process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeerState {
    /// The process can answer.
    Running,
    /// The process will never respond, although its socket still accepts connections.
    Ending,
    /// Unknown, or the process is stopped.
    Unknown,
}
