//! Finds the machine-readable code of an unexpected response, for the help desk.

use latchkey_core::service::{MachineCode, ResponseSummary};
use serde_json::Value;

/// The places of the machine-readable code in error responses. The first that exists is used.
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

/// The status and code of a response.
pub(crate) fn response_summary(status: u16, body: &[u8]) -> ResponseSummary {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    ResponseSummary { status: Some(status), code: code_value(status, &body).map(|(_, code)| code) }
}

/// The machine-readable code, and the value that has it.
pub(crate) fn code_value(status: u16, body: &Value) -> Option<(&Value, MachineCode)> {
    CODE_POINTERS.iter().find_map(|pointer| {
        let value = body.pointer(pointer)?;
        let code = match value {
            Value::String(text) => MachineCode::parse(text),
            Value::Number(number) if number.as_u64() != Some(status.into()) => {
                MachineCode::parse(&number.to_string())
            }
            _ => None,
        };
        Some((value, code?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machine_code_is_found_and_sentence_is_not() {
        for (status, body, fields) in [
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
            assert_eq!(response_summary(status, body.as_bytes()).to_string(), fields, "{body}");
        }
    }
}
