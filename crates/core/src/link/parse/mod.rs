//! Parses recovery links strictly. Pure; errors never contain the text.
//!
//! The text is split as in RFC 3986 (appendix B) and not normalized. URL parsers of browsers repair their input (they drop
//! tabs, fold full-width letters, resolve `..`, decode host names), and each repair can make a foreign link look like ours.
//! Here each part must be equal to an entry of the allow-list. Nothing is decoded, so nothing can be decoded twice.

use std::borrow::Cow;

use super::pasted::{self, Found, LinkParseError, OwnLinks};
use super::shape::{LinkRejection, LinkShape};
use crate::secret::{EmailAddress, FlowId, LinkParams, RecoveryToken};
use url_parts::{UrlParts, values_in_path};

pub(super) mod url_parts;

/// Maximum length of a link, in bytes: a token of 2,048 bytes and what mail programs add.
pub const MAX_LINK_BYTES: usize = 4096;
/// The names of values in a link. `flow` is also the parameter (docs/backends.md), and `token` is the default parameter.
const FLOW: &str = "flow";
const TOKEN: &str = "token";
const EMAIL: &str = "email";

/// The rules for an app's links. Those of this program are in `Dioxus.toml`; an embedding app has its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRules {
    /// Private schemes in lower case, without `://`. `https` needs no entry; `hosts` applies to it.
    pub schemes: Vec<String>,
    /// Hosts of https links in lower case, without port.
    pub hosts: Vec<String>,
    /// Paths, each with a slash at the start and none at the end: `/reset-password`.
    pub paths: Vec<String>,
    /// The parameter of the query or fragment that has the token. Not `flow`.
    pub token_parameter: String,
    /// The link format of the service.
    pub shape: LinkShape,
}

impl LinkRules {
    /// Sets the lengths of the token and the flow id in the service's links, if known.
    pub fn set_lengths(&mut self, token: Option<usize>, flow: Option<usize>) {
        let lengths = [(TOKEN, token), (FLOW, flow)].into_iter();
        let known = lengths.filter_map(|(name, length)| Some((name.to_owned(), length?)));
        self.shape.lengths = known.collect();
    }

    /// The name of the value in a parameter. `None`: the parameter is ignored.
    fn name_of(&self, parameter: &str) -> Option<&str> {
        if parameter == self.token_parameter {
            return Some(TOKEN);
        }
        let params = self.shape.parameters.iter().find(|(_, known)| known == parameter);
        params.map(|(name, _)| name.as_str()).or_else(|| (parameter == FLOW).then_some(FLOW))
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
    #[error("empty")]
    Empty,
    /// Over [`MAX_LINK_BYTES`].
    #[error("longer than 4,096 bytes")]
    TooLong,
    /// White space, a control character or another character that is not allowed in a URL (RFC 3986 §2).
    #[error("a character that no URL may contain")]
    Character,
    /// There is no `scheme://`.
    #[error("not a URL")]
    NotAUrl,
    /// `http`: the token would be sent without encryption.
    #[error("http instead of https")]
    NotHttps,
    /// The scheme is not allowed.
    #[error("another scheme")]
    OtherScheme,
    /// `name@` before the host, which disguises foreign hosts.
    #[error("user information before the host")]
    UserInfo,
    /// A port other than 443, or any port on a private scheme.
    #[error("a port")]
    Port,
    /// The host is not on the list.
    #[error("another host")]
    OtherHost,
    /// The path is not on the list.
    #[error("another path")]
    OtherPath,
    /// A percent-encoded token or flow parameter, which other parsers could read differently.
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
    /// No flow id, although every link of the service has one: the link is truncated.
    #[error("no flow id")]
    NoFlow,
    /// The token has invalid characters or an invalid length.
    #[error("a damaged token")]
    DamagedToken,
    /// The flow id has invalid characters or an invalid length.
    #[error("a damaged flow id")]
    DamagedFlow,
    /// Another value that the service needs is missing or damaged.
    #[error("a missing or damaged part")]
    DamagedPart,
    /// The service reports in the link that it does not work.
    #[error("an error of the service")]
    Refused(LinkRejection),
    /// A click tracker's link, whose target only the tracker knows.
    #[error("a click tracker's link")]
    ClickTracker,
}

/// What the person is told about a refused link.
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
    fn is_foreign(&self) -> bool {
        *self == Self::NotAUrl || self.problem() == LinkProblem::OtherService
    }
}

impl LinkError {
    /// What to tell the person.
    pub fn problem(self) -> LinkProblem {
        match self {
            Self::NotHttps | Self::OtherScheme | Self::UserInfo | Self::Port | Self::OtherHost => {
                LinkProblem::OtherService
            }
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
    /// path, with `flow`, and with other parameters, which are ignored; and the formats of [`LinkRules::shape`].
    ///
    /// # Errors
    /// The first rule that the text violates.
    pub fn parse(text: &str, rules: &LinkRules) -> Result<Self, LinkError> {
        let parts = split(text)?;
        let path = values_in_path(&parts, rules)?;
        read_values(&parts, path, rules)
    }
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
/// Returns the first accepted link, or else why the first link is refused. `None`: there is no URL in the text. At most
/// the first 256 KiB are searched.
pub fn find_link(text: &str, rules: &LinkRules) -> Option<Result<RecoveryLink, LinkError>> {
    let exact_lengths = rules.shape.lengths.iter().any(|(name, _)| name == TOKEN);
    let own = OwnLinks { schemes: &rules.schemes, hosts: &rules.hosts, exact_lengths };
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

/// Reads all values, from path and parameters. No value may occur twice.
fn read_values(
    parts: &UrlParts<'_>,
    in_path: Vec<(&str, &str)>,
    rules: &LinkRules,
) -> Result<RecoveryLink, LinkError> {
    let mut found: Vec<(&str, &str)> = in_path;
    for (parameter, value) in parts.parameters() {
        let plain = decoded(parameter);
        let is_reported =
            |rejection: &&(String, String, LinkRejection)| rejection.0 == *plain && rejection.1 == value;
        if let Some((.., rejection)) = rules.shape.rejections.iter().find(is_reported) {
            return Err(LinkError::Refused(*rejection));
        }
        let Some(name) = rules.name_of(&plain) else { continue };
        if parameter.contains('%') {
            return Err(LinkError::Encoded);
        }
        found.push((name, value));
    }
    for (index, (name, _)) in found.iter().enumerate() {
        if found[..index].iter().any(|(earlier, _)| earlier == name) {
            return Err(if *name == FLOW { LinkError::SecondFlow } else { LinkError::SecondToken });
        }
    }
    let encoded = |&(name, value): &(&str, &str)| name != EMAIL && value.contains('%');
    if found.iter().any(encoded) {
        return Err(LinkError::Encoded);
    }
    let value = |name: &str| found.iter().find_map(|(found, value)| (*found == name).then_some(*value));
    let has_length = |name: &str| {
        let wanted = rules.shape.lengths.iter().find(|(of, _)| of == name);
        wanted.is_none_or(|(_, length)| value(name).is_some_and(|value| value.len() == *length))
    };
    let token =
        RecoveryToken::parse(value(TOKEN).ok_or(LinkError::NoToken)?).map_err(|_| LinkError::DamagedToken)?;
    if !has_length(TOKEN) {
        return Err(LinkError::DamagedToken);
    }
    let flow = value(FLOW).map(FlowId::parse).transpose().map_err(|_| LinkError::DamagedFlow)?;
    if !has_length(FLOW) {
        return Err(if flow.is_some() { LinkError::DamagedFlow } else { LinkError::NoFlow });
    }
    let mut params = LinkParams::default();
    for name in rules.shape.names() {
        let value = value(name).filter(|_| has_length(name)).ok_or(LinkError::DamagedPart)?;
        add(&mut params, name, value).ok_or(LinkError::DamagedPart)?;
    }
    Ok(RecoveryLink { token, flow, params })
}

/// An address is the only value that is percent-decoded, once.
fn add(params: &mut LinkParams, name: &str, value: &str) -> Option<()> {
    if name != EMAIL {
        return params.add(name, value).ok();
    }
    // Unlike in a form, the plus of `ada+tag@example.org` is not a space.
    let pair = format!("{EMAIL}={value}").replace('+', "%2B");
    let (_, address) = url::form_urlencoded::parse(pair.as_bytes()).next()?;
    params.add_email(&EmailAddress::parse(&address).ok()?);
    Some(())
}

/// The decoded name, only to detect an encoded one.
fn decoded(name: &str) -> Cow<'_, str> {
    url::form_urlencoded::parse(name.as_bytes()).next().map_or(Cow::Borrowed(""), |(name, _)| name)
}

#[cfg(test)]
mod tests;
