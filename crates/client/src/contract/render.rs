//! Puts values into templates: as they are into texts that a serializer will write, percent-encoded into paths. Pure.

use std::collections::BTreeMap;

use latchkey_contract::{Piece, Template};
use serde_json::{Map, Value};
use url::form_urlencoded;
use zeroize::Zeroizing;

/// What answers gave for later calls.
pub(crate) type Captured = BTreeMap<String, Zeroizing<String>>;

/// Why a template could not be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RenderError {
    /// A value that this device does not have.
    MissingValue,
    /// A value that cannot stand where the template wants it.
    InvalidValue,
}

/// What a filled template has come to: nothing, where a value is not given that need not be.
type Rendered = Result<Option<Zeroizing<String>>, RenderError>;

/// The values of one operation, by their names.
#[derive(Clone)]
pub(crate) struct Values<'a> {
    /// What the operator gave. An empty one was not given.
    variables: &'a BTreeMap<String, String>,
    given: Vec<(&'a str, &'a str)>,
}

impl<'a> Values<'a> {
    pub fn new(variables: &'a BTreeMap<String, String>) -> Self {
        Self { variables, given: Vec::new() }
    }

    pub fn add(&mut self, name: &'a str, value: &'a str) {
        self.given.push((name, value));
    }

    /// These, and what was captured. The latest of a name counts.
    pub fn with<'b>(&'b self, captured: &'b Captured) -> Values<'b>
    where
        'a: 'b,
    {
        let captured = captured.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        Values { variables: self.variables, given: self.given.iter().copied().chain(captured).collect() }
    }

    fn get(&self, name: &str) -> Option<&str> {
        let given = self.given.iter().rev().find_map(|(known, value)| (*known == name).then_some(*value));
        given.or_else(|| self.variables.get(name).map(String::as_str))
    }

    /// A text in which every value stands as it is: for a serializer that escapes all of it.
    pub fn text(&self, template: &str) -> Rendered {
        self.render(template, |value, text| text.push_str(value))
    }

    /// A path in which every value is inside one segment.
    pub fn path(&self, template: &str) -> Result<Zeroizing<String>, RenderError> {
        let encoded = |value: &str, text: &mut String| {
            // What the encoder of forms leaves alone is unreserved, but for `*` and the plus that it makes of a space.
            for byte in value.bytes() {
                match byte {
                    b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                        text.push(char::from(byte));
                    }
                    _ => text.push_str(&format!("%{byte:02X}")),
                }
            }
        };
        let path = self.render(template, encoded)?.ok_or(RenderError::InvalidValue)?;
        // Dots alone are directions in a path, however they are written, and nothing at all is another path.
        let leads_away = path.split('/').skip(1).any(|segment| [".", ".."].contains(&segment));
        if leads_away || path.contains("//") { Err(RenderError::InvalidValue) } else { Ok(path) }
    }

    /// A tree in which every text is a template. Members whose text comes to nothing are left out.
    pub fn tree(&self, value: &Value) -> Result<Option<Value>, RenderError> {
        Ok(Some(match value {
            Value::String(template) => match self.text(template)? {
                Some(text) => Value::String(text.as_str().to_owned()),
                None => return Ok(None),
            },
            Value::Array(items) => {
                let items: Result<Vec<_>, _> = items.iter().map(|item| self.tree(item)).collect();
                Value::Array(items?.into_iter().flatten().collect())
            }
            Value::Object(members) => {
                let mut filled = Map::new();
                for (name, member) in members {
                    if let Some(member) = self.tree(member)? {
                        filled.insert(name.clone(), member);
                    }
                }
                Value::Object(filled)
            }
            other => other.clone(),
        }))
    }

    /// A form of a flat tree.
    pub fn form(&self, fields: &Map<String, Value>) -> Result<Zeroizing<String>, RenderError> {
        let mut form = form_urlencoded::Serializer::new(String::new());
        for (name, template) in fields {
            if let Some(value) = self.text(template.as_str().ok_or(RenderError::InvalidValue)?)? {
                form.append_pair(name, &value);
            }
        }
        Ok(Zeroizing::new(form.finish()))
    }

    fn render(&self, template: &str, write: impl Fn(&str, &mut String)) -> Rendered {
        let parsed = Template::parse(template).map_err(|_| RenderError::InvalidValue)?;
        let mut text = Zeroizing::new(String::new());
        for piece in parsed.pieces() {
            match piece {
                Piece::Text(plain) => text.push_str(plain),
                Piece::Value(name) | Piece::Optional(name) => match (self.get(name), piece) {
                    (Some(""), _) | (None, Piece::Optional(_)) => return Ok(None),
                    (Some(value), _) => write(value, &mut text),
                    (None, _) => return Err(RenderError::MissingValue),
                },
            }
        }
        Ok(Some(text))
    }
}

#[cfg(test)]
mod tests;
