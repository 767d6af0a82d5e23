//! When a step runs: for which kind of proof or link, and after which response.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, IntoDeserializer, MapAccess, Visitor, value::MapDeserializer},
    ser::SerializeMap,
};
use serde_json::Value;

use super::{matching::ResponseMatch, step::ProofKind};

/// The key `when` of a step: `"link"`, `"code"`, `{ link = "…" }` for one kind of link, or a match of the last response,
/// which can have a `proof` or `link` too.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct StepCondition {
    pub proof: Option<ProofKind>,
    /// The id of a kind of link. Its `proof` is [`ProofKind::Link`].
    pub link: Option<String>,
    pub state: Option<ResponseMatch>,
}

impl StepCondition {
    pub fn is_unconditional(&self) -> bool {
        *self == Self::default()
    }
}

impl Serialize for StepCondition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let state = match &self.state {
            None if self.link.is_none() => return self.proof.serialize(serializer),
            None => serde_json::Map::new(),
            Some(state) => match serde_json::to_value(state).map_err(serde::ser::Error::custom)? {
                Value::Object(state) => state,
                _ => return Err(serde::ser::Error::custom("a match is a table")),
            },
        };
        let mut table = serializer.serialize_map(None)?;
        match (&self.link, &self.proof) {
            (Some(link), _) => table.serialize_entry("link", link)?,
            (None, Some(proof)) => table.serialize_entry("proof", proof)?,
            (None, None) => {}
        }
        for (key, value) in state {
            table.serialize_entry(&key, &value)?;
        }
        table.end()
    }
}

/// This is not derived, because an untagged enum would lose the message of an error.
impl<'de> Deserialize<'de> for StepCondition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StepConditionVisitor)
    }
}

struct StepConditionVisitor;

impl<'de> Visitor<'de> for StepConditionVisitor {
    type Value = StepCondition;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "\"link\", \"code\", { link = \"…\" }, or a match as in { pointer = \"/state\", equals = \"…\" }",
        )
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<StepCondition, E> {
        let proof = ProofKind::deserialize(text.into_deserializer())?;
        Ok(StepCondition { proof: Some(proof), ..StepCondition::default() })
    }

    fn visit_unit<E>(self) -> Result<StepCondition, E> {
        Ok(StepCondition::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<StepCondition, A::Error> {
        let mut keys: BTreeMap<String, Value> = BTreeMap::new();
        while let Some((key, value)) = table.next_entry()? {
            keys.insert(key, value);
        }
        let proof = keys.remove("proof").map(ProofKind::deserialize).transpose();
        let proof = proof.map_err(A::Error::custom)?;
        let link = keys.remove("link").map(String::deserialize).transpose().map_err(A::Error::custom)?;
        let proof = match (proof, &link) {
            (Some(_), Some(_)) => {
                return Err(A::Error::custom("`link` is a kind of link; leave `proof` out"));
            }
            (None, Some(_)) => Some(ProofKind::Link),
            (proof, None) => proof,
        };
        if keys.is_empty() && link.is_some() {
            return Ok(StepCondition { proof, link, state: None });
        }
        let state = ResponseMatch::deserialize(MapDeserializer::new(keys.into_iter()));
        let state = state.map_err(|error: serde_json::Error| A::Error::custom(error))?;
        Ok(StepCondition { proof, link, state: Some(state) })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    #[test]
    fn every_form_is_read_and_written() {
        for (value, proof, has_state) in [
            (json!("link"), Some(ProofKind::Link), false),
            (json!({ "pointer": "/state", "equals": "choice" }), None, true),
            (json!({ "proof": "code", "status": 202 }), Some(ProofKind::Code), true),
            (json!({ "link": "mail" }), Some(ProofKind::Link), false),
            (json!({ "link": "mail", "pointer": "/state", "equals": "choice" }), Some(ProofKind::Link), true),
            (json!(null), None, false),
        ] {
            let when: StepCondition = serde_json::from_value(value.clone()).unwrap();
            assert_eq!((when.proof, when.state.is_some()), (proof, has_state), "{value}");
            assert_eq!(serde_json::to_value(&when).unwrap(), value);
        }
        for wrong in [
            json!("mail"),
            json!({}),
            json!({ "proof": "code" }),
            json!({ "state": "choice" }),
            json!({ "link": 1 }),
            json!({ "link": "mail", "proof": "link" }),
        ] {
            assert!(serde_json::from_value::<StepCondition>(wrong.clone()).is_err(), "{wrong}");
        }
    }
}
