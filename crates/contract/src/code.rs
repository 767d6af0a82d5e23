//! The format of a code, as it is written in a contract: `{ digits = 6 }`, `{ letters = 10, groups = 5 }` or `"long"`.

use std::fmt;

use latchkey_core::code::{Case, CodeLengthRange, CodeShape, Hyphens, LetterCode};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, Visitor, value::MapAccessDeserializer},
};

/// Allowed lengths of codes that are typed.
pub const CODE_LENGTHS: std::ops::RangeInclusive<usize> = 4..=12;

/// The format of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code(pub CodeShape);

/// A code of digits, or of letters and digits.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct CodeFile {
    /// How many digits: a number, or { min = …, max = … }.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    digits: Option<Count>,
    /// How many letters and digits: a number, or { min = …, max = … }.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    letters: Option<Count>,
    /// The case in which letters are sent. If it is missing, as they were typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    case: Option<CaseFile>,
    /// The code is sent with a hyphen between groups of this many characters, whatever was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    groups: Option<usize>,
    /// Whether the hyphens are part of the code and sent as typed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    hyphens: bool,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(super) enum CaseFile {
    Upper,
    Lower,
}

/// Why a code is refused. Contains what to write instead.
#[derive(Debug, thiserror::Error)]
enum CodeError {
    #[error("`code` has one of `digits` and `letters`, as in {{ digits = 6 }}")]
    NotOne,
    #[error("`case`, `groups` and `hyphens` are for codes of `letters`")]
    OnlyLetters,
    #[error("`groups` writes the hyphens itself; leave `hyphens` out")]
    BothHyphens,
    #[error("`groups` is the number of characters before each hyphen, at least 1")]
    NoGroup,
}

impl CodeFile {
    fn into_shape(self) -> Result<CodeShape, CodeError> {
        let Self { digits, letters, case, groups, hyphens } = self;
        match (digits, letters) {
            (Some(_), None) if case.is_some() || groups.is_some() || hyphens => Err(CodeError::OnlyLetters),
            (Some(Count(length)), None) => Ok(CodeShape::Digits(length)),
            (None, Some(Count(length))) => {
                let case = match case {
                    None => Case::Kept,
                    Some(CaseFile::Upper) => Case::Upper,
                    Some(CaseFile::Lower) => Case::Lower,
                };
                let hyphens = match (groups, hyphens) {
                    (Some(_), true) => return Err(CodeError::BothHyphens),
                    (Some(0), false) => return Err(CodeError::NoGroup),
                    (Some(count), false) => Hyphens::Every(count),
                    (None, true) => Hyphens::Kept,
                    (None, false) => Hyphens::Dropped,
                };
                Ok(CodeShape::Letters(LetterCode { length, case, hyphens }))
            }
            (Some(_), Some(_)) | (None, None) => Err(CodeError::NotOne),
        }
    }
}

impl From<CodeShape> for CodeFile {
    fn from(shape: CodeShape) -> Self {
        let nothing = Self { digits: None, letters: None, case: None, groups: None, hyphens: false };
        match shape {
            CodeShape::Digits(length) => Self { digits: Some(Count(length)), ..nothing },
            CodeShape::Letters(LetterCode { length, case, hyphens }) => {
                let case = match case {
                    Case::Kept => None,
                    Case::Upper => Some(CaseFile::Upper),
                    Case::Lower => Some(CaseFile::Lower),
                };
                let groups = match hyphens {
                    Hyphens::Every(count) => Some(count),
                    Hyphens::Kept | Hyphens::Dropped => None,
                };
                Self {
                    letters: Some(Count(length)),
                    case,
                    groups,
                    hyphens: hyphens == Hyphens::Kept,
                    ..nothing
                }
            }
            CodeShape::Long => nothing,
        }
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            CodeShape::Long => serializer.serialize_str("long"),
            shape => CodeFile::from(shape).serialize(serializer),
        }
    }
}

/// This is not derived, because an untagged enum would lose the position of an error.
impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CodeVisitor)
    }
}

struct CodeVisitor;

impl<'de> Visitor<'de> for CodeVisitor {
    type Value = Code;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("{ digits = 6 }, { letters = 8 } or \"long\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Code, E> {
        match text {
            "long" => Ok(Code(CodeShape::Long)),
            other => Err(E::invalid_value(serde::de::Unexpected::Str(other), &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Code, A::Error> {
        let file = CodeFile::deserialize(MapAccessDeserializer::new(table))?;
        file.into_shape().map(Code).map_err(A::Error::custom)
    }
}

/// A length: `6`, or `{ min = 6, max = 10 }`.
pub(super) struct Count(CodeLengthRange);

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RangeFile {
    /// The minimum.
    min: usize,
    /// The maximum.
    max: usize,
}

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let CodeLengthRange { min, max } = self.0;
        if min == max { min.serialize(serializer) } else { RangeFile { min, max }.serialize(serializer) }
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CountVisitor)
    }
}

struct CountVisitor;

impl<'de> Visitor<'de> for CountVisitor {
    type Value = Count;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of characters, or { min = 6, max = 10 }")
    }

    fn visit_u64<E: Error>(self, count: u64) -> Result<Count, E> {
        let count = usize::try_from(count).map_err(E::custom)?;
        Ok(Count(CodeLengthRange::exactly(count)))
    }

    fn visit_i64<E: Error>(self, count: i64) -> Result<Count, E> {
        let unexpected = || E::invalid_value(serde::de::Unexpected::Signed(count), &self);
        u64::try_from(count).map_err(|_| unexpected()).and_then(|count| self.visit_u64(count))
    }

    fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Count, A::Error> {
        let RangeFile { min, max } = RangeFile::deserialize(MapAccessDeserializer::new(table))?;
        Ok(Count(CodeLengthRange { min, max }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    #[test]
    fn every_format_of_a_code_is_read_and_written() {
        let range = CodeLengthRange { min: 6, max: 10 };
        let letters = |length, case, hyphens| CodeShape::Letters(LetterCode { length, case, hyphens });
        let ten = CodeLengthRange::exactly(10);
        for (written, shape) in [
            (json!({ "digits": 6 }), CodeShape::digits(6)),
            (json!({ "digits": { "min": 6, "max": 10 } }), CodeShape::Digits(range)),
            (json!({ "letters": 8 }), CodeShape::letters(8)),
            (
                json!({ "letters": 10, "groups": 5, "case": "upper" }),
                letters(ten, Case::Upper, Hyphens::Every(5)),
            ),
            (
                json!({ "letters": { "min": 6, "max": 10 }, "hyphens": true }),
                letters(range, Case::Kept, Hyphens::Kept),
            ),
            (json!({ "letters": 10, "case": "lower" }), letters(ten, Case::Lower, Hyphens::Dropped)),
            (json!("long"), CodeShape::Long),
        ] {
            let read: Code = serde_json::from_value(written.clone()).unwrap();
            assert_eq!(read, Code(shape), "{written}");
            assert_eq!(serde_json::to_value(read).unwrap(), written);
        }
    }

    #[test]
    fn contradictory_code_is_refused() {
        for (written, problem) in [
            (json!({}), "one of `digits` and `letters`"),
            (json!({ "digits": 6, "letters": 6 }), "one of `digits` and `letters`"),
            (json!({ "digits": 6, "case": "upper" }), "codes of `letters`"),
            (json!({ "digits": 6, "groups": 3 }), "codes of `letters`"),
            (json!({ "letters": 6, "groups": 3, "hyphens": true }), "leave `hyphens` out"),
            (json!({ "letters": 6, "groups": 0 }), "at least 1"),
            (json!({ "letters": 6, "case": "mixed" }), "`upper`"),
            (json!({ "digits": -6 }), "a number of characters"),
            (json!({ "digits": { "min": 6 } }), "max"),
            (json!({ "figures": 6 }), "digits"),
            (json!("short"), "long"),
        ] {
            let error = serde_json::from_value::<Code>(written.clone()).unwrap_err();
            assert!(error.to_string().contains(problem), "{written}: {error}");
        }
    }
}
