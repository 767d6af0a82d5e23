//! `latchkey service check`: its results for servers that follow their contract, do not, or do not respond.

use std::net::SocketAddr;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use latchkey::service::contract::{self, ids};
use latchkey::service::self_check::{CheckOutcome, CheckResult, run};
use latchkey::service::{BaseUrl, CallLimits, HttpRecoveryService};
use tokio::net::TcpSocket;

use super::exchange::Recording;
use super::support::http_message::Message;
use super::support::stub_server::{StubResponse, StubServer, response};

const JSON: &[&str] = &["Content-Type: application/json"];
const HTML: &[&str] = &["Content-Type: text/html;charset=utf-8"];

async fn findings_at(id: &str, base: BaseUrl) -> Vec<CheckResult> {
    let (contract, recording) = (contract::built_in(id).unwrap(), Recording::load(id));
    let service = recording.service(&contract, base);
    run(&service).await.unwrap()
}

/// The results for a server with this handler.
async fn findings_by(
    id: &str,
    script: impl Fn(&Message) -> StubResponse + Send + Sync + 'static,
) -> Vec<CheckResult> {
    let server = StubServer::start(move |message, _| script(message)).await;
    findings_at(id, server.base()).await
}

/// The results for a server with one response to all requests.
async fn findings(id: &str, act: StubResponse) -> Vec<CheckResult> {
    findings_by(id, move |_| act.clone()).await
}

/// The text of a check that has not passed.
#[track_caller]
fn problem(outcome: &CheckOutcome) -> &str {
    assert!(!outcome.is_passed(), "{outcome:?}");
    outcome.message()
}

#[tokio::test]
async fn problems_are_reported_with_advice() {
    for (act, word) in [
        (response(404, &[], ""), "there is no such endpoint"),
        (response(302, &["Location: /elsewhere"], ""), "set `base_url` to the address to which it redirects"),
        (response(200, &["Content-Type: text/html"], "<p>"), "the server's API"),
        (response(500, &[], ""), "its log"),
        (response(400, &[], "{}"), "not in the contract"),
        (response(429, &["Retry-After: 7"], ""), "try again in 7 s"),
    ] {
        for finding in findings("directus", act).await {
            let problem = problem(&finding.outcome);
            assert!(problem.contains(word), "{problem}");
        }
    }
}

/// A server must not accept tokens that it did not issue.
#[tokio::test]
async fn server_that_accepts_unissued_tokens_fails() {
    let found = findings("directus", response(204, &[], "")).await;
    assert!(found[0].outcome.is_passed());
    assert!(problem(&found[1].outcome).contains("accepts a proof that was never sent"), "{found:?}");
}

/// Each result names its calls, with status and code, but without their values.
#[tokio::test]
async fn results_name_their_calls() {
    let found =
        findings("directus", response(400, JSON, r#"{"errors":[{"extensions":{"code":"ODD"}}]}"#)).await;
    let calls: Vec<Vec<String>> =
        found.iter().map(|finding| finding.calls.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(
        calls,
        [["POST /auth/password/request: HTTP 400, ODD"], ["POST /auth/password/reset: HTTP 400, ODD"]]
    );
}

/// For each contract, the content of an email can be made up.
#[tokio::test]
async fn every_contract_can_be_checked() {
    for id in ids() {
        let contract = contract::built_in(id).unwrap();
        let asks = 1 + usize::from(!contract.mode(None).is_hosted());
        assert!(findings(id, response(429, &[], "")).await.len() >= asks, "{id}");
    }
}

/// The causes are, for example, a wrong realm or an unknown client.
#[tokio::test]
async fn refused_requests_fail() {
    for id in ids() {
        for status in [400, 401, 403, 404, 405, 409, 410, 422, 429, 500, 503] {
            for body in ["{}", r#"{"error":"invalid_client"}"#] {
                let found = findings(id, response(status, JSON, body)).await;
                assert!(!found[0].outcome.is_passed(), "{id} {status} {body}: {found:?}");
            }
        }
    }
}

/// Without a call, or without a response, there is no success.
#[tokio::test]
async fn check_without_a_call_does_not_pass() {
    for id in ids() {
        for act in [response(400, JSON, "{}"), response(200, JSON, "{}"), response(401, JSON, "{}")] {
            for finding in findings(id, act).await.into_iter().filter(|finding| finding.outcome.is_passed()) {
                assert!(finding.calls.iter().any(|call| call.response.is_some()), "{id}: {finding:?}");
            }
        }
    }
    // The reference server accepts a code only with its flow id, and a refused request returns none.
    let able = r#"{"challenge_methods":["S256"],"code_digits":8,"check":true}"#;
    let found = findings_by("latchkey", move |message| match message.line().contains("capabilities") {
        true => response(200, JSON, able),
        false => response(400, JSON, "{}"),
    })
    .await;
    assert!(problem(&found[0].outcome).contains("the server refuses the addresses"), "{found:?}");
    // allauth's code needs the session of the request.
    let found = findings("allauth-code", response(400, JSON, r#"{"errors":[{"param":"email"}]}"#)).await;
    assert!(matches!(found[1].outcome, CheckOutcome::Skipped(_)), "{found:?}");
    assert!(found[1].calls.is_empty());
}

/// Some servers refuse reserved domains. They get another address without an account.
#[tokio::test]
async fn refused_reserved_address_is_replaced_by_another() {
    let found = findings_by("fastapi-users", |message| {
        match (message.line().contains("forgot"), message.body.contains(".invalid")) {
            (true, true) => response(422, JSON, r#"{"detail":[]}"#),
            (true, false) => response(202, JSON, "null"),
            (false, _) => response(400, JSON, r#"{"detail":"RESET_PASSWORD_BAD_TOKEN"}"#),
        }
    })
    .await;
    assert!(found.iter().all(|finding| finding.outcome.is_passed()), "{found:?}");
    let calls: Vec<_> = found[0].calls.iter().map(ToString::to_string).collect();
    let path = "POST /{prefix}/forgot-password: HTTP";
    assert_eq!(calls, [format!("{path} 422"), format!("{path} 202")]);
}

/// Ory Kratos answers the first five wrong codes alike with and without its flag.
#[tokio::test]
async fn response_to_one_more_code_than_the_server_compares_is_evaluated() {
    const COMPARED: usize = 5;
    let answers = [
        (
            response(400, JSON, r#"{"error":{"details":{"continue_with":[{"action":"show_recovery_ui"}]}}}"#),
            None,
        ),
        (response(303, &["Location: /recovery?flow=f2"], ""), Some("a redirect, which is for browsers")),
        (response(500, &[], ""), Some("its log")),
    ];
    for (last, problem_text) in answers {
        let codes = AtomicUsize::new(0);
        let found = findings_by("kratos", move |message| {
            if message.line().starts_with("GET") {
                return response(200, JSON, r#"{"id":"f10w"}"#);
            }
            if !message.body.contains("\"code\":\"") {
                return response(200, JSON, r#"{"state":"sent_email"}"#);
            }
            match codes.fetch_add(1, Ordering::Relaxed) {
                0..COMPARED => response(200, JSON, r#"{"ui":{"messages":[{"id":4060006}]}}"#),
                COMPARED => last.clone(),
                _ => response(418, &[], "more codes than needed"),
            }
        })
        .await;
        let (last, others) = found.split_last().unwrap();
        assert!(others.iter().all(|finding| finding.outcome.is_passed()), "{others:?}");
        match problem_text {
            None => assert!(last.outcome.is_passed(), "{last:?}"),
            Some(text) => assert!(problem(&last.outcome).contains(text), "{last:?}"),
        }
    }
}

#[tokio::test]
async fn closed_port_fails() {
    // Bound and never listening, so that nothing else uses the port.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
    let base = BaseUrl::parse(&format!("http://{}", socket.local_addr().unwrap())).unwrap();
    for id in ["keycloak", "auth0", "directus", "latchkey"] {
        let found = findings_at(id, base.clone()).await;
        assert!(found.iter().all(|finding| !finding.outcome.is_passed()), "{id}: {found:?}");
        assert!(found[0].calls.iter().all(|call| call.response.is_none()), "{id}: {found:?}");
    }
}

fn keycloak_page(name: &str) -> String {
    format!("<!DOCTYPE html><html><body id=\"keycloak-bg\" data-page-id=\"{name}\"></body></html>")
}

/// The page of a hosted service is fetched and compared with the expected one.
#[tokio::test]
async fn hosted_page_passes_only_if_it_is_the_right_one() {
    let good = keycloak_page("login-login-reset-password");
    let error = keycloak_page("login-error");
    for (act, word) in [
        (response(200, HTML, &error), "not the one that asks for an address"),
        (response(200, HTML, "<p>Welcome"), "not the one that asks for an address"),
        (response(200, JSON, "{}"), "not the one that asks for an address"),
        (response(400, HTML, &error), "refuses the page"),
        (response(404, JSON, r#"{"error":"Realm does not exist"}"#), "refuses the page"),
        (response(302, &["Location: https://elsewhere.example/"], ""), "redirects to another server"),
        (response(302, &["Location: //127.0.0.1:1/"], ""), "redirects to another server"),
        (response(302, &["Location: /again"], ""), "which is not followed"),
        (response(500, HTML, "<p>"), "refuses the page"),
    ] {
        let [CheckResult { calls, outcome, .. }] = &findings("keycloak", act).await[..] else {
            panic!("there is more than one result")
        };
        assert!(problem(outcome).contains(word), "{outcome:?}");
        let page = "GET /realms/{realm}/protocol/openid-connect/forgot-credentials: HTTP ";
        assert!(
            !calls.is_empty() && calls.iter().all(|call| call.to_string().starts_with(page)),
            "{calls:?}"
        );
    }
    let page = response(200, HTML, &good);
    assert!(findings("keycloak", page.clone()).await[0].outcome.is_passed());
    let sent_on = findings_by("keycloak", move |message| match message.line().ends_with("/there") {
        true => page.clone(),
        false => response(302, &["Location: /realms/main/there"], ""),
    });
    let [CheckResult { calls, outcome, .. }] = &sent_on.await[..] else {
        panic!("there is more than one result")
    };
    assert!(outcome.is_passed() && calls.len() == 2, "{outcome:?} {calls:?}");
}

/// The app reports an error that only an account can cause as success. The check names it.
#[tokio::test]
async fn refusal_for_a_known_account_is_named() {
    for code in ["email_address_not_authorized", "email_address_invalid"] {
        let body = format!(r#"{{"code":"{code}","message":"x"}}"#);
        let found = findings("supabase", response(400, JSON, &body)).await;
        assert!(problem(&found[0].outcome).contains("sends no email to this address"), "{found:?}");
        assert_eq!(found[0].calls[0].to_string(), format!("POST /auth/v1/recover: HTTP 400, {code}"));
    }
    let unknown = findings("appwrite", response(404, JSON, r#"{"type":"user_not_found"}"#)).await;
    assert!(
        matches!(&unknown[0].outcome, CheckOutcome::Passed(text) if text.contains("reveals who has an account"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn command_exit_code_reports_failures() {
    let respond = |line: &str| match line.contains("request") {
        true => response(204, &[], ""),
        false => response(403, JSON, r#"{"errors":[{"extensions":{"code":"INVALID_TOKEN"}}]}"#),
    };
    let server = StubServer::start(move |message, _| respond(message.line())).await;
    let check = |base: BaseUrl| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_latchkey"));
        command.args(["service", "check"]).env_clear();
        command.env("LATCHKEY_BASE_URL", base.as_str()).env("LATCHKEY_BACKEND", "directus");
        tokio::task::spawn_blocking(move || command.output().unwrap())
    };
    let output = check(server.base()).await.unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{stdout}");
    assert_eq!(stdout.lines().filter(|line| line.starts_with("ok ")).count(), 2, "{stdout}");
    assert!(stdout.contains("(POST /auth/password/reset: HTTP 403, INVALID_TOKEN)"), "{stdout}");

    let unreachable = check(BaseUrl::parse("http://127.0.0.1:1").unwrap()).await.unwrap();
    assert!(String::from_utf8(unreachable.stderr).unwrap().contains("1 of 1 checks failed"));
    assert!(
        String::from_utf8(unreachable.stdout).unwrap().contains("(POST /auth/password/request: no response)")
    );

    let unknown = StubServer::start(|_, _| response(404, &[], "")).await;
    let output = check(unknown.base()).await.unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("2 of 2 checks failed"));
}

/// A website can put a file beside a program in the downloads folder.
#[tokio::test(flavor = "multi_thread")]
async fn configuration_beside_a_program_in_a_writable_folder_is_ignored() {
    let server = StubServer::start(|_, _| response(204, &[], "")).await;
    let downloads = tempfile::tempdir().unwrap();
    let program = downloads.path().join("latchkey");
    link_or_copy(env!("CARGO_BIN_EXE_latchkey"), &program);
    // The launcher starts it for every command.
    link_or_copy(env!("CARGO_BIN_EXE_latchkey-window"), &downloads.path().join("latchkey-window"));
    std::fs::write(downloads.path().join("latchkey.toml"), "[service]\nbackend = \"no-such-backend\"\n")
        .unwrap();
    let mut command = Command::new(program);
    command.args(["service", "check"]).env_clear().env("HOME", downloads.path());
    command.env("LATCHKEY_BASE_URL", server.base().as_str()).env("LATCHKEY_BACKEND", "directus");
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(
        stdout.contains("ok ") && stdout.contains("/auth/password/request: HTTP 204"),
        "{stdout}{stderr}"
    );
}

/// Each operation that sends the code is a try, and no other one.
#[tokio::test]
async fn only_calls_with_the_code_count_as_tries() {
    const CONTRACT: &str = r#"
id = "mine"
name = "Mine"
link = { sources = ["manual"], code = { digits = 6 } }
capabilities = { code_tries = 2 }

[[request]]
path = "/forgot"
body = { email = "{email}" }
success = [{ status = 200 }]

[[check]]
path = "/session"
body = { email = "{email}" }
success = [{ status = 200 }]
errors = [{ status = 400, kind = "invalid" }]

[[reset]]
path = "/reset"
body = { email = "{email}", code = "{token}", password = "{new_password}" }
success = [{ status = 200 }]
errors = [{ status = 400, kind = "wrong_code" }]
"#;
    let server = StubServer::start(|message, _| match message.line() {
        "POST /forgot" => response(200, &[], ""),
        _ => response(400, &[], ""),
    })
    .await;
    let contract = contract::read(CONTRACT).unwrap();
    let none = Default::default();
    let service = HttpRecoveryService::with_contract(contract, server.base(), &none, CallLimits::default());
    let found = run(&service.unwrap()).await.unwrap();
    assert!(found.iter().all(|finding| finding.outcome.is_passed()), "{found:?}");
    let codes = server.requests().iter().filter(|message| message.line() == "POST /reset").count();
    assert_eq!(codes, 3, "two that the server compares, and one more");
}

/// Links the program, or copies it to another file system. A copy cannot be executed while another test forks.
fn link_or_copy(program: &str, to: &std::path::Path) {
    std::fs::hard_link(program, to).or_else(|_| std::fs::copy(program, to).map(drop)).unwrap();
}
