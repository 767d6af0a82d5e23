//! `latchkey service check`: what it says of servers that answer well, otherwise, or not at all.

use std::net::SocketAddr;
use std::process::Command;

use latchkey::service::contract::{self, names};
use latchkey::service::self_check::{CheckResult, run};
use latchkey::service::{BaseUrl, RecoveryMode};
use tokio::net::TcpSocket;

use super::exchange::Recorded;
use super::support::scripted::{Act, Scripted, answer};
use super::support::wire::Message;

const JSON: &[&str] = &["Content-Type: application/json"];
const HTML: &[&str] = &["Content-Type: text/html;charset=utf-8"];

async fn findings_at(id: &str, base: BaseUrl) -> Vec<CheckResult> {
    let (contract, recorded) = (contract::built_in(id).unwrap(), Recorded::of(id));
    let service = recorded.service(&contract, base);
    run(&service, &contract.link_params()).await.unwrap()
}

/// What a trial finds at a server that answers by `script`.
async fn findings_by(id: &str, script: impl Fn(&Message) -> Act + Send + Sync + 'static) -> Vec<CheckResult> {
    let server = Scripted::start(move |message, _| script(message)).await;
    findings_at(id, server.base()).await
}

/// What a trial finds at a server that answers everything in one way.
async fn findings(id: &str, act: Act) -> Vec<CheckResult> {
    findings_by(id, move |_| act.clone()).await
}

#[tokio::test]
async fn what_is_wrong_is_said_with_the_way_out() {
    for (act, word) in [
        (answer(404, &[], ""), "there is no such endpoint"),
        (answer(302, &["Location: /elsewhere"], ""), "`base_url` must be the address it sends to"),
        (answer(200, &["Content-Type: text/html"], "<p>"), "the server's API"),
        (answer(500, &[], ""), "its log"),
        (answer(400, &[], "{}"), "otherwise than the contract says"),
        (answer(429, &["Retry-After: 7"], ""), "try again in 7 s"),
    ] {
        for finding in findings("directus", act).await {
            let problem = finding.outcome.unwrap_err();
            assert!(problem.contains(word), "{problem}");
        }
    }
}

/// A server that takes everything is not one that is well.
#[tokio::test]
async fn a_server_that_takes_what_nobody_was_sent_is_found_out() {
    let found = findings("directus", answer(204, &[], "")).await;
    assert!(found[0].outcome.is_ok());
    assert!(found[1].outcome.as_ref().unwrap_err().contains("takes what nobody was sent"), "{found:?}");
}

/// Each outcome names the calls that it rests on, with status and code, and no value of theirs.
#[tokio::test]
async fn a_finding_names_its_calls() {
    let found =
        findings("directus", answer(400, JSON, r#"{"errors":[{"extensions":{"code":"ODD"}}]}"#)).await;
    let calls: Vec<Vec<String>> =
        found.iter().map(|finding| finding.calls.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(
        calls,
        [["POST /auth/password/request: HTTP 400, ODD"], ["POST /auth/password/reset: HTTP 400, ODD"]]
    );
}

/// What the e-mail brings can be made up for each contract, whatever it brings.
#[tokio::test]
async fn every_contract_can_be_tried() {
    for id in names() {
        let contract = contract::built_in(id).unwrap();
        let asks = 1 + usize::from(contract.mode() != RecoveryMode::Hosted);
        assert!(findings(id, answer(429, &[], "")).await.len() >= asks, "{id}");
    }
}

/// A wrong realm, an unknown client, a refused request: whatever a server says to all calls, the request is not well.
#[tokio::test]
async fn no_refused_request_is_well() {
    for id in names() {
        for status in [400, 401, 403, 404, 405, 409, 410, 422, 429, 500, 503] {
            for body in ["{}", r#"{"error":"invalid_client"}"#] {
                let found = findings(id, answer(status, JSON, body)).await;
                assert!(found[0].outcome.is_err(), "{id} {status} {body}: {found:?}");
            }
        }
    }
}

/// Nothing is well for which no call was made, or no answer came.
#[tokio::test]
async fn nothing_is_well_that_was_not_asked() {
    for id in names() {
        for act in [answer(400, JSON, "{}"), answer(200, JSON, "{}"), answer(401, JSON, "{}")] {
            for finding in findings(id, act).await.into_iter().filter(|finding| finding.outcome.is_ok()) {
                assert!(finding.calls.iter().any(|call| call.answer.is_some()), "{id}: {finding:?}");
            }
        }
    }
    // Our own takes a code beside its flow alone, and a refused request brings none.
    let able = r#"{"challenge_methods":["S256"],"code_digits":8,"check":true}"#;
    let found = findings_by("latchkey", move |message| match message.line().contains("capabilities") {
        true => answer(200, JSON, able),
        false => answer(400, JSON, "{}"),
    })
    .await;
    assert!(found[0].outcome.as_ref().unwrap_err().contains("it refuses the addresses"), "{found:?}");
    // allauth's code goes with the session of the request.
    let found = findings("allauth-code", answer(400, JSON, r#"{"errors":[{"param":"email"}]}"#)).await;
    assert!(found[1].outcome.as_ref().unwrap_err().starts_with("not answered"), "{found:?}");
    assert!(found[1].calls.is_empty());
}

/// Some servers refuse reserved names: they are asked for another address that nobody has.
#[tokio::test]
async fn a_server_that_refuses_a_reserved_name_is_asked_for_another() {
    let found = findings_by("fastapi-users", |message| {
        match (message.line().contains("forgot"), message.body.contains(".invalid")) {
            (true, true) => answer(422, JSON, r#"{"detail":[]}"#),
            (true, false) => answer(202, JSON, "null"),
            (false, _) => answer(400, JSON, r#"{"detail":"RESET_PASSWORD_BAD_TOKEN"}"#),
        }
    })
    .await;
    assert!(found.iter().all(|finding| finding.outcome.is_ok()), "{found:?}");
    let calls: Vec<_> = found[0].calls.iter().map(ToString::to_string).collect();
    let path = "POST /{prefix}/forgot-password: HTTP";
    assert_eq!(calls, [format!("{path} 422"), format!("{path} 202")]);
}

#[tokio::test]
async fn a_dead_port_is_not_well() {
    // Bound and never listening: nobody else can take the port meanwhile.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
    let base = BaseUrl::parse(&format!("http://{}", socket.local_addr().unwrap())).unwrap();
    for id in ["keycloak", "auth0", "directus", "latchkey"] {
        let found = findings_at(id, base.clone()).await;
        assert!(found.iter().all(|finding| finding.outcome.is_err()), "{id}: {found:?}");
        assert!(found[0].calls.iter().all(|call| call.answer.is_none()), "{id}: {found:?}");
    }
}

fn keycloak_page(name: &str) -> String {
    format!("<!DOCTYPE html><html><body id=\"keycloak-bg\" data-page-id=\"{name}\"></body></html>")
}

/// The page of a hosted service is fetched, and compared with what it should be.
#[tokio::test]
async fn a_hosted_page_is_well_only_if_it_is_there() {
    let good = keycloak_page("login-login-reset-password");
    let error = keycloak_page("login-error");
    for (act, word) in [
        (answer(200, HTML, &error), "not the one that asks for an address"),
        (answer(200, HTML, "<p>Welcome"), "not the one that asks for an address"),
        (answer(200, JSON, "{}"), "not the one that asks for an address"),
        (answer(400, HTML, &error), "refuses the page"),
        (answer(404, JSON, r#"{"error":"Realm does not exist"}"#), "refuses the page"),
        (answer(302, &["Location: https://elsewhere.example/"], ""), "redirects to another server"),
        (answer(302, &["Location: //127.0.0.1:1/"], ""), "redirects to another server"),
        (answer(302, &["Location: /again"], ""), "sends elsewhere"),
        (answer(500, HTML, "<p>"), "refuses the page"),
    ] {
        let [CheckResult { calls, outcome, .. }] = &findings("keycloak", act).await[..] else {
            panic!("one")
        };
        assert!(outcome.as_ref().unwrap_err().contains(word), "{outcome:?}");
        let page = "GET /realms/{realm}/login-actions/reset-credentials: HTTP ";
        assert!(
            !calls.is_empty() && calls.iter().all(|call| call.to_string().starts_with(page)),
            "{calls:?}"
        );
    }
    let page = answer(200, HTML, &good);
    assert!(findings("keycloak", page.clone()).await[0].outcome.is_ok());
    let sent_on = findings_by("keycloak", move |message| match message.line().ends_with("/there") {
        true => page.clone(),
        false => answer(302, &["Location: /realms/main/there"], ""),
    });
    let [CheckResult { calls, outcome, .. }] = &sent_on.await[..] else { panic!("one") };
    assert!(outcome.is_ok() && calls.len() == 2, "{outcome:?} {calls:?}");
}

/// What only an account can cause is shown to people as success, and named here.
#[tokio::test]
async fn a_refusal_for_a_known_account_is_named() {
    for code in ["email_address_not_authorized", "email_address_invalid"] {
        let body = format!(r#"{{"code":"{code}","message":"x"}}"#);
        let found = findings("supabase", answer(400, JSON, &body)).await;
        assert!(
            found[0].outcome.as_ref().unwrap_err().contains("sends nothing to this address"),
            "{found:?}"
        );
        assert_eq!(found[0].calls[0].to_string(), format!("POST /auth/v1/recover: HTTP 400, {code}"));
    }
    let unknown = findings("appwrite", answer(404, JSON, r#"{"type":"user_not_found"}"#)).await;
    assert!(unknown[0].outcome.as_ref().unwrap().contains("tells that nobody has this address"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_tells_by_its_exit_code() {
    let well = |line: &str| match line.contains("request") {
        true => answer(204, &[], ""),
        false => answer(403, JSON, r#"{"errors":[{"extensions":{"code":"INVALID_TOKEN"}}]}"#),
    };
    let server = Scripted::start(move |message, _| well(message.line())).await;
    let check = |base: BaseUrl| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_latchkey"));
        command.args(["service", "check"]).env_clear();
        command.env("LATCHKEY_BASE_URL", base.as_str()).env("LATCHKEY_BACKEND", "directus");
        tokio::task::spawn_blocking(move || command.output().unwrap())
    };
    let output = check(server.base()).await.unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}");
    assert_eq!(said.lines().filter(|line| line.starts_with("ok ")).count(), 2, "{said}");
    assert!(said.contains("(POST /auth/password/reset: HTTP 403, INVALID_TOKEN)"), "{said}");

    let nobody = check(BaseUrl::parse("http://127.0.0.1:1").unwrap()).await.unwrap();
    assert!(String::from_utf8(nobody.stderr).unwrap().contains("1 of 1 checks failed"));
    assert!(String::from_utf8(nobody.stdout).unwrap().contains("(POST /auth/password/request: no answer)"));

    let nowhere = Scripted::start(|_, _| answer(404, &[], "")).await;
    let output = check(nowhere.base()).await.unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("2 of 2 checks failed"));
}
