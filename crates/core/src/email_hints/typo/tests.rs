#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;

fn meant(domain: &str) -> Option<String> {
    suggestion(&format!("ada@{domain}")).map(|address| address.strip_prefix("ada@").unwrap().to_owned())
}

#[test]
fn typos_of_all_kinds_are_corrected() {
    for (typed, right) in [
        // letters swapped, missing, doubled, wrong
        ("gmial.com", "gmail.com"),
        ("gamil.com", "gmail.com"),
        ("gmil.com", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("gnail.com", "gmail.com"),
        ("yaho.com", "yahoo.com"),
        ("yahho.com", "yahoo.com"),
        ("iclould.com", "icloud.com"),
        ("seznma.cz", "seznam.cz"),
        ("libreo.it", "libero.it"),
        ("yadnex.ru", "yandex.ru"),
        ("tera.com.br", "terra.com.br"),
        // two in a long name
        ("htomial.com", "hotmail.com"),
        ("outlock.com", "outlook.com"),
        ("googelmial.com", "googlemail.com"),
        ("portonmial.com", "protonmail.com"),
        ("t-onlien.de", "t-online.de"),
        // the ending, alone and with the name
        ("gmail.con", "gmail.com"),
        ("gmail.cmo", "gmail.com"),
        ("gmail.ocm", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("yahoo.comm", "yahoo.com"),
        ("gmx.nte", "gmx.net"),
        ("uol.con.br", "uol.com.br"),
        ("qq.con", "qq.com"),
        ("mailbox.ogr", "mailbox.org"),
        ("gmial.con", "gmail.com"),
        ("hotmai.cmo", "hotmail.com"),
        // no dot
        ("gmailcom", "gmail.com"),
        ("webde", "web.de"),
        ("yahoocouk", "yahoo.co.uk"),
        // as typed on a phone
        ("GMIAL.Com", "gmail.com"),
    ] {
        assert_eq!(meant(typed).as_deref(), Some(right), "{typed}");
    }
}

#[test]
fn real_domains_are_not_changed() {
    for domain in [
        // one provider's other countries, and other providers
        "yahoo.ca",
        "yahoo.co.in",
        "yahoo.co.nz",
        "yahoo.com.mx",
        "yahoo.com.tr",
        "hotmail.de",
        "hotmail.com.br",
        "outlook.cz",
        "outlook.com.au",
        "live.nl",
        "live.co.uk",
        "gmx.at",
        "gmx.ch",
        "mail.de",
        "mail.ee",
        "email.cz",
        "email.it",
        "interia.eu",
        "inbox.lv",
        "hushmail.com",
        "bigfoot.com",
        "aon.at",
        "op.pl",
        "o2.pl",
        "bk.ru",
        "love.com",
        "life.com",
        "mw.com",
        "fastmail.fm",
        "hanmail.net",
        "tuta.com",
        "pm.me",
        "i.softbank.jp",
        // schools, firms, this machine
        "example.org",
        "mail.example.com",
        "cs.uni-jena.de",
        "localhost",
    ] {
        assert_eq!(meant(domain), None, "{domain}");
    }
    for domain in COMMON_DOMAINS.into_iter().chain(SIMILAR_REAL_DOMAINS) {
        assert_eq!(meant(domain), None, "{domain}");
        assert_eq!(meant(&domain.to_uppercase()), None, "{domain}");
    }
}

#[test]
fn domain_lists_are_consistent() {
    for (at, domain) in COMMON_DOMAINS.iter().enumerate() {
        assert!(!COMMON_DOMAINS[..at].contains(domain) && !SIMILAR_REAL_DOMAINS.contains(domain), "{domain}");
        assert_eq!(*domain, domain.to_ascii_lowercase());
    }
    for real in SIMILAR_REAL_DOMAINS {
        let (name, ending) = real.split_once('.').unwrap();
        let near = |known: &&str| {
            known.split_once('.').is_some_and(|(near, same)| same == ending && typos(name, near).is_some())
        };
        assert!(COMMON_DOMAINS.iter().any(near), "{real} would not be suggested away");
    }
    for (typed, _) in MISTYPED_SUFFIXES {
        assert!(!COMMON_DOMAINS.iter().any(|known| known.ends_with(&format!(".{typed}"))), "{typed}");
    }
}

#[test]
fn only_the_domain_changes() {
    assert_eq!(suggestion(" \"a@b\"@gmial.com\n").as_deref(), Some("\"a@b\"@gmail.com"));
    assert_eq!(suggestion("Ada+Shop@GMIAL.com").as_deref(), Some("Ada+Shop@gmail.com"));
    for no_address in ["", "@", "gmial.com", "@gmial.com", "ada@", "ada@.", "ada@.com", "ada@gmial."] {
        assert_eq!(suggestion(no_address), None, "{no_address}");
    }
}

proptest! {
    #[test]
    fn suggestion_has_the_same_local_part_and_a_known_domain(
        local in "[a-zA-Z0-9.+@]{0,12}",
        strange in "[^@\\pC]{0,24}",
        known in prop::sample::select(&COMMON_DOMAINS[..]),
        at in 0usize..16,
        letter in prop::char::range('a', 'z'),
    ) {
        let mut near: Vec<char> = known.chars().collect();
        near.insert(at.min(near.len()), letter);
        for domain in [strange.clone(), near.into_iter().collect(), format!("{known}{strange}")] {
            if let Some(suggested) = suggestion(&format!("{local}@{domain}")) {
                let (same, domain) = suggested.rsplit_once('@').unwrap();
                prop_assert!(COMMON_DOMAINS.contains(&domain));
                prop_assert_eq!(same, &local);
            }
        }
    }
}
