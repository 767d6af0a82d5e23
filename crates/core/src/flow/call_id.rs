//! Identifies a call.

/// Identifies a call, so that a late response to an earlier call can be recognized.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CallId(u64);

impl CallId {
    /// The id of the next call.
    pub(super) fn next(self) -> Self {
        Self(self.0 + 1)
    }
}
