//! The formats of codes.

use std::fmt;
use std::ops::RangeInclusive;

/// The format of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeShape {
    /// Digits.
    Digits(CodeLengthRange),
    /// Letters and digits, for example `ABCD-EFGH`.
    Letters(LetterCode),
    /// 16 to 1,024 unreserved URL characters (RFC 3986 §2.3), for pasting.
    Long,
}

/// The number of characters of a code, without separators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeLengthRange {
    /// The minimum.
    pub min: usize,
    /// The maximum.
    pub max: usize,
}

/// A code of letters and digits, and the form in which it is sent to the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterCode {
    /// How many letters and digits.
    pub length: CodeLengthRange,
    /// The case of letters.
    pub case: Case,
    /// The hyphens.
    pub hyphens: Hyphens,
}

/// The case in which letters are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Case {
    /// As typed.
    #[default]
    Kept,
    /// Upper case.
    Upper,
    /// Lower case.
    Lower,
}

/// The hyphens with which a code is sent. Other separators are never sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hyphens {
    /// None.
    #[default]
    Dropped,
    /// As typed.
    Kept,
    /// A hyphen follows each group of this number of characters, at least one.
    Every(usize),
}

impl CodeShape {
    /// A code of this number of digits.
    pub const fn digits(count: usize) -> Self {
        Self::Digits(CodeLengthRange::exactly(count))
    }

    /// A code of this number of letters and digits, sent without separators and in the case in which they were typed.
    pub const fn letters(count: usize) -> Self {
        let length = CodeLengthRange::exactly(count);
        Self::Letters(LetterCode { length, case: Case::Kept, hyphens: Hyphens::Dropped })
    }
}

impl CodeLengthRange {
    /// Accepts only this length.
    pub const fn exactly(count: usize) -> Self {
        Self { min: count, max: count }
    }

    /// All allowed numbers.
    pub(super) const fn range(self) -> RangeInclusive<usize> {
        self.min..=self.max
    }
}

impl fmt::Display for CodeLengthRange {
    /// `6`, or `6–10`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { min, max } = self;
        if min == max { write!(f, "{min}") } else { write!(f, "{min}–{max}") }
    }
}
