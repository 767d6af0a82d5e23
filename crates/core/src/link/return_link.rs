//! The link by which a page of the service leads back to this app.

use super::parse::{
    LinkError, LinkRules, split,
    url_parts::{UrlParts, values_in_path},
};
use super::shape::LinkShape;
use crate::secret::ReturnState;

/// A link by which a page of the service leads back to this app (RFC 6749 §4.1.2, RFC 9207). Anybody can open one: it means
/// nothing before its state is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnLink {
    /// The state with which the page was opened.
    pub state: ReturnState,
    /// The issuer, if the link names one.
    pub issuer: Option<String>,
    /// Whether the page reports an error.
    pub is_error: bool,
}

impl ReturnLink {
    /// Parses a link with a `state` to one of the app's addresses.
    ///
    /// # Errors
    /// The first rule that the text violates.
    pub fn parse(text: &str, rules: &LinkRules) -> Result<Self, LinkError> {
        let parts = split(text)?;
        values_in_path(&parts, &LinkShape::default(), rules)?;
        let state = value(&parts, "state")?.ok_or(LinkError::NoToken)?;
        Ok(Self {
            state: ReturnState::parse(&state).map_err(|_| LinkError::DamagedToken)?,
            issuer: value(&parts, "iss")?,
            is_error: value(&parts, "error")?.is_some(),
        })
    }
}

/// The value of a parameter, decoded once. It may not occur twice.
fn value(parts: &UrlParts<'_>, name: &str) -> Result<Option<String>, LinkError> {
    let mut found = parts.parameters().filter_map(|(parameter, value)| {
        let pair = format!("{parameter}={value}");
        let (decoded, value) = url::form_urlencoded::parse(pair.as_bytes()).next()?;
        (decoded == name).then(|| value.into_owned())
    });
    match (found.next(), found.next()) {
        (value, None) => Ok(value),
        (_, Some(_)) => Err(LinkError::SecondToken),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const STATE: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    fn parse(link: &str) -> Result<ReturnLink, LinkError> {
        let rules = LinkRules {
            schemes: vec!["latchkey".into()],
            hosts: vec!["account.example.org".into()],
            paths: vec!["/reset-password".into()],
            kinds: vec![LinkShape::default()],
        };
        ReturnLink::parse(&link.replace("STATE", STATE), &rules)
    }

    #[test]
    fn state_issuer_and_error_are_read_from_query_or_fragment() {
        for (link, issuer, is_error) in [
            ("latchkey://reset-password?state=STATE", None, false),
            (
                "latchkey://reset-password?state=STATE&session_state=s&iss=https%3A%2F%2Fa.example%2Fr",
                Some("https://a.example/r"),
                false,
            ),
            (
                "https://account.example.org/reset-password#state=STATE&iss=https://a.example",
                Some("https://a.example"),
                false,
            ),
            ("latchkey://reset-password?error=access_denied&error_description=x%20y&state=STATE", None, true),
            ("latchkey://reset-password?state=STATE&error", None, true),
            ("latchkey://reset-password?state=STATE&err%6Fr=x", None, true),
        ] {
            let state = ReturnState::parse(STATE).unwrap();
            assert_eq!(
                parse(link),
                Ok(ReturnLink { state, issuer: issuer.map(str::to_owned), is_error }),
                "{link}"
            );
        }
    }

    #[test]
    fn link_to_another_address_or_with_a_doubtful_state_is_refused() {
        for (link, error) in [
            ("latchkey://reset-password", LinkError::NoToken),
            ("latchkey://reset-password?token=STATE", LinkError::NoToken),
            ("latchkey://reset-password?state=short", LinkError::DamagedToken),
            ("latchkey://reset-password?state=STATEx", LinkError::DamagedToken),
            ("latchkey://reset-password?state=STATE&state=STATE", LinkError::SecondToken),
            ("latchkey://reset-password?state=STATE#state=STATE", LinkError::SecondToken),
            ("latchkey://reset-password?state=STATE&iss=a&%69ss=b", LinkError::SecondToken),
            ("latchkey://elsewhere?state=STATE", LinkError::OtherPath),
            ("https://evil.example/reset-password?state=STATE", LinkError::OtherHost),
            ("http://account.example.org/reset-password?state=STATE", LinkError::NotHttps),
            ("other://reset-password?state=STATE", LinkError::OtherScheme),
            ("", LinkError::Empty),
        ] {
            assert_eq!(parse(link), Err(error), "{link}");
        }
    }
}
