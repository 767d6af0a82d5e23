//! Reads web pages with a tokenizer.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// Elements whose content is not shown to people.
const HIDDEN_ELEMENTS: [&str; 5] = ["script", "style", "template", "noscript", "svg"];

/// A token of a web page.
pub(crate) enum HtmlToken<'a> {
    StartTag(&'a Tag),
    EndTag(&'a Tag),
    Text(&'a str),
}

/// Calls `read` for each tag and text of a web page.
pub(crate) fn read_page(page: &str, read: impl FnMut(HtmlToken<'_>)) {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(page));
    let tokenizer = Tokenizer::new(Reader(RefCell::new(read)), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
}

/// The text of a web page that people see. The title comes first.
pub(crate) fn page_text(page: &str) -> String {
    let mut text = String::new();
    let mut hidden = None;
    read_page(page, |token| match token {
        HtmlToken::StartTag(tag) => {
            text.push(' ');
            if hidden.is_none() && HIDDEN_ELEMENTS.contains(&&*tag.name) {
                hidden = Some(tag.name.clone());
            }
        }
        HtmlToken::EndTag(tag) => {
            text.push(' ');
            hidden.take_if(|name| *name == tag.name);
        }
        HtmlToken::Text(part) if hidden.is_none() => text.push_str(part),
        HtmlToken::Text(_) => {}
    });
    text
}

struct Reader<F>(RefCell<F>);

impl<F: FnMut(HtmlToken<'_>)> TokenSink for Reader<F> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut read = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                read(HtmlToken::StartTag(&tag));
                // The tokenizer does not know that these elements contain no tags. A tree builder would tell it.
                return match &*tag.name {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" => TokenSinkResult::RawData(RawKind::Rawtext),
                    "textarea" | "title" => TokenSinkResult::RawData(RawKind::Rcdata),
                    _ => TokenSinkResult::Continue,
                };
            }
            Token::TagToken(tag) => read(HtmlToken::EndTag(&tag)),
            Token::CharacterTokens(text) => read(HtmlToken::Text(&text)),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visible_text_is_read() {
        for (page, text) in [
            ("<title>Reset</title><p>Too<br>short", "Reset Too short"),
            ("<script>if (a < b) { '<p>no' }</script>yes", "yes"),
            ("<svg><title>logo</title></svg><noscript><p>no</p></noscript>yes", "yes"),
            ("a &amp; b <!-- no -->", "a & b"),
            ("", ""),
        ] {
            let words: Vec<String> = page_text(page).split_whitespace().map(str::to_owned).collect();
            assert_eq!(words.join(" "), text, "{page}");
        }
    }
}
