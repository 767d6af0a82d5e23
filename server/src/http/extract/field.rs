//! A field of a request body.

use std::fmt;

use serde::de::value;
use serde::de::{Deserialize, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use zeroize::Zeroizing;

use crate::http::problem::Problem;

/// A field of a request body. Each field that is used must be exactly one string. It has no `Debug`, because it may be a
/// secret.
///
/// A repeated field, and one that is an array or an object, is rejected. If one of several values were used, two parsers
/// that choose differently could cause email to be sent to the wrong person.
pub(in crate::http) enum Field {
    Missing,
    Text(Zeroizing<String>),
    /// Repeated, or not a string.
    Invalid,
}

/// A field is repeated or not a string.
pub(in crate::http) struct InvalidField;

impl From<InvalidField> for Problem {
    fn from(InvalidField: InvalidField) -> Self {
        Self::malformed_request("Each field must be given once, as a string.")
    }
}

impl Field {
    /// The value; `None` if the field is missing.
    pub(in crate::http) fn optional(&self) -> Result<Option<&str>, InvalidField> {
        match self {
            Self::Missing => Ok(None),
            Self::Text(text) => Ok(Some(text)),
            Self::Invalid => Err(InvalidField),
        }
    }

    /// The value. A missing or empty field is rejected.
    pub(in crate::http) fn required(&self) -> Result<&str, Problem> {
        let value = self.optional()?.filter(|value| !value.is_empty());
        value.ok_or_else(|| Problem::malformed_request("A field is missing."))
    }

    /// The value; empty if the field is missing or invalid.
    pub(in crate::http) fn text_or_empty(&self) -> &str {
        self.optional().ok().flatten().unwrap_or("")
    }
}

/// A field is deserialized like an optional one: serde's derive then accepts a missing field without `#[serde(default)]`,
/// which would add a default value to the schema.
impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(FieldVisitor)
    }
}

struct FieldVisitor;

impl<'de> Visitor<'de> for FieldVisitor {
    type Value = Field;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field")
    }

    fn visit_none<E>(self) -> Result<Field, E> {
        Ok(Field::Missing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Field, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E>(self, value: &str) -> Result<Field, E> {
        Ok(Field::Text(value.to_owned().into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Field, E> {
        Ok(Field::Text(value.into()))
    }

    fn visit_unit<E>(self) -> Result<Field, E> {
        Ok(Field::Invalid)
    }
}

impl IntoDeserializer<'_> for Field {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Deserializes a parsed field into the field of a request body. It moves the text instead of copying it.
impl<'de> Deserializer<'de> for Field {
    type Error = value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        match self {
            Self::Text(mut text) => visitor.visit_string(std::mem::take(&mut text)),
            Self::Missing | Self::Invalid => visitor.visit_unit(),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        match self {
            Self::Missing => visitor.visit_none(),
            Self::Text(_) | Self::Invalid => visitor.visit_some(self),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
