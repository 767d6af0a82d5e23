//! Request bodies: a form or a JSON object, in which each field that is asked for is exactly one string.
//!
//! A field that is repeated, or is an array or an object, is refused instead of one of its values being picked: two
//! readers that pick differently are how mail comes to be sent to somebody else.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use percent_encoding::percent_decode_str;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use zeroize::Zeroizing;

use super::problem::Problem;

/// How long the sending of a body may take.
#[derive(Clone, Copy)]
pub(super) struct SendWithin(pub(super) Duration);

/// The fields of a request body. It has no `Debug`: some are secrets.
pub(super) struct Fields(BTreeMap<String, Field>);

enum Field {
    One(Zeroizing<String>),
    /// Repeated, or no string.
    NotOneString,
}

/// A field that is there, but not as exactly one string.
pub(super) struct NotOneString;

impl From<NotOneString> for Problem {
    fn from(NotOneString: NotOneString) -> Self {
        Self::malformed_request("Each field must be given once, as a string.")
    }
}

impl Fields {
    /// The field's value; `None` if it is absent.
    pub(super) fn optional(&self, name: &str) -> Result<Option<&str>, NotOneString> {
        match self.0.get(name) {
            None => Ok(None),
            Some(Field::One(value)) => Ok(Some(value)),
            Some(Field::NotOneString) => Err(NotOneString),
        }
    }

    /// The field's value; absent or empty is refused.
    pub(super) fn required(&self, name: &str) -> Result<&str, Problem> {
        let value = self.optional(name)?.filter(|value| !value.is_empty());
        value.ok_or_else(|| Problem::malformed_request("A field is missing."))
    }

    fn add(&mut self, name: String, value: Option<Zeroizing<String>>) {
        let value = value.filter(|_| !self.0.contains_key(&name)).map_or(Field::NotOneString, Field::One);
        self.0.insert(name, value);
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let content_type =
            request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        let media_type = content_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        let read: fn(&str) -> Option<Self> = match media_type.as_str() {
            "application/x-www-form-urlencoded" => read_form,
            "application/json" => |body| serde_json::from_str(body).ok(),
            _ => return Err(Problem::unsupported_media_type()),
        };
        let unreadable = || Problem::malformed_request("The body cannot be read.");
        let patience = request.extensions().get::<SendWithin>().map_or(Duration::ZERO, |within| within.0);
        let sent = tokio::time::timeout(patience, Bytes::from_request(request, state)).await;
        let body = sent.map_err(|_| Problem::too_slow())?.map_err(|rejection| match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Problem::body_too_large(),
            _ => unreadable(),
        })?;
        std::str::from_utf8(&body).ok().and_then(read).ok_or_else(unreadable)
    }
}

/// Reads a form. Unlike the usual parsers it refuses what does not decode to UTF-8: with replacement characters in
/// its place, two different passwords would be one.
fn read_form(body: &str) -> Option<Fields> {
    let decode = |text: &str| {
        let text = Zeroizing::new(text.replace('+', " "));
        percent_decode_str(&text).decode_utf8().ok().map(|decoded| decoded.into_owned())
    };
    let mut fields = Fields(BTreeMap::new());
    for pair in body.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        fields.add(decode(name)?, Some(decode(value)?.into()));
    }
    Some(fields)
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields = Fields(BTreeMap::new());
        while let Some((name, value)) = map.next_entry::<String, JsonValue>()? {
            fields.add(name, value.0);
        }
        Ok(fields)
    }
}

/// A string, or anything else.
struct JsonValue(Option<Zeroizing<String>>);

impl<'de> Deserialize<'de> for JsonValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonValueVisitor)
    }
}

struct JsonValueVisitor;

impl<'de> Visitor<'de> for JsonValueVisitor {
    type Value = JsonValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, value: &str) -> Result<JsonValue, E> {
        Ok(JsonValue(Some(value.to_owned().into())))
    }

    fn visit_unit<E>(self) -> Result<JsonValue, E> {
        Ok(JsonValue(None))
    }

    fn visit_bool<E>(self, _: bool) -> Result<JsonValue, E> {
        Ok(JsonValue(None))
    }

    fn visit_i64<E>(self, _: i64) -> Result<JsonValue, E> {
        Ok(JsonValue(None))
    }

    fn visit_u64<E>(self, _: u64) -> Result<JsonValue, E> {
        Ok(JsonValue(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<JsonValue, E> {
        Ok(JsonValue(None))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<JsonValue, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(JsonValue(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonValue, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(JsonValue(None))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn field(fields: Option<Fields>, name: &str) -> Option<String> {
        fields.unwrap().optional(name).ok().unwrap().map(str::to_owned)
    }

    #[test]
    fn forms_and_json_say_the_same() {
        let form = "a=x+y%26%C3%A9&b=&&c";
        let json = r#"{"a":"x y&é","b":"","c":"","other":[1,{"x":null}]}"#;
        for name in ["a", "b", "c", "d"] {
            assert_eq!(field(read_form(form), name), field(serde_json::from_str(json).ok(), name), "{name}");
        }
        assert_eq!(field(read_form(form), "a").unwrap(), "x y&é");
    }

    #[test]
    fn what_is_not_one_string_is_refused() {
        let bodies = [
            r#"{"a":["x"]}"#,
            r#"{"a":{"x":"y"}}"#,
            r#"{"a":1}"#,
            r#"{"a":null}"#,
            r#"{"a":true}"#,
            r#"{"a":"x","a":"x"}"#,
        ];
        for json in bodies {
            assert!(serde_json::from_str::<Fields>(json).unwrap().optional("a").is_err(), "{json}");
        }
        assert!(read_form("a=x&b=y&a=x").unwrap().optional("a").is_err());
        assert!(read_form("a=x&a=y&a=z").unwrap().optional("a").is_err());
        assert!(read_form("a=%FF").is_none());
        for json in ["[]", "\"a\"", "{", "", "{\"a\":\"x\"} {}"] {
            assert!(serde_json::from_str::<Fields>(json).is_err(), "{json}");
        }
    }
}
