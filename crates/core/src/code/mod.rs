//! Reads codes of recovery emails and authenticator apps from typed or pasted text.

use std::ops::RangeInclusive;

use zeroize::Zeroizing;

use crate::normalization::{is_written_without_spaces, normalize};
use crate::truncate;

mod problem;
mod shape;

pub use problem::{CodeProblem, code_problem};
pub use shape::{Case, CodeLengthRange, CodeShape, Hyphens, LetterCode};

/// Maximum length of a text that is searched for a code, in bytes: a whole email.
const MAX_TEXT_BYTES: usize = 256 * 1024;
/// Length of a long code, in bytes.
const LONG_BYTES: RangeInclusive<usize> = 16..=1024;
/// Maximum number of characters between two groups of digits of one code: ` - `.
const MAX_GAP: usize = 3;

/// Reads a code of this format: as it was sent, in groups, or in a sentence (`Your code: 1234 5678`).
pub fn read_code(text: &str, shape: CodeShape) -> Option<Zeroizing<String>> {
    match shape {
        CodeShape::Digits(length) => read_digits(text, length.range()),
        CodeShape::Letters(letters) => after_label(text, |text| read_letters(text, letters)),
        CodeShape::Long => after_label(text, read_long),
    }
}

/// Reads a code whose number of digits is in `lengths`. `None` if the text has no code, or two different codes.
pub fn read_digits(text: &str, lengths: RangeInclusive<usize>) -> Option<Zeroizing<String>> {
    let text = normalize(bounded(text));
    if text.chars().all(|c| c.is_ascii_digit() || is_separator(c)) {
        let digits = only_digits(&text);
        return lengths.contains(&digits.len()).then_some(digits);
    }
    let mut found: Option<Zeroizing<String>> = None;
    for number in numbers(&text) {
        let digits = only_digits(number);
        if !lengths.contains(&digits.len()) {
            continue;
        }
        if found.as_ref().is_some_and(|earlier| *earlier != digits) {
            return None;
        }
        found = Some(digits);
    }
    found
}

/// Whether a text is a code of digits or contains one. Texts with a phone number or only a year are no codes.
pub fn looks_like_a_code(text: &str) -> bool {
    let normalized = normalize(bounded(text));
    let digits = normalized.bytes().filter(u8::is_ascii_digit).count();
    let nothing_else = normalized.chars().all(|c| c.is_ascii_digit() || is_separator(c));
    digits >= 6 && (nothing_else || (!normalized.contains('+') && read_digits(text, 6..=12).is_some()))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{58a}' | '\u{5be}' | '\u{1806}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
        || matches!(c, '\u{2e3a}' | '\u{2e3b}' | '\u{301c}' | '\u{3030}' | '\u{30fc}' | '\u{30a0}')
}

/// Characters that can separate those of a code: spaces, dashes, dots, underscores and bullets.
fn is_separator(c: char) -> bool {
    let dot_or_bullet = matches!(c, '.' | '\u{b7}' | '\u{2022}' | '\u{2023}' | '\u{2027}' | '\u{2219}')
        || matches!(c, '\u{22c5}' | '\u{25aa}' | '\u{25cf}' | '\u{25e6}' | '\u{30fb}' | '\u{3002}');
    c.is_whitespace() || c == '_' || is_dash(c) || dot_or_bullet
}

/// Reads the whole text, or else the part after its last colon.
fn after_label(text: &str, read: impl Fn(&str) -> Option<Zeroizing<String>>) -> Option<Zeroizing<String>> {
    let text = normalize(bounded(text));
    read(&text).or_else(|| text.rsplit_once(':').and_then(|(_, rest)| read(rest)))
}

fn read_letters(text: &str, letters: LetterCode) -> Option<Zeroizing<String>> {
    let compact = without(text, is_separator);
    let fits = letters.length.range().contains(&compact.len());
    if !fits || !compact.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let mut code = match letters.hyphens {
        Hyphens::Dropped => compact,
        Hyphens::Every(count) => grouped(&compact, count),
        Hyphens::Kept => with_its_hyphens(text),
    };
    match letters.case {
        Case::Kept => {}
        Case::Upper => code.make_ascii_uppercase(),
        Case::Lower => code.make_ascii_lowercase(),
    }
    Some(code)
}

fn grouped(compact: &str, count: usize) -> Zeroizing<String> {
    let mut code = Zeroizing::new(String::with_capacity(2 * compact.len()));
    for (index, c) in compact.chars().enumerate() {
        if index > 0 && index % count == 0 {
            code.push('-');
        }
        code.push(c);
    }
    code
}

/// The hyphens between the characters of a code, which some programs change to other dashes. Spaces and dots are dropped.
fn with_its_hyphens(text: &str) -> Zeroizing<String> {
    let mut code = Zeroizing::new(String::with_capacity(text.len()));
    let mut is_after_hyphen = false;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            if is_after_hyphen && !code.is_empty() {
                code.push('-');
            }
            code.push(c);
            is_after_hyphen = false;
        } else {
            is_after_hyphen |= is_dash(c);
        }
    }
    code
}

/// Hyphens, dots and underscores are part of a long code.
fn read_long(text: &str) -> Option<Zeroizing<String>> {
    let compact = without(text, char::is_whitespace);
    let fits = LONG_BYTES.contains(&compact.len());
    (fits && compact.bytes().all(is_unreserved)).then_some(compact)
}

/// Unreserved URL characters (RFC 3986 §2.3).
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// The numbers of a sentence: each group of digits, and each sequence of groups with small gaps between them.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let groups = groups_of_digits(text);
    let mut rows: Vec<(usize, usize)> = Vec::new();
    for &(start, end) in &groups {
        match rows.last_mut() {
            Some(row) if is_gap(&text[row.1..start]) => row.1 = end,
            _ => rows.push((start, end)),
        }
    }
    rows.retain(|row| groups.binary_search(row).is_err());
    let all: Vec<(usize, usize)> = groups.into_iter().chain(rows).collect();
    all.into_iter()
        .filter(|&(start, end)| stands_alone(text, start, end))
        .map(|(start, end)| &text[start..end])
}

fn groups_of_digits(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut groups: Vec<(usize, usize)> = Vec::new();
    for at in (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()) {
        match groups.last_mut() {
            Some(group) if group.1 == at => group.1 = at + 1,
            _ => groups.push((at, at + 1)),
        }
    }
    groups
}

/// The groups of one code are on one line. A full stop with a space after it ends a sentence.
fn is_gap(between: &str) -> bool {
    let count = between.chars().count();
    (1..=MAX_GAP).contains(&count)
        && between.chars().all(|c| is_separator(c) && !matches!(c, '\n' | '\r'))
        && (count == 1 || !between.contains('.'))
}

/// Whether no letter is adjacent: `12345a` is no code. Scripts without spaces have letters directly next to numbers.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let touches = |c: char| c.is_alphanumeric() && !is_written_without_spaces(c);
    !text[..start].chars().next_back().is_some_and(touches)
        && !text[end..].chars().next().is_some_and(touches)
}

fn only_digits(text: &str) -> Zeroizing<String> {
    without(text, |c| !c.is_ascii_digit())
}

fn without(text: &str, dropped: impl Fn(char) -> bool) -> Zeroizing<String> {
    let mut kept = Zeroizing::new(String::with_capacity(text.len()));
    kept.extend(text.chars().filter(|c| !dropped(*c)));
    kept
}

fn bounded(text: &str) -> &str {
    truncate::prefix(text, MAX_TEXT_BYTES)
}

#[cfg(test)]
mod tests;
