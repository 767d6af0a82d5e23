//! An answer that no contract has a place for: what of it a person can read out to a help desk.

use std::fmt;

/// Longest code that is shown, in bytes.
const CODE_MAX_BYTES: usize = 64;

/// What is told of an answer that this app does not understand. The server's own text is never part of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ResponseSummary {
    /// Its HTTP status, where there was an answer at all.
    pub status: Option<u16>,
    /// The code that the server gave for machines.
    pub code: Option<MachineCode>,
}

impl fmt::Display for ResponseSummary {
    /// `HTTP 422, over_quota`. The same in every language, so that it can be searched for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.status, &self.code) {
            (Some(status), Some(code)) => write!(f, "HTTP {status}, {}", code.as_str()),
            (Some(status), None) => write!(f, "HTTP {status}"),
            (None, Some(code)) => f.write_str(code.as_str()),
            (None, None) => Ok(()),
        }
    }
}

/// A code for machines: 1 to 64 letters, digits, `_`, `.` and `-`, all ASCII. A sentence does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MachineCode(String);

impl MachineCode {
    /// Takes `text` if it is such a code.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"_.-".contains(&b);
        let fits = (1..=CODE_MAX_BYTES).contains(&text.len()) && text.bytes().all(plain);
        fits.then(|| Self(text.to_owned()))
    }

    /// As the server wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_code_is_short_and_plain() {
        for good in ["a", "over_email_send_rate_limit", "A.b-C_9", &"x".repeat(64)] {
            assert!(MachineCode::parse(good).is_some(), "{good}");
        }
        for bad in ["", "two words", "ä", "a\n", "<b>", "a/b", "https:x", "a@b", &"x".repeat(65)] {
            assert!(MachineCode::parse(bad).is_none(), "{bad:?}");
        }
    }
}
