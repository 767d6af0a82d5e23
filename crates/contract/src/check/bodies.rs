//! Checks bodies that are one text: a value must not be able to change the text around it.

use crate::{
    body::Body,
    diagnostic::Diagnostics,
    span::Key,
    template::{Piece, Template},
};

pub(super) fn check(body: &Body, place: &[Key], diagnostics: &mut Diagnostics) {
    let text = match body {
        Body::Text(text) | Body::Xml(text) => text,
        Body::Json(_) | Body::Form(_) | Body::GraphQl { .. } => return,
    };
    if text.pieces().iter().any(|piece| matches!(piece, Piece::Optional(_))) {
        let problem = "a body of text has no optional values: without one, nothing would be sent";
        diagnostics.add(place.to_vec(), problem);
    }
    if matches!(body, Body::Xml(_))
        && let Err(problem) = xml(text)
    {
        diagnostics.add(place.to_vec(), problem);
    }
}

/// Where a piece of XML ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between tags.
    Content,
    /// In a tag, outside of a quoted attribute value.
    Tag,
    /// In an attribute value with these quotes.
    Attribute(char),
}

/// Values are escaped for elements and quoted attribute values. Elsewhere they would be read as something else.
fn xml(text: &Template) -> Result<(), &'static str> {
    let mut place = Place::Content;
    for piece in text.pieces() {
        let Piece::Text(literal) = piece else {
            if place == Place::Tag {
                return Err("a value is the text of an element or of an attribute in quotes");
            }
            continue;
        };
        if literal.contains("<!") {
            return Err("comments, CDATA sections and document types cannot be used in a body");
        }
        for c in literal.chars() {
            place = match (place, c) {
                (Place::Content, '<') => Place::Tag,
                (Place::Tag, '>') => Place::Content,
                (Place::Tag, '"' | '\'') => Place::Attribute(c),
                (Place::Attribute(quote), _) if c == quote => Place::Tag,
                (place, _) => place,
            };
        }
    }
    if place == Place::Content { Ok(()) } else { Err("a tag of this XML does not end") }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn value_is_in_an_element_or_a_quoted_attribute() {
        for (text, is_allowed) in [
            ("<?xml version=\"1.0\"?><reset><token>{token}</token></reset>", true),
            ("<reset token=\"{token}\" user='{email}'/>", true),
            ("<reset a=\"'\" token='x{token}'/>{email}", true),
            ("<reset token={token}/>", false),
            ("<{token}/>", false),
            ("<reset {token}=\"a\"/>", false),
            ("<!-- {token} --><reset/>", false),
            ("<reset><![CDATA[{token}]]></reset>", false),
            ("<reset>{token}</reset", false),
            ("<reset a=\"{token}>", false),
        ] {
            assert_eq!(xml(&text.parse().unwrap()).is_ok(), is_allowed, "{text}");
        }
    }
}
