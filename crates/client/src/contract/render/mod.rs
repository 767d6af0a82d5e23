//! Renders templates. Texts are inserted as they are, for a serializer that escapes them; in paths they are
//! percent-encoded. Pure.

use std::{collections::BTreeMap, rc::Rc};

use latchkey_contract::{JsonTemplate, PathTemplate, Piece, Template};
use serde_json::Value;
use url::form_urlencoded;
use zeroize::Zeroizing;

/// Values of responses for later calls.
pub(crate) type Captured = BTreeMap<String, Zeroizing<String>>;

/// The names of values that are no secrets.
#[cfg(not(target_arch = "wasm32"))]
const KNOWN_VALUES: [&str; 3] = ["email", "email_sha256", "code_challenge_method"];

/// Why a template could not be rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RenderError {
    /// A required value is missing on this device.
    MissingValue,
    /// A value is not allowed at this place.
    InvalidValue,
}

/// The rendered text. `None` if an optional value is missing.
type Rendered = Result<Option<Zeroizing<String>>, RenderError>;

/// The values of one operation, by name.
#[derive(Clone)]
pub(crate) struct Values<'a> {
    /// The operator's variables. An empty one is missing.
    variables: &'a BTreeMap<String, String>,
    values: Vec<(&'a str, &'a str)>,
    /// What the request captured.
    request_captures: Rc<Captured>,
}

impl<'a> Values<'a> {
    pub fn new(variables: &'a BTreeMap<String, String>) -> Self {
        Self { variables, values: Vec::new(), request_captures: Rc::default() }
    }

    pub fn add(&mut self, name: &'a str, value: &'a str) {
        self.values.push((name, value));
    }

    /// Adds what the request captured. Any other value of the same name counts instead.
    pub fn set_request_captures(&mut self, captured: Captured) {
        self.request_captures = Rc::new(captured);
    }

    /// These values and captured ones. The latest value of a name counts.
    pub fn with<'b>(&'b self, captured: &'b Captured) -> Values<'b>
    where
        'a: 'b,
    {
        let captured = captured.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let values = self.values.iter().copied().chain(captured).collect();
        Values { variables: self.variables, values, request_captures: Rc::clone(&self.request_captures) }
    }

    /// All values that are secrets of a recovery.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn secrets(&self) -> impl Iterator<Item = &str> {
        let own =
            self.values.iter().filter(|(name, _)| !KNOWN_VALUES.contains(name)).map(|(_, value)| *value);
        own.chain(self.request_captures.values().map(|value| value.as_str()))
    }

    /// All values by name, without the variables.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn all(&self) -> Captured {
        let own =
            self.values.iter().map(|(name, value)| ((*name).to_owned(), Zeroizing::new((*value).to_owned())));
        let mut all = Captured::clone(&self.request_captures);
        all.extend(own);
        all
    }

    fn get(&self, name: &str) -> Option<&str> {
        let value = self.values.iter().rev().find_map(|(known, value)| (*known == name).then_some(*value));
        let value = value.or_else(|| self.request_captures.get(name).map(|value| value.as_str()));
        value.or_else(|| self.variables.get(name).map(String::as_str))
    }

    /// Renders a text for a serializer, which escapes all of it.
    pub fn text(&self, template: &Template) -> Rendered {
        self.render(template, |value, text| text.push_str(value))
    }

    /// Renders the pairs of a `Cookie` header. Each value is percent-encoded, so that it stays in its pair.
    pub fn cookies(&self, template: &Template) -> Rendered {
        self.render(template, percent_encode)
    }

    /// Renders a path in which each value is inside one segment.
    pub fn path(&self, path: &PathTemplate) -> Result<Zeroizing<String>, RenderError> {
        let path = self.render(path.template(), percent_encode)?.ok_or(RenderError::InvalidValue)?;
        // `.` and `..` as a segment lead elsewhere, even if percent-encoded, and so does an empty segment.
        let leads_away = path.split('/').skip(1).any(|segment| [".", ".."].contains(&segment));
        if leads_away || path.contains("//") { Err(RenderError::InvalidValue) } else { Ok(path) }
    }

    /// Renders a JSON value. Members that render to nothing are left out.
    pub fn json(&self, template: &JsonTemplate) -> Result<Option<Value>, RenderError> {
        Ok(Some(match template {
            JsonTemplate::Text(template) => match self.text(template)? {
                Some(text) => Value::String(text.as_str().to_owned()),
                None => return Ok(None),
            },
            JsonTemplate::Literal(value) => value.clone(),
            JsonTemplate::Array(items) => {
                let items: Result<Vec<_>, _> = items.iter().map(|item| self.json(item)).collect();
                Value::Array(items?.into_iter().flatten().collect())
            }
            JsonTemplate::Object(members) => {
                let members = members
                    .iter()
                    .filter_map(|(name, member)| Some((name.clone(), self.json(member).transpose()?)));
                let members = members.map(|(name, member)| Ok((name, member?)));
                Value::Object(members.collect::<Result<_, RenderError>>()?)
            }
        }))
    }

    /// Renders a form. Fields that render to nothing are left out.
    pub fn form(&self, fields: &BTreeMap<String, Template>) -> Result<Zeroizing<String>, RenderError> {
        let mut form = form_urlencoded::Serializer::new(String::new());
        for (name, template) in fields {
            if let Some(value) = self.text(template)? {
                form.append_pair(name, &value);
            }
        }
        Ok(Zeroizing::new(form.finish()))
    }

    fn render(&self, template: &Template, write: impl Fn(&str, &mut String)) -> Rendered {
        let mut text = Zeroizing::new(String::new());
        for piece in template.pieces() {
            match piece {
                Piece::Text(literal) => text.push_str(literal),
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

mod text_bodies;

/// Encodes everything but the unreserved characters (RFC 3986 §2.3).
fn percent_encode(value: &str, text: &mut String) {
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(byte))
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
}

#[cfg(test)]
mod tests;
