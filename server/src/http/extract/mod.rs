//! Extractors for request bodies.

mod field;
mod json_or_form;

pub(super) use field::Field;
pub(super) use json_or_form::JsonOrForm;
