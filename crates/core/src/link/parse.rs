//! Decides whether a text is a recovery link for this app: pure, strict, and it never repeats what it read.
//!
//! The text is split by hand after RFC 3986 (appendix B) instead of being normalised first. Browsers' URL parsing
//! repairs what it is given (drops tabs, folds full-width letters, resolves `..`, decodes host names), and every
//! repair is a way to make a foreign link look like ours. Here each part must stand letter by letter on the
//! allow-list; nothing is decoded, so nothing can be decoded twice.

use std::borrow::Cow;

use super::pasted::{self, Found, LinkRefusal, OwnLinks};
use super::shape::{LinkShape, Refusal};
use crate::secret::{EmailAddress, FlowId, LinkParams, RecoveryToken};
use url_parts::{UrlParts, values_in_path};

mod url_parts;

/// Longest link that is looked at, in bytes: room for a token of 2,048 and for what mailers add.
pub const LINK_MAX_BYTES: usize = 4096;
/// Our names for what a link carries. The recovery's is its parameter too (docs/backends.md), the token's is where the
/// configuration names no other.
const FLOW: &str = "flow";
const TOKEN: &str = "token";
const EMAIL: &str = "email";

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
    /// What the links of a particular service have beyond that.
    pub shape: LinkShape,
}

impl LinkRules {
    /// Takes over how long the token and the flow id of the service's links are, as far as it says so.
    pub fn set_lengths(&mut self, token: Option<usize>, flow: Option<usize>) {
        let told = [(TOKEN, token), (FLOW, flow)];
        let told = told.into_iter().filter_map(|(name, length)| Some((name.to_owned(), length?)));
        self.shape.lengths = told.collect();
    }

    /// Our name for what a parameter holds, if it holds anything of ours.
    fn name_of(&self, parameter: &str) -> Option<&str> {
        if parameter == self.token_parameter {
            return Some(TOKEN);
        }
        let params = self.shape.parameters.iter().find(|(_, known)| known == parameter);
        params.map(|(name, _)| name.as_str()).or_else(|| (parameter == FLOW).then_some(FLOW))
    }
}

/// What a recovery link says once it has been accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryLink {
    /// The proof that the service checks.
    pub token: RecoveryToken,
    /// Which recovery it belongs to, where the service says so.
    pub flow: Option<FlowId>,
    /// What the service needs beside the token.
    pub params: LinkParams,
}

/// Why a text is no recovery link of ours. It names the rule, never the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Nothing is left after trimming.
    #[error("empty")]
    Empty,
    /// Over [`LINK_MAX_BYTES`].
    #[error("longer than 4,096 bytes")]
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
    /// No flow id, although every link of the service has one: the rest of the link was lost with it.
    #[error("no flow id")]
    NoFlow,
    /// A token of a shape that no service issues, or of another length than this service's.
    #[error("a damaged token")]
    DamagedToken,
    /// A flow id of a shape that no service issues, or of another length than this service's.
    #[error("a damaged flow id")]
    DamagedFlow,
    /// What the service needs beside the token is missing, or damaged.
    #[error("a missing or damaged part")]
    DamagedPart,
    /// The service itself has sent the person on with the word that the link does not work.
    #[error("a refusal in place of a token")]
    Refused(Refusal),
    /// The link of a service that counts clicks, around a link that only it knows.
    #[error("a click tracker's link")]
    ClickTracker,
}

/// What the person is told of a link that was refused here; "expired" and "used" are the service's to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkProblem {
    /// Cut off, mangled by a mail program, or tampered with: copy it again or ask for a new one.
    Damaged,
    /// A sound link for something else.
    OtherService,
    /// The service says in the link that its time is over.
    Expired,
    /// The service says in the link that a password was set with it.
    Used,
    /// A click tracker stands before it, and only a browser gets past that.
    ClickTracker,
}

impl LinkRefusal for LinkError {
    fn is_foreign(&self) -> bool {
        *self == Self::NotAUrl || self.problem() == LinkProblem::OtherService
    }
}

impl LinkError {
    /// Which of the two things to tell the person.
    pub fn problem(self) -> LinkProblem {
        match self {
            Self::NotHttps | Self::OtherScheme | Self::UserInfo | Self::Port | Self::OtherHost => {
                LinkProblem::OtherService
            }
            Self::Refused(Refusal::Expired) => LinkProblem::Expired,
            Self::Refused(Refusal::Used) => LinkProblem::Used,
            Self::ClickTracker => LinkProblem::ClickTracker,
            _ => LinkProblem::Damaged,
        }
    }
}

impl RecoveryLink {
    /// Reads a link that was clicked, handed over or pasted.
    ///
    /// White space, `<`, `>` and `"` around it are taken off first. Accepted are `scheme://path?token=…`,
    /// `scheme:///path?token=…` and `https://host/path?token=…`, each also with `#token=…`, with one slash after the
    /// path, with `flow`, and with other parameters, which are ignored; and what the rules' shape adds.
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
        let parts = UrlParts::split(text).ok_or(LinkError::NotAUrl)?;
        let path = values_in_path(&parts, rules)?;
        read_values(&parts, path, rules)
    }
}

/// Finds a recovery link in pasted text, so that a field that takes links and codes can tell which it was given. What
/// mail programs and scanners did to it is undone first ([`pasted`]); then it is read by
/// [`RecoveryLink::parse`], as strictly as any other.
///
/// `None`: there is no URL in it. Otherwise the first one that is accepted, or else why the first one was not.
/// At most the first 256 KiB are searched.
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

fn left_by_pasting(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\u{200b}' | '\u{feff}')
}

/// RFC 3986 §2: unreserved, reserved and the percent sign. All of them are ASCII.
fn stands_in_a_url(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b)
}

/// Everything that the link says, from its path and its parameters; nothing may be said twice.
fn read_values(
    parts: &UrlParts<'_>,
    in_path: Vec<(&str, &str)>,
    rules: &LinkRules,
) -> Result<RecoveryLink, LinkError> {
    let mut found: Vec<(&str, &str)> = in_path;
    for (parameter, value) in parts.parameters() {
        let plain = unescaped(parameter);
        let says = |refusal: &&(String, String, Refusal)| refusal.0 == *plain && refusal.1 == value;
        if let Some((.., refusal)) = rules.shape.refusals.iter().find(says) {
            return Err(LinkError::Refused(*refusal));
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

/// An address is the one value that cannot stand in a URL as it is: its percent signs are taken off, once.
fn add(params: &mut LinkParams, name: &str, value: &str) -> Option<()> {
    if name != EMAIL {
        return params.add(name, value).ok();
    }
    // Not as in a form: the plus of `ada+tag@example.org` is no blank.
    let pair = format!("{EMAIL}={value}").replace('+', "%2B");
    let (_, address) = url::form_urlencoded::parse(pair.as_bytes()).next()?;
    params.add_email(&EmailAddress::parse(&address).ok()?);
    Some(())
}

/// The name as a reader that decodes would see it, only to notice one that hides: it is never used further.
fn unescaped(name: &str) -> Cow<'_, str> {
    url::form_urlencoded::parse(name.as_bytes()).next().map_or(Cow::Borrowed(""), |(name, _)| name)
}

#[cfg(test)]
mod tests;
