//! The keys of a call that make up its body.

use serde::{Deserialize, Serialize};

use super::{
    body::{Body, JsonTemplate},
    diagnostic::{Diagnostic, join},
    span::Key,
};

/// The format of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(super) enum Encoding {
    #[default]
    Json,
    Form,
    Text,
    Xml,
}

/// The keys as they are written in a file.
#[derive(Default)]
pub(super) struct Keys {
    pub encoding: Encoding,
    pub body: Option<JsonTemplate>,
    pub graphql: Option<String>,
    pub variables: Option<JsonTemplate>,
}

/// # Errors
/// The keys do not fit together.
pub(super) fn compile(
    place: &[Key],
    encoding: Encoding,
    body: Option<JsonTemplate>,
    graphql: Option<String>,
    variables: Option<JsonTemplate>,
) -> Result<Option<Body>, Diagnostic> {
    let wrong = |key, problem: &str| Err(Diagnostic::new(join(place, key), problem));
    if let Some(query) = graphql {
        return match (query.trim().is_empty(), encoding, &body, variables) {
            (true, ..) => {
                wrong("graphql", "`graphql` is an operation, as in \"mutation ($email: String!) { … }\"")
            }
            (_, Encoding::Json, None, variables @ (None | Some(JsonTemplate::Object(_)))) => {
                Ok(Some(Body::GraphQl { query, variables }))
            }
            (_, Encoding::Json, None, _) => wrong("variables", "`variables` is a table"),
            (_, _, Some(_), _) => {
                wrong("body", "with `graphql`, the values are `variables`; leave `body` out")
            }
            (..) => wrong("encoding", "`graphql` is always sent as JSON; leave `encoding` out"),
        };
    }
    if variables.is_some() {
        return wrong("variables", "`variables` is used only with `graphql`");
    }
    let Some(json) = body else { return Ok(None) };
    Ok(Some(match (encoding, json) {
        (Encoding::Json, json) => Body::Json(json),
        (Encoding::Form, json) => match json.into_fields() {
            Some(fields) => Body::Form(fields),
            None => {
                return wrong(
                    "body",
                    "a form is one table of texts, as in { \"user[email]\" = \"{email}\" }",
                );
            }
        },
        (Encoding::Text, JsonTemplate::Text(text)) => Body::Text(text),
        (Encoding::Xml, JsonTemplate::Text(text)) => Body::Xml(text),
        (Encoding::Text | Encoding::Xml, _) => return wrong("body", "this body is one text"),
    }))
}

impl From<Option<Body>> for Keys {
    fn from(body: Option<Body>) -> Self {
        let of = |encoding, body| Self { encoding, body: Some(body), ..Self::default() };
        match body {
            None => Self::default(),
            Some(Body::Json(json)) => of(Encoding::Json, json),
            Some(Body::Form(fields)) => of(Encoding::Form, JsonTemplate::from(fields)),
            Some(Body::Text(text)) => of(Encoding::Text, JsonTemplate::Text(text)),
            Some(Body::Xml(text)) => of(Encoding::Xml, JsonTemplate::Text(text)),
            Some(Body::GraphQl { query, variables }) => {
                Self { graphql: Some(query), variables, ..Self::default() }
            }
        }
    }
}
