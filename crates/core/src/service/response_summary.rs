//! The part of an unexpected response that a person can report to a help desk.

use std::fmt;

/// Maximum length of a code, in bytes.
const MAX_CODE_BYTES: usize = 64;

/// Status and code of a response. It never contains the server's text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ResponseSummary {
    /// The HTTP status, if there was a response.
    pub status: Option<u16>,
    /// The machine-readable code, if any.
    pub code: Option<MachineCode>,
}

impl fmt::Display for ResponseSummary {
    /// `HTTP 422, over_quota`. It is the same in all languages, so that it can be searched for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.status, &self.code) {
            (Some(status), Some(code)) => write!(f, "HTTP {status}, {}", code.as_str()),
            (Some(status), None) => write!(f, "HTTP {status}"),
            (None, Some(code)) => f.write_str(code.as_str()),
            (None, None) => Ok(()),
        }
    }
}

/// A machine-readable code: 1 to 64 ASCII letters, digits, `_`, `.` and `-`. A sentence is no code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MachineCode(String);

impl MachineCode {
    /// Parses a code.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"_.-".contains(&b);
        let fits = (1..=MAX_CODE_BYTES).contains(&text.len()) && text.bytes().all(plain);
        fits.then(|| Self(text.to_owned()))
    }

    /// The code as the server sent it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentence_is_no_machine_code() {
        for good in ["a", "over_email_send_rate_limit", "A.b-C_9", &"x".repeat(64)] {
            assert!(MachineCode::parse(good).is_some(), "{good}");
        }
        for bad in ["", "two words", "ä", "a\n", "<b>", "a/b", "https:x", "a@b", &"x".repeat(65)] {
            assert!(MachineCode::parse(bad).is_none(), "{bad:?}");
        }
    }
}
