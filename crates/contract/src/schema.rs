//! The JSON schema of contract files, for editors. Types with a serialization of their own have a schema of their own here.

use std::borrow::Cow;

use latchkey_core::{link::LinkRejection, password::PasswordRejection};
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema};
use serde_json::{Value, json};

use super::{
    body::JsonTemplate,
    capture::Capture,
    code::{Code, CodeFile, Count, RangeFile},
    file::ContractFile,
    link_kind::LinkKind,
    link_kinds::LinkKinds,
    matching::{ErrorMatch, MatchFile, ResponseMatch},
    path_pattern::PathPattern,
    path_template::PathTemplate,
    pointer::Pointer,
    redirect::RedirectTarget,
    step_condition::StepCondition,
    template::Template,
};

/// The JSON schema (draft 2020-12) of contract files. An editor cannot check everything that [`read`](super::read) checks.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    generator.into_root_schema_for::<ContractFile>().to_value()
}

/// Implements [`JsonSchema`] for a type, with its description.
macro_rules! schema_of {
    ($type:ident, $description:literal, |$generator:ident| $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                let mut schema: Schema = $schema;
                schema.insert("description".to_owned(), $description.into());
                schema
            }
        }
    };
}

schema_of!(Template, "A text in which {name} stands for a value.", |_g| json_schema!({ "type": "string" }));
schema_of!(PathTemplate, "A path in which {name} stands for a value.", |_g| {
    json_schema!({ "type": "string", "pattern": "^/" })
});
schema_of!(PathPattern, "A path whose last segments can be values, as in /reset/{token}.", |_g| {
    json_schema!({ "type": "string", "pattern": "^/" })
});
schema_of!(Pointer, "A JSON pointer, in which * selects every member.", |_g| {
    json_schema!({ "type": "string", "pattern": "^(/|$)" })
});
schema_of!(RedirectTarget, "A path below the base address, and parameters of its query.", |_g| {
    json_schema!({ "type": "string", "pattern": "^/" })
});
schema_of!(JsonTemplate, "A value in which each text is a template.", |_g| {
    json_schema!({ "type": ["string", "number", "boolean", "array", "object"] })
});
schema_of!(LinkKinds, "What the email has.", |generator| {
    let link = generator.subschema_for::<LinkKind>();
    json_schema!({ "anyOf": [link, { "type": "array", "items": link, "minItems": 1 }] })
});
schema_of!(Code, "The format of a code.", |generator| {
    let file = generator.subschema_for::<CodeFile>();
    json_schema!({ "anyOf": [file, { "const": "long" }] })
});
schema_of!(Count, "A number of characters, or a range.", |generator| {
    let range = generator.subschema_for::<RangeFile>();
    json_schema!({ "anyOf": [{ "type": "integer", "minimum": 4, "maximum": 12 }, range] })
});
schema_of!(Capture, "The place of a value: a pointer, a header, a cookie or an input field.", |generator| {
    let place = |name: &str| {
        json!({
            "type": "object", "properties": { name: { "type": "string" } }, "required": [name],
            "additionalProperties": false,
        })
    };
    let pointer = generator.subschema_for::<Pointer>();
    json_schema!({ "anyOf": [pointer, place("header"), place("cookie"), place("cookie_name"), place("field")] })
});
schema_of!(ResponseMatch, "Conditions for a response. All of them must hold.", |generator| {
    let mut schema = MatchFile::json_schema(generator);
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.remove("kind");
        properties.remove("reason");
    }
    schema
});
schema_of!(ErrorMatch, "Conditions for a response, and what it means.", |generator| {
    let mut schema = MatchFile::json_schema(generator);
    schema.insert("required".to_owned(), json!(["kind"]));
    schema
});
schema_of!(
    StepCondition,
    "The kind of proof, the kind of link, or a match of the last response.",
    |generator| {
        let mut after = ResponseMatch::json_schema(generator);
        if let Some(properties) = after.get_mut("properties").and_then(Value::as_object_mut) {
            properties.insert("proof".to_owned(), json!({ "enum": ["link", "code"] }));
            properties.insert("link".to_owned(), json!({ "type": "string" }));
        }
        json_schema!({ "anyOf": [{ "enum": ["link", "code"] }, after] })
    }
);

/// The values of `equals`.
pub(super) fn scalar(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "number", "boolean"] })
}

/// The values of `reason`.
pub(super) fn reason(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": PasswordRejection::NAMED.map(PasswordRejection::name) })
}

/// The values of `kind` of an error in a link.
pub(super) fn link_rejection(_: &mut SchemaGenerator) -> Schema {
    use LinkRejection::{AccountClosed, Expired, Invalid, Used};
    json_schema!({ "enum": [Invalid, Expired, Used, AccountClosed] })
}
