//! Reverts encodings that are applied to links in transit. The target of a link is not considered.

use zeroize::Zeroizing;

type Decoder = fn(&str) -> Option<Zeroizing<String>>;

/// Each removes one layer of encoding. `None` if the link has no such layer.
pub(super) const DECODERS: [Decoder; 3] = [without_entities, from_quoted_printable, with_plain_delimiters];

/// Joins the lines of a link. If they are certainly quoted-printable, the decoded form is first.
pub(super) fn join_lines(link: &str) -> Vec<Zeroizing<String>> {
    let plain = Zeroizing::new(link.replace('\n', ""));
    let Some(decoded) = from_quoted_printable(link) else { return vec![plain] };
    if is_all_quoted_printable(link) { vec![decoded, plain] } else { vec![plain, decoded] }
}

/// Removes the punctuation after a link. A token of unknown length that ends with `.` or `:` loses that character: more
/// often it is the end of a sentence.
pub(super) fn without_punctuation(link: &str) -> &str {
    link.trim_end_matches([')', ']', '\'', '.', ',', ';', ':', '!', '?', '*'])
}

/// HTML entities of the delimiters in links, also percent-encoded.
const ENTITIES: [(&str, &str); 13] = [
    ("&amp%3B", "&"),
    ("&amp%3b", "&"),
    ("%26amp%3B", "&"),
    ("%26amp%3b", "&"),
    ("&amp;", "&"),
    ("&#38;", "&"),
    ("&#038;", "&"),
    ("&#x26;", "&"),
    ("&#61;", "="),
    ("&#x3D;", "="),
    ("&#x3d;", "="),
    ("&#35;", "#"),
    ("&#x23;", "#"),
];

fn without_entities(link: &str) -> Option<Zeroizing<String>> {
    replaced(link, ['&', '%'], |from| ENTITIES.into_iter().find(|(entity, _)| from.starts_with(entity)))
}

/// Replaces what `known` returns at one of the `marks`. `None` if nothing is replaced.
fn replaced(
    text: &str,
    marks: [char; 2],
    known: impl Fn(&str) -> Option<(&'static str, &'static str)>,
) -> Option<Zeroizing<String>> {
    let mut result = Zeroizing::new(String::with_capacity(text.len()));
    let mut rest = text;
    while let Some(at) = rest.find(marks) {
        let (before, from) = rest.split_at(at);
        result.push_str(before);
        let (encoded, plain) = known(from).unwrap_or((&from[..1], &from[..1]));
        result.push_str(plain);
        rest = &from[encoded.len()..];
    }
    result.push_str(rest);
    (*result != text).then_some(result)
}

/// RFC 2045 §6.7: `=3D` for `=`, and `=` at the end of a line that continues.
fn from_quoted_printable(link: &str) -> Option<Zeroizing<String>> {
    if !link.contains('=') {
        return None;
    }
    let mut decoded = Zeroizing::new(String::with_capacity(link.len()));
    let mut rest = link;
    while let Some((before, after)) = rest.split_once('=') {
        decoded.push_str(before);
        rest = match (after.strip_prefix('\n'), quoted_byte(after)) {
            (Some(after), _) => after,
            (None, Some(character)) => {
                decoded.push(character);
                &after[2..]
            }
            (None, None) => {
                decoded.push('=');
                after
            }
        };
    }
    decoded.push_str(rest);
    let decoded = Zeroizing::new(decoded.replace('\n', ""));
    (*decoded != link.replace('\n', "")).then_some(decoded)
}

/// The printable ASCII character of two upper-case hexadecimal digits.
fn quoted_byte(text: &str) -> Option<char> {
    let hex =
        text.get(..2).filter(|hex| hex.bytes().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(&b)))?;
    let byte = u8::from_str_radix(hex, 16).ok()?;
    byte.is_ascii_graphic().then_some(char::from(byte))
}

/// Whether each of several `=` belongs to the encoding. One alone could be before a token that begins with `3D`.
fn is_all_quoted_printable(link: &str) -> bool {
    let mut marks = link.split('=').skip(1);
    link.matches('=').count() > 1
        && marks.all(|after| after.starts_with('\n') || quoted_byte(after).is_some())
}

/// The percent-encoded delimiters of links. Characters that are encoded in values (`%40`, `%2B`) are not decoded.
const DELIMITERS: [(&str, &str); 7] =
    [("%3A", ":"), ("%2F", "/"), ("%3F", "?"), ("%23", "#"), ("%26", "&"), ("%3D", "="), ("%25", "%")];

fn with_plain_delimiters(link: &str) -> Option<Zeroizing<String>> {
    let same =
        |from: &str, encoded: &str| from.get(..3).is_some_and(|code| code.eq_ignore_ascii_case(encoded));
    replaced(link, ['%', '%'], |from| DELIMITERS.into_iter().find(|(encoded, _)| same(from, encoded)))
}
