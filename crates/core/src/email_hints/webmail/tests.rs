#![allow(clippy::unwrap_used)]
use url::Url;

use super::*;

#[test]
fn webmail_of_common_domains_is_known() {
    for (domain, url) in [
        ("gmail.com", "https://mail.google.com/"),
        ("googlemail.com", "https://mail.google.com/"),
        ("outlook.com", "https://outlook.live.com/mail/"),
        ("hotmail.co.uk", "https://outlook.live.com/mail/"),
        ("live.nl", "https://outlook.live.com/mail/"),
        ("msn.com", "https://outlook.live.com/mail/"),
        ("yahoo.com", "https://mail.yahoo.com/"),
        ("yahoo.fr", "https://mail.yahoo.com/"),
        ("yahoo.com.br", "https://mail.yahoo.com/"),
        ("yahoo.co.in", "https://mail.yahoo.com/"),
        ("yahoo.co.jp", "https://mail.yahoo.co.jp/"),
        ("me.com", "https://www.icloud.com/mail/"),
        ("pm.me", "https://mail.proton.me/"),
        ("gmx.de", "https://www.gmx.net/"),
        ("gmx.at", "https://www.gmx.at/"),
        ("web.de", "https://web.de/"),
        ("mail.ru", "https://e.mail.ru/inbox/"),
        ("163.com", "https://mail.163.com/"),
        (" Gmail.COM ", "https://mail.google.com/"),
    ] {
        assert_eq!(webmail_of(domain).map(|webmail| webmail.url), Some(url), "{domain}");
    }
}

#[test]
fn other_domains_have_no_webmail() {
    for domain in [
        "",
        ".",
        "gmail",
        "example.org",
        "mail.gmail.com",
        "gmail.com.example.org",
        "yahoo",
        "yahoo.example.org",
        "yahoo.org",
        "yahoo.co.uk.example",
        "notyahoo.com",
        "live.org",
        "outlook.de.com",
    ] {
        assert_eq!(webmail_of(domain), None, "{domain}");
    }
}

/// NET-1, TOK-9: the URL is a start page and identifies nobody.
#[test]
fn every_address_is_a_bare_https_start_page() {
    for Provider { webmail: Webmail { name, url }, .. } in &PROVIDERS {
        let page = Url::parse(url).unwrap();
        assert_eq!(page.as_str(), *url, "{name}: written as browsers write it");
        assert_eq!((page.scheme(), page.port(), page.query(), page.fragment()), ("https", None, None, None));
        assert!(page.domain().is_some() && page.username().is_empty(), "{name}");
    }
}

#[test]
fn each_domain_belongs_to_one_provider() {
    let domains: Vec<&str> = PROVIDERS.iter().flat_map(|provider| provider.domains).copied().collect();
    for (at, domain) in domains.iter().enumerate() {
        assert!(!domains[..at].contains(domain), "{domain}");
        assert_eq!(*domain, domain.to_ascii_lowercase());
    }
    for name in PROVIDERS.iter().flat_map(|provider| provider.names) {
        assert_eq!(PROVIDERS.iter().filter(|provider| provider.names.contains(name)).count(), 1, "{name}");
    }
}
