//! Text with placeholders, such as `Bearer {token}`.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A compiled template. [`Display`](fmt::Display) writes it as in the contract file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Template {
    pieces: Vec<Piece>,
}

/// A part of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Literal text.
    Text(String),
    /// `{name}`: a required value.
    Value(String),
    /// `{name?}`: an optional value. If it is missing, the whole template renders to nothing.
    Optional(String),
}

/// A text that is not a template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} has a brace that encloses no name; write {{name}}, or {{{{ and }}}} for braces")]
pub struct TemplateError(String);

impl Template {
    /// The parts, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The names of the placeholders, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Value(name) | Piece::Optional(name) => Some(name.as_str()),
            Piece::Text(_) => None,
        })
    }

    /// Whether a placeholder has this name.
    pub fn mentions(&self, name: &str) -> bool {
        self.names().any(|found| found == name)
    }
}

impl FromStr for Template {
    type Err = TemplateError;

    /// Parses `{name}`, or `{name?}` for an optional value. `{{` and `}}` are literal braces.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            pieces.extend((!before.is_empty()).then(|| Piece::Text(before.to_owned())));
            if from.starts_with("{{") || from.starts_with("}}") {
                pieces.push(Piece::Text(from[..1].to_owned()));
                rest = &from[2..];
                continue;
            }
            let placeholder = from.strip_prefix('{').and_then(|inside| inside.split_once('}'));
            let (name, after) = placeholder.ok_or_else(|| TemplateError(text.to_owned()))?;
            let (name, piece): (_, fn(String) -> Piece) = match name.strip_suffix('?') {
                Some(name) => (name, Piece::Optional),
                None => (name, Piece::Value),
            };
            if !is_name(name) {
                return Err(TemplateError(text.to_owned()));
            }
            pieces.push(piece(name.to_owned()));
            rest = after;
        }
        pieces.extend((!rest.is_empty()).then(|| Piece::Text(rest.to_owned())));
        Ok(Self { pieces })
    }
}

impl TryFrom<String> for Template {
    type Error = TemplateError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Template> for String {
    fn from(template: Template) -> Self {
        template.to_string()
    }
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| match piece {
            Piece::Text(text) => f.write_str(&text.replace('{', "{{").replace('}', "}}")),
            Piece::Value(name) => write!(f, "{{{name}}}"),
            Piece::Optional(name) => write!(f, "{{{name}?}}"),
        })
    }
}

/// Whether a text can name a value: a lower-case letter, then lower-case letters, digits and `_`; at most 32 characters.
pub(super) fn is_name(text: &str) -> bool {
    text.len() <= 32
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    fn value(name: &str) -> Piece {
        Piece::Value(name.to_owned())
    }

    #[test]
    fn placeholders_and_doubled_braces_are_parsed() {
        for (template, pieces) in [
            ("", vec![]),
            ("plain", vec![text("plain")]),
            ("{email}", vec![value("email")]),
            ("/{uid}/{token}/", vec![text("/"), value("uid"), text("/"), value("token"), text("/")]),
            ("{{{token}}}", vec![text("{"), value("token"), text("}")]),
            ("Bearer {access_token}", vec![text("Bearer "), value("access_token")]),
            ("{flow_id?}", vec![Piece::Optional("flow_id".to_owned())]),
        ] {
            let parsed: Template = template.parse().unwrap();
            assert_eq!(parsed.pieces(), pieces, "{template}");
            assert_eq!(parsed.to_string(), template);
        }
    }

    #[test]
    fn brace_without_a_name_is_refused() {
        for text in [
            "{",
            "}",
            "{}",
            "{ email }",
            "{Email}",
            "{1}",
            "{a",
            "a}",
            "{{a}",
            "{a-b}",
            "{é}",
            "{?}",
            "{a??}",
            "{?a}",
        ] {
            assert!(text.parse::<Template>().is_err(), "{text}");
        }
    }
}
