//! An answer that no contract has a place for: what of it a person can read out to a help desk.

use std::fmt;

use serde_json::Value;

/// Longest code that is shown, in bytes.
const CODE_MAX_BYTES: usize = 64;

/// Where servers write a code for machines. The first that holds one counts.
const CODE_POINTERS: [&str; 12] = [
    "/code",
    "/error_code",
    "/error/code",
    "/error/id",
    "/error/status",
    "/error",
    "/__type",
    "/type",
    "/errors/0/code",
    "/errors/0/extensions/code",
    "/ui/messages/0/id",
    "/status",
];

/// What is told of an answer that this app does not understand. The server's own text is never part of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnknownAnswer {
    /// Its HTTP status, where there was an answer at all.
    pub status: Option<u16>,
    /// The code that the server gave for machines.
    pub code: Option<MachineCode>,
}

impl UnknownAnswer {
    /// What is told of an answer with this status and body.
    pub(super) fn of(status: u16, body: &[u8]) -> Self {
        let body: Value = serde_json::from_slice(body).unwrap_or_default();
        let code = CODE_POINTERS.iter().find_map(|pointer| match body.pointer(pointer)? {
            Value::String(text) => MachineCode::parse(text),
            Value::Number(number) if number.as_u64() != Some(status.into()) => {
                MachineCode::parse(&number.to_string())
            }
            _ => None,
        });
        Self { status: Some(status), code }
    }
}

impl fmt::Display for UnknownAnswer {
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
    fn a_code_is_found_where_servers_write_one_and_a_sentence_is_none() {
        for (status, body, told) in [
            (422, r#"{"code":"over_quota","message":"a text"}"#, "HTTP 422, over_quota"),
            (400, r#"{"code":400,"error_code":"captcha_failed"}"#, "HTTP 400, captcha_failed"),
            (400, r#"{"code":101,"error":"a text"}"#, "HTTP 400, 101"),
            (
                400,
                r#"{"error":{"code":400,"message":"a text","status":"INVALID_ARGUMENT"}}"#,
                "HTTP 400, INVALID_ARGUMENT",
            ),
            (403, r#"{"error":{"id":"session_refresh_required"}}"#, "HTTP 403, session_refresh_required"),
            (401, r#"{"error":"invalid_client"}"#, "HTTP 401, invalid_client"),
            (400, r#"{"__type":"NotAuthorizedException"}"#, "HTTP 400, NotAuthorizedException"),
            (403, r#"{"errors":[{"extensions":{"code":"FORBIDDEN"}}]}"#, "HTTP 403, FORBIDDEN"),
            (400, r#"{"code":"Please sign in","error":"a text"}"#, "HTTP 400"),
            (418, "not JSON", "HTTP 418"),
            (418, "", "HTTP 418"),
        ] {
            assert_eq!(UnknownAnswer::of(status, body.as_bytes()).to_string(), told, "{body}");
        }
    }

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
