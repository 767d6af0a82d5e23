//! Email addresses: parsing, comparison, and the form for SMTP.

#[cfg(any(target_arch = "wasm32", test))]
mod html_rule;

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::Malformed;
use crate::normalization::{is_invisible, nfc, normalize};

/// Maximum length of an address, in bytes (RFC 5321 §4.5.3.1.3, without the angle brackets).
pub const MAX_EMAIL_BYTES: usize = 254;
/// Maximum length of the local part, in bytes (RFC 5321 §4.5.3.1.1).
const MAX_LOCAL_BYTES: usize = 64;
/// Maximum length of a text that is searched for an address, in bytes: a display name and an address.
const MAX_PASTED_BYTES: usize = 1024;

/// An email address. It is shown on screen and stored in the keyring, but never logged.
///
/// Two addresses are equal if they are spellings of the same mailbox: case and the form of the domain (`bücher.example`,
/// `xn--bcher-kva.example`) are ignored.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress {
    display: String,
    at: usize,
    canonical: String,
}

impl EmailAddress {
    /// Parses an address as people type and paste it: with spaces, quotes or `;` around it, as a `mailto:` link, or as
    /// `Ada Lovelace <ada@example.org>`. Full-width and invisible characters are normalized.
    ///
    /// The rest is validated by the rule of the HTML standard (`validator`; in a browser, an equal rule), with the domain in
    /// ASCII. Non-ASCII letters are allowed (RFC 6531).
    ///
    /// # Errors
    /// The text is not exactly one address.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        Self::read(text).ok_or(Malformed("email address"))
    }

    fn read(text: &str) -> Option<Self> {
        if text.len() > MAX_PASTED_BYTES {
            return None;
        }
        let text = without_surroundings(text)?.replace(['\u{ff20}', '\u{fe6b}'], "@");
        let (local, domain) = text.rsplit_once('@')?;
        let local = read_local_part(local)?;
        let (domain, ascii_domain) = read_domain(domain)?;
        let display = format!("{local}@{domain}");
        let smtp_length = local.len() + 1 + ascii_domain.len();
        if local.len() > MAX_LOCAL_BYTES
            || display.len().max(smtp_length) > MAX_EMAIL_BYTES
            || !is_valid_ascii(&with_ascii_letters(&local), &ascii_domain)
        {
            return None;
        }
        let canonical = format!("{}@{}", lower_case(&local), canonical_domain(&ascii_domain));
        Some(Self { at: local.len(), display, canonical })
    }

    /// The address in the person's spelling, for display and sending.
    pub fn as_str(&self) -> &str {
        &self.display
    }

    /// The form that all spellings of a mailbox share: lower case, NFC, the domain in ASCII. For comparing and hashing;
    /// email is sent to the address as it was registered.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// The part before the `@`.
    pub fn local_part(&self) -> &str {
        &self.display[..self.at]
    }

    /// The domain for display.
    pub fn domain(&self) -> &str {
        &self.display[self.at + 1..]
    }

    /// The domain in ASCII with A-labels (RFC 5890), which every mail server accepts.
    pub fn ascii_domain(&self) -> Cow<'_, str> {
        if self.domain().is_ascii() {
            return Cow::Borrowed(self.domain());
        }
        Cow::Borrowed(self.canonical.rsplit_once('@').map_or("", |(_, domain)| domain))
    }

    /// Whether delivery needs a mail server with SMTPUTF8 (RFC 6531).
    pub fn needs_smtputf8(&self) -> bool {
        !self.local_part().is_ascii()
    }
}

/// Removes what mail programs and sentences add around an address: a name, angle brackets, `mailto:`, quotes and
/// punctuation. `None` if a bracket is not closed, text follows it, or `mailto:` has no `@`.
fn without_surroundings(text: &str) -> Option<&str> {
    let text = trim(text);
    let text = match text.split_once('<') {
        None => text,
        Some((_name, rest)) => {
            let (inside, after) = rest.split_once('>')?;
            let is_whole = !inside.contains('<') && trim(after).is_empty();
            is_whole.then(|| trim(inside))?
        }
    };
    let scheme = "mailto:";
    let Some(prefix) = text.get(..scheme.len()).filter(|prefix| prefix.eq_ignore_ascii_case(scheme)) else {
        return Some(text);
    };
    let address = &text[prefix.len()..];
    // A subject after `?`, or the label that chat programs add after `|`.
    let at = address.find('@')?;
    let end = address[at..].find(['?', '|']).map_or(address.len(), |end| at + end);
    Some(&address[..end])
}

fn trim(text: &str) -> &str {
    let around =
        |c: char| c.is_whitespace() || is_invisible(c) || "\"“”„«»‹›「」『』()（）;,；，、。｡".contains(c);
    let text = text.trim_matches(around).trim_end_matches(|c| c == '.' || around(c));
    let quoted = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
    quoted.unwrap_or(text)
}

/// A local part that normalizes to ASCII becomes ASCII, because mailboxes have no full-width letters. Others keep their
/// letters, in NFC (RFC 6532 §3.1 advises against NFKC).
fn read_local_part(local: &str) -> Option<String> {
    let normalized = normalize(local);
    if normalized.is_ascii() {
        return Some(normalized.to_string());
    }
    let local: String = nfc(without_invisible(local).chars().map(narrow)).collect();
    local.chars().all(is_allowed_in_local_part).then_some(local)
}

/// The domain for display, and in ASCII.
fn read_domain(domain: &str) -> Option<(String, String)> {
    let domain = without_invisible(domain);
    if domain.is_ascii() {
        return Some((domain.clone(), domain));
    }
    let ascii = idna::domain_to_ascii(&domain).ok()?;
    let (display, _) = idna::domain_to_unicode(&ascii);
    Some((display, ascii))
}

/// Removes invisible characters, except joiners between two non-ASCII letters, which Persian and Indic words need.
fn without_invisible(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let joins = matches!(c, '\u{200c}' | '\u{200d}')
            && kept.chars().next_back().is_some_and(|before| !before.is_ascii())
            && rest.peek().is_some_and(|after| !after.is_ascii() && !is_invisible(*after));
        if joins || !is_invisible(c) {
            kept.push(c);
        }
    }
    kept
}

/// Converts a full-width character to ASCII.
fn narrow(c: char) -> char {
    match u32::from(c) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

fn is_allowed_in_local_part(c: char) -> bool {
    let no_character = matches!(u32::from(c), 0xe000..=0xf8ff | 0xfff0..=0xffff | 0xf0000..);
    !c.is_whitespace() && !c.is_control() && !no_character
}

/// Whether an address is valid by the rule of the HTML standard.
#[cfg(not(target_arch = "wasm32"))]
fn is_valid_ascii(local: &str, domain: &str) -> bool {
    use validator::ValidateEmail as _;
    // `validator` accepts any text before an IP address in brackets.
    domain.find('[').is_none_or(|at| at == 0) && format!("{local}@{domain}").validate_email()
}
#[cfg(target_arch = "wasm32")]
use html_rule::is_valid as is_valid_ascii;

/// Replaces non-ASCII letters for the rule, which accepts only ASCII.
fn with_ascii_letters(local: &str) -> String {
    local.chars().map(|c| if c.is_ascii() { c } else { 'x' }).collect()
}

fn lower_case(local: &str) -> String {
    nfc(local.chars()).flat_map(char::to_lowercase).collect()
}

/// `url` applies UTS 46, which normalizes case and punycode.
fn canonical_domain(domain: &str) -> String {
    url::Host::parse(domain).map_or_else(|_| domain.to_lowercase(), |host| host.to_string())
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.canonical == other.canonical
    }
}

impl Eq for EmailAddress {}

impl Hash for EmailAddress {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.canonical.hash(state);
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(…)")
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = Malformed;
    fn try_from(text: String) -> Result<Self, Malformed> {
        Self::parse(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.display
    }
}

#[cfg(test)]
mod tests;
