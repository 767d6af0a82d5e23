//! The meaning of an error response that no match of the contract accepts.

use serde::{Deserialize, Serialize};

use super::matching::ErrorKind;

/// What an unmatched 4xx of a check or reset means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ErrorFallback {
    /// The link or code does not work.
    Invalid,
}

impl ErrorFallback {
    /// The meaning of a response. `None` if its status has another meaning: 407 comes from a proxy, and 405, 408, 413, 415
    /// and 429 are about the request, whatever the link.
    pub fn kind_of(self, status: u16) -> Option<ErrorKind> {
        let is_about_the_proof =
            (400..500).contains(&status) && !matches!(status, 405 | 407 | 408 | 413 | 415 | 429);
        is_about_the_proof.then_some(match self {
            Self::Invalid => ErrorKind::Invalid,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_errors_about_the_link_are_invalid() {
        for (status, kind) in [
            (400, Some(ErrorKind::Invalid)),
            (401, Some(ErrorKind::Invalid)),
            (404, Some(ErrorKind::Invalid)),
            (410, Some(ErrorKind::Invalid)),
            (422, Some(ErrorKind::Invalid)),
            (200, None),
            (302, None),
            (405, None),
            (407, None),
            (408, None),
            (415, None),
            (429, None),
            (500, None),
        ] {
            assert_eq!(ErrorFallback::Invalid.kind_of(status), kind, "{status}");
        }
    }
}
