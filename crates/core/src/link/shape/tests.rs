#![allow(clippy::unwrap_used)]

use super::*;
use crate::link::{LinkError, LinkProblem, LinkRules, RecoveryLink};

const TOKEN: &str = "c8x2k1-0123456789abcdef";

fn rules(shape: LinkShape) -> LinkRules {
    LinkRules {
        schemes: vec!["latchkey".into()],
        hosts: vec!["accounts.example.org".into()],
        paths: vec!["/reset-password".into()],
        token_parameter: "token".into(),
        shape,
    }
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

/// As in Laravel: the token in the path, the address in the query.
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
