//! Bodies that are one text, in which a value must not leave its place.

use latchkey_contract::Template;
use zeroize::Zeroizing;

use super::{RenderError, Values};

impl Values<'_> {
    /// Renders plain text. It has no escapes, so a value cannot have control characters, such as a line break.
    pub fn plain_text(&self, template: &Template) -> Result<Zeroizing<String>, RenderError> {
        self.refuse(template, char::is_control)?;
        self.text(template)?.ok_or(RenderError::InvalidValue)
    }

    /// Renders XML. Values are escaped for elements and quoted attribute values.
    pub fn xml(&self, template: &Template) -> Result<Zeroizing<String>, RenderError> {
        self.refuse(template, |c| !is_xml(c))?;
        self.render(template, escape_xml)?.ok_or(RenderError::InvalidValue)
    }

    fn refuse(&self, template: &Template, is_refused: fn(char) -> bool) -> Result<(), RenderError> {
        let mut values = template.names().filter_map(|name| self.get(name));
        if values.any(|value| value.contains(is_refused)) { Err(RenderError::InvalidValue) } else { Ok(()) }
    }
}

/// Whether XML 1.0 can have this character (§2.2).
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn escape_xml(value: &str, text: &mut String) {
    for c in value.chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\'' => text.push_str("&#39;"),
            // A parser would change these.
            '\t' | '\n' | '\r' => text.push_str(&format!("&#{};", u32::from(c))),
            other => text.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn rendered(value: &str, template: &str, is_xml: bool) -> Result<String, RenderError> {
        let variables = BTreeMap::new();
        let mut values = Values::new(&variables);
        values.add("token", value);
        let template = template.parse().unwrap();
        let text = if is_xml { values.xml(&template) } else { values.plain_text(&template) };
        text.map(|text| text.as_str().to_owned())
    }

    #[test]
    fn values_are_escaped_or_refused() {
        for (value, xml) in [
            ("a&b", Some("<t a=\"a&amp;b\">a&amp;b</t>")),
            ("<x/>", Some("<t a=\"&lt;x/&gt;\">&lt;x/&gt;</t>")),
            ("'\"", Some("<t a=\"&#39;&quot;\">&#39;&quot;</t>")),
            ("a\nb", Some("<t a=\"a&#10;b\">a&#10;b</t>")),
            ("é𝄞", Some("<t a=\"é𝄞\">é𝄞</t>")),
            ("a\0", None),
            ("\u{fffe}", None),
            ("", None),
        ] {
            let found = rendered(value, "<t a=\"{token}\">{token}</t>", true);
            assert_eq!(found.ok().as_deref(), xml, "{value:?}");
        }
        for (value, text) in
            [("a <b> & é", Some("T: a <b> & é")), ("a\nb", None), ("a\u{85}", None), ("", None)]
        {
            assert_eq!(rendered(value, "T: {token}", false).ok().as_deref(), text, "{value:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// No value ends the element or the attribute in which it is.
        #[test]
        fn value_cannot_leave_its_place_in_xml(value in any::<String>()) {
            if let Ok(text) = rendered(&value, "<t a=\"{token}\">{token}</t>", true) {
                prop_assert_eq!(text.matches('<').count(), 2);
                prop_assert_eq!(text.matches('"').count(), 2);
                prop_assert!(text.split('&').skip(1).all(|rest| rest.contains(';')));
            }
        }
    }
}
