//! Token and flow in a submitted form. The token may be a whole link that a person pasted.

use latchkey_core::link::pasted::{Found, LinkParseError, OwnLinks, Resemblance, find_link};
use latchkey_core::normalization::normalize;
use secrecy::SecretString;

use crate::crypto::secrets::{FLOW_CHARS, TOKEN_CHARS, is_base64url};
use crate::domain::page_paths::FREEZE_PAGE;
use crate::http::extract::Field;

/// Maximum length of a token or flow. Those of this server have 43 and 22 characters.
const MAX_CHARS: usize = 200;
/// Maximum length of the text in a form that is searched for a link, in bytes. A link of this server inside that of an email
/// filter has less than 1 KiB. Searching longer text would block the thread that answers other requests.
const MAX_SUBMITTED_BYTES: usize = 4096;

/// Token and flow of a submitted form.
#[derive(Default)]
pub(super) struct SubmittedLink {
    /// Text in the shape of a token, which may be unknown.
    pub(super) token: Option<SecretString>,
    pub(super) flow: Option<String>,
}

impl SubmittedLink {
    /// Parses the fields `token` and `flow`. A pasted link has precedence over `flow`.
    pub(super) fn parse(token: &Field, flow: &Field, own_links: OwnLinks<'_>) -> Self {
        let pasted = token.optional().ok().flatten().and_then(|text| parse_pasted(text, own_links));
        let (token, flow_of_link) = pasted.map_or((None, None), |(token, flow)| (Some(token), flow));
        let flow_of_field = || flow.optional().ok().flatten().and_then(parse_base64url).map(str::to_owned);
        Self { token, flow: flow_of_link.or_else(flow_of_field) }
    }
}

/// A link that is damaged, or not one of this server.
struct InvalidLink;

impl LinkParseError for InvalidLink {
    fn resemblance(&self) -> Resemblance {
        Resemblance::Damaged
    }
}

/// Parses a bare token, or finds a link in the text and parses its token and flow.
fn parse_pasted(text: &str, own_links: OwnLinks<'_>) -> Option<(SecretString, Option<String>)> {
    if text.len() > MAX_SUBMITTED_BYTES {
        return None;
    }
    if let Some(token) = parse_base64url(&normalize(text)) {
        return Some((token.into(), None));
    }
    match find_link(text, own_links, parse_link)? {
        Found::Link(link) => Some(link),
        Found::Refused(InvalidLink) | Found::ClickTracker => None,
    }
}

/// Token and flow of a link, which must have their full length. Freeze links have no flow.
fn parse_link(link: &str) -> Result<(SecretString, Option<String>), InvalidLink> {
    let (page, parameters) = link.split_once(['?', '#']).ok_or(InvalidLink)?;
    let parameter = |name: &str, length: usize| {
        let mut pairs = parameters.split(['&', '?', '#']).filter_map(|pair| pair.split_once('='));
        let value = pairs.find(|(found, _)| *found == name).and_then(|(_, value)| parse_base64url(value));
        value.filter(|value| value.len() == length).ok_or(InvalidLink)
    };
    let token = parameter("token", TOKEN_CHARS)?.into();
    if page.ends_with(FREEZE_PAGE) {
        return Ok((token, None));
    }
    Ok((token, Some(parameter("flow", FLOW_CHARS)?.to_owned())))
}

/// A token or flow, if the text is base64url.
fn parse_base64url(text: &str) -> Option<&str> {
    let text = text.trim();
    ((1..=MAX_CHARS).contains(&text.len()) && is_base64url(text)).then_some(text)
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    const TOKEN: &str = "Zm9yZ290-LW15_LXBhc3N3b3JkLWFnYWluLW9oLWRlY";
    const FLOW: &str = "A1b2-C3d4_E5f6G7h8I9j0";

    fn parse(text: &str) -> Option<(String, Option<String>)> {
        let (schemes, hosts) = (["latchkey".to_owned()], ["example.org".to_owned()]);
        let own_links = OwnLinks { schemes: &schemes, hosts: &hosts, exact_lengths: true };
        let text = text.replace("=T", &format!("={TOKEN}")).replace("=F", &format!("={FLOW}"));
        parse_pasted(&text, own_links).map(|(token, flow)| (token.expose_secret().to_owned(), flow))
    }

    #[test]
    fn token_and_flow_are_found_in_a_pasted_link() {
        for link in [
            "https://example.org/reset-password#token=T&flow=F",
            "https://example.org/reset-password#token=T&flow=F&code=01234567",
            " latchkey://reset-password?flow=F&token=T \n",
            "<https://example.org/reset-password#token=T&amp;flow=F>",
            "https://example.org/reset-password#token=T&> flow=F",
            "example.org/reset-password#token=T&flow=F",
            "https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Freset-password%23token=T%26flow=F&data=1",
        ] {
            assert_eq!(parse(link), Some((TOKEN.to_owned(), Some(FLOW.to_owned()))), "{link}");
        }
        assert_eq!(parse("https://example.org/not-me#token=T"), Some((TOKEN.to_owned(), None)));
        assert_eq!(parse(" t0-k_n "), Some(("t0-k_n".to_owned(), None)));
        assert_eq!(parse("\u{200b}t0-k_n\u{2069}"), Some(("t0-k_n".to_owned(), None)));
    }

    #[test]
    fn damaged_link_is_rejected() {
        for text in [
            "",
            "https://example.org/",
            "https://example.org/#token=",
            "https://example.org/not-me#token=Zm9yZ290",
            "https://example.org/reset-password#token=T",
            "https://example.org/reset-password#token=Zm9yZ290&flow=F",
            "https://example.org/reset-password#token=T&flow=A1b2",
            "https://u1.ct.sendgrid.net/ls/click?upn=abc",
            "a b",
            "\"><script>",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse_base64url(&"a".repeat(MAX_CHARS + 1)), None);
    }

    #[test]
    fn text_that_is_too_long_for_a_link_is_not_searched() {
        let link = "https://example.org/reset-password#token=T&flow=F";
        assert!(parse(&format!("{}{link}", " ".repeat(2000))).is_some());
        assert_eq!(parse(&format!("{}{link}", " ".repeat(MAX_SUBMITTED_BYTES))), None);
    }
}
