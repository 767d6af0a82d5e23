//! Extractors for request bodies and the requesting device.

mod device;
mod field;
mod json_or_form;

pub(super) use field::Field;
pub(super) use json_or_form::JsonOrForm;
