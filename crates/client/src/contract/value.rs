//! Values of a response as JSON and as text.

use serde_json::Value;
use zeroize::Zeroizing;

/// Maximum length of a captured value, in bytes: that of a response.
pub(super) const MAX_CAPTURE_BYTES: usize = 64 * 1024;

/// The body as JSON. A body that is not JSON is one text.
pub(super) fn json(body: &[u8]) -> Value {
    serde_json::from_slice(body).unwrap_or_else(|_| Value::String(String::from_utf8_lossy(body).into_owned()))
}

/// A text or number, if it is neither empty nor too long.
pub(super) fn text(value: &Value) -> Option<Zeroizing<String>> {
    let text = match value {
        Value::String(text) => Zeroizing::new(text.clone()),
        Value::Number(number) => Zeroizing::new(number.to_string()),
        _ => return None,
    };
    (1..=MAX_CAPTURE_BYTES).contains(&text.len()).then_some(text)
}
