//! The content of a request's body.

use serde_json::json;

use crate::contract::{Body, JsonTemplate, RenderError, Values};

/// The content type and the content. Values are escaped for the format. Plain text has no escapes, so values with control
/// characters are refused.
pub(super) fn content(body: &Body, values: &Values<'_>) -> Result<(&'static str, Vec<u8>), RenderError> {
    Ok(match body {
        Body::Json(template) => ("application/json", json(template, values)?),
        Body::Form(fields) => ("application/x-www-form-urlencoded", values.form(fields)?.as_bytes().to_vec()),
        Body::Text(template) => {
            ("text/plain; charset=utf-8", values.plain_text(template)?.as_bytes().to_vec())
        }
        Body::Xml(template) => ("application/xml", values.xml(template)?.as_bytes().to_vec()),
        Body::GraphQl { query, variables } => {
            let variables = variables.as_ref().map(|template| values.json(template)).transpose()?.flatten();
            let variables = variables.unwrap_or_else(|| json!({}));
            ("application/json", to_vec(&json!({ "query": query, "variables": variables }))?)
        }
    })
}

fn json(template: &JsonTemplate, values: &Values<'_>) -> Result<Vec<u8>, RenderError> {
    to_vec(&values.json(template)?.unwrap_or_default())
}

fn to_vec(value: &serde_json::Value) -> Result<Vec<u8>, RenderError> {
    serde_json::to_vec(value).map_err(|_| RenderError::InvalidValue)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeMap;

    use latchkey_contract::Contract;
    use serde_json::{Value, json};

    use super::*;

    /// The body of a step with these keys.
    fn sent(keys: Value, token: &str) -> Result<(&'static str, String), RenderError> {
        let mut step = json!({ "path": "/reset", "success": [] });
        step.as_object_mut().unwrap().extend(keys.as_object().unwrap().clone());
        let contract = json!({ "id": "x", "name": "x", "reset": [step] });
        let contract: Contract = serde_json::from_value(contract).unwrap();
        let variables = BTreeMap::new();
        let mut values = Values::new(&variables);
        values.add("token", token);
        let body = contract.reset.steps()[0].body.as_ref().unwrap();
        content(body, &values).map(|(kind, content)| (kind, String::from_utf8(content).unwrap()))
    }

    #[test]
    fn each_kind_of_body_is_sent_as_declared() {
        let query = "mutation ($token: String!) { reset(token: $token) { ok } }";
        for (keys, kind, body) in [
            (json!({ "body": { "t": "{token}", "n": 1 } }), "application/json", r#"{"n":1,"t":"a&b <c>"}"#),
            (
                json!({ "encoding": "form", "body": { "user[token]": "{token}", "commit": "Reset" } }),
                "application/x-www-form-urlencoded",
                "commit=Reset&user%5Btoken%5D=a%26b+%3Cc%3E",
            ),
            (json!({ "encoding": "text", "body": "t={token}" }), "text/plain; charset=utf-8", "t=a&b <c>"),
            (
                json!({ "encoding": "xml", "body": "<reset t=\"{token}\"/>" }),
                "application/xml",
                "<reset t=\"a&amp;b &lt;c&gt;\"/>",
            ),
            (
                json!({ "graphql": query, "variables": { "token": "{token}" } }),
                "application/json",
                r#"{"query":"mutation ($token: String!) { reset(token: $token) { ok } }","variables":{"token":"a&b <c>"}}"#,
            ),
            (json!({ "graphql": "{ me }" }), "application/json", r#"{"query":"{ me }","variables":{}}"#),
        ] {
            assert_eq!(sent(keys, "a&b <c>"), Ok((kind, body.to_owned())));
        }
        for encoding in ["text", "xml"] {
            let keys = json!({ "encoding": encoding, "body": "{token}" });
            assert_eq!(sent(keys, "a\0b"), Err(RenderError::InvalidValue));
        }
    }
}
