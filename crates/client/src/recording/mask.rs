//! Replaces secrets by values of the same format: the values of calls before they are rendered, and the texts of
//! responses in each encoding.

use std::ops::Range;

use latchkey_core::secret::{EmailAddress, Verifier};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use url::form_urlencoded;
use zeroize::Zeroizing;

use super::{EMAIL, PASSWORD, SECOND_FACTOR, VERIFIER};
use crate::contract::{Contract, email_sha256};

/// Minimum length of a secret that is replaced inside of words, in bytes. A shorter one is part of other words.
const MIN_BYTES: usize = 4;
/// Everything but the unreserved characters (RFC 3986 §2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The secrets of a recovery, each with what stands for it.
#[derive(Default)]
pub(super) struct Mask {
    /// What a server, an email or a device has generated, and the address. No other text has it by chance.
    generated: Vec<Entry>,
    /// What the person typed. A refused password can be an ordinary word.
    typed: Vec<Entry>,
    /// Texts that the contract looks for. They are public, also if a password is a part of one.
    literals: Vec<String>,
}

impl Mask {
    /// Keeps the texts that this contract looks for.
    pub fn of(contract: &Contract) -> Self {
        Self { literals: contract.match_texts().map(str::to_owned).collect(), ..Self::default() }
    }

    /// Replaces an address, also in its hash.
    pub fn add_email(&mut self, email: &EmailAddress) {
        self.add(email.as_str(), EMAIL);
        self.add(&email.as_str().to_lowercase(), EMAIL);
        self.add(&email_sha256(email.as_str()), &email_sha256(EMAIL));
    }

    /// Replaces a verifier and its challenge.
    pub fn add_verifier(&mut self, verifier: &Verifier) {
        self.add(verifier.expose(), VERIFIER);
        if let Ok(known) = Verifier::parse(VERIFIER) {
            self.add(verifier.challenge().as_str(), known.challenge().as_str());
        }
    }

    /// Adds a secret, to be replaced with characters of the same kinds. Values shorter than `MIN_BYTES` are not replaced.
    pub fn add_alike(&mut self, secret: &str) {
        if self.generated.iter().all(|(known, _)| **known != secret) {
            self.add(secret, &alike(secret, self.generated.len()));
        }
    }

    /// Replaces what a person typed.
    pub fn add_typed(&mut self, secret: &str, stand_in: &str) {
        insert(&mut self.typed, secret, stand_in);
    }

    fn add(&mut self, secret: &str, stand_in: &str) {
        if secret.len() >= MIN_BYTES {
            insert(&mut self.generated, secret, stand_in);
        }
    }

    /// What stands for a value of a call with this name.
    pub fn value(&self, name: &str, value: &str) -> String {
        match name {
            "new_password" => PASSWORD.to_owned(),
            "second_factor" => SECOND_FACTOR.to_owned(),
            _ => self.without_generated(value),
        }
    }

    /// A name, path or other text without ordinary words, without the generated secrets.
    pub fn without_generated(&self, text: &str) -> String {
        replace(text, |rest, _| find_at_start(&self.generated, rest))
    }

    /// A text of a response without the secrets. What stands for one is not replaced again.
    pub fn text(&self, text: &str) -> String {
        let kept: Vec<Range<usize>> =
            self.literals.iter().flat_map(|it| ranges(text, it)).chain(tags(text)).collect();
        replace(text, |rest, at| {
            let is_shown = |secret: &str| {
                let end = at + secret.len();
                let is_kept = kept.iter().any(|range| range.start <= at && end <= range.end);
                !is_kept && (secret.len() >= MIN_BYTES || is_word(text, at..end))
            };
            let typed =
                self.typed.iter().find(|(secret, _)| rest.starts_with(secret.as_str()) && is_shown(secret));
            find_at_start(&self.generated, rest).or(typed)
        })
    }

    /// A JSON value without the secrets. The names of members are kept.
    pub fn json(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => self.text(text).into(),
            Value::Number(number) => {
                let text = number.to_string();
                let masked = self.text(&text);
                if masked == text {
                    value.clone()
                } else {
                    serde_json::from_str(&masked).unwrap_or_else(|_| 0.into())
                }
            }
            Value::Array(items) => items.iter().map(|item| self.json(item)).collect(),
            Value::Object(members) => {
                Value::Object(members.iter().map(|(name, value)| (name.clone(), self.json(value))).collect())
            }
            Value::Null | Value::Bool(_) => value.clone(),
        }
    }
}

type Entry = (Zeroizing<String>, String);

fn insert(entries: &mut Vec<Entry>, secret: &str, stand_in: &str) {
    for (secret, stand_in) in encodings(secret).into_iter().zip(encodings(stand_in)) {
        if !secret.is_empty() && entries.iter().all(|(known, _)| *known != secret) {
            entries.push((secret, stand_in.to_string()));
        }
    }
    // Of two secrets, one of which is a part of the other, the longer one is replaced.
    entries.sort_by_key(|(secret, _)| std::cmp::Reverse(secret.len()));
}

fn find_at_start<'a>(entries: &'a [Entry], rest: &str) -> Option<&'a Entry> {
    entries.iter().find(|(secret, _)| rest.starts_with(secret.as_str()))
}

/// Replaces what `find` finds at the beginning of the rest of the text, which begins at this byte.
fn replace<'a>(text: &str, find: impl Fn(&str, usize) -> Option<&'a Entry>) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        match find(rest, text.len() - rest.len()) {
            Some((secret, stand_in)) => {
                replaced.push_str(stand_in);
                rest = &rest[secret.len()..];
            }
            None => {
                replaced.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    replaced
}

/// Where a text has this part.
fn ranges<'a>(text: &'a str, part: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    text.match_indices(part).map(|(at, part)| at..at + part.len())
}

/// The tags of a web page, whose names and attributes are words such as `password`. A tag with a value is not among them.
fn tags(text: &str) -> Vec<Range<usize>> {
    if !text.trim_start().starts_with('<') {
        return Vec::new();
    }
    let tags = text.match_indices('<').filter_map(|(at, _)| Some(at..at + text[at..].find('>')?));
    tags.filter(|tag| !text[tag.clone()].contains("value")).collect()
}

fn is_word(text: &str, range: Range<usize>) -> bool {
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !is_inside(text[..range.start].chars().next_back()) && !is_inside(text[range.end..].chars().next())
}

/// As it is, in a path, in a form and in JSON.
fn encodings(text: &str) -> [Zeroizing<String>; 4] {
    let json = serde_json::Value::from(text).to_string();
    [
        text.to_owned(),
        utf8_percent_encode(text, RESERVED).to_string(),
        form_urlencoded::byte_serialize(text.as_bytes()).collect(),
        json.trim_matches('"').to_owned(),
    ]
    .map(Zeroizing::new)
}

/// Letters become letters of the same case, digits become digits, and other characters stay. Only hexadecimal letters are
/// used, so that an id in hexadecimal stays one. No number begins with zero.
fn alike(secret: &str, seed: usize) -> String {
    let pick = |from: &str, index: usize| char::from(from.as_bytes()[index % from.len()]);
    let replaced = secret.chars().enumerate().map(|(index, c)| match c {
        c if c.is_ascii_digit() => pick("123456789", index + seed),
        c if c.is_ascii_lowercase() => pick("abcdef", index + seed),
        c if c.is_ascii_uppercase() => pick("ABCDEF", index + seed),
        c if c.is_ascii() => c,
        _ => 'a',
    });
    replaced.collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    #[test]
    fn secrets_are_replaced_in_each_encoding() {
        let mut mask = Mask::default();
        mask.add_email(&EmailAddress::parse("Grace@firm.example").unwrap());
        mask.add_typed("p\u{e4}ss \"word\" & more", PASSWORD);
        mask.add_alike("tok/EN+42==");
        let shown = mask.text(concat!(
            "POST /reset/tok%2FEN%2B42%3D%3D?e=grace%40firm.example ",
            "{\"email\":\"Grace@firm.example\",\"p\":\"p\u{e4}ss \\\"word\\\" & more\",\"t\":\"tok/EN+42==\"} ",
            "password=p%C3%A4ss+%22word%22+%26+more",
        ));
        for secret in ["race", "firm", "tok", "EN+42", "ss", "word"] {
            assert!(!shown.replace("password", "").contains(secret), "{secret} in {shown}");
        }
        assert!(
            shown.contains("\"email\":\"ada@example.org\",\"p\":\"a walk along the wet quay\""),
            "{shown}"
        );
        assert!(shown.contains("password=a+walk+along+the+wet+quay"), "{shown}");
        assert!(shown.contains("?e=ada%40example.org"), "{shown}");
    }

    #[test]
    fn stand_in_has_the_format_of_its_secret() {
        let alike = alike("Ab3-9f0c:Z=", 0);
        assert_eq!((alike.len(), alike.as_str()), (11, "Ab3-5f7b:D="));
        let mut mask = Mask::default();
        mask.add_alike("first-secret");
        mask.add_alike("first-secret-and-more");
        mask.add_alike("abc");
        let shown = mask.text("first-secret-and-more, first-secret, abc");
        assert!(!shown.contains("first") && !shown.contains("more"), "{shown}");
        assert!(shown.ends_with("abc"), "no secret is so short: {shown}");
    }

    /// Refused passwords are often words of the message that refuses them.
    #[test]
    fn password_is_replaced_as_a_value_and_not_as_a_name() {
        let mut mask = Mask { literals: vec!["password must contain".to_owned()], ..Mask::default() };
        mask.add_typed("password", PASSWORD);
        mask.add_typed("ab", PASSWORD);
        let text =
            json!({ "password": ["Your password must contain 8.", "not password", "ab in about", 12] });
        let masked = json!({
            "password": [
                "Your password must contain 8.",
                "not a walk along the wet quay",
                "a walk along the wet quay in about",
                12,
            ],
        });
        assert_eq!(mask.json(&text), masked);
        let page = "<input type=\"password\"> password";
        assert_eq!(mask.text(page), "<input type=\"password\"> a walk along the wet quay");
        assert_eq!(mask.without_generated("/password/new"), "/password/new");
        assert_eq!(
            (mask.value("new_password", "ab"), mask.value("uid", "ab")),
            (PASSWORD.to_owned(), "ab".to_owned())
        );
    }
}
