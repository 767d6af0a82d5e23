//! Replaces secrets by values of the same format, everywhere and in each encoding.

use latchkey_core::secret::{EmailAddress, Verifier};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::form_urlencoded;
use zeroize::Zeroizing;

use super::{EMAIL, VERIFIER};
use crate::contract::email_sha256;

/// Minimum length of a value that is replaced, in bytes. A shorter one is part of other words.
const MIN_BYTES: usize = 4;
/// Everything but the unreserved characters (RFC 3986 §2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The secrets of a recovery, each with what stands for it.
#[derive(Default)]
pub(super) struct Mask(Vec<(Zeroizing<String>, String)>);

impl Mask {
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
        if self.0.iter().all(|(known, _)| **known != secret) {
            self.add(secret, &alike(secret, self.0.len()));
        }
    }

    /// Adds a secret, to be replaced with `stand_in`. Values shorter than `MIN_BYTES` are not replaced.
    pub fn add(&mut self, secret: &str, stand_in: &str) {
        if secret.len() < MIN_BYTES {
            return;
        }
        for (secret, stand_in) in encodings(secret).into_iter().zip(encodings(stand_in)) {
            if self.0.iter().all(|(known, _)| *known != secret) {
                self.0.push((secret, stand_in.to_string()));
            }
        }
        // Of two secrets, one of which is a part of the other, the longer one is replaced.
        self.0.sort_by_key(|(secret, _)| std::cmp::Reverse(secret.len()));
    }

    /// The text without the secrets. What stands for one is not replaced again.
    pub fn mask(&self, text: &str) -> String {
        let mut masked = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            match self.0.iter().find(|(secret, _)| rest.starts_with(secret.as_str())) {
                Some((secret, stand_in)) => {
                    masked.push_str(stand_in);
                    rest = &rest[secret.len()..];
                }
                None => {
                    masked.push(c);
                    rest = &rest[c.len_utf8()..];
                }
            }
        }
        masked
    }
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
    use super::*;

    #[test]
    fn secrets_are_replaced_in_each_encoding() {
        let mut mask = Mask::default();
        mask.add_email(&EmailAddress::parse("Grace@firm.example").unwrap());
        mask.add("p\u{e4}ss \"word\" & more", "a walk along the wet quay");
        mask.add_alike("tok/EN+42==");
        let shown = mask.mask(concat!(
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
        mask.add("abc", "x");
        let shown = mask.mask("first-secret-and-more, first-secret, abc");
        assert!(!shown.contains("first") && !shown.contains("more"), "{shown}");
        assert!(shown.ends_with("abc"), "too short to be replaced: {shown}");
    }
}
