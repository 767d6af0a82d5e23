#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn variables() -> BTreeMap<String, String> {
    [("realm", "main"), ("redirect", "")].map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

#[test]
fn values_stand_where_their_names_stood() {
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
        ("{", Err(RenderError::InvalidValue)),
    ] {
        let filled = values.text(template);
        assert_eq!(
            filled.as_ref().map(|text| text.as_ref().map(|text| text.as_str())),
            text.as_ref().map(|text| *text),
            "{template}"
        );
    }
    assert_eq!(values.path("/{realm}/{token}").unwrap().as_str(), "/main/t%2F1%20%3F");
}

#[test]
fn members_that_come_to_nothing_are_left_out() {
    let variables = variables();
    let values = Values::new(&variables);
    let tree = json!({ "a": "{realm}", "b": "{redirect}", "c": [{ "d": "{redirect}", "e": 1 }, "{redirect}", true] });
    assert_eq!(values.tree(&tree), Ok(Some(json!({ "a": "main", "c": [{ "e": 1 }, true] }))));
    let form = json!({ "a": "{realm}", "b": "{redirect}" });
    assert_eq!(values.form(form.as_object().unwrap()).unwrap().as_str(), "a=main");
    assert_eq!(values.path("/{redirect}").map(drop), Err(RenderError::InvalidValue));
}

#[test]
fn what_was_captured_last_counts() {
    let variables = variables();
    let mut values = Values::new(&variables);
    values.add("session", "first");
    let captured = [("session".to_owned(), Zeroizing::new("second".to_owned()))].into();
    assert_eq!(values.with(&captured).text("{session}").unwrap().unwrap().as_str(), "second");
}

#[test]
fn dots_and_nothing_lead_nowhere_else() {
    let variables = variables();
    for value in [".", "..", "a/../b", "%2e%2e"] {
        let mut values = Values::new(&variables);
        values.add("token", value);
        let path = values.path("/x/{token}").ok();
        let leads = path.map(|path| url::Url::parse("https://a.example/").unwrap().join(&path).unwrap());
        assert!(leads.is_none_or(|url| url.path_segments().unwrap().count() == 2), "{value}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a value is, the server reads that value, in that place, and nothing beside it.
    #[test]
    fn no_value_breaks_out_of_json(value in any::<String>(), other in any::<String>()) {
        prop_assume!(!value.is_empty() && !other.is_empty());
        let variables = variables();
        let mut values = Values::new(&variables);
        values.add("token", &value);
        values.add("email", &other);
        let tree = json!({ "a": "{token}", "b": [{ "c": "x{email}y" }] });
        let sent = serde_json::to_vec(&values.tree(&tree).unwrap()).unwrap();
        let read: Value = serde_json::from_slice(&sent).unwrap();
        prop_assert_eq!(read, json!({ "a": value, "b": [{ "c": format!("x{other}y") }] }));
    }

    #[test]
    fn no_value_breaks_out_of_a_form(value in any::<String>(), other in any::<String>()) {
        prop_assume!(!value.is_empty() && !other.is_empty());
        let variables = variables();
        let mut values = Values::new(&variables);
        values.add("token", &value);
        values.add("email", &other);
        let fields = json!({ "a": "{token}", "b": "x{email}y" });
        let sent = values.form(fields.as_object().unwrap()).unwrap();
        let read: Vec<(String, String)> = form_urlencoded::parse(sent.as_bytes()).into_owned().collect();
        prop_assert_eq!(read, [("a".to_owned(), value), ("b".to_owned(), format!("x{other}y"))]);
    }

    /// In a path a value stays one segment, or is refused.
    #[test]
    fn no_value_breaks_out_of_a_path(value in r#"([a-z]|/|\.|%|\?|#|\\|:|;|@| |é|\u{0}|\n){1,12}"#) {
        let variables = variables();
        let mut values = Values::new(&variables);
        values.add("token", &value);
        if let Ok(path) = values.path("/x/{token}/y") {
            let base = crate::BaseUrl::parse("https://a.example/base").unwrap();
            let url = base.endpoint(&path);
            prop_assert_eq!(url.host_str(), Some("a.example"));
            prop_assert_eq!((url.query(), url.fragment()), (None, None));
            let segments: Vec<_> = url.path_segments().unwrap().collect();
            prop_assert_eq!((segments.len(), segments[0], segments[1], segments[3]), (4, "base", "x", "y"));
            // One layer of percent signs, no more.
            let pair = format!("v={}", segments[2].replace('+', "%2B"));
            let read = form_urlencoded::parse(pair.as_bytes()).next().unwrap().1.into_owned();
            prop_assert_eq!(read, value);
        } else {
            prop_assert!([".", ".."].contains(&value.as_str()));
        }
    }
}
