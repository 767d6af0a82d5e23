//! The values that the app has read from responses. Pure.

use std::collections::BTreeMap;

use latchkey_core::password::PasswordRejection;
use serde_json::Value;

use super::{response_field::ResponseField, step::ContractStep};

/// Values of one or several responses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ResponseFields(BTreeMap<ResponseField, Value>);

impl ResponseFields {
    /// Reads the fields of a step from the body of its response.
    pub fn extract(step: &ContractStep, body: &Value) -> Self {
        let fields = step.fields.iter().filter_map(|(field, pointer)| {
            let first = pointer.find(body).first().map(|value| (*value).clone())?;
            // A pointer that selects members is true if it finds one.
            Some((*field, if pointer.selects_members() { Value::Bool(true) } else { first }))
        });
        Self(fields.collect())
    }

    /// Adds the values of a later response, which replace earlier ones.
    pub fn add(&mut self, later: Self) {
        self.0.extend(later.0);
    }

    /// Whether the field is present and true.
    pub fn flag(&self, field: ResponseField) -> bool {
        self.0.get(&field) == Some(&Value::Bool(true))
    }

    /// The field, if it is a number.
    pub fn number(&self, field: ResponseField) -> Option<u64> {
        self.0.get(&field)?.as_u64()
    }

    /// The field, if it is a text.
    pub fn text(&self, field: ResponseField) -> Option<&str> {
        self.0.get(&field)?.as_str()
    }

    /// Why the password is refused. An unknown reason is [`PasswordRejection::Other`].
    pub fn reasons(&self) -> impl Iterator<Item = PasswordRejection> {
        let reasons = self.0.get(&ResponseField::Reasons).and_then(Value::as_array);
        let named = |reason: &Value| {
            reason.as_str().and_then(PasswordRejection::parse).unwrap_or(PasswordRejection::Other)
        };
        reasons.into_iter().flatten().map(named)
    }
}
