#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::link::{LinkError, LinkProblem, LinkRules, RecoveryLink, find_link};
use crate::secret::Alphabet;

const TOKEN: &str = "c8x2k1-0123456789abcdef";

fn rules(shape: LinkShape) -> LinkRules {
    LinkRules {
        schemes: vec!["latchkey".into()],
        hosts: vec!["accounts.example.org".into()],
        paths: vec!["/reset-password".into()],
        kinds: vec![shape],
    }
}

/// A shape whose tokens have other characters.
fn with_alphabet(alphabet: &str) -> LinkShape {
    let alphabet = Alphabet::try_from(alphabet.to_owned()).ok();
    LinkShape { token: TokenShape { min: 10, max: 8192, alphabet }, ..LinkShape::default() }
}

fn path(prefix: &str, names: &[&str]) -> PathShape {
    let names = names.iter().map(|&name| name.to_owned()).collect();
    PathShape { in_fragment: false, page: None, prefix: prefix.to_owned(), names }
}

/// The token and the other values of a link. `T` stands for the token.
fn read(text: &str, rules: &LinkRules) -> Result<(String, Vec<(String, String)>), LinkError> {
    let link = RecoveryLink::parse(
        &text.replace("=T", &format!("={TOKEN}")).replace("/T", &format!("/{TOKEN}")),
        rules,
    )?;
    let params = link.params.expose().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    Ok((link.token.expose().to_owned(), params))
}

fn params(values: &[(&str, &str)]) -> Vec<(String, String)> {
    values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn path_values_are_whole_segments_after_an_allowed_path() {
    let shape = LinkShape { path: Some(path("/confirm", &["uid", "token"])), ..LinkShape::default() };
    let rules = rules(shape);
    for text in [
        "https://accounts.example.org/confirm/MQ/T",
        "https://accounts.example.org/confirm/MQ/T/",
        "https://accounts.example.org/reset-password/MQ/T?utm=1#x",
        "latchkey://reset-password/MQ/T",
        "latchkey://confirm/MQ/T",
        "latchkey:///confirm/MQ/T",
    ] {
        assert_eq!(read(text, &rules), Ok((TOKEN.into(), params(&[("uid", "MQ")]))), "{text}");
    }
    for (text, why) in [
        ("https://accounts.example.org/MQ/T", LinkError::OtherPath),
        ("https://accounts.example.org/confirm/x/MQ/T", LinkError::OtherPath),
        ("https://accounts.example.org/confirm//T", LinkError::DamagedPart),
        ("https://accounts.example.org/confirm/M%51/T", LinkError::Encoded),
        ("https://accounts.example.org/confirm/MQ/T?token=T", LinkError::SecondToken),
        ("https://accounts.example.org/confirm/MQ/short", LinkError::DamagedToken),
        ("https://accounts.example.org/reset-password?token=T", LinkError::DamagedPart),
        ("https://evil.example/confirm/MQ/T", LinkError::OtherHost),
        ("http://accounts.example.org/confirm/MQ/T", LinkError::NotHttps),
    ] {
        assert_eq!(read(text, &rules), Err(why), "{text}");
    }
}

#[test]
fn fragment_path_is_read_only_on_its_page() {
    let shape =
        PathShape { in_fragment: true, page: Some("/_/".into()), ..path("/auth/confirm", &["token"]) };
    let rules = rules(LinkShape { path: Some(shape), ..LinkShape::default() });
    for text in [
        "https://accounts.example.org/_/#/auth/confirm/T",
        "https://accounts.example.org/_#/auth/confirm/T",
        "https://accounts.example.org/reset-password#/auth/confirm/T",
        "https://accounts.example.org/reset-password#/T",
        "https://accounts.example.org/reset-password#token=T",
    ] {
        assert_eq!(read(text, &rules), Ok((TOKEN.into(), vec![])), "{text}");
    }
    assert_eq!(read("https://accounts.example.org/#/auth/confirm/T", &rules), Err(LinkError::OtherPath));
    assert_eq!(read("https://accounts.example.org/_/#/other/T", &rules), Err(LinkError::NoToken));
}

/// Links as in Laravel have the token in the path and the address in the query.
#[test]
fn only_an_address_is_percent_decoded() {
    let shape = LinkShape {
        parameters: vec![("email".into(), "email".into())],
        path: Some(path("/password-reset", &["token"])),
        ..LinkShape::default()
    };
    let rules = rules(shape);
    let link =
        |email: &str| read(&format!("https://accounts.example.org/password-reset/T?email={email}"), &rules);
    assert_eq!(link("a%2Bb%40example.org"), Ok((TOKEN.into(), params(&[("email", "a+b@example.org")]))));
    assert_eq!(link("a@example.org").unwrap().1, params(&[("email", "a@example.org")]));
    for damaged in ["", "nobody", "a%2540example.org", "a%0D%0A%40example.org"] {
        assert_eq!(link(damaged), Err(LinkError::DamagedPart), "{damaged}");
    }
    assert_eq!(read("https://accounts.example.org/password-reset/T", &rules), Err(LinkError::DamagedPart));
}

/// Links as in WordPress have a user name.
#[test]
fn named_value_is_percent_decoded_once() {
    let shape = LinkShape {
        parameters: vec![("login".into(), "login".into()), ("id".into(), "id".into())],
        decoded: vec!["login".into()],
        ..LinkShape::default()
    };
    let rules = rules(shape);
    let link = |login: &str| {
        let text = format!("https://accounts.example.org/reset-password?token=T&login={login}&id=1");
        read(&text, &rules)
    };
    for (login, value) in [
        ("ada", "ada"),
        ("ada%20l%40harbour", "ada l@harbour"),
        ("a@b+c", "a@b+c"),
        ("a%2520b", "a%20b"),
        ("%C3%A4", "ä"),
    ] {
        assert_eq!(link(login).unwrap().1, params(&[("id", "1"), ("login", value)]), "{login}");
    }
    for damaged in ["", "a%0D%0Ab", "a%00", "%FF", &"a".repeat(257)] {
        assert_eq!(link(damaged), Err(LinkError::DamagedPart), "{damaged}");
    }
    let other = "https://accounts.example.org/reset-password?token=T&login=a&id=%31";
    assert_eq!(read(other, &rules), Err(LinkError::Encoded));
}

#[test]
fn error_in_a_link_needs_an_allowed_path() {
    let rejections = vec![
        ("error_code".into(), "otp_expired".into(), LinkRejection::Expired),
        ("error".into(), "INVALID_TOKEN".into(), LinkRejection::Invalid),
        ("state".into(), "used".into(), LinkRejection::Used),
    ];
    let rules = rules(LinkShape { rejections, ..LinkShape::default() });
    for (text, problem) in [
        (
            "https://accounts.example.org/reset-password#error=access_denied&error_code=otp_expired&sb=",
            LinkProblem::Expired,
        ),
        ("https://accounts.example.org/reset-password?error=INVALID_TOKEN", LinkProblem::Damaged),
        ("latchkey://reset-password?state=used", LinkProblem::Used),
        ("https://accounts.example.org/reset-password?error=other", LinkProblem::Damaged),
        ("https://evil.example/reset-password?error_code=otp_expired", LinkProblem::OtherService),
    ] {
        assert_eq!(read(text, &rules).unwrap_err().problem(), problem, "{text}");
    }
}

/// Django's signer, hasura's `passwordReset:UUID`, and base64.
#[test]
fn token_with_reserved_characters_is_percent_decoded_once() {
    let base64 = "A-Za-z0-9+/=";
    for (alphabet, written, token) in [
        ("A-Za-z0-9_:-", "MQ:1abCdE:xYz_-123", "MQ:1abCdE:xYz_-123"),
        ("A-Za-z0-9_:-", "MQ%3A1abCdE%3axYz_-123", "MQ:1abCdE:xYz_-123"),
        (base64, "CfDJ8+x/y+Zz0123==", "CfDJ8+x/y+Zz0123=="),
        (base64, "CfDJ8%2Bx%2Fy%2BZz0123%3D%3D", "CfDJ8+x/y+Zz0123=="),
        (base64, "CfDJ8%2bx/y+Zz%30123=%3D", "CfDJ8+x/y+Zz0123=="),
    ] {
        let rules = rules(with_alphabet(alphabet));
        for link in [
            format!("https://accounts.example.org/reset-password?token={written}"),
            format!("latchkey://reset-password#token={written}&x=1"),
        ] {
            assert_eq!(read(&link, &rules), Ok((token.to_owned(), vec![])), "{link}");
            let found = find_link(&format!("Your link:\n{link}\n"), &rules).unwrap().unwrap();
            assert_eq!(found.token.expose(), token, "{link}");
        }
    }
    for (alphabet, written, why) in [
        // Encoded twice, and escapes that are none.
        (base64, "CfDJ8%252Bx0123456789", LinkError::DamagedToken),
        (base64, "CfDJ8%x0123456789", LinkError::DamagedToken),
        (base64, "CfDJ8%2", LinkError::DamagedToken),
        (base64, "CfDJ8%00x0123456789", LinkError::DamagedToken),
        (base64, "CfDJ8%0D%0Ax0123456789", LinkError::DamagedToken),
        (base64, "CfDJ8%FFx0123456789", LinkError::DamagedToken),
        (base64, "CfDJ8%26x0123456789", LinkError::DamagedToken),
        (base64, "CfDJ8_x0123456789", LinkError::DamagedToken),
        (base64, "tooShort=", LinkError::DamagedToken),
        // Unreserved characters never need an escape.
        ("A-Za-z0-9_-", "Cf%44J8x0123456789", LinkError::Encoded),
        ("A-Za-z0-9_-", "CfDJ8~x0123456789", LinkError::DamagedToken),
    ] {
        let link = format!("latchkey://reset-password?token={written}");
        assert_eq!(read(&link, &rules(with_alphabet(alphabet))), Err(why), "{written}");
    }
    let default = rules(LinkShape::default());
    let reserved = read("latchkey://reset-password?token=MQ:1abCdE:xYz_-123", &default);
    assert_eq!(reserved, Err(LinkError::DamagedToken));
}

/// A value in a path is still a whole segment: only an escaped slash is part of it.
#[test]
fn escaped_slash_in_a_path_is_part_of_the_token() {
    let path = Some(path("/confirm", &["uid", "token"]));
    let rules = rules(LinkShape { path, ..with_alphabet("A-Za-z0-9+/=") });
    let token = "CfDJ8+x/y0123456==".to_owned();
    let written = "https://accounts.example.org/confirm/MQ/CfDJ8+x%2Fy0123456==";
    assert_eq!(read(written, &rules), Ok((token, params(&[("uid", "MQ")]))));
    let plain = "https://accounts.example.org/confirm/MQ/CfDJ8+x/y0123456789==";
    assert_eq!(read(plain, &rules), Err(LinkError::OtherPath));
    let uid = "https://accounts.example.org/confirm/M%51/CfDJ8+x%2Fy0123456==";
    assert_eq!(read(uid, &rules), Err(LinkError::Encoded));
}

/// Supabase's access tokens, which have the user's metadata.
#[test]
fn token_of_8_kib_is_read_from_a_link_and_from_a_wrapped_email() {
    let long: String = (0..8192).map(|n| char::from(b"aB3-_.xY9"[n * n % 9])).collect();
    let token = TokenShape { max: 8192, ..TokenShape::default() };
    let kind = LinkShape { token_parameter: Some("access_token".into()), token, ..LinkShape::default() };
    let rules = rules(kind);
    let link = format!("https://accounts.example.org/reset-password#access_token={long}&type=recovery");
    assert_eq!(read(&link, &rules).unwrap().0, long);
    // Quoted-printable, as most mail programs store it.
    let quoted = link.replace('=', "=3D");
    let mut wrapped = String::new();
    for line in quoted.as_bytes().chunks(75) {
        writeln!(wrapped, "{}=", std::str::from_utf8(line).unwrap()).unwrap();
    }
    let wrapped = format!("Reset it here:\n\n{}\n\nBye", wrapped.trim_end_matches(['=', '\n']));
    assert_eq!(find_link(&wrapped, &rules).unwrap().unwrap().token.expose(), long);
    let scanned = link.replace(':', "%3A").replace('/', "%2F").replace('#', "%23").replace('&', "%26");
    let scanned =
        format!("https://eur01.safelinks.protection.outlook.com/?url={}&data=x", scanned.replace('=', "%3D"));
    assert_eq!(find_link(&scanned, &rules).unwrap().unwrap().token.expose(), long);
    assert_eq!(read(&link.replace(&long, &format!("{long}x")), &rules), Err(LinkError::DamagedToken));
}

/// The links of the app, and those of the server's default email.
fn several_kinds() -> LinkRules {
    let app =
        LinkShape { id: Some("app".into()), token_parameter: Some("code".into()), ..LinkShape::default() };
    let mail = LinkShape {
        id: Some("mail".into()),
        fixed: vec![("type".into(), "recovery".into())],
        path: Some(path("/auth/v1/verify", &[])),
        ..LinkShape::default()
    };
    let page = LinkShape {
        id: Some("page".into()),
        token_parameter: None,
        path: Some(path("/reset", &["uid", "token"])),
        ..LinkShape::default()
    };
    LinkRules { kinds: vec![app, mail, page], ..rules(LinkShape::default()) }
}

#[test]
fn link_is_of_the_kind_whose_path_and_parameters_it_has() {
    let rules = several_kinds();
    for (link, kind) in [
        ("latchkey://reset-password?code=T", "app"),
        ("https://accounts.example.org/reset-password?code=T&type=recovery", "app"),
        ("https://accounts.example.org/auth/v1/verify?token=T&type=recovery&redirect_to=x", "mail"),
        ("https://accounts.example.org/reset-password?token=T&type=recovery", "mail"),
        ("https://accounts.example.org/reset/MQ/T", "page"),
        ("latchkey://reset-password/MQ/T", "page"),
    ] {
        let link = link.replace("=T", &format!("={TOKEN}")).replace("/T", &format!("/{TOKEN}"));
        let read = RecoveryLink::parse(&link, &rules).unwrap_or_else(|why| panic!("{link}: {why}"));
        assert_eq!((read.params.kind(), read.token.expose()), (Some(kind), TOKEN), "{link}");
    }
}

/// Links are untrusted: a link that could be of two kinds, or is for another purpose, is refused.
#[test]
fn manipulated_link_of_no_kind_is_refused() {
    let rules = several_kinds();
    for (link, why) in [
        ("https://accounts.example.org/auth/v1/verify?token=T&type=signup", LinkError::OtherPurpose),
        ("https://accounts.example.org/auth/v1/verify?token=T&type=Recovery", LinkError::OtherPurpose),
        (
            "https://accounts.example.org/auth/v1/verify?token=T&type=recovery&type=signup",
            LinkError::OtherPurpose,
        ),
        (
            "https://accounts.example.org/auth/v1/verify?token=T&type=recovery&type=recovery",
            LinkError::DamagedPart,
        ),
        ("https://accounts.example.org/auth/v1/verify?token=T&typ", LinkError::DamagedPart),
        ("https://accounts.example.org/auth/v1/verify?token=T&%74ype=recovery", LinkError::Encoded),
        ("https://accounts.example.org/auth/v1/verify?token=T&type=recover%79", LinkError::OtherPurpose),
        ("https://accounts.example.org/auth/v1/verify?type=recovery", LinkError::NoToken),
        ("https://accounts.example.org/auth/v1/verify?code=T", LinkError::NoToken),
        (
            "https://accounts.example.org/auth/v1/verify/?token=T&type=recovery&token=T",
            LinkError::SecondToken,
        ),
        ("https://accounts.example.org/auth/v1/verify/x?token=T&type=recovery", LinkError::OtherPath),
        (
            "latchkey://reset-password?code=T&token=other-0123456789abcdef&type=recovery",
            LinkError::SecondToken,
        ),
        ("https://evil.example/auth/v1/verify?token=T&type=recovery", LinkError::OtherHost),
        ("http://accounts.example.org/auth/v1/verify?token=T&type=recovery", LinkError::NotHttps),
    ] {
        assert_eq!(read(link, &rules), Err(why), "{link}");
    }
    assert_eq!(LinkError::OtherPurpose.problem(), LinkProblem::OtherService);
    // The error of a server's link counts, whatever else the link has.
    let mut rules = several_kinds();
    rules.kinds[1].rejections.push(("error_code".into(), "otp_expired".into(), LinkRejection::Expired));
    let refused = read("latchkey://reset-password?code=T&error_code=otp_expired", &rules);
    assert_eq!(refused, Err(LinkError::Refused(LinkRejection::Expired)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a link has, an accepted token has only the characters of its alphabet, and is the one that was written.
    #[test]
    fn accepted_token_has_its_alphabet(
        start in prop::sample::select(vec![
            "latchkey://reset-password?code=", "https://accounts.example.org/auth/v1/verify?type=recovery&token=",
            "https://accounts.example.org/reset/MQ/", "https://accounts.example.org/reset-password#token=",
        ]),
        value in "([a-zA-Z0-9]|:|%3A|%2B|%25|%26|%00|%|&token=|&code=|&type=|#|/|=|\\+){10,24}",
        wide in any::<bool>(),
    ) {
        let mut rules = several_kinds();
        if wide {
            rules.kinds.iter_mut().for_each(|kind| kind.token = with_alphabet("A-Za-z0-9:+=").token);
        }
        let text = format!("{start}{value}");
        if let Ok(link) = RecoveryLink::parse(&text, &rules) {
            let kind = rules.kinds.iter().find(|kind| kind.id.as_deref() == link.params.kind()).unwrap();
            prop_assert!(kind.token.accepts(link.token.expose()), "{}", text);
            prop_assert!(!link.token.expose().contains(['%', '&', '#', '/']), "{}", text);
            let decoded = percent_encoding::percent_decode_str(&text).decode_utf8_lossy();
            prop_assert!(decoded.contains(link.token.expose()), "{}", text);
            prop_assert!(url::Url::parse(&text).is_ok());
        }
    }
}
