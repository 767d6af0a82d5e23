//! Hostile links and pasted texts: whatever comes in, nothing panics, no token comes out in a `Debug`, and what is accepted is on
//! the list for a browser's reading of it too.

#![no_main]

use latchkey_core::identity::{AppIdentity, DeepLinks};
use latchkey_core::link::{LinkRules, RecoveryLink, find_link};
use libfuzzer_sys::fuzz_target;
use url::Url;

/// Those of the seeds.
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
        // What damage in transit has left of a token is never taken for the token.
        assert_eq!(link.token.expose().len(), 43);
        assert_eq!(link.flow.map(|flow| flow.as_str().len()), Some(22));
    }
    let Ok(link) = RecoveryLink::parse(text, &rules) else {
        // Searching looks at pieces of the text, so it may find what the whole is not; it must not panic.
        let _ = find_link(text, &rules);
        return;
    };
    let token = link.token.expose();
    // The flow id is shown, and may repeat the token if the link itself wrote it there.
    let shown = format!("{:?}", RecoveryLink { flow: None, ..link.clone() });
    assert!(!shown.contains(token));
    assert!(text.contains(token), "nothing was decoded");

    let seen =
        Url::parse(text.trim_matches(|c: char| c.is_whitespace() || "<>\"\u{200b}\u{feff}".contains(c)));
    let seen = seen.expect("a browser reads every accepted link");
    assert_eq!((seen.username(), seen.password(), seen.port()), ("", None, None));
    let host = seen.host_str().unwrap_or_default();
    let path = seen.path().strip_suffix('/').unwrap_or(seen.path());
    if seen.scheme() == "https" {
        assert!(rules.hosts.iter().any(|allowed| allowed == host));
        assert!(rules.paths.iter().any(|allowed| allowed == path));
    } else {
        assert!(rules.schemes.iter().any(|allowed| allowed == seen.scheme()));
        let place = if host.is_empty() { path.to_owned() } else { format!("/{host}{path}") };
        assert!(rules.paths.iter().any(|allowed| allowed.eq_ignore_ascii_case(&place)));
    }
});
