#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use serde_json::json;

use super::*;
use latchkey_core::service::{MachineCode, Misconfiguration, ResponseSummary};

fn step(success: Value, errors: Value, capture: Value) -> ContractStep {
    let step = json!({ "path": "/", "success": success, "errors": errors, "capture": capture });
    let contract: Contract =
        serde_json::from_value(json!({ "id": "x", "name": "x", "hosted": {}, "request": [step] })).unwrap();
    contract.request[0].clone()
}

/// A contract without common errors.
fn contract() -> Contract {
    serde_json::from_value(json!({ "id": "x", "name": "x", "hosted": {} })).unwrap()
}

fn unexpected_response(status: u16, code: &str) -> OperationError {
    let code = MachineCode::parse(code);
    OperationError::Call(CallError::UnexpectedResponse(ResponseSummary { status: Some(status), code }))
}

fn response(status: u16, content_type: &str, body: &str) -> HttpResponse {
    HttpResponse { status, content_type: content_type.into(), body: body.into(), ..HttpResponse::default() }
}

/// Whether a response with the status 200 and this body is a match.
fn matches(wanted: Value, body: &str) -> bool {
    evaluate(
        &contract(),
        &step(json!([wanted]), json!([]), json!({})),
        &response(200, "application/json", body),
    )
    .is_ok()
}

#[test]
fn match_requires_all_its_conditions() {
    let body = r#"{"status":"OK","ok":true,"n":7,"nothing":null,"a/b":"c","list":["x","yes"],"errors":[{"code":"one"},{"code":"two"}]}"#;
    for (wanted, is_match) in [
        (json!({ "status": 200 }), true),
        (json!({ "status": [201, 200] }), true),
        (json!({ "status": 201 }), false),
        (json!({ "content_type": "application/JSON" }), true),
        (json!({ "content_type": "text/plain" }), false),
        (json!({ "pointer": "/status", "equals": "OK" }), true),
        (json!({ "pointer": "/status", "equals": "ok" }), false),
        (json!({ "pointer": "/ok", "equals": true }), true),
        (json!({ "pointer": "/n", "equals": 7 }), true),
        (json!({ "pointer": "/n", "equals": "7" }), false),
        (json!({ "pointer": "/status", "exists": true }), true),
        (json!({ "pointer": "/nothing", "exists": true }), false),
        (json!({ "pointer": "/absent", "exists": false }), true),
        (json!({ "pointer": "/status", "exists": false }), false),
        (json!({ "pointer": "/status", "prefix": "O" }), true),
        (json!({ "pointer": "/status", "prefix": "K" }), false),
        (json!({ "pointer": "/n", "prefix": "7" }), false),
        (json!({ "pointer": "/status", "contains": "K" }), true),
        (json!({ "pointer": "/list", "contains": "yes" }), true),
        (json!({ "pointer": "/list", "contains": "y" }), false),
        (json!({ "pointer": "/list", "contains": "z" }), false),
        (json!({ "pointer": "/a~1b", "equals": "c" }), true),
        (json!({ "pointer": "/errors/1/code", "equals": "two" }), true),
        (json!({ "pointer": "/errors/2/code", "exists": true }), false),
        (json!({ "pointer": "/errors/*/code", "equals": "two" }), true),
        (json!({ "pointer": "/errors/*/code", "equals": "three" }), false),
        (json!({ "pointer": "/status", "equals": "OK", "status": 201 }), false),
    ] {
        assert_eq!(matches(wanted.clone(), body), is_match, "{wanted}");
    }
    assert!(matches(json!({ "pointer": "", "contains": "sent you" }), "We've just sent you an email."));
    assert!(matches(json!({ "pointer": "", "exists": false }), "null"));
}

#[test]
fn errors_are_matched_in_order_and_before_success() {
    let step = step(
        json!([{ "status": 200 }]),
        json!([
            { "pointer": "/status", "equals": "WEAK", "kind": "password_refused", "reason": "common" },
            { "pointer": "/status", "equals": "GONE", "kind": "used" },
            { "status": 503, "kind": "misconfigured" },
            { "status": 418, "kind": "down" },
            { "pointer": "/status", "exists": true, "kind": "invalid" },
            { "pointer": "/breached", "exists": true, "kind": "password_refused", "reason": "breached" },
        ]),
        json!({}),
    );
    let outcome = |status, body: &str| evaluate(&contract(), &step, &response(status, "", body)).map(drop);
    let rejection = |body: &str| match outcome(200, body) {
        Err(OperationError::Rejected(Rejection { kind, reasons, .. })) => (kind, reasons),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        rejection(r#"{"status":"WEAK"}"#),
        (ErrorKind::PasswordRefused, vec![PasswordRejection::Common])
    );
    assert_eq!(rejection(r#"{"status":"GONE"}"#), (ErrorKind::Used, vec![]));
    assert_eq!(
        rejection(r#"{"status":"GONE","breached":1}"#),
        (ErrorKind::Used, vec![]),
        "of the first kind"
    );
    assert_eq!(rejection(r#"{"status":"?"}"#), (ErrorKind::Invalid, vec![]));
    assert_eq!(outcome(200, "{}"), Ok(()));
    assert_eq!(outcome(503, r#"{"code":"captcha_failed"}"#), Err(unexpected_response(503, "captcha_failed")));
    assert_eq!(outcome(418, ""), Err(OperationError::Call(CallError::Down)));
}

#[test]
fn response_without_a_match_is_interpreted_by_its_status() {
    let step = step(json!([{ "status": 204 }, { "status": 200 }]), json!([]), json!({}));
    use {CallError::*, Misconfiguration::*};
    for (status, kind, error) in [
        (429, "", RateLimited { wait: None }),
        (500, "", Down),
        (302, "", Misconfigured(Redirect)),
        (511, "", Misconfigured(WebPage)),
        (404, "text/html", Misconfigured(WebPage)),
        (500, "text/html", Down),
        (200, "text/html; charset=utf-8", Misconfigured(WebPage)),
    ] {
        assert_eq!(
            evaluate(&contract(), &step, &response(status, kind, "")).map(drop),
            Err(OperationError::Call(error)),
            "{status}"
        );
    }
    for status in [201, 400, 404, 405] {
        let evaluated = evaluate(&contract(), &step, &response(status, "", r#"{"code":"odd"}"#)).map(drop);
        assert_eq!(evaluated, Err(unexpected_response(status, "odd")));
    }
    let page = self::step(json!([{ "status": 200, "content_type": "text/html" }]), json!([]), json!({}));
    assert!(evaluate(&contract(), &page, &response(200, "text/html", "<p>")).is_ok());
}

#[test]
fn catch_all_reason_does_not_stand_beside_the_real_one() {
    use PasswordRejection::{Breached, Common, Other, TooShort};
    let refused = |reason: &str, place: &str| {
        let mut error = json!({ "status": 422, "kind": "password_refused", "reason": reason });
        if !place.is_empty() {
            error["pointer"] = json!(place);
            error["exists"] = json!(true);
        }
        error
    };
    let step = step(
        json!([{ "status": 200 }]),
        json!([
            refused("too_short", ""),
            refused("other", "/any"),
            refused("breached", "/breached"),
            refused("common", "/common"),
            refused("common", "/banned"),
            { "status": 422, "kind": "password_refused" },
        ]),
        json!({}),
    );
    for (body, expected) in [
        (r#"{"breached":1,"common":1,"any":1}"#, vec![Breached, Common]),
        (r#"{"common":1}"#, vec![Common]),
        (r#"{"common":1,"banned":1}"#, vec![Common]),
        (r#"{"any":1}"#, vec![TooShort { min: None }, Other]),
        ("{}", vec![TooShort { min: None }]),
    ] {
        match evaluate(&contract(), &step, &response(422, "", body)) {
            Err(OperationError::Rejected(rejection)) => assert_eq!(rejection.reasons, expected, "{body}"),
            other => panic!("{body}: {:?}", other.map(drop)),
        }
    }
}

#[test]
fn unmatched_client_error_is_an_invalid_link_if_the_contract_says_so() {
    let of_step = |otherwise: Value| {
        let mut step = json!({ "path": "/", "success": [{ "status": 200 }], "otherwise": otherwise });
        step["errors"] = json!([{ "status": 410, "kind": "expired" }]);
        let contract = json!({ "id": "x", "name": "x", "reset": [step] });
        serde_json::from_value::<Contract>(contract).unwrap().reset.steps()[0].clone()
    };
    let kind = |step: &ContractStep, status, content_type| match evaluate(
        &contract(),
        step,
        &response(status, content_type, "{}"),
    ) {
        Err(OperationError::Rejected(rejection)) => Some(rejection.kind),
        _ => None,
    };
    let step = of_step(json!("invalid"));
    for (status, content_type, expected) in [
        (400, "application/json", Some(ErrorKind::Invalid)),
        (404, "text/plain", Some(ErrorKind::Invalid)),
        (410, "", Some(ErrorKind::Expired)),
        (404, "text/html", None),
        (429, "", None),
        (405, "", None),
        (500, "", None),
        (302, "", None),
        (201, "", None),
    ] {
        assert_eq!(kind(&step, status, content_type), expected, "{status} {content_type}");
    }
    assert_eq!(kind(&of_step(Value::Null), 400, "application/json"), None);
}

#[test]
fn response_without_a_captured_value_is_an_error() {
    let step = step(json!([{ "status": 200 }]), json!([]), json!({ "session": "/meta/*/token" }));
    let captured = |body: &str| {
        evaluate(&contract(), &step, &response(200, "", body))
            .ok()
            .map(|found| found.captured["session"].to_string())
    };
    assert_eq!(captured(r#"{"meta":[{},{"token":"abc"}]}"#).as_deref(), Some("abc"));
    assert_eq!(captured(r#"{"meta":[{"token":17}]}"#).as_deref(), Some("17"));
    for body in ["{}", r#"{"meta":[{"token":""}]}"#, r#"{"meta":[{"token":null}]}"#, "<p>"] {
        assert_eq!(captured(body), None, "{body}");
    }
}

/// Up to the length of a response.
#[test]
fn captured_value_can_be_as_long_as_a_response() {
    let step = step(json!([{ "status": 200 }]), json!([]), json!({ "session": "/s" }));
    let captures = |length: usize| {
        let body = json!({ "s": "a".repeat(length) }).to_string();
        evaluate(&contract(), &step, &response(200, "", &body)).is_ok()
    };
    assert!(captures(64 * 1024) && !captures(64 * 1024 + 1));
}

/// Bodies of a hostile server: what contracts look for, at unexpected places.
fn body() -> impl Strategy<Value = Value> {
    let text = prop_oneof![Just("S256".to_owned()), Just("verified".to_owned()), any::<String>()];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text.clone().prop_map(Value::from),
    ];
    let name =
        prop_oneof![Just("user".to_owned()), Just("factors".to_owned()), Just("code".to_owned()), text];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name.clone(), inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// No response causes a panic, and a web page is never a success.
    #[test]
    fn every_response_is_evaluated(status in 100u16..600, body in body(), text in any::<Vec<u8>>(), page in any::<bool>()) {
        for id in super::super::ids() {
            let contract = crate::contract::built_in(id).unwrap();
            for step in contract.operations().into_iter().flat_map(|(_, steps)| steps) {
                for body in [body.to_string().into_bytes(), text.clone()] {
                    let content_type = if page { "text/html" } else { "application/json" }.to_owned();
                    let evaluated = evaluate(&contract, step, &HttpResponse { status, content_type, body, ..HttpResponse::default() });
                    let may_be_a_page = step.success.iter().any(|success| success.content_type.is_some());
                    prop_assert!(!page || may_be_a_page || evaluated.is_err(), "{}: {}", id, step.path);
                }
            }
        }
    }
}
