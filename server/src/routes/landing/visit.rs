//! What a request for a page brings along: a language, and perhaps a form with a link's token and flow.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::response::Response;
use secrecy::SecretString;
use url::form_urlencoded;

use super::answers;
use super::site::Site;
use crate::languages::Language;
use crate::routes::client::accepted_languages;
use crate::routes::fields::Fields;

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
            Ok(fields) => Ok(Self { visit: visit.with(&fields), fields }),
            Err(problem) => Err(answers::plain_page(site, &visit, &problem)),
        }
    }
}

impl Visit {
    /// The same person, having sent a form. Its token may be a whole link that was pasted.
    fn with(self, form: &Fields) -> Self {
        let field = |name| form.optional(name).ok().flatten();
        let (token, flow_of_link) = field("token").map_or((None, None), read_link);
        let flow = flow_of_link.or_else(|| field("flow").and_then(plain));
        Self { token: token.map(Into::into), flow: flow.map(str::to_owned), ..self }
    }
}

/// A token or flow, if it can be one: base64url.
fn plain(text: &str) -> Option<&str> {
    let text = text.trim();
    let fits = (1..=LONGEST).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    fits.then_some(text)
}

/// Token and flow out of a link, or a bare token.
fn read_link(text: &str) -> (Option<&str>, Option<&str>) {
    let Some((_, parameters)) = text.split_once(['?', '#']) else { return (plain(text), None) };
    let named = |name: &str| {
        let mut pairs = parameters.split(['&', '?', '#']).filter_map(|pair| pair.split_once('='));
        pairs.find(|(found, _)| *found == name).and_then(|(_, value)| plain(value))
    };
    (named("token"), named("flow"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_link_is_as_good_as_its_token() {
        let wanted = (Some("t0-k_n"), Some("f1"));
        assert_eq!(read_link("https://example.org/reset-password#token=t0-k_n&flow=f1"), wanted);
        assert_eq!(read_link(" latchkey://reset-password?flow=f1&token=t0-k_n \n"), wanted);
        assert_eq!(read_link(" t0-k_n "), (Some("t0-k_n"), None));
        for nonsense in ["", "https://example.org/", "https://example.org/#token=", "a b", "\"><script>"] {
            assert_eq!(read_link(nonsense), (None, None), "{nonsense}");
        }
        assert_eq!(plain(&"a".repeat(LONGEST + 1)), None);
    }
}
