//! The place of a value in a response that later calls need.

use std::fmt;

use http::HeaderName;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, Visitor},
    ser::SerializeMap,
};

use super::pointer::Pointer;

/// The place of a value in a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Capture {
    /// In the JSON body.
    Body(Pointer),
    /// A header.
    Header(HeaderName),
    /// A cookie that the response sets, percent-decoded.
    Cookie(String),
    /// The rest of the name of a cookie that the response sets, after this beginning.
    CookieName(String),
    /// The value of an input field with this name in an HTML form.
    Field(String),
}

impl Serialize for Capture {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (key, name) = match self {
            Self::Body(pointer) => return pointer.serialize(serializer),
            Self::Header(name) => ("header", name.as_str()),
            Self::Cookie(name) => ("cookie", name.as_str()),
            Self::CookieName(beginning) => ("cookie_name", beginning.as_str()),
            Self::Field(name) => ("field", name.as_str()),
        };
        let mut table = serializer.serialize_map(Some(1))?;
        table.serialize_entry(key, name)?;
        table.end()
    }
}

/// This is not derived, because an untagged enum would lose the message of an error.
impl<'de> Deserialize<'de> for Capture {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CaptureVisitor)
    }
}

struct CaptureVisitor;

/// The places that are tables, for an error message.
const PLACES: &str = "{ header = \"…\" }, { cookie = \"…\" }, { cookie_name = \"…\" } or { field = \"…\" }";

impl<'de> Visitor<'de> for CaptureVisitor {
    type Value = Capture;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a pointer, {PLACES}")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Capture, E> {
        text.parse().map(Capture::Body).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<Capture, A::Error> {
        let wrong = || A::Error::custom(format!("write {PLACES}"));
        let (key, name): (String, String) = table.next_entry()?.ok_or_else(wrong)?;
        if name.is_empty() || table.next_entry::<String, String>()?.is_some() {
            return Err(wrong());
        }
        match key.as_str() {
            "header" => name
                .parse()
                .map(Capture::Header)
                .map_err(|_| A::Error::custom(format!("{name:?} is not the name of a header"))),
            "cookie" => Ok(Capture::Cookie(name)),
            "cookie_name" => Ok(Capture::CookieName(name)),
            "field" => Ok(Capture::Field(name)),
            _ => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    #[test]
    fn every_place_is_read_and_written() {
        for value in [
            json!("/meta/session"),
            json!({ "header": "x-csrf-token" }),
            json!({ "cookie": "csrftoken" }),
            json!({ "cookie_name": "reset-" }),
            json!({ "field": "csrfmiddlewaretoken" }),
        ] {
            let capture: Capture = serde_json::from_value(value.clone()).unwrap();
            assert_eq!(serde_json::to_value(&capture).unwrap(), value);
        }
        for wrong in [
            json!("meta"),
            json!({}),
            json!({ "header": "a b" }),
            json!({ "cookie": "" }),
            json!({ "query": "a" }),
            json!({ "cookie": "a", "field": "b" }),
            json!(1),
        ] {
            assert!(serde_json::from_value::<Capture>(wrong.clone()).is_err(), "{wrong}");
        }
    }
}
