//! Reads a contract from the JSON to which the client's build.rs compiles it. The JSON was written from a contract, so it
//! is read without texts for errors. The deserializer of `serde_json` is not used, because its code for them adds 9 kB to a
//! page in a browser. A contract that an operator wrote is read by [`read`](crate::read()), which names each error.

use std::fmt;

use serde::{
    Deserialize as _, Deserializer,
    de::{
        self, IntoDeserializer, Visitor,
        value::{MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};
use serde_json::Value;

use super::contract::Contract;

/// Reads the JSON of a contract. `None` if it is not one.
pub fn from_json(text: &str) -> Option<Contract> {
    let json = serde_json::from_slice(text.as_bytes()).ok()?;
    Contract::deserialize(Json(json)).ok()
}

/// The JSON is not a contract.
#[derive(Debug)]
struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a contract")
    }
}

impl std::error::Error for Refused {}

impl de::Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Unlike the deserializer of `serde_json`, it does not accept an array as a struct, which would double the code.
struct Json(Value);

impl<'de> Deserializer<'de> for Json {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => visitor.visit_u64(number),
                (None, Some(number)) => visitor.visit_i64(number),
                (None, None) => visitor.visit_f64(number.as_f64().ok_or(Refused)?),
            },
            Value::String(text) => visitor.visit_string(text),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_bool(self.0.as_bool().ok_or(Refused)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let Value::String(text) = self.0 else { return Err(Refused) };
        visitor.visit_string(text)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let Value::Array(items) = self.0 else { return Err(Refused) };
        visitor.visit_seq(SeqDeserializer::new(items.into_iter().map(Json)))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let Value::Object(members) = self.0 else { return Err(Refused) };
        visitor.visit_map(MapDeserializer::new(members.into_iter().map(|(name, value)| (name, Json(value)))))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.deserialize_map(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refused> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let Value::String(name) = self.0 else { return Err(Refused) };
        visitor.visit_enum(name.into_deserializer())
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char string bytes byte_buf unit unit_struct tuple tuple_struct
        identifier ignored_any
    }
}

impl IntoDeserializer<'_, Refused> for Json {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    fn contract() -> Value {
        json!({
            "id": "a", "name": "A",
            "vars": { "key": "a key", "other": { "what": "another", "optional": true } },
            "request": [{
                "path": "/forgot", "success": [{ "status": 200 }],
                "errors": [{ "status": [400, 422], "pointer": "/n", "equals": -1.5, "kind": "rate_limited" }],
                "body": { "email": "{email}", "list": [1, -2, 0.5, true, null] },
            }],
            "reset": [{ "path": "/reset", "success": [{ "status": 204 }] }],
        })
    }

    /// The other built-in contracts are compared in the client.
    #[test]
    fn contract_equals_what_serde_json_reads() {
        let read = from_json(&contract().to_string()).unwrap();
        assert_eq!(read, serde_json::from_value(contract()).unwrap());
    }

    #[test]
    fn anything_else_is_refused() {
        let mut unknown_key = contract();
        unknown_key["unknown"] = json!(1);
        let mut wrong_type = contract();
        wrong_type["request"][0]["path"] = json!(1);
        let mut list_for_table = contract();
        list_for_table["request"][0] = json!(["GET", "/forgot"]);
        for wrong in [unknown_key, wrong_type, list_for_table, json!(1), json!(null)] {
            assert_eq!(from_json(&wrong.to_string()), None, "{wrong}");
        }
        assert_eq!(from_json("{"), None);
    }
}
