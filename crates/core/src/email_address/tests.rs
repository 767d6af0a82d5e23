#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;

/// The rows of the table that all packages are tested with: typed, displayed, canonical, sent by SMTP.
fn samples() -> Vec<[String; 4]> {
    let table = include_str!("../../tests/addresses.tsv");
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| row.split('\t').map(unescape).collect::<Vec<_>>().try_into().unwrap()).collect()
}

/// Replaces `\u{ad}` by the character.
fn unescape(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (hex, rest) = part.split_once('}').unwrap();
        let c = char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap();
        format!("{text}{c}{rest}")
    })
}

#[test]
fn pasted_address_is_parsed() {
    for [typed, shown, canonical, wire] in samples() {
        let address = EmailAddress::parse(&typed).unwrap_or_else(|why| panic!("{typed:?}: {why}"));
        assert_eq!(address.as_str(), shown, "{typed:?}");
        assert_eq!(address.canonical(), canonical, "{typed:?}");
        assert_eq!(format!("{}@{}", address.local_part(), address.ascii_domain()), wire, "{typed:?}");
        assert_eq!(address.needs_smtputf8(), !wire.is_ascii(), "{typed:?}");
        // The stored form is parsed as the same address.
        let json = serde_json::to_string(&address).unwrap();
        let stored: EmailAddress = serde_json::from_str(&json).unwrap();
        assert_eq!((stored.as_str(), stored.canonical()), (shown.as_str(), canonical.as_str()));
    }
}

#[test]
fn text_that_is_not_exactly_one_address_is_refused() {
    let long_local = format!("{}@example.org", "a".repeat(65));
    let long_domain = format!("a@{}.example", "a.".repeat(130));
    let long_script = format!("{}@example.org", "र".repeat(22));
    for text in [
        "",
        " ",
        "@",
        "ada",
        "@example.org",
        "ada@",
        "a b@example.org",
        "ada@example.org\nBcc: x@example.org",
        "ada@exa\u{0}mple.org",
        "jörg\u{2028}x@example.org",
        "jö\u{e000}rg@example.org",
        "a@b@example.org",
        "ada@example.org; bob@example.org",
        "ada@example.org, bob@example.org",
        "<ada@example.org> <bob@example.org>",
        "Ada <ada@example.org> wrote:",
        "Ada <ada@example.org",
        "https://ada@example.org",
        "https://recover.example.org/?email=ada@example.org",
        "ada@exa_mple.org",
        "ada@b%C3%BCcher.example",
        "ada@-example.org",
        "ada@example..org",
        "12345678",
        &long_local,
        &long_domain,
        &long_script,
        &"<".repeat(2000),
    ] {
        assert!(EmailAddress::parse(text).is_err(), "{text:?}");
    }
}

#[test]
fn only_spellings_of_the_same_mailbox_are_equal() {
    let address = |text: &str| EmailAddress::parse(text).unwrap();
    assert_eq!(address("Ada@Example.ORG"), address(" ada@example.org "));
    assert_eq!(address("ada@bücher.example"), address("ADA@xn--bcher-kva.example"));
    assert_eq!(address("JO\u{308}RG@example.org"), address("jörg@example.org"));
    assert_ne!(address("ada@example.org"), address("ada@example.com"));
    // A dotless ı is a different letter, although its upper case is also I.
    assert_ne!(address("mike@example.org"), address("mıke@example.org"));
}

/// An earlier implementation of the canonical form. Databases contain hashes of its results, so these must not change.
fn canonical_before(typed: &str) -> String {
    let (local, domain) = typed.rsplit_once('@').unwrap();
    let local: String = nfc(local.chars()).flat_map(char::to_lowercase).collect();
    let domain = url::Host::parse(domain).map_or_else(|_| domain.to_lowercase(), |host| host.to_string());
    format!("{local}@{domain}")
}

proptest! {
    #[test]
    fn canonical_form_of_ascii_addresses_is_unchanged(
        typed in "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}(\\.[A-Za-z0-9-]{1,8})?@[A-Za-z0-9]{1,10}(\\.[A-Za-z0-9]{1,9}){0,2}"
    ) {
        prop_assume!(!(typed.starts_with('\'')));
        let address = EmailAddress::parse(&typed).unwrap();
        prop_assert_eq!(address.as_str(), typed.as_str());
        prop_assert_eq!(address.canonical(), canonical_before(&typed));
    }

    #[test]
    fn parsed_address_is_parsed_again_as_the_same(text in ".{0,40}(@.{0,20})?") {
        if let Ok(address) = EmailAddress::parse(&text) {
            let again = EmailAddress::parse(address.as_str()).unwrap();
            prop_assert_eq!(again.as_str(), address.as_str());
            prop_assert_eq!(again.canonical(), address.canonical());
            prop_assert!(address.ascii_domain().is_ascii());
            prop_assert!(!address.as_str().chars().any(|c| c.is_control() || c.is_whitespace()));
        }
    }
}
