#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::*;

/// A part of a contract, compiled.
fn compiled<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn variables() -> BTreeMap<String, String> {
    [("realm", "main"), ("redirect", "")].map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

#[test]
fn placeholders_are_replaced_by_values() {
    let variables = variables();
    let mut values = Values::new(&variables);
    values.add("token", "t/1 ?");
    for (template, text) in [
        ("", Ok(Some(""))),
        ("plain", Ok(Some("plain"))),
        ("{token}", Ok(Some("t/1 ?"))),
        ("{{{realm}}}", Ok(Some("{main}"))),
        ("a{redirect}b", Ok(None)),
        ("{session}", Err(RenderError::MissingValue)),
    ] {
        let filled = values.text(&template.parse().unwrap());
        assert_eq!(
            filled.as_ref().map(|text| text.as_ref().map(|text| text.as_str())),
            text.as_ref().map(|text| *text),
            "{template}"
        );
    }
    assert_eq!(values.path(&compiled(json!("/{realm}/{token}"))).unwrap().as_str(), "/main/t%2F1%20%3F");
}

#[test]
fn missing_optional_values_are_left_out() {
    let variables = variables();
    let values = Values::new(&variables);
    let tree = json!({ "a": "{realm}", "b": "{redirect}", "c": [{ "d": "{redirect}", "e": 1 }, "{redirect}", true] });
    assert_eq!(values.json(&compiled(tree)), Ok(Some(json!({ "a": "main", "c": [{ "e": 1 }, true] }))));
    let form = json!({ "a": "{realm}", "b": "{redirect}" });
    assert_eq!(values.form(&compiled(form)).unwrap().as_str(), "a=main");
    assert_eq!(values.path(&compiled(json!("/{redirect}"))).map(drop), Err(RenderError::InvalidValue));
}

#[test]
fn latest_captured_value_counts() {
    let variables = variables();
    let mut values = Values::new(&variables);
    values.add("session", "first");
    let captured = [("session".to_owned(), Zeroizing::new("second".to_owned()))].into();
    assert_eq!(
        values.with(&captured).text(&"{session}".parse().unwrap()).unwrap().unwrap().as_str(),
        "second"
    );
}

#[test]
fn dot_segments_are_refused() {
    let variables = variables();
    for value in [".", "..", "a/../b", "%2e%2e"] {
        let mut values = Values::new(&variables);
        values.add("token", value);
        let path = values.path(&compiled(json!("/x/{token}"))).ok();
        let leads = path.map(|path| url::Url::parse("https://a.example/").unwrap().join(&path).unwrap());
        assert!(leads.is_none_or(|url| url.path_segments().unwrap().count() == 2), "{value}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The server reads exactly this value at exactly this place.
    #[test]
    fn value_cannot_leave_its_place_in_json(value in any::<String>(), other in any::<String>()) {
        prop_assume!(!value.is_empty() && !other.is_empty());
        let variables = variables();
        let mut values = Values::new(&variables);
        values.add("token", &value);
        values.add("email", &other);
        let tree = json!({ "a": "{token}", "b": [{ "c": "x{email}y" }] });
        let sent = serde_json::to_vec(&values.json(&compiled(tree)).unwrap()).unwrap();
        let read: Value = serde_json::from_slice(&sent).unwrap();
        prop_assert_eq!(read, json!({ "a": value, "b": [{ "c": format!("x{other}y") }] }));
    }

    #[test]
    fn value_cannot_leave_its_place_in_a_form(value in any::<String>(), other in any::<String>()) {
        prop_assume!(!value.is_empty() && !other.is_empty());
        let variables = variables();
        let mut values = Values::new(&variables);
        values.add("token", &value);
        values.add("email", &other);
        let fields = json!({ "a": "{token}", "b": "x{email}y" });
        let sent = values.form(&compiled(fields)).unwrap();
        let read: Vec<(String, String)> = form_urlencoded::parse(sent.as_bytes()).into_owned().collect();
        prop_assert_eq!(read, [("a".to_owned(), value), ("b".to_owned(), format!("x{other}y"))]);
    }

    /// A value in a path is one segment, or is refused.
    #[test]
    fn value_cannot_leave_its_place_in_a_path(value in r#"([a-z]|/|\.|%|\?|#|\\|:|;|@| |é|\u{0}|\n){1,12}"#) {
        let variables = variables();
        let mut values = Values::new(&variables);
        values.add("token", &value);
        if let Ok(path) = values.path(&compiled(json!("/x/{token}/y"))) {
            let base = crate::BaseUrl::parse("https://a.example/base").unwrap();
            let url = base.endpoint(&path);
            prop_assert_eq!(url.host_str(), Some("a.example"));
            prop_assert_eq!((url.query(), url.fragment()), (None, None));
            let segments: Vec<_> = url.path_segments().unwrap().collect();
            prop_assert_eq!((segments.len(), segments[0], segments[1], segments[3]), (4, "base", "x", "y"));
            // Percent-encoded once.
            let pair = format!("v={}", segments[2].replace('+', "%2B"));
            let read = form_urlencoded::parse(pair.as_bytes()).next().unwrap().1.into_owned();
            prop_assert_eq!(read, value);
        } else {
            prop_assert!([".", ".."].contains(&value.as_str()));
        }
    }
}
