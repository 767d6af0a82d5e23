//! Request bodies that are a form or a JSON object.
//!
//! A type for a request body has a [`Field`] for each of its fields and derives `Deserialize` and `ToSchema`. Unknown fields
//! are ignored.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use percent_encoding::percent_decode_str;
use serde::de::value::{self, MapDeserializer};
use serde::de::{Deserialize, DeserializeOwned, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use zeroize::Zeroizing;

use super::field::Field;
use crate::http::middleware::body_timeout::BodyTimedOut;
use crate::http::problem::{Problem, ProblemCode};

/// A request body, parsed from a form or from JSON.
pub(in crate::http) struct JsonOrForm<T>(pub(in crate::http) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for JsonOrForm<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let content_type =
            request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        let media_type = content_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        let parse: fn(&str) -> Option<Fields> = match media_type.as_str() {
            "application/x-www-form-urlencoded" => parse_form,
            "application/json" => |body| serde_json::from_str(body).ok(),
            _ => return Err(ProblemCode::UnsupportedMediaType.into()),
        };
        let body = Bytes::from_request(request, state).await.map_err(|rejection| {
            if timed_out(&rejection) {
                return ProblemCode::TooSlow;
            }
            match rejection.status() {
                StatusCode::PAYLOAD_TOO_LARGE => ProblemCode::BodyTooLarge,
                _ => ProblemCode::MalformedRequest,
            }
        })?;
        let fields = std::str::from_utf8(&body).ok().and_then(parse);
        let body = fields.and_then(|fields| T::deserialize(fields.into_deserializer()).ok());
        Ok(Self(body.ok_or(ProblemCode::MalformedRequest)?))
    }
}

fn timed_out(error: &(dyn Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if error.is::<BodyTimedOut>() {
            return true;
        }
        next = error.source();
    }
    false
}

/// All fields of a body by name. A field that occurs several times is invalid.
struct Fields(BTreeMap<String, Field>);

impl Fields {
    fn insert(&mut self, name: String, field: Field) {
        let field = if self.0.contains_key(&name) { Field::Invalid } else { field };
        self.0.insert(name, field);
    }

    fn into_deserializer<'de>(
        self,
    ) -> MapDeserializer<'de, impl Iterator<Item = (String, Field)>, value::Error> {
        MapDeserializer::new(self.0.into_iter())
    }
}

/// Parses a form. Unlike common parsers it rejects text that does not decode to UTF-8: replacement characters would make
/// different passwords equal.
fn parse_form(body: &str) -> Option<Fields> {
    let decode = |text: &str| {
        let text = Zeroizing::new(text.replace('+', " "));
        percent_decode_str(&text).decode_utf8().ok().map(|decoded| decoded.into_owned())
    };
    let mut fields = Fields(BTreeMap::new());
    for pair in body.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        fields.insert(decode(name)?, Field::Text(decode(value)?.into()));
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
        while let Some((name, JsonValue(field))) = map.next_entry()? {
            fields.insert(name, field);
        }
        Ok(fields)
    }
}

/// A value of a JSON object. Everything but a string is an invalid field.
struct JsonValue(Field);

impl<'de> Deserialize<'de> for JsonValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonValueVisitor).map(Self)
    }
}

struct JsonValueVisitor;

impl<'de> Visitor<'de> for JsonValueVisitor {
    type Value = Field;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, value: &str) -> Result<Field, E> {
        Ok(Field::Text(value.to_owned().into()))
    }

    fn visit_unit<E>(self) -> Result<Field, E> {
        Ok(Field::Invalid)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Field, E> {
        Ok(Field::Invalid)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Field, E> {
        Ok(Field::Invalid)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Field, E> {
        Ok(Field::Invalid)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Field, E> {
        Ok(Field::Invalid)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Field, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Field::Invalid)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Field, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Field::Invalid)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Body {
        a: Field,
        #[serde(flatten)]
        inner: Inner,
    }

    #[derive(serde::Deserialize)]
    struct Inner {
        b: Field,
        c: Field,
        d: Field,
    }

    fn body(fields: Option<Fields>) -> Body {
        Body::deserialize(fields.unwrap().into_deserializer()).unwrap()
    }

    fn form(text: &str) -> Body {
        body(parse_form(text))
    }

    fn json(text: &str) -> Body {
        body(serde_json::from_str(text).ok())
    }

    #[test]
    fn form_and_json_are_equivalent() {
        let values = |body: &Body| {
            [&body.a, &body.inner.b, &body.inner.c, &body.inner.d]
                .map(|field| field.optional().ok().unwrap().map(str::to_owned))
        };
        let form = form("a=x+y%26%C3%A9&b=&&c");
        let json = json(r#"{"a":"x y&é","b":"","c":"","other":[1,{"x":null}]}"#);
        assert_eq!(values(&form), [Some("x y&é".to_owned()), Some(String::new()), Some(String::new()), None]);
        assert_eq!(values(&form), values(&json));
    }

    #[test]
    fn field_that_is_not_one_string_is_invalid() {
        for text in [
            r#"{"a":["x"]}"#,
            r#"{"a":{"x":"y"}}"#,
            r#"{"a":1}"#,
            r#"{"a":-1.5}"#,
            r#"{"a":null}"#,
            r#"{"a":true}"#,
            r#"{"a":"x","a":"x"}"#,
        ] {
            assert!(json(text).a.optional().is_err(), "{text}");
            let inner = text.replace("\"a\"", "\"b\"");
            assert!(json(&inner).inner.b.optional().is_err(), "{inner}");
        }
        assert!(form("a=x&b=y&a=x").a.optional().is_err());
        assert!(form("a=x&a=y&a=z").a.optional().is_err());
    }

    #[test]
    fn body_that_is_not_an_object_or_a_form_is_rejected() {
        assert!(parse_form("a=%FF").is_none());
        for text in ["[]", "\"a\"", "{", "", "{\"a\":\"x\"} {}"] {
            assert!(serde_json::from_str::<Fields>(text).is_err(), "{text}");
        }
    }
}
