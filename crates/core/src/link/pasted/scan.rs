//! Finds where links begin in a text, and joins their pieces.

use zeroize::Zeroizing;

use super::{OwnLinks, wrapper};
use crate::normalization::is_written_without_spaces;
use crate::truncate;

/// Maximum length of a joined link, in bytes. Links of scanners are longer than ours.
const MAX_LINK_BYTES: usize = 24 * 1024;
/// Maximum number of pieces of one link.
const MAX_PIECES: usize = 320;
/// Maximum number of characters between two pieces: a line break, `> > ` and an indentation.
const MAX_GAP: usize = 24;
/// Minimum length of a line that was broken. Mail programs break lines at about 70 characters.
const MIN_BROKEN_LINE: usize = 60;
/// Maximum length of a scheme, in bytes.
const MAX_SCHEME_BYTES: usize = 32;

/// Where a link can begin.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Start {
    at: usize,
    form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// `scheme://…`
    Whole,
    /// An allowed host without a scheme.
    Host,
    /// An allowed scheme without slashes, and its length.
    Scheme(usize),
}

/// A partially joined link. `\n` marks line breaks.
pub(super) struct Candidate {
    pub link: Zeroizing<String>,
    /// Whether the line was certainly broken here, so the next piece belongs to the link even if this part is accepted.
    pub continues: bool,
}

/// All places where a link can begin, in order.
pub(super) fn starts(text: &str, own: OwnLinks<'_>) -> Vec<Start> {
    let lower = Zeroizing::new(text.to_ascii_lowercase());
    let mut starts: Vec<Start> = Vec::new();
    for mark in ["://", "%3a%2f%2f"] {
        let schemes = lower.match_indices(mark).map(|(at, _)| at - scheme_before(&lower[..at]));
        starts.extend(schemes.map(|at| Start { at, form: Form::Whole }));
    }
    for host in own.hosts.iter().filter(|host| !host.is_empty()) {
        let found = lower.match_indices(host.as_str()).map(|(at, _)| at);
        let bare = found.filter(|&at| begins_a_word(&lower[..at]) && ends_a_host(&lower[at + host.len()..]));
        starts.extend(bare.map(|at| Start { at, form: Form::Host }));
    }
    for scheme in own.schemes {
        let with_colon = format!("{}:", scheme.to_ascii_lowercase());
        let found = lower.match_indices(&with_colon).map(|(at, _)| at);
        let bare = found
            .filter(|&at| begins_a_word(&lower[..at]) && !lower[at + with_colon.len()..].starts_with("//"));
        starts.extend(bare.map(|at| Start { at, form: Form::Scheme(scheme.len()) }));
    }
    starts.sort_unstable();
    starts.dedup_by_key(|start| start.at);
    starts
}

/// The length of the scheme at the end of a text.
fn scheme_before(text: &str) -> usize {
    let in_scheme = |b: &u8| b.is_ascii_alphanumeric() || b"+-.".contains(b);
    text.bytes().rev().take(MAX_SCHEME_BYTES).take_while(in_scheme).count()
}

/// Whether a host or scheme after this text is not part of a longer word. `//host` is a link without its scheme.
fn begins_a_word(before: &str) -> bool {
    let before = before.strip_suffix("//").unwrap_or(before);
    before.chars().next_back().is_none_or(|c| ends_link(c) || matches!(c, '(' | '[' | '\'' | ','))
}

fn ends_a_host(after: &str) -> bool {
    ["/", ":443/", "%2f", "?", "#", "%23", "%3f"].iter().any(|next| after.starts_with(next))
}

/// Whether a character ends a link: spaces, brackets and quotes, and the punctuation and letters of scripts without spaces.
/// Other non-ASCII letters are damage within a link.
fn ends_link(c: char) -> bool {
    match c {
        '<' | '>' | '"' | '|' | '{' | '}' => true,
        c if c.is_ascii() => c.is_ascii_whitespace(),
        c => !c.is_alphanumeric() || is_written_without_spaces(c),
    }
}

impl Start {
    /// Yields longer candidates: the text up to the first character that ends a link, then with one more piece joined each
    /// time.
    pub fn candidates(self, text: &str, own: OwnLinks<'_>) -> impl Iterator<Item = Candidate> {
        let mut end = self.at;
        // Growing would leave copies that are not zeroized. Most starts are of other links, which stay as long as they are.
        let capacity = match piece_at(text, self.at) {
            first if is_worth_joining(first, own) || self.form != Form::Whole => MAX_LINK_BYTES,
            first => first.len(),
        };
        let mut link = Zeroizing::new(String::with_capacity(capacity + MAX_SCHEME_BYTES));
        let mut next_piece = Some((0, false));
        let mut pieces = 0;
        std::iter::from_fn(move || {
            let (gap, broken) = next_piece.take()?;
            let piece = piece_at(text, end + gap);
            // A first piece that is too long is parsed, so that the error is `TooLong`.
            if pieces > 0 && (link.len() + piece.len() > MAX_LINK_BYTES || pieces == MAX_PIECES) {
                return None;
            }
            if pieces == 0 {
                self.begin(&mut link, piece);
            } else {
                link.extend(broken.then_some('\n'));
                link.push_str(piece);
            }
            pieces += 1;
            end += gap + piece.len();
            let continues = is_broken_line(text, end);
            if pieces > 1 || is_worth_joining(&link, own) {
                next_piece = gap_after(text, end).filter(|(gap, _)| {
                    own.exact_lengths || continues || looks_like_link(piece_at(text, end + gap))
                });
            }
            Some(Candidate { link: link.clone(), continues: continues && next_piece.is_some() })
        })
    }

    /// Adds the missing scheme or slashes.
    fn begin(self, link: &mut String, piece: &str) {
        match self.form {
            Form::Whole => link.push_str(piece),
            Form::Host => {
                link.push_str("https://");
                link.push_str(piece);
            }
            Form::Scheme(length) => {
                let (scheme, rest) = piece.split_at(length);
                link.push_str(scheme);
                link.push_str("://");
                link.push_str(&rest[1..]);
            }
        }
    }
}

/// The text from here to the end of the link, at most one byte more than the maximum.
fn piece_at(text: &str, at: usize) -> &str {
    let rest = truncate::prefix(&text[at..], MAX_LINK_BYTES + 1);
    &rest[..rest.find(ends_link).unwrap_or(rest.len())]
}

/// Whether this can be a link of this app, or a scanner's link around one. Other links are not joined.
fn is_worth_joining(link: &str, own: OwnLinks<'_>) -> bool {
    let is_encoded = !link.contains("://") && link.contains('%');
    is_encoded || is_own_address(link, own) || wrapper::is_known(link)
}

/// Whether this begins with a scheme of this app, or with one of its hosts or a part of it.
pub(super) fn is_own_address(link: &str, own: OwnLinks<'_>) -> bool {
    let Some((scheme, rest)) = link.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#', ':', '%', '=', '\\']).next().unwrap_or_default();
    own.schemes.iter().any(|own| own.eq_ignore_ascii_case(scheme))
        || (!host.is_empty() && own.hosts.iter().any(|own| starts_like(own, host)))
}

fn starts_like(own: &str, host: &str) -> bool {
    own.get(..host.len()).is_some_and(|start| start.eq_ignore_ascii_case(host))
}

/// The number of bytes to the next piece, and whether there is a line break. The gap has spaces, `>` and at most one line
/// break.
fn gap_after(text: &str, end: usize) -> Option<(usize, bool)> {
    let (mut length, mut breaks) = (0, 0);
    for c in text[end..].chars().take(MAX_GAP) {
        match c {
            '\n' => breaks += 1,
            '>' => {}
            c if c.is_whitespace() => {}
            c if breaks <= 1 && length > 0 && !ends_link(c) => return Some((length, breaks == 1)),
            _ => return None,
        }
        length += c.len_utf8();
    }
    None
}

/// Whether the line was broken here because it was too long, and a piece of a link is alone on the next line.
fn is_broken_line(text: &str, end: usize) -> bool {
    let Some((gap, true)) = gap_after(text, end) else { return false };
    let next = piece_at(text, end + gap);
    let after = &text[end + gap + next.len()..];
    let stands_alone = after.trim_start_matches([' ', '\t', '\r']);
    let before = truncate::suffix(&text[..end], 4 * MIN_BROKEN_LINE);
    let line = before.chars().rev().take_while(|c| *c != '\n').count();
    line >= MIN_BROKEN_LINE
        && (stands_alone.is_empty() || stands_alone.starts_with('\n'))
        && looks_like_link(next)
}

/// Whether a piece is not an ordinary word.
fn looks_like_link(piece: &str) -> bool {
    let after_first = piece.get(1..).unwrap_or_default();
    piece.bytes().any(|b| b.is_ascii_digit() || b"=&%_".contains(&b))
        || (after_first.bytes().any(|b| b.is_ascii_uppercase())
            && piece.bytes().any(|b| b.is_ascii_lowercase()))
}
