//! Reads the values of a response that later calls need.

use latchkey_contract::Capture;
use serde_json::Value;
use zeroize::Zeroizing;

use super::value::{MAX_CAPTURE_BYTES, text};
use crate::http_response::HttpResponse;

/// The value at this place.
pub(super) fn read(capture: &Capture, response: &HttpResponse, body: &Value) -> Option<Zeroizing<String>> {
    let found = match capture {
        Capture::Body(pointer) => pointer.find(body).first().and_then(|value| text(value)),
        Capture::Header(name) => response.header(name.as_str()).map(|value| Zeroizing::new(value.to_owned())),
        Capture::Cookie(name) => cookie(response, name),
        Capture::CookieName(beginning) => cookie_name(response, beginning),
        #[cfg(not(target_arch = "wasm32"))]
        Capture::Field(name) => super::form_field::form_field(&String::from_utf8_lossy(&response.body), name),
        #[cfg(target_arch = "wasm32")]
        Capture::Field(_) => None,
    };
    found.filter(|value| (1..=MAX_CAPTURE_BYTES).contains(&value.len()))
}

/// The value of a cookie that the response sets (RFC 6265 §4.1). Servers that expect it again in a header
/// (double-submit CSRF tokens) expect it percent-decoded.
fn cookie(response: &HttpResponse, name: &str) -> Option<Zeroizing<String>> {
    let pairs = response.set_cookies().filter_map(|cookie| cookie.split(';').next()?.split_once('='));
    let value = pairs.filter(|(found, _)| found.trim() == name).map(|(_, value)| value.trim()).last()?;
    let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
    Some(Zeroizing::new(percent_encoding::percent_decode_str(value).decode_utf8().ok()?.into_owned()))
}

/// The rest of the first name that begins so. A cookie that the response deletes has a name, too.
fn cookie_name(response: &HttpResponse, beginning: &str) -> Option<Zeroizing<String>> {
    let mut names =
        response.set_cookies().filter_map(|cookie| cookie.split_once('=')).map(|(name, _)| name.trim());
    names.find_map(|name| name.strip_prefix(beginning)).map(|rest| Zeroizing::new(rest.to_owned()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    #[test]
    fn value_is_read_from_its_place() {
        let mut response =
            HttpResponse { body: br#"<input name="csrf" value="f1">"#.to_vec(), ..HttpResponse::default() };
        for (name, value) in [
            ("x-csrf-token", "h1"),
            ("set-cookie", "csrftoken=first; Path=/"),
            ("set-cookie", "csrftoken=c1; Path=/; HttpOnly"),
            ("set-cookie", "XSRF-TOKEN=ab%3D%3D; Secure"),
            ("set-cookie", "quoted=\"q1\""),
            ("set-cookie", "empty=; Max-Age=0"),
        ] {
            response.headers.append(name, value.parse().unwrap());
        }
        for (capture, value) in [
            (json!({ "header": "X-CSRF-Token" }), Some("h1")),
            (json!({ "header": "x-other" }), None),
            (json!({ "cookie": "csrftoken" }), Some("c1")),
            (json!({ "cookie": "XSRF-TOKEN" }), Some("ab==")),
            (json!({ "cookie": "quoted" }), Some("q1")),
            (json!({ "cookie": "empty" }), None),
            (json!({ "cookie": "Path" }), None),
            (json!({ "cookie_name": "XSRF-" }), Some("TOKEN")),
            (json!({ "cookie_name": "emp" }), Some("ty")),
            (json!({ "cookie_name": "empty" }), None),
            (json!({ "cookie_name": "TOKEN" }), None),
            (json!({ "field": "csrf" }), Some("f1")),
            (json!("/a"), Some("b1")),
            (json!("/b"), None),
        ] {
            let place: Capture = serde_json::from_value(capture.clone()).unwrap();
            let found = read(&place, &response, &json!({ "a": "b1" }));
            assert_eq!(found.map(|found| found.to_string()).as_deref(), value, "{capture}");
        }
    }
}
