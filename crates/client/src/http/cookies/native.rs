//! The cookies of a recovery (RFC 6265). They are kept in memory until it ends, and sent only to the service.

use std::cell::RefCell;

use cookie_store::CookieStore;
use latchkey_core::{
    secret::{EmailAddress, RecoveryToken},
    service::Proof,
};
use reqwest::header::HeaderValue;
use url::Url;

use crate::http_response::HttpResponse;

/// Maximum number of cookies of a recovery.
const MAX_COOKIES: usize = 50;

/// The cookies of the current recovery.
#[derive(Default)]
pub(super) struct CookieJar {
    store: RefCell<CookieStore>,
    recovery: RefCell<Option<Recovery>>,
}

/// The recovery to which the cookies belong.
#[derive(Clone, PartialEq)]
enum Recovery {
    /// A request for this address, or a code that was sent to it.
    Address(EmailAddress),
    /// A link.
    Link(RecoveryToken),
}

impl CookieJar {
    /// Begins a request. Another request for the same address continues it.
    pub fn begin_request(&self, email: &EmailAddress) {
        self.begin(Recovery::Address(email.clone()));
    }

    /// Continues a recovery with its proof. A link does not say for which request it was sent, so it has the cookies of the
    /// last one.
    pub fn continue_with(&self, proof: &Proof) {
        match proof {
            Proof::Code { email, .. } => self.begin(Recovery::Address(email.clone())),
            Proof::Token { token, .. } => {
                let link = Recovery::Link(token.clone());
                let is_requested = matches!(&*self.recovery.borrow(), Some(Recovery::Address(_)));
                if is_requested {
                    self.recovery.replace(Some(link));
                } else {
                    self.begin(link);
                }
            }
        }
    }

    fn begin(&self, recovery: Recovery) {
        if self.recovery.borrow().as_ref() != Some(&recovery) {
            self.clear();
            self.recovery.replace(Some(recovery));
        }
    }

    /// Forgets all cookies.
    pub fn clear(&self) {
        self.store.replace(CookieStore::default());
        self.recovery.replace(None);
    }

    /// Forgets the cookies of a link that does not work. After a wrong code, the next one needs them.
    pub fn clear_link(&self) {
        let is_link = matches!(&*self.recovery.borrow(), Some(Recovery::Link(_)));
        if is_link {
            self.clear();
        }
    }

    /// The header for a call to this URL.
    pub fn header(&self, url: &Url) -> Option<HeaderValue> {
        let store = self.store.borrow();
        let pairs: Vec<String> =
            store.get_request_values(url).map(|(name, value)| format!("{name}={value}")).collect();
        let mut header = HeaderValue::from_str(&pairs.join("; ")).ok().filter(|value| !value.is_empty())?;
        header.set_sensitive(true);
        Some(header)
    }

    /// Keeps the cookies of a response from this URL.
    pub fn add(&self, url: &Url, response: &HttpResponse) {
        let mut store = self.store.borrow_mut();
        for cookie in response.set_cookies().take(MAX_COOKIES) {
            // An unusable cookie is ignored, as in a browser.
            let _ = store.parse(cookie, url);
        }
        if store.iter_any().count() > MAX_COOKIES {
            store.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const URL: &str = "https://a.example/auth/reset";

    fn jar() -> CookieJar {
        let jar = CookieJar::default();
        jar.begin_request(&EmailAddress::parse("ada@example.org").unwrap());
        add(&jar, &["session=s1; Path=/; HttpOnly; Secure"]);
        jar
    }

    fn add(jar: &CookieJar, cookies: &[&str]) {
        let mut response = HttpResponse::default();
        for cookie in cookies {
            response.headers.append("set-cookie", cookie.parse().unwrap());
        }
        jar.add(&URL.parse().unwrap(), &response);
    }

    fn header(jar: &CookieJar, url: &str) -> Option<String> {
        jar.header(&url.parse().unwrap()).map(|value| value.to_str().unwrap().to_owned())
    }

    fn link(token: char) -> Proof {
        Proof::from_token(RecoveryToken::parse(&token.to_string().repeat(43)).unwrap())
    }

    #[test]
    fn cookies_are_sent_only_where_they_belong() {
        let jar = jar();
        add(
            &jar,
            &[
                "other=o1; Path=/other",
                "gone=g1; Max-Age=0",
                "foreign=f1; Domain=b.example",
                "session=s2; Path=/",
            ],
        );
        for (url, sent) in [
            (URL, Some("session=s2")),
            ("https://a.example/other/x", Some("other=o1; session=s2")),
            ("https://b.example/auth/reset", None),
            ("https://sub.a.example/", None),
            ("https://a.example.org/", None),
        ] {
            let found = header(&jar, url).map(|found| {
                let mut pairs: Vec<_> = found.split("; ").collect();
                pairs.sort_unstable();
                pairs.join("; ")
            });
            assert_eq!(found.as_deref(), sent, "{url}");
        }
        assert!(jar.header(&URL.parse().unwrap()).unwrap().is_sensitive());
    }

    #[test]
    fn cookies_are_of_one_recovery() {
        let email = |text: &str| EmailAddress::parse(text).unwrap();
        let kept = |use_jar: fn(&CookieJar)| {
            let jar = jar();
            use_jar(&jar);
            header(&jar, URL).is_some()
        };
        assert!(kept(|jar| jar.continue_with(&link('a'))));
        assert!(!kept(|jar| {
            jar.continue_with(&link('a'));
            jar.continue_with(&link('b'));
        }));
        assert!(!kept(|jar| {
            jar.continue_with(&link('a'));
            jar.clear_link();
        }));
        assert!(kept(CookieJar::clear_link), "a wrong code");
        assert!(!kept(CookieJar::clear));
        let jar = jar();
        jar.begin_request(&email("ada@example.org"));
        assert!(header(&jar, URL).is_some(), "asked again");
        jar.begin_request(&email("bob@example.org"));
        assert_eq!(header(&jar, URL), None, "another address");
    }

    #[test]
    fn number_of_cookies_is_limited() {
        let jar = jar();
        let many: Vec<String> = (0..60).map(|number| format!("c{number}=1; Path=/")).collect();
        add(&jar, &many.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(header(&jar, URL).unwrap_or_default().matches('=').count() <= MAX_COOKIES);
    }
}
