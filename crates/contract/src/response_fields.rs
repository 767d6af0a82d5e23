//! What answers have told beside yes and no. Pure.

use std::collections::BTreeMap;

use latchkey_core::password::Refusal;
use serde_json::Value;

use super::{ResponseField, Step, pointer};

/// What answers have told, as far as they did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ResponseFields(BTreeMap<ResponseField, Value>);

impl ResponseFields {
    /// What a step's answer with this body tells.
    pub fn extract(step: &Step, body: &Value) -> Self {
        let response_fields = step.fields.iter().filter_map(|(field, place)| {
            let found = pointer::at(body, place);
            let first = found.first().map(|value| (*value).clone());
            // A member that was chosen by what it is says yes by being there.
            let value = if pointer::chooses(place) { first.map(|_| Value::Bool(true)) } else { first };
            Some((*field, value?))
        });
        Self(response_fields.collect())
    }

    /// Adds what was told later, which counts more.
    pub fn add(&mut self, later: Self) {
        self.0.extend(later.0);
    }

    /// Whether it was told, and with yes.
    pub fn flag(&self, field: ResponseField) -> bool {
        self.0.get(&field) == Some(&Value::Bool(true))
    }

    /// The number that was told.
    pub fn number(&self, field: ResponseField) -> Option<u64> {
        self.0.get(&field)?.as_u64()
    }

    /// The text that was told.
    pub fn text(&self, field: ResponseField) -> Option<&str> {
        self.0.get(&field)?.as_str()
    }

    /// The reasons that were told. One that has no name here is some other.
    pub fn reasons(&self) -> impl Iterator<Item = Refusal> {
        let reasons = self.0.get(&ResponseField::Reasons).and_then(Value::as_array);
        let named = |reason: &Value| reason.as_str().and_then(Refusal::parse).unwrap_or(Refusal::Other);
        reasons.into_iter().flatten().map(named)
    }
}
