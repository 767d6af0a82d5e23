//! The format of the token in a service's links.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{DEFAULT_MAX_TOKEN_LENGTH, DEFAULT_MIN_TOKEN_LENGTH, unreserved};

/// Minimum length that a service can have for its tokens, in characters.
pub const MIN_TOKEN_LENGTH: usize = 6;
/// Maximum length that a service can have for its tokens, in characters. Session tokens with the account's metadata are
/// this long.
pub const MAX_TOKEN_LENGTH: usize = 8192;
/// Characters that a token can have in addition to the unreserved ones (RFC 3986 §2.3). The others end a link, or begin an
/// escape.
const RESERVED: &str = ":/+=@|";

/// The length and the characters of a token. The default is 16 to 2,048 unreserved URL characters (RFC 3986 §2.3):
/// base64url, hex and JWTs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenShape {
    /// Minimum length, in characters.
    pub min: usize,
    /// Maximum length, in characters.
    pub max: usize,
    /// The characters. `None`: the unreserved ones.
    pub alphabet: Option<Alphabet>,
}

impl Default for TokenShape {
    fn default() -> Self {
        Self { min: DEFAULT_MIN_TOKEN_LENGTH, max: DEFAULT_MAX_TOKEN_LENGTH, alphabet: None }
    }
}

impl TokenShape {
    /// Whether a token has this format.
    pub fn accepts(&self, token: &str) -> bool {
        let has = |b: u8| self.alphabet.as_ref().map_or(unreserved(b), |alphabet| alphabet.has(b));
        (self.min..=self.max).contains(&token.len()) && token.bytes().all(has)
    }

    /// A token of this format from random text that is not empty.
    pub fn example(&self, random: &str) -> String {
        let has = |b: &u8| self.alphabet.as_ref().map_or(unreserved(*b), |alphabet| alphabet.has(*b));
        let characters: Vec<u8> = (0..128).filter(has).collect();
        let pick = |b: u8| char::from(characters[usize::from(b) % characters.len()]);
        random.bytes().cycle().take(random.len().clamp(self.min, self.max)).map(pick).collect()
    }

    /// Whether a token can be percent-encoded in a link. Unreserved characters never have to be.
    pub fn may_be_encoded(&self) -> bool {
        self.alphabet.as_ref().is_some_and(|alphabet| RESERVED.bytes().any(|b| alphabet.has(b)))
    }
}

/// A set of characters, written as in `A-Za-z0-9_-`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Alphabet {
    text: String,
    /// A bit for each ASCII character.
    set: u128,
}

/// A text that is not an alphabet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AlphabetError {
    /// The alphabet has a character that no token in a link can have.
    #[error("{0:?} cannot be in a token: besides letters and digits there are only `-._~` and `{RESERVED}`")]
    Character(char),
    /// The range is not one of letters or digits in order.
    #[error("{0:?} is not a range such as `A-Z`, `a-z` or `0-9`; a `-` of its own is first or last")]
    Range(String),
    /// The alphabet is empty.
    #[error("an alphabet has ranges and characters, as in \"A-Za-z0-9+/=\"")]
    Empty,
}

impl Alphabet {
    /// Whether it has this character.
    fn has(&self, b: u8) -> bool {
        b.is_ascii() && self.set & (1 << b) != 0
    }
}

impl TryFrom<String> for Alphabet {
    type Error = AlphabetError;

    fn try_from(text: String) -> Result<Self, AlphabetError> {
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c) || RESERVED.contains(c);
        if let Some(c) = text.chars().find(|c| !is_allowed(*c)) {
            return Err(AlphabetError::Character(c));
        }
        let mut set = 0_u128;
        let mut rest = text.as_bytes();
        while let [first, after @ ..] = rest {
            let (last, after) = match after {
                [b'-', last, after @ ..] => (last, after),
                _ => (first, after),
            };
            if first > last || first != last && !is_range(*first, *last) {
                let range = [*first, b'-', *last].map(char::from);
                return Err(AlphabetError::Range(range.iter().collect()));
            }
            (*first..=*last).for_each(|b| set |= 1 << b);
            rest = after;
        }
        if set == 0 { Err(AlphabetError::Empty) } else { Ok(Self { text, set }) }
    }
}

fn is_range(first: u8, last: u8) -> bool {
    let classes = [u8::is_ascii_uppercase, u8::is_ascii_lowercase, u8::is_ascii_digit];
    classes.iter().any(|is_in_class| is_in_class(&first) && is_in_class(&last))
}

impl From<Alphabet> for String {
    fn from(alphabet: Alphabet) -> Self {
        alphabet.text
    }
}

impl fmt::Display for Alphabet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn alphabet(text: &str) -> Result<Alphabet, AlphabetError> {
        text.to_owned().try_into()
    }

    #[test]
    fn alphabet_has_its_ranges_and_characters() {
        for (text, members, others) in [
            ("A-Za-z0-9+/=", "AZaz09+/=", "-_.:~"),
            ("0-9a-f", "09af", "gAF-"),
            ("-a", "-a", "b_"),
            ("a-", "-a", "b_"),
            ("A-Za-z0-9_:-", "Zz9_:-", "+/="),
            ("B", "B", "AC"),
            ("a-ac", "ac", "b-"),
        ] {
            let alphabet = alphabet(text).unwrap();
            assert!(members.bytes().all(|b| alphabet.has(b)), "{text}");
            assert!(!others.bytes().any(|b| alphabet.has(b)), "{text}");
            assert_eq!(String::from(alphabet), text);
        }
        for (text, error) in [
            ("", AlphabetError::Empty),
            ("A-Z%", AlphabetError::Character('%')),
            ("a b", AlphabetError::Character(' ')),
            ("a&b", AlphabetError::Character('&')),
            ("ä", AlphabetError::Character('ä')),
            ("z-a", AlphabetError::Range("z-a".into())),
            ("A-z", AlphabetError::Range("A-z".into())),
            ("+-=", AlphabetError::Range("+-=".into())),
        ] {
            assert_eq!(alphabet(text), Err(error), "{text}");
        }
    }

    #[test]
    fn token_has_the_length_and_the_characters_of_its_format() {
        let shape = |min, max, text: &str| TokenShape { min, max, alphabet: alphabet(text).ok() };
        for (shape, token, accepted) in [
            (TokenShape::default(), "0123456789abcdef", true),
            (TokenShape::default(), "0123456789abcde", false),
            (TokenShape::default(), "0123456789abcde:", false),
            (shape(4, 8, "0-9"), "1234", true),
            (shape(4, 8, "0-9"), "123", false),
            (shape(4, 8, "0-9"), "123456789", false),
            (shape(4, 8, "0-9"), "12345a", false),
            (shape(4, 8, "A-Za-z+/="), "ab+/c=", true),
        ] {
            assert_eq!(shape.accepts(token), accepted, "{token}");
        }
        for shape in [TokenShape::default(), shape(50, 90, "0-9:"), shape(6, 8, "a"), shape(8, 8, "A-Z")] {
            let example = shape.example("some random text");
            assert!(shape.accepts(&example), "{example}");
        }
        assert!(TokenShape::default().accepts(&"a".repeat(2048)));
        assert!(!TokenShape::default().accepts(&"a".repeat(2049)));
        assert!(!TokenShape::default().may_be_encoded() && !shape(4, 8, "a-z-._~").may_be_encoded());
        assert!(shape(4, 8, "a-z:").may_be_encoded());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// No alphabet has a character that ends a link, begins an escape or another parameter.
        #[test]
        fn alphabet_never_has_a_delimiter(text in "[ -~]{0,8}|[A-Za-z0-9:/+=@|._~-]{0,12}") {
            if let Ok(alphabet) = alphabet(&text) {
                let has_delimiter = b"%&?#<>\"\\^`{} \x7f\0".iter().any(|b| alphabet.has(*b));
                let has_all = text.bytes().filter(|b| *b != b'-').all(|b| alphabet.has(b));
                prop_assert!(!has_delimiter && has_all);
            }
        }
    }
}
