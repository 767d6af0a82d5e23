//! Why a text is not a code of a format.

use super::{CodeShape, LONG_BYTES, bounded, is_separator, is_unreserved, read_code, without};
use crate::normalization::normalize;

/// Why a text is not a code of a format. It never contains the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeProblem {
    /// The text is empty.
    #[error("the text is empty")]
    Empty,
    /// A character cannot be in such a code.
    #[error("it has a character that such a code cannot have")]
    Character,
    /// The length is wrong. The value is the actual length, without separators.
    #[error("it has {0} characters, without separators")]
    Length(usize),
}

/// Why a text is not a code of this format. `None` if it is one, or has one.
pub fn code_problem(text: &str, shape: CodeShape) -> Option<CodeProblem> {
    if read_code(text, shape).is_some() {
        return None;
    }
    let text = normalize(bounded(text));
    let (compact, is_allowed, lengths): (_, fn(u8) -> bool, _) = match shape {
        CodeShape::Digits(length) => {
            (without(&text, is_separator), |byte| byte.is_ascii_digit(), length.range())
        }
        CodeShape::Letters(letters) => {
            (without(&text, is_separator), |byte| byte.is_ascii_alphanumeric(), letters.length.range())
        }
        CodeShape::Long => (without(&text, char::is_whitespace), is_unreserved, LONG_BYTES),
    };
    let length = compact.chars().count();
    Some(match () {
        () if compact.is_empty() => CodeProblem::Empty,
        () if !compact.bytes().all(is_allowed) => CodeProblem::Character,
        () if !lengths.contains(&length) => CodeProblem::Length(length),
        () => CodeProblem::Character,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::{Case, CodeLengthRange, Hyphens, LetterCode};

    #[test]
    fn refused_code_has_its_problem() {
        let digits = CodeShape::digits(6);
        let length = CodeLengthRange { min: 8, max: 8 };
        let letters = CodeShape::Letters(LetterCode { length, case: Case::Kept, hyphens: Hyphens::Dropped });
        for (text, shape, problem) in [
            ("123 456", digits, None),
            ("Your code: 123456.", digits, None),
            ("", digits, Some(CodeProblem::Empty)),
            (" - ", digits, Some(CodeProblem::Empty)),
            ("1234567", digits, Some(CodeProblem::Length(7))),
            ("12345", digits, Some(CodeProblem::Length(5))),
            ("12345a", digits, Some(CodeProblem::Character)),
            ("ABCD-EFGH", letters, None),
            ("ABCD-EFG", letters, Some(CodeProblem::Length(7))),
            ("ABCD-EFG!", letters, Some(CodeProblem::Character)),
            ("0123456789abcdef", CodeShape::Long, None),
            ("0123456789abcde", CodeShape::Long, Some(CodeProblem::Length(15))),
            ("0123456789abcde/", CodeShape::Long, Some(CodeProblem::Character)),
        ] {
            assert_eq!(code_problem(text, shape), problem, "{text}");
        }
    }
}
