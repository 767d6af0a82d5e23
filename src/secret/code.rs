//! The short code of a recovery e-mail, in the shapes that servers give it.

use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

use super::{MIN_TOKEN_CHARS, Malformed, unreserved};

/// Longest code that is pasted rather than typed, in bytes.
const LONG_MAX_BYTES: usize = 1024;

/// How a code is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeShape {
    /// This many digits.
    Digits(usize),
    /// This many letters and digits, for example `ABCD-EFGH`.
    Letters(usize),
    /// As long as a token: 16 to 1,024 unreserved URL characters, to be pasted.
    Long,
}

secret_text!(
    /// The code of a recovery e-mail. Of most services good only beside what the device that asked has kept.
    RecoveryCode
);

impl RecoveryCode {
    /// Accepts a code of this shape, with spaces and hyphens as people and mail programs write them.
    pub fn parse(text: &str, shape: CodeShape) -> Result<Self, Malformed> {
        let hyphens = !matches!(shape, CodeShape::Long);
        let between = |c: char| {
            c.is_whitespace() || c == '\u{200b}' || hyphens && matches!(c, '-' | '\u{2011}' | '\u{2013}')
        };
        let compact: Zeroizing<String> = Zeroizing::new(text.chars().filter(|c| !between(*c)).collect());
        let fits = match shape {
            CodeShape::Digits(count) => compact.len() == count && compact.bytes().all(|b| b.is_ascii_digit()),
            CodeShape::Letters(count) => {
                compact.len() == count && compact.bytes().all(|b| b.is_ascii_alphanumeric())
            }
            CodeShape::Long => {
                (MIN_TOKEN_CHARS..=LONG_MAX_BYTES).contains(&compact.len()) && compact.bytes().all(unreserved)
            }
        };
        if fits { Ok(Self(compact.as_str().into())) } else { Err(Malformed("recovery code")) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{CodeShape::*, *};

    #[test]
    fn a_code_is_read_as_people_write_it_and_only_in_its_shape() {
        let long = "CfDJ8".repeat(30);
        for (shape, text, code) in [
            (Digits(6), "123 456", Some("123456")),
            (Digits(6), "123\u{2011}456", Some("123456")),
            (Digits(6), "12345", None),
            (Digits(6), "12345a", None),
            (Letters(8), "ABCD-EFGH", Some("ABCDEFGH")),
            (Letters(8), " ab12 cd34 ", Some("ab12cd34")),
            (Letters(8), "ABCD-EFG", None),
            (Letters(8), "ABCD-EFG!", None),
            (Letters(8), "ÄBCD-EFG", None),
            (Long, long.as_str(), Some(long.as_str())),
            (Long, "a-b_c.d~e-b_c.d~", Some("a-b_c.d~e-b_c.d~")),
            (Long, "too-short", None),
            (Long, "slashes/are/not/in/it", None),
        ] {
            let parsed = RecoveryCode::parse(text, shape).ok();
            assert_eq!(parsed.as_ref().map(RecoveryCode::expose), code, "{shape:?} {text}");
        }
        let broken = format!(" {}\r\n{} ", &long[..70], &long[70..]);
        assert_eq!(RecoveryCode::parse(&broken, Long).unwrap().expose(), long);
        assert!(RecoveryCode::parse(&"a".repeat(1025), Long).is_err());
    }
}
