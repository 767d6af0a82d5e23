//! What happens to a link in transit, and how each is undone. None of these looks at where the link leads.

use zeroize::Zeroizing;

type Undo = fn(&str) -> Option<Zeroizing<String>>;

/// Each takes off one layer; `None` where there is none of its kind.
pub(super) const ALL: [Undo; 3] = [without_entities, from_quoted_printable, with_plain_delimiters];

/// A link that was put together of several lines, without the marks of the breaks. As quoted-printable first where it
/// is certainly that.
pub(super) fn unbroken(link: &str) -> Vec<Zeroizing<String>> {
    let plain = Zeroizing::new(link.replace('\n', ""));
    let Some(decoded) = from_quoted_printable(link) else { return vec![plain] };
    if is_all_quoted_printable(link) { vec![decoded, plain] } else { vec![plain, decoded] }
}

/// What a sentence puts behind a link; none of it can end one of ours.
pub(super) fn without_sentence_marks(link: &str) -> &str {
    link.trim_end_matches([')', ']', '\'', '.', ',', ';', ':', '!', '?', '*'])
}

/// HTML entities of the characters between a link's parts; also one that was percent-encoded afterwards.
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

/// The text with what `known` finds at one of the `marks` replaced; `None` where it finds nothing.
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

/// RFC 2045 §6.7: `=3D` for `=`, and `=` at the end of a line that goes on.
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

/// The visible ASCII character of two upper-case hexadecimal digits.
fn quoted_byte(text: &str) -> Option<char> {
    let hex =
        text.get(..2).filter(|hex| hex.bytes().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(&b)))?;
    let byte = u8::from_str_radix(hex, 16).ok()?;
    byte.is_ascii_graphic().then_some(char::from(byte))
}

/// Every `=` belongs to the encoding, and there are several: a token may begin with `3D`, two will not.
fn is_all_quoted_printable(link: &str) -> bool {
    let mut marks = link.split('=').skip(1);
    link.matches('=').count() > 1
        && marks.all(|after| after.starts_with('\n') || quoted_byte(after).is_some())
}

/// The characters between a link's parts, percent-encoded as if the whole link were one part of another. What may
/// stand in a part (`%40`, `%2B`) stays.
const DELIMITERS: [(&str, &str); 7] =
    [("%3A", ":"), ("%2F", "/"), ("%3F", "?"), ("%23", "#"), ("%26", "&"), ("%3D", "="), ("%25", "%")];

fn with_plain_delimiters(link: &str) -> Option<Zeroizing<String>> {
    let same =
        |from: &str, encoded: &str| from.get(..3).is_some_and(|code| code.eq_ignore_ascii_case(encoded));
    replaced(link, ['%', '%'], |from| DELIMITERS.into_iter().find(|(encoded, _)| same(from, encoded)))
}
