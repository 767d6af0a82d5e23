//! Hostile links and pasted texts: parsing never panics, no `Debug` output contains a token, and the host and path of every
//! accepted link are also allowed as a browser parses them.

#![no_main]

use latchkey_core::identity::{AppIdentity, DeepLinks};
use latchkey_core::link::{LinkRules, RecoveryLink, find_link};
use libfuzzer_sys::fuzz_target;
use url::Url;

/// The link rules of the seeds.
fn rules() -> LinkRules {
    let links = DeepLinks {
        schemes: vec!["latchkey".into()],
        hosts: vec!["recover.latchkey.example".into()],
        paths: vec!["/reset-password".into()],
    };
    AppIdentity::new("app.latchkey.Latchkey", links).expect("an identifier and links").link_rules()
}

fuzz_target!(|text: &str| {
    let rules = rules();
    let mut exact = rules.clone();
    exact.set_lengths(Some(43), Some(22));
    if let Some(Ok(link)) = find_link(text, &exact) {
        // A truncated token is never accepted.
        assert_eq!(link.token.expose().len(), 43);
        assert_eq!(link.flow.map(|flow| flow.as_str().len()), Some(22));
    }
    let Ok(link) = RecoveryLink::parse(text, &rules) else {
        // The search may find a link in a part of the text. It must not panic.
        let _ = find_link(text, &rules);
        return;
    };
    let token = link.token.expose();
    // The flow id is left out: it is not secret, and may be the same text as the token.
    let shown = format!("{:?}", RecoveryLink { flow: None, ..link.clone() });
    assert!(!shown.contains(token));
    assert!(text.contains(token), "the token was changed");

    let parsed =
        Url::parse(text.trim_matches(|c: char| c.is_whitespace() || "<>\"\u{200b}\u{feff}".contains(c)));
    let parsed = parsed.expect("a browser cannot parse an accepted link");
    assert_eq!((parsed.username(), parsed.password(), parsed.port()), ("", None, None));
    let host = parsed.host_str().unwrap_or_default();
    let path = parsed.path().strip_suffix('/').unwrap_or(parsed.path());
    if parsed.scheme() == "https" {
        assert!(rules.hosts.iter().any(|allowed| allowed == host));
        assert!(rules.paths.iter().any(|allowed| allowed == path));
    } else {
        assert!(rules.schemes.iter().any(|allowed| allowed == parsed.scheme()));
        let place = if host.is_empty() { path.to_owned() } else { format!("/{host}{path}") };
        assert!(rules.paths.iter().any(|allowed| allowed.eq_ignore_ascii_case(&place)));
    }
});
