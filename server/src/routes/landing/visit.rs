//! What a request for a page brings along: a language, and perhaps a form with a link's token and flow.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::response::Response;
use latchkey_core::fold::fold;
use latchkey_core::link::pasted::{Found, LinkRefusal, OwnLinks, find_link};
use secrecy::SecretString;
use url::form_urlencoded;

use super::answers;
use super::site::Site;
use crate::languages::Language;
use crate::routes::FREEZE_PAGE;
use crate::routes::client::accepted_languages;
use crate::routes::fields::Fields;
use crate::secrets::{FLOW_CHARS, TOKEN_CHARS};

/// Longest token or flow that is looked at, in characters; ours have 43 and 22.
const LONGEST: usize = 200;

/// What a person brought along.
pub(super) struct Visit {
    pub(super) language: &'static Language,
    /// What has the shape of a token, whether or not it is one.
    pub(super) token: Option<SecretString>,
    pub(super) flow: Option<String>,
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    /// The address's query may name a language. It never holds a token (TOK-9): only the fragment does.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or("").as_bytes();
        let asked = form_urlencoded::parse(query).find(|(name, _)| name == "lang");
        let asked = asked.as_ref().map(|(_, tag)| tag.as_ref());
        Ok(Self {
            language: Language::chosen(asked, accepted_languages(&parts.headers)),
            token: None,
            flow: None,
        })
    }
}

/// A form that a person sent; one that cannot be read is answered with a page that says so.
pub(super) struct Sent {
    pub(super) visit: Visit,
    pub(super) fields: Fields,
}

impl FromRequest<Arc<Site>> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Arc<Site>) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let Ok(visit) = Visit::from_request_parts(&mut parts, site).await;
        match Fields::from_request(Request::from_parts(parts, body), site).await {
            Ok(fields) => Ok(Self { visit: visit.with(&fields, site.own_links()), fields }),
            Err(problem) => Err(answers::plain_page(site, &visit, &problem)),
        }
    }
}

impl Visit {
    /// The same person, having sent a form. Its token may be a whole link that was pasted.
    fn with(self, form: &Fields, own: OwnLinks<'_>) -> Self {
        let field = |name| form.optional(name).ok().flatten();
        let pasted = field("token").and_then(|text| read_pasted(text, own));
        let (token, flow_of_link) = pasted.map_or((None, None), |(token, flow)| (Some(token), flow));
        let flow = flow_of_link.or_else(|| field("flow").and_then(plain).map(str::to_owned));
        Self { token, flow, ..self }
    }
}

/// A link that was broken on the way, or is none of this server's.
struct NotWhole;

impl LinkRefusal for NotWhole {
    fn is_foreign(&self) -> bool {
        false
    }
}

/// A bare token, or token and flow out of the link that is found in the text.
fn read_pasted(text: &str, own: OwnLinks<'_>) -> Option<(SecretString, Option<String>)> {
    if let Some(token) = plain(&fold(text)) {
        return Some((token.into(), None));
    }
    match find_link(text, own, read_link)? {
        Found::Link(link) => Some(link),
        Found::Refused(NotWhole) | Found::ClickTracker => None,
    }
}

/// Token and flow of a link, in their full lengths: each of this server's has both, but for the one that freezes an
/// account, which has no flow.
fn read_link(link: &str) -> Result<(SecretString, Option<String>), NotWhole> {
    let (page, parameters) = link.split_once(['?', '#']).ok_or(NotWhole)?;
    let named = |name: &str, length: usize| {
        let mut pairs = parameters.split(['&', '?', '#']).filter_map(|pair| pair.split_once('='));
        let value = pairs.find(|(found, _)| *found == name).and_then(|(_, value)| plain(value));
        value.filter(|value| value.len() == length).ok_or(NotWhole)
    };
    let token = named("token", TOKEN_CHARS)?.into();
    if page.ends_with(FREEZE_PAGE) {
        return Ok((token, None));
    }
    Ok((token, Some(named("flow", FLOW_CHARS)?.to_owned())))
}

/// A token or flow, if it can be one: base64url.
fn plain(text: &str) -> Option<&str> {
    let text = text.trim();
    let fits = (1..=LONGEST).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    fits.then_some(text)
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    const TOKEN: &str = "Zm9yZ290-LW15_LXBhc3N3b3JkLWFnYWluLW9oLWRlY";
    const FLOW: &str = "A1b2-C3d4_E5f6G7h8I9j0";

    fn read(text: &str) -> Option<(String, Option<String>)> {
        let (schemes, hosts) = (["latchkey".to_owned()], ["example.org".to_owned()]);
        let own = OwnLinks { schemes: &schemes, hosts: &hosts, exact_lengths: true };
        let text = text.replace("=T", &format!("={TOKEN}")).replace("=F", &format!("={FLOW}"));
        read_pasted(&text, own).map(|(token, flow)| (token.expose_secret().to_owned(), flow))
    }

    #[test]
    fn a_pasted_link_is_as_good_as_its_token() {
        for link in [
            "https://example.org/reset-password#token=T&flow=F",
            "https://example.org/reset-password#token=T&flow=F&code=01234567",
            " latchkey://reset-password?flow=F&token=T \n",
            "<https://example.org/reset-password#token=T&amp;flow=F>",
            "https://example.org/reset-password#token=T&> flow=F",
            "example.org/reset-password#token=T&flow=F",
            "https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Freset-password%23token=T%26flow=F&data=1",
        ] {
            assert_eq!(read(link), Some((TOKEN.to_owned(), Some(FLOW.to_owned()))), "{link}");
        }
        assert_eq!(read("https://example.org/not-me#token=T"), Some((TOKEN.to_owned(), None)));
        assert_eq!(read(" t0-k_n "), Some(("t0-k_n".to_owned(), None)));
        assert_eq!(read("\u{200b}t0-k_n\u{2069}"), Some(("t0-k_n".to_owned(), None)));
    }

    #[test]
    fn what_is_left_of_a_broken_link_is_not_taken() {
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
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(plain(&"a".repeat(LONGEST + 1)), None);
    }
}
