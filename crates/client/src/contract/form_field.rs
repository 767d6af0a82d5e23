//! Finds the value of an input field in an HTML form, such as a CSRF token.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use zeroize::Zeroizing;

/// The value of the first input field with this name.
pub(super) fn form_field(page: &str, name: &str) -> Option<Zeroizing<String>> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(page));
    let finder = Finder { name: name.to_owned(), found: RefCell::default() };
    let tokenizer = Tokenizer::new(finder, TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.found.take()
}

struct Finder {
    name: String,
    found: RefCell<Option<Zeroizing<String>>>,
}

impl Finder {
    fn read(&self, tag: &Tag) {
        let attribute = |name: &str| tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
        let is_named = attribute("name").is_some_and(|found| &*found.value == self.name.as_str());
        let mut found = self.found.borrow_mut();
        if &*tag.name == "input" && is_named && found.is_none() {
            *found = attribute("value").map(|value| Zeroizing::new(value.value.to_string()));
        }
    }
}

impl TokenSink for Finder {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        if tag.kind != TagKind::StartTag {
            return TokenSinkResult::Continue;
        }
        self.read(&tag);
        // The tokenizer does not know that these elements contain no tags. A tree builder would tell it.
        match &*tag.name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" => TokenSinkResult::RawData(RawKind::Rawtext),
            "textarea" | "title" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
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
