//! Finds the value of an input field in an HTML form, such as a CSRF token.

use zeroize::Zeroizing;

use crate::html::{HtmlToken, read_page};

/// The value of the first input field with this name.
pub(super) fn form_field(page: &str, name: &str) -> Option<Zeroizing<String>> {
    let mut found = None;
    read_page(page, |token| {
        let HtmlToken::StartTag(tag) = token else { return };
        let attribute = |name: &str| tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
        let is_named = attribute("name").is_some_and(|found| &*found.value == name);
        if &*tag.name == "input" && is_named && found.is_none() {
            found = attribute("value").map(|value| Zeroizing::new(value.value.to_string()));
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_of_the_named_field_is_found() {
        for (page, value) in [
            (r#"<form><input type="hidden" name="csrf" value="a&amp;b"></form>"#, Some("a&b")),
            (r#"<INPUT VALUE='t1' NAME=csrf />"#, Some("t1")),
            (r#"<input name="csrf" value="t1"><input name="csrf" value="t2">"#, Some("t1")),
            (r#"<!-- <input name="csrf" value="old"> --><input name="csrf" value="t1">"#, Some("t1")),
            (
                r#"<script>"<input name='csrf' value='old'>"</script><input name="csrf" value="t1">"#,
                Some("t1"),
            ),
            (r#"<textarea><input name="csrf" value="old"></textarea>"#, None),
            (r#"<input name="other" value="t1">"#, None),
            (r#"<input name="csrf">"#, None),
            (r#"<meta name="csrf" value="t1">"#, None),
            ("<input name=\"csrf\" value=\"t1", None),
            ("", None),
        ] {
            assert_eq!(form_field(page, "csrf").map(|found| found.to_string()).as_deref(), value, "{page}");
        }
    }
}
