//! What answers have told beside yes and no. Pure.

use std::collections::BTreeMap;

use latchkey_core::password::Refusal;
use serde_json::Value;

use super::{Step, Tells, pointer};

/// What answers have told, as far as they did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told(BTreeMap<Tells, Value>);

impl Told {
    /// What a step's answer with this body tells.
    pub fn by(step: &Step, body: &Value) -> Self {
        let told = step.tells.iter().filter_map(|(tells, place)| {
            let found = pointer::at(body, place);
            let first = found.first().map(|value| (*value).clone());
            // A member that was chosen by what it is says yes by being there.
            let value = if pointer::chooses(place) { first.map(|_| Value::Bool(true)) } else { first };
            Some((*tells, value?))
        });
        Self(told.collect())
    }

    /// Adds what was told later, which counts more.
    pub fn add(&mut self, later: Self) {
        self.0.extend(later.0);
    }

    /// Whether it was told, and with yes.
    pub fn flag(&self, tells: Tells) -> bool {
        self.0.get(&tells) == Some(&Value::Bool(true))
    }

    /// The number that was told.
    pub fn number(&self, tells: Tells) -> Option<u64> {
        self.0.get(&tells)?.as_u64()
    }

    /// The text that was told.
    pub fn text(&self, tells: Tells) -> Option<&str> {
        self.0.get(&tells)?.as_str()
    }

    /// The reasons that were told. One that has no name here is some other.
    pub fn reasons(&self) -> impl Iterator<Item = Refusal> {
        let reasons = self.0.get(&Tells::Reasons).and_then(Value::as_array);
        let named = |reason: &Value| reason.as_str().and_then(Refusal::parse).unwrap_or(Refusal::Other);
        reasons.into_iter().flatten().map(named)
    }
}
