//! `text with {names}`: what it says, not yet what stands in their place.

/// A text with places for values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template<'a> {
    pieces: Vec<Piece<'a>>,
}

/// A part of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// As it stands.
    Text(&'a str),
    /// The value of this name.
    Value(&'a str),
    /// The value of this name, if there is one. If not, what the template stands for is left out.
    Optional(&'a str),
}

impl<'a> Template<'a> {
    /// Reads a template: `{name}`, or `{name?}` for a value that need not be there. `{{` and `}}` stand for braces.
    ///
    /// # Errors
    /// What is wrong, as the end of a sentence that begins with the template.
    pub fn parse(text: &'a str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            pieces.extend((!before.is_empty()).then_some(Piece::Text(before)));
            if from.starts_with("{{") || from.starts_with("}}") {
                pieces.push(Piece::Text(&from[..1]));
                rest = &from[2..];
                continue;
            }
            let name = from.strip_prefix('{').and_then(|inside| inside.split_once('}'));
            let name = name.map(|(name, after)| match name.strip_suffix('?') {
                Some(name) => (name, Piece::Optional(name), after),
                None => (name, Piece::Value(name), after),
            });
            let Some((_, piece, after)) = name.filter(|(name, ..)| is_name(name)) else {
                return Err("has a brace that encloses no name; write {name}, or {{ and }} for braces".into());
            };
            pieces.push(piece);
            rest = after;
        }
        pieces.extend((!rest.is_empty()).then_some(Piece::Text(rest)));
        Ok(Self { pieces })
    }

    /// Its parts, in their order.
    pub fn pieces(&self) -> &[Piece<'a>] {
        &self.pieces
    }

    /// The names it has places for.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Value(name) | Piece::Optional(name) => Some(*name),
            Piece::Text(_) => None,
        })
    }
}

/// A lower-case letter, then lower-case letters, digits and `_`; at most 32.
pub(super) fn is_name(text: &str) -> bool {
    text.len() <= 32
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Piece::*, *};

    #[test]
    fn names_stand_in_braces_and_braces_in_two() {
        for (text, pieces) in [
            ("", vec![]),
            ("plain", vec![Text("plain")]),
            ("{email}", vec![Value("email")]),
            ("/{uid}/{token}/", vec![Text("/"), Value("uid"), Text("/"), Value("token"), Text("/")]),
            ("{{{token}}}", vec![Text("{"), Value("token"), Text("}")]),
            ("Bearer {access_token}", vec![Text("Bearer "), Value("access_token")]),
            ("{flow_id?}", vec![Optional("flow_id")]),
        ] {
            assert_eq!(Template::parse(text).unwrap().pieces(), pieces, "{text}");
        }
    }

    #[test]
    fn a_brace_without_a_name_is_no_template() {
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
            assert!(Template::parse(text).is_err(), "{text}");
        }
    }
}
