#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::LinkError::*;
use super::*;
use crate::link::pasted::MAX_PASTED_BYTES;
use crate::secret::{Alphabet, TokenShape};

mod pasted;

const TOKEN: &str = "Zm9yZ290LW15LXBhc3N3b3JkLWFnYWluLW9oLWRlYXI";

fn rules() -> LinkRules {
    let list = |text: &str| vec![text.to_owned()];
    LinkRules {
        schemes: list("latchkey"),
        hosts: list("recover.example.org"),
        paths: vec!["/reset-password".into(), "/account/New".into()],
        kinds: vec![LinkShape::default()],
    }
}

/// Parses a link in which `T` stands for the token.
fn parse(text: &str) -> Result<RecoveryLink, LinkError> {
    RecoveryLink::parse(&text.replace("=T", &format!("={TOKEN}")), &rules())
}

#[test]
fn every_documented_link_form_is_parsed() {
    for text in [
        "latchkey://reset-password?token=T",
        "latchkey://reset-password#token=T",
        "latchkey://reset-password/?token=T",
        "latchkey:///reset-password?token=T",
        "latchkey:///reset-password/#token=T",
        "latchkey://account/New?token=T",
        "https://recover.example.org/reset-password#token=T",
        "https://recover.example.org/reset-password?token=T",
        "https://recover.example.org/reset-password/?token=T",
        "https://recover.example.org:443/reset-password#token=T",
        "https://recover.example.org/account/New#token=T",
        "LatchKey://Reset-Password?token=T",
        "HTTPS://Recover.EXAMPLE.org/reset-password#token=T",
        "latchkey://reset-password?utm_source=mail&utm_note=a%20b&token=T&x",
        "https://recover.example.org/reset-password?utm_source=mail#token=T",
        "latchkey://reset-password?Token=other&token=T",
        "  <latchkey://reset-password?token=T>\r\n",
        "\"latchkey://reset-password?token=T\"",
        "\u{feff}latchkey://reset-password?token=T\u{200b}\u{a0}",
    ] {
        let link = parse(text).unwrap_or_else(|why| panic!("{text}: {why}"));
        assert_eq!((link.token.expose(), link.flow), (TOKEN, None), "{text}");
    }
}

#[test]
fn flow_id_is_read_from_query_and_fragment() {
    for text in [
        "latchkey://reset-password?token=T&flow=f-1",
        "latchkey://reset-password?flow=f-1#token=T",
        "https://recover.example.org/reset-password#flow=f-1&token=T",
    ] {
        assert_eq!(parse(text).unwrap().flow, Some(FlowId::parse("f-1").unwrap()), "{text}");
    }
}

const MANIPULATED_LINKS: &[(&str, LinkError)] = &[
    ("", Empty),
    (" <> ", Empty),
    ("12345678", NotAUrl),
    ("recover.example.org/reset-password?token=T", NotAUrl),
    ("latchkey:reset-password?token=T", NotAUrl),
    ("latchkey:/reset-password?token=T", NotAUrl),
    ("://reset-password?token=T", NotAUrl),
    ("1latchkey://reset-password?token=T", NotAUrl),
    ("view-source:latchkey://reset-password?token=T", NotAUrl),
    ("latchkey://reset-password?to\tken=T", Character),
    ("latch\nkey://reset-password?token=T", Character),
    ("latchkey://reset-password?token=T\u{0}", Character),
    ("latchkey://reset-password?token=T and more", Character),
    ("https:\\\\recover.example.org\\reset-password?token=T", Character),
    ("https://recover.example.org\\@evil.example/reset-password?token=T", Character),
    ("https://recover\u{ff0e}example.org/reset-password?token=T", Character),
    ("https://re\u{441}over.example.org/reset-password?token=T", Character),
    ("http://recover.example.org/reset-password?token=T", NotHttps),
    ("HTTP://recover.example.org/reset-password?token=T", NotHttps),
    ("evil://reset-password?token=T", OtherScheme),
    ("latchkeys://reset-password?token=T", OtherScheme),
    ("latchke://reset-password?token=T", OtherScheme),
    ("https://me@recover.example.org/reset-password?token=T", UserInfo),
    ("https://recover.example.org:443@evil.example/reset-password?token=T", UserInfo),
    ("latchkey://me@reset-password?token=T", UserInfo),
    ("https://recover.example.org:8443/reset-password?token=T", Port),
    ("https://recover.example.org:/reset-password?token=T", Port),
    ("https://recover.example.org:0443/reset-password?token=T", Port),
    ("https://recover.example.org:443:443/reset-password?token=T", Port),
    ("latchkey://reset-password:443?token=T", Port),
    ("https://recover.example.org.evil.example/reset-password?token=T", OtherHost),
    ("https://evilrecover.example.org/reset-password?token=T", OtherHost),
    ("https://x.recover.example.org/reset-password?token=T", OtherHost),
    ("https://recover.example.org./reset-password?token=T", OtherHost),
    ("https://recover.example.or/reset-password?token=T", OtherHost),
    ("https://xn--reover-1ye.example.org/reset-password?token=T", OtherHost),
    ("https://recover%2Eexample.org/reset-password?token=T", OtherHost),
    ("https:///reset-password?token=T", OtherHost),
    ("https:////recover.example.org/reset-password?token=T", OtherHost),
    ("https://[::1]/reset-password?token=T", OtherHost),
    ("https://evil.example:8443/reset-password?token=T", OtherHost),
    ("http://evil.example/reset-password?token=T", OtherHost),
    ("http://recover.example.org/logo.png", OtherPath),
    ("https://recover.example.org?token=T", OtherPath),
    ("https://recover.example.org/Reset-Password?token=T", OtherPath),
    ("https://recover.example.org/reset-password//?token=T", OtherPath),
    ("https://recover.example.org//reset-password?token=T", OtherPath),
    ("https://recover.example.org/x/../reset-password?token=T", OtherPath),
    ("https://recover.example.org/reset%2Dpassword?token=T", OtherPath),
    ("https://recover.example.org/reset-password;x?token=T", OtherPath),
    ("https://recover.example.org/reset-password/next?token=T", OtherPath),
    ("latchkey://?token=T", OtherPath),
    ("latchkey:////reset-password?token=T", OtherPath),
    ("latchkey://reset-password/reset-password?token=T", OtherPath),
    ("latchkey://account/new?token=T", OtherPath),
    ("latchkey://recover.example.org/reset-password?token=T", OtherPath),
    ("latchkey://reset-password?%74oken=T", Encoded),
    ("latchkey://reset-password?token=T&%74oken=T", Encoded),
    ("latchkey://reset-password?token=T&fl%6fw=f", Encoded),
    ("latchkey://reset-password?token=%5A%6D9yZ290LW15LXBhc3N3b3Jk", Encoded),
    ("latchkey://reset-password?token=Zm9yZ290LW15LXBhc3N3b3Jk%252E", Encoded),
    ("latchkey://reset-password?token=T&flow=%66", Encoded),
    ("latchkey://reset-password?token=T&token=T", SecondToken),
    ("latchkey://reset-password?token=T#token=T", SecondToken),
    ("latchkey://reset-password?token=&token=T", SecondToken),
    ("latchkey://reset-password?token=T&flow=a&flow=b", SecondFlow),
    ("latchkey://reset-password?token=T&flow=a#flow=a", SecondFlow),
    ("latchkey://reset-password", NoToken),
    ("latchkey://reset-password?TOKEN=T", NoToken),
    ("latchkey://reset-password?%2574oken=T", NoToken),
    ("latchkey://reset-password?amp;token=T", NoToken),
    ("latchkey://reset-password?token", DamagedToken),
    ("latchkey://reset-password?token=", DamagedToken),
    ("latchkey://reset-password?token=short", DamagedToken),
    ("latchkey://reset-password?token=Zm9yZ290LW15+LXBhc3N3b3Jk", DamagedToken),
    ("latchkey://reset-password?token=T=", DamagedToken),
    ("latchkey://reset-password#token=T#", DamagedToken),
    ("latchkey://reset-password?token=T&flow=", DamagedFlow),
    ("latchkey://reset-password?token=T&flow=a/b", DamagedFlow),
];

/// PLT-1: links are untrusted.
#[test]
fn manipulated_link_is_refused_with_its_error() {
    for &(text, why) in MANIPULATED_LINKS {
        assert_eq!(parse(text), Err(why), "{text}");
    }
}

#[test]
fn link_over_the_maximum_length_is_refused() {
    let link = |bytes: usize| {
        let start = format!("latchkey://reset-password?token={TOKEN}&utm=");
        start.clone() + &"x".repeat(bytes - start.len())
    };
    assert!(RecoveryLink::parse(&link(MAX_LINK_BYTES), &rules()).is_ok());
    assert_eq!(RecoveryLink::parse(&link(MAX_LINK_BYTES + 1), &rules()), Err(TooLong));
}

#[test]
fn configured_parameter_replaces_the_default() {
    let kind = LinkShape { token_parameter: Some("key".into()), ..LinkShape::default() };
    let rules = LinkRules { kinds: vec![kind], ..rules() };
    let read = |text: &str| RecoveryLink::parse(&text.replace("=T", &format!("={TOKEN}")), &rules);
    assert!(read("latchkey://reset-password?key=T&token=ignored").is_ok());
    assert_eq!(read("latchkey://reset-password?token=T"), Err(NoToken));
}

#[test]
fn foreign_and_damaged_links_are_distinguished() {
    for why in [NotHttps, OtherScheme, UserInfo, Port, OtherHost] {
        assert_eq!(why.problem(), LinkProblem::OtherService, "{why:?}");
    }
    for why in [
        Empty,
        TooLong,
        Character,
        NotAUrl,
        OtherPath,
        Encoded,
        SecondToken,
        NoToken,
        DamagedToken,
        DamagedFlow,
    ] {
        assert_eq!(why.problem(), LinkProblem::Damaged, "{why:?}");
    }
}

#[test]
fn link_is_found_in_text_and_code_is_no_link() {
    let found = |text: &str| find_link(&text.replace("=T", &format!("={TOKEN}")), &rules());
    for code in ["", "1234 5678", "1234-5678", "Your code: 12345678.", "latchkey"] {
        assert_eq!(found(code), None, "{code}");
    }
    for text in [
        "latchkey://reset-password?token=T",
        "Click here:\n  <https://recover.example.org/reset-password#token=T>\nThank you",
        "Open (latchkey://reset-password?token=T), please.",
        "'latchkey://reset-password?token=T'.",
        "[Reset password](latchkey://reset-password?token=T)  \nThanks",
        "See https://evil.example/a first, then latchkey://reset-password?token=T",
    ] {
        assert_eq!(found(text).unwrap().unwrap().token.expose(), TOKEN, "{text}");
    }
    assert_eq!(found("https://evil.example/a latchkey://reset-password"), Some(Err(NoToken)));
    assert_eq!(found("latchkey://reset-password?tok"), Some(Err(NoToken)));
}

/// The links of an email to its logo and to other pages of the service are not reported instead.
#[test]
fn refused_link_in_an_email_is_reported_before_others() {
    let logo = "https://cdn.firm.example/größe/logo.png";
    let own_logo = "http://recover.example.org/logo.png";
    let tracker = "https://u1.ct.sendgrid.net/wf/open?upn=abc";
    for (link, why) in [
        ("https://recover.example.org/reset-password#token=short", DamagedToken),
        ("http://recover.example.org/reset-password#token=T", NotHttps),
        ("https://recover.example.org:8443/reset-password#token=T", Port),
        ("latchkey://reset-password", NoToken),
    ] {
        let link = link.replace("=T", &format!("={TOKEN}"));
        for text in [
            format!("<img src=\"{logo}\"><img src=\"{own_logo}\"><img src=\"{tracker}\"><a href=\"{link}\">"),
            format!("{link}\n\n{tracker} {own_logo} {logo}"),
        ] {
            assert_eq!(find_link(&text, &rules()), Some(Err(why)), "{text}");
        }
    }
    assert_eq!(find_link(&format!("{logo} {own_logo} {tracker}"), &rules()), Some(Err(ClickTracker)));
    assert_eq!(find_link(&format!("{logo} {own_logo}"), &rules()), Some(Err(OtherPath)));
}

#[test]
fn only_the_first_256_kib_are_searched() {
    let link = format!(" latchkey://reset-password?token={TOKEN}");
    assert!(find_link(&("é".repeat(1000) + &link), &rules()).is_some());
    assert_eq!(find_link(&("é".repeat(MAX_PASTED_BYTES) + &link), &rules()), None);
}

/// Pieces of valid and invalid links, so that random text often passes the first checks.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "latchkey", "https", "http", "://", ":", "/", "//", "recover.example.org", "@", ":443", "reset-password",
            "/reset-password", "?", "#", "&", "=", "token", "token=", "flow=f", "%74oken", "%00", "..", "\\", " ", "\t",
            TOKEN,
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn error_never_contains_the_token(text in pieces()) {
        let result = RecoveryLink::parse(&text, &rules());
        let shown = format!("{result:?} {:?}", find_link(&text, &rules()));
        prop_assert!(!shown.contains(TOKEN));
        if let Err(why) = result {
            prop_assert!(!why.to_string().contains(TOKEN));
        }
    }

    /// The URL parser of browsers sees the same scheme, host and path.
    #[test]
    fn browser_url_parser_agrees_on_accepted_links(
        start in prop::sample::select(vec![
            "latchkey://reset-password", "latchkey:///reset-password", "https://recover.example.org/reset-password",
            "https://recover.example.org:443/account/New",
        ]),
        inserted in "[-a-zA-Z0-9@:/?#&=%.\\\\\t\u{ff0e}]{0,4}",
        at in any::<prop::sample::Index>(),
        mark in prop::sample::select(vec!['?', '#']),
    ) {
        let mut text = format!("{start}{mark}token={TOKEN}");
        text.insert_str(at.index(text.len()), &inserted);
        if RecoveryLink::parse(&text, &rules()).is_ok() {
            let seen = url::Url::parse(&text).unwrap();
            prop_assert_eq!(seen.username(), "");
            prop_assert_eq!(seen.port(), None);
            let path = seen.path().trim_end_matches('/');
            match seen.scheme() {
                "https" => {
                    prop_assert_eq!(seen.host_str(), Some("recover.example.org"));
                    prop_assert!(["/reset-password", "/account/New"].contains(&path));
                }
                "latchkey" => {
                    let place = format!("{}{path}", seen.host_str().unwrap_or_default());
                    prop_assert_eq!(place.trim_start_matches('/').to_ascii_lowercase(), "reset-password");
                }
                other => prop_assert!(false, "{}", other),
            }
        }
    }
}
