//! Parses recovery links strictly. Pure; errors never contain the text.
//!
//! The text is split as in RFC 3986 (appendix B) and not normalized. URL parsers of browsers repair their input (they drop
//! tabs, fold full-width letters, resolve `..`, decode host names), and each repair can make a foreign link look like ours.
//! Here each part must be equal to an entry of the allow-list. Only addresses are percent-decoded, and tokens of services
//! whose tokens have reserved characters; both once.

use super::pasted::{self, Found, LinkParseError, OwnLinks, Resemblance};
use super::shape::{LinkRejection, LinkShape};
use crate::secret::{FlowId, LinkParams, RecoveryToken};
use url_parts::{UrlParts, values_in_path};
use values::read_values;

pub(super) mod url_parts;
mod values;

/// Maximum length of a link, in bytes: the longest token, some of its characters percent-encoded, and what the service and
/// mail programs add.
pub const MAX_LINK_BYTES: usize = 16 * 1024;
/// The names of values in a link. `flow` is also the parameter (docs/backends.md).
const FLOW: &str = "flow";
const TOKEN: &str = "token";

/// The rules for an app's links. Those of this program are in `Dioxus.toml`; an embedding app has its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRules {
    /// Private schemes in lower case, without `://`. `https` needs no entry; `hosts` applies to it.
    pub schemes: Vec<String>,
    /// Hosts of https links in lower case, without port.
    pub hosts: Vec<String>,
    /// Paths, each with a slash at the start and none at the end: `/reset-password`.
    pub paths: Vec<String>,
    /// The kinds of links of the service, in the order in which they are tried.
    pub kinds: Vec<LinkShape>,
}

impl LinkRules {
    /// Sets the lengths of the token and the flow id in the service's links, if known.
    pub fn set_lengths(&mut self, token: Option<usize>, flow: Option<usize>) {
        let lengths = [(TOKEN, token), (FLOW, flow)].into_iter();
        let known: Vec<_> = lengths.filter_map(|(name, length)| Some((name.to_owned(), length?))).collect();
        self.kinds.iter_mut().for_each(|kind| kind.lengths.clone_from(&known));
    }

    /// Whether links of this kind can be bound to a device.
    pub(crate) fn can_be_bound(&self, kind: Option<&str>) -> bool {
        self.kinds.iter().any(|shape| shape.id.as_deref() == kind && shape.is_bound)
    }

    /// Whether the length of every token is known.
    fn has_exact_lengths(&self) -> bool {
        let is_exact = |kind: &LinkShape| kind.lengths.iter().any(|(name, _)| name == TOKEN);
        !self.kinds.is_empty() && self.kinds.iter().all(is_exact)
    }
}

/// A parsed recovery link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryLink {
    /// The token.
    pub token: RecoveryToken,
    /// The flow id of the recovery, if any.
    pub flow: Option<FlowId>,
    /// Other values that the service needs.
    pub params: LinkParams,
}

/// Why a text is not a recovery link of this app. It never contains the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Empty after trimming.
    #[error("the link is empty")]
    Empty,
    /// Over [`MAX_LINK_BYTES`].
    #[error("the link is longer than 16 KiB")]
    TooLong,
    /// White space, a control character or another character that is not allowed in a URL (RFC 3986 §2).
    #[error("the link has a character that is not allowed in a URL")]
    Character,
    /// There is no `scheme://`.
    #[error("the text is not a URL")]
    NotAUrl,
    /// `http`: the token would be sent without encryption.
    #[error("the link has http instead of https")]
    NotHttps,
    /// The scheme is not allowed.
    #[error("the scheme is not one of this app")]
    OtherScheme,
    /// `name@` before the host, which disguises foreign hosts.
    #[error("the link has user information before the host")]
    UserInfo,
    /// A port other than 443, or any port on a private scheme.
    #[error("the link has a port")]
    Port,
    /// The host is not on the list.
    #[error("the host is not one of this app")]
    OtherHost,
    /// The path is not on the list.
    #[error("the path is not one of this app")]
    OtherPath,
    /// The name of a known parameter is percent-encoded, or a value that never needs to be. Other parsers could read it
    /// differently.
    #[error("a parameter is percent-encoded")]
    Encoded,
    /// There is a second token, in the query, the fragment, or one in each.
    #[error("the link has more than one token")]
    SecondToken,
    /// There is a second flow id.
    #[error("the link has more than one flow id")]
    SecondFlow,
    /// There is no token.
    #[error("the link has no token")]
    NoToken,
    /// There is no flow id, although every link of the service has one: the link is truncated.
    #[error("the link has no flow id")]
    NoFlow,
    /// The token has invalid characters or an invalid length.
    #[error("the token is damaged")]
    DamagedToken,
    /// The flow id has invalid characters or an invalid length.
    #[error("the flow id is damaged")]
    DamagedFlow,
    /// Another value that the service needs is missing or damaged.
    #[error("a part is missing or damaged")]
    DamagedPart,
    /// The service sent the link for another purpose than a new password.
    #[error("the link is for another purpose")]
    OtherPurpose,
    /// The service reports in the link that it does not work.
    #[error("the service reported an error in the link")]
    Refused(LinkRejection),
    /// The link is a click tracker's, whose target only the tracker knows.
    #[error("the link is that of a click tracker")]
    ClickTracker,
}

/// The problem with a refused link, as it is shown to the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkProblem {
    /// Truncated, changed by a mail program, or manipulated. The person can copy it again or request a new one.
    Damaged,
    /// A link of another service.
    OtherService,
    /// The service reports in the link that it is too old.
    Expired,
    /// The service reports in the link that a password was already set with it.
    Used,
    /// The service reports in the link that the account is banned or disabled.
    AccountClosed,
    /// A click tracker's link, which only a browser can follow.
    ClickTracker,
}

impl LinkParseError for LinkError {
    fn resemblance(&self) -> Resemblance {
        match self {
            Self::Empty | Self::NotAUrl | Self::OtherScheme | Self::UserInfo | Self::OtherHost => {
                Resemblance::Foreign
            }
            Self::OtherPath => Resemblance::OtherPage,
            Self::ClickTracker => Resemblance::Hidden,
            Self::OtherPurpose => Resemblance::OtherPurpose,
            Self::NoToken => Resemblance::NoToken,
            _ => Resemblance::Damaged,
        }
    }
}

impl LinkError {
    /// The problem to show to the person.
    pub fn problem(self) -> LinkProblem {
        match self {
            Self::NotHttps
            | Self::OtherScheme
            | Self::UserInfo
            | Self::Port
            | Self::OtherHost
            | Self::OtherPurpose => LinkProblem::OtherService,
            Self::Refused(LinkRejection::Expired) => LinkProblem::Expired,
            Self::Refused(LinkRejection::Used) => LinkProblem::Used,
            Self::Refused(LinkRejection::AccountClosed) => LinkProblem::AccountClosed,
            Self::ClickTracker => LinkProblem::ClickTracker,
            _ => LinkProblem::Damaged,
        }
    }
}

impl RecoveryLink {
    /// Parses a link that was clicked, received or pasted.
    ///
    /// White space, `<`, `>` and `"` around it are removed first. Accepted are `scheme://path?token=…`,
    /// `scheme:///path?token=…` and `https://host/path?token=…`, each also with `#token=…`, with one slash after the
    /// path, with `flow`, and with other parameters, which are ignored; and the formats of [`LinkRules::kinds`]. If several
    /// kinds accept the link, it is of the first, unless their tokens differ.
    ///
    /// # Errors
    /// The first rule that the text violates. With several kinds of links, that of the kind which it resembles most.
    pub fn parse(text: &str, rules: &LinkRules) -> Result<Self, LinkError> {
        of_any_kind(&split(text)?, rules)
    }
}

fn of_any_kind(parts: &UrlParts<'_>, rules: &LinkRules) -> Result<RecoveryLink, LinkError> {
    let mut found: Option<RecoveryLink> = None;
    let mut closest: Option<LinkError> = None;
    for kind in &rules.kinds {
        let read = values_in_path(parts, kind, rules).and_then(|path| read_values(parts, path, kind));
        match (read, &found) {
            (Err(refused @ LinkError::Refused(_)), _) => return Err(refused),
            (Ok(link), Some(first)) if first.token != link.token => return Err(LinkError::SecondToken),
            (Ok(_), Some(_)) => {}
            (Ok(link), None) => found = Some(link),
            (Err(error), _) if closest.is_none_or(|first| first.resemblance() < error.resemblance()) => {
                closest = Some(error);
            }
            (Err(_), _) => {}
        }
    }
    found.ok_or(closest.unwrap_or(LinkError::NoToken))
}

/// Splits a text that can be a link.
pub(super) fn split(text: &str) -> Result<UrlParts<'_>, LinkError> {
    let text = text.trim_matches(is_trimmed);
    if text.is_empty() {
        return Err(LinkError::Empty);
    }
    if text.len() > MAX_LINK_BYTES {
        return Err(LinkError::TooLong);
    }
    if !text.bytes().all(is_allowed_in_url) {
        return Err(LinkError::Character);
    }
    UrlParts::split(text).ok_or(LinkError::NotAUrl)
}

/// Finds a recovery link in pasted text. Changes by mail programs and scanners are reverted first ([`pasted`]), then the
/// link is parsed by [`RecoveryLink::parse`].
///
/// Returns the first accepted link, or else why the link is refused that most resembles one of this app: the URL of a logo
/// can stand before it. `None`: there is no URL in the text. At most the first 256 KiB are searched.
pub fn find_link(text: &str, rules: &LinkRules) -> Option<Result<RecoveryLink, LinkError>> {
    let own =
        OwnLinks { schemes: &rules.schemes, hosts: &rules.hosts, exact_lengths: rules.has_exact_lengths() };
    let found = pasted::find_link(text, own, |link| RecoveryLink::parse(link, rules))?;
    Some(match found {
        Found::Link(link) => Ok(link),
        Found::Refused(why) => Err(why),
        Found::ClickTracker => Err(LinkError::ClickTracker),
    })
}

fn is_trimmed(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\u{200b}' | '\u{feff}')
}

/// RFC 3986 §2: unreserved, reserved and the percent sign. All of them are ASCII.
fn is_allowed_in_url(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b)
}

#[cfg(test)]
mod tests;
