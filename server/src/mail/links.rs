//! The links in emails.

use secrecy::{ExposeSecret as _, SecretString};
use url::Url;
use url::form_urlencoded::Serializer;

use crate::domain::urls::is_web;

/// Appends token and flow to `base`. A web address has them in the fragment, which browsers send neither to the server nor
/// in `Referer` (ASVS 14.2.1). An app's own scheme has them in the query, because some platforms drop its fragment.
pub(super) fn recovery_link(
    base: &Url,
    token: &SecretString,
    flow: &str,
    code: Option<&SecretString>,
) -> SecretString {
    let is_web = is_web(base);
    let mut parameters = Serializer::new(String::new());
    parameters.append_pair("token", token.expose_secret()).append_pair("flow", flow);
    if let Some(code) = code.filter(|_| is_web) {
        // The page shows the code to people whose app is on another device.
        parameters.append_pair("code", code.expose_secret());
    }
    let parameters = parameters.finish();
    let mut link = base.clone();
    if is_web {
        link.set_fragment(Some(&parameters));
    } else {
        link.set_query(Some(&parameters));
    }
    String::from(link).into()
}

/// The link to the freeze page, with its token in the fragment.
pub(super) fn freeze_link(base: &Url, token: &SecretString) -> SecretString {
    let mut link = base.clone();
    link.set_fragment(Some(&format!("token={}", token.expose_secret())));
    String::from(link).into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn web_link_has_its_token_in_the_fragment_and_app_link_in_the_query() {
        // TOK-9
        let link = |base: &str| {
            recovery_link(&Url::parse(base).unwrap(), &"t0-k_n".into(), "f1", Some(&"01234567".into()))
        };
        assert_eq!(
            link("https://example.org/reset-password").expose_secret(),
            "https://example.org/reset-password#token=t0-k_n&flow=f1&code=01234567"
        );
        assert_eq!(
            link("latchkey://reset-password").expose_secret(),
            "latchkey://reset-password?token=t0-k_n&flow=f1"
        );
    }
}
