//! Decides whether a text is a recovery link for this app: pure, strict, and it never repeats what it read.
//!
//! The text is split by hand after RFC 3986 (appendix B) instead of being normalised first. Browsers' URL parsing
//! repairs what it is given (drops tabs, folds full-width letters, resolves `..`, decodes host names), and every
//! repair is a way to make a foreign link look like ours. Here each part must stand letter by letter on the
//! allow-list; nothing is decoded, so nothing can be decoded twice.

use std::borrow::Cow;

use crate::built_in;
use crate::secret::{FlowId, RecoveryToken};

/// Longest link that is looked at, in bytes: room for a token of 1,024 and for what mailers add.
pub const LINK_MAX_BYTES: usize = 2048;
/// Longest pasted text that is searched for a link, in bytes: a whole mail with its headers.
const PASTE_MAX_BYTES: usize = 256 * 1024;
/// The parameter that names the recovery, beside the token (docs/backends.md).
const FLOW_PARAMETER: &str = "flow";
/// The parameter that holds the token where the configuration names no other.
const TOKEN_PARAMETER: &str = "token";

/// What a link must look like to be ours. The app's own come from `Dioxus.toml`; an embedding app gives its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRules {
    /// Private schemes in lower case, without `://`. `https` needs no entry: it is governed by `hosts`.
    pub schemes: Vec<String>,
    /// Hosts of https links in lower case, without port.
    pub hosts: Vec<String>,
    /// Paths, each with a slash in front and none behind: `/reset-password`.
    pub paths: Vec<String>,
    /// Name of the query or fragment parameter that holds the token; any name but `flow`.
    pub token_parameter: String,
}

impl LinkRules {
    /// The rules of this build: `[deep_links]` of `Dioxus.toml`, and the parameter `token`.
    pub fn built_in() -> Self {
        let owned = |list: &[&str]| list.iter().map(|&entry| entry.to_owned()).collect();
        Self {
            schemes: owned(built_in::SCHEMES),
            hosts: owned(built_in::HOSTS),
            paths: owned(built_in::PATHS),
            token_parameter: TOKEN_PARAMETER.to_owned(),
        }
    }
}

/// What a recovery link says once it has been accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryLink {
    /// The proof that the service checks.
    pub token: RecoveryToken,
    /// Which recovery it belongs to, where the service says so.
    pub flow: Option<FlowId>,
}

/// Why a text is no recovery link of ours. It names the rule, never the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Nothing is left after trimming.
    #[error("empty")]
    Empty,
    /// Over [`LINK_MAX_BYTES`].
    #[error("longer than 2,048 bytes")]
    TooLong,
    /// White space, a control character, or anything else that RFC 3986 §2 does not allow to stand in a URL.
    #[error("a character that no URL may contain")]
    Character,
    /// No `scheme://` in front.
    #[error("not a URL")]
    NotAUrl,
    /// `http`: the token would have travelled in the open.
    #[error("http instead of https")]
    NotHttps,
    /// A scheme that is not ours.
    #[error("another scheme")]
    OtherScheme,
    /// `name@` before the host, the oldest way to dress up a foreign one.
    #[error("user information before the host")]
    UserInfo,
    /// A port other than 443, or any port on a private scheme.
    #[error("a port")]
    Port,
    /// A host that is not on the list, letter by letter.
    #[error("another host")]
    OtherHost,
    /// A path that is not on the list, letter by letter.
    #[error("another path")]
    OtherPath,
    /// The token or flow parameter written with percent signs, so that another reader might see another one.
    #[error("a percent-encoded parameter")]
    Encoded,
    /// A second token, in the query, the fragment, or one in each.
    #[error("more than one token")]
    SecondToken,
    /// A second flow id.
    #[error("more than one flow id")]
    SecondFlow,
    /// No token.
    #[error("no token")]
    NoToken,
    /// A token of a shape that no service issues.
    #[error("a damaged token")]
    DamagedToken,
    /// A flow id of a shape that no service issues.
    #[error("a damaged flow id")]
    DamagedFlow,
}

/// What the person is told of a link that was refused here; "expired" and "used" are the service's to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkProblem {
    /// Cut off, mangled by a mail program, or tampered with: copy it again or ask for a new one.
    Damaged,
    /// A sound link for something else.
    OtherService,
}

impl LinkError {
    /// Which of the two things to tell the person.
    pub fn problem(self) -> LinkProblem {
        match self {
            Self::NotHttps | Self::OtherScheme | Self::UserInfo | Self::Port | Self::OtherHost => {
                LinkProblem::OtherService
            }
            _ => LinkProblem::Damaged,
        }
    }
}

impl RecoveryLink {
    /// Reads a link that was clicked, handed over or pasted.
    ///
    /// White space, `<`, `>` and `"` around it are taken off first. Accepted are `scheme://path?token=…`,
    /// `scheme:///path?token=…` and `https://host/path?token=…`, each also with `#token=…`, with one slash after the
    /// path, with `flow`, and with other parameters, which are ignored.
    ///
    /// # Errors
    /// The first rule that the text breaks, as a [`LinkError`].
    pub fn parse(text: &str, rules: &LinkRules) -> Result<Self, LinkError> {
        let text = text.trim_matches(left_by_pasting);
        if text.is_empty() {
            return Err(LinkError::Empty);
        }
        if text.len() > LINK_MAX_BYTES {
            return Err(LinkError::TooLong);
        }
        if !text.bytes().all(stands_in_a_url) {
            return Err(LinkError::Character);
        }
        let parts = Parts::split(text).ok_or(LinkError::NotAUrl)?;
        check_place(&parts, rules)?;
        read_parameters(&parts, rules)
    }
}

/// Finds a recovery link in pasted text, so that a field that takes links and codes can tell which it was given.
///
/// `None`: there is no URL in it. Otherwise the first one that is accepted, or else why the first one was not.
/// At most the first 256 KiB are searched.
pub fn find_link(text: &str, rules: &LinkRules) -> Option<Result<RecoveryLink, LinkError>> {
    let text = text.get(..text.floor_char_boundary(PASTE_MAX_BYTES)).unwrap_or_default();
    let mut refused = None;
    for word in text.split(left_by_pasting).filter(|word| word.contains("://")) {
        // What a sentence puts around a link; none of it can end or begin one of ours.
        let word = word
            .trim_start_matches(['(', '[', '\''])
            .trim_end_matches([')', ']', '\'', '.', ',', ';', ':', '!', '?']);
        match RecoveryLink::parse(word, rules) {
            Ok(link) => return Some(Ok(link)),
            Err(why) => refused = refused.or(Some(Err(why))),
        }
    }
    refused
}

/// The pieces of a URL as they stand in the text, nothing decoded, nothing folded.
struct Parts<'a> {
    scheme: &'a str,
    authority: &'a str,
    path: &'a str,
    query: &'a str,
    fragment: &'a str,
}

impl<'a> Parts<'a> {
    /// RFC 3986 appendix B, for URLs that have an authority.
    fn split(text: &'a str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let in_scheme = |b: u8| b.is_ascii_alphanumeric() || b"+-.".contains(&b);
        if !scheme.starts_with(|c: char| c.is_ascii_alphabetic()) || !scheme.bytes().all(in_scheme) {
            return None;
        }
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        Some(Self { scheme, authority, path, query, fragment })
    }

    /// `name=value` of the query and then of the fragment.
    fn parameters(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let pairs = |text: &'a str| text.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        pairs(self.query).chain(pairs(self.fragment))
    }
}

fn left_by_pasting(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\u{200b}' | '\u{feff}')
}

/// RFC 3986 §2: unreserved, reserved and the percent sign. All of them are ASCII.
fn stands_in_a_url(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b)
}

/// Scheme, host and path against the lists. Scheme and host do not know upper case (RFC 3986 §6.2.2.1); a path does.
fn check_place(parts: &Parts<'_>, rules: &LinkRules) -> Result<(), LinkError> {
    let path = parts.path.strip_suffix('/').unwrap_or(parts.path);
    let on_list = if parts.scheme.eq_ignore_ascii_case("https") {
        check_host(parts.authority, rules)?;
        rules.paths.iter().any(|allowed| allowed == path)
    } else if parts.scheme.eq_ignore_ascii_case("http") {
        return Err(LinkError::NotHttps);
    } else if listed(&rules.schemes, parts.scheme) {
        check_private_authority(parts.authority)?;
        rules.paths.iter().any(|allowed| is_private_path(allowed, parts.authority, path))
    } else {
        return Err(LinkError::OtherScheme);
    };
    if on_list { Ok(()) } else { Err(LinkError::OtherPath) }
}

fn check_host(authority: &str, rules: &LinkRules) -> Result<(), LinkError> {
    if authority.contains('@') {
        return Err(LinkError::UserInfo);
    }
    let host = match authority.split_once(':') {
        None => authority,
        Some((host, "443")) => host,
        Some(_) => return Err(LinkError::Port),
    };
    if listed(&rules.hosts, host) { Ok(()) } else { Err(LinkError::OtherHost) }
}

fn check_private_authority(authority: &str) -> Result<(), LinkError> {
    if authority.contains('@') {
        Err(LinkError::UserInfo)
    } else if authority.contains(':') {
        Err(LinkError::Port)
    } else {
        Ok(())
    }
}

/// A private scheme has no host: what stands in its place is the path's first segment (`latchkey://reset-password`).
/// Some systems write that segment in lower case, as they would a host, so its case does not count.
fn is_private_path(allowed: &str, authority: &str, path: &str) -> bool {
    if authority.is_empty() {
        return allowed == path;
    }
    let allowed = allowed.strip_prefix('/').unwrap_or(allowed);
    let (first, rest) = allowed.split_at(allowed.find('/').unwrap_or(allowed.len()));
    first.eq_ignore_ascii_case(authority) && rest == path
}

fn listed(list: &[String], text: &str) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(text))
}

fn read_parameters(parts: &Parts<'_>, rules: &LinkRules) -> Result<RecoveryLink, LinkError> {
    let (mut token, mut flow) = (None, None);
    for (name, value) in parts.parameters() {
        let slot = match unescaped(name) {
            plain if plain == rules.token_parameter => &mut token,
            plain if plain == FLOW_PARAMETER => &mut flow,
            _ => continue,
        };
        if name.contains('%') || value.contains('%') {
            return Err(LinkError::Encoded);
        }
        if slot.replace(value).is_some() {
            return Err(if name == FLOW_PARAMETER { LinkError::SecondFlow } else { LinkError::SecondToken });
        }
    }
    let token =
        RecoveryToken::parse(token.ok_or(LinkError::NoToken)?).map_err(|_| LinkError::DamagedToken)?;
    let flow = flow.map(FlowId::parse).transpose().map_err(|_| LinkError::DamagedFlow)?;
    Ok(RecoveryLink { token, flow })
}

/// The name as a reader that decodes would see it, only to notice one that hides: it is never used further.
fn unescaped(name: &str) -> Cow<'_, str> {
    url::form_urlencoded::parse(name.as_bytes()).next().map_or(Cow::Borrowed(""), |(name, _)| name)
}

#[cfg(test)]
mod tests;
