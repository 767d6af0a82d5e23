//! The body of a call.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Number, Value};

use super::template::Template;

/// The body of a call, in the format in which it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// `application/json`
    Json(JsonTemplate),
    /// `application/x-www-form-urlencoded`
    Form(BTreeMap<String, Template>),
    /// `text/plain`
    Text(Template),
    /// `application/xml`
    Xml(Template),
    /// A GraphQL operation and its variables, in JSON.
    GraphQl {
        /// The operation, without placeholders.
        query: String,
        /// The variables.
        variables: Option<JsonTemplate>,
    },
}

/// A JSON value in which every text is a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JsonTemplate {
    /// A text.
    Text(Template),
    /// Null, a boolean or a number.
    Literal(Value),
    /// An array.
    Array(Vec<JsonTemplate>),
    /// An object.
    Object(BTreeMap<String, JsonTemplate>),
}

impl Body {
    /// Every template in it.
    pub fn templates(&self) -> Vec<&Template> {
        match self {
            Self::Json(json) => json.templates(),
            Self::Form(fields) => fields.values().collect(),
            Self::Text(text) | Self::Xml(text) => vec![text],
            Self::GraphQl { variables, .. } => variables.iter().flat_map(JsonTemplate::templates).collect(),
        }
    }
}

impl JsonTemplate {
    /// The fields of a form: an object of texts. `None` if this is anything else.
    pub(super) fn into_fields(self) -> Option<BTreeMap<String, Template>> {
        let Self::Object(members) = self else { return None };
        let text = |(name, member)| match member {
            Self::Text(template) => Some((name, template)),
            _ => None,
        };
        members.into_iter().map(text).collect()
    }

    fn templates(&self) -> Vec<&Template> {
        match self {
            Self::Text(template) => vec![template],
            Self::Literal(_) => Vec::new(),
            Self::Array(items) => items.iter().flat_map(Self::templates).collect(),
            Self::Object(members) => members.values().flat_map(Self::templates).collect(),
        }
    }
}

impl From<BTreeMap<String, Template>> for JsonTemplate {
    fn from(fields: BTreeMap<String, Template>) -> Self {
        Self::Object(fields.into_iter().map(|(name, template)| (name, Self::Text(template))).collect())
    }
}

impl Serialize for JsonTemplate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(template) => template.serialize(serializer),
            Self::Literal(value) => value.serialize(serializer),
            Self::Array(items) => items.serialize(serializer),
            Self::Object(members) => members.serialize(serializer),
        }
    }
}

/// This is not derived, because an untagged enum would lose the position of an error.
impl<'de> Deserialize<'de> for JsonTemplate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = JsonTemplate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, a boolean, a list or a table")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<JsonTemplate, E> {
        text.parse().map(JsonTemplate::Text).map_err(E::custom)
    }

    fn visit_bool<E>(self, value: bool) -> Result<JsonTemplate, E> {
        Ok(JsonTemplate::Literal(Value::Bool(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<JsonTemplate, E> {
        Ok(JsonTemplate::Literal(Value::Number(value.into())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<JsonTemplate, E> {
        Ok(JsonTemplate::Literal(Value::Number(value.into())))
    }

    fn visit_f64<E>(self, value: f64) -> Result<JsonTemplate, E> {
        Ok(JsonTemplate::Literal(Number::from_f64(value).map_or(Value::Null, Value::Number)))
    }

    fn visit_unit<E>(self) -> Result<JsonTemplate, E> {
        Ok(JsonTemplate::Literal(Value::Null))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<JsonTemplate, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(JsonTemplate::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<JsonTemplate, A::Error> {
        let mut members = BTreeMap::new();
        while let Some((name, member)) = table.next_entry()? {
            members.insert(name, member);
        }
        Ok(JsonTemplate::Object(members))
    }
}
