//! `latchkey service check`: what it says of servers that answer well, otherwise, or not at all.

use std::fs;
use std::process::Command;

use latchkey::service::contract::{Contract, names};
use latchkey::service::{BaseUrl, RecoveryMode, trial::try_out};

use super::exchange::Recorded;
use super::support::scripted::{Act, Scripted, answer};

/// What a trial finds at a server that answers everything in one way: what is wrong, if anything.
async fn findings(id: &str, act: Act) -> Vec<Result<&'static str, String>> {
    let (contract, recorded) = (Contract::built_in(id).unwrap(), Recorded::of(id));
    let server = Scripted::start(move |_, _| act.clone()).await;
    let service = recorded.service(&contract, server.base());
    let found = try_out(&service, &contract.beside(), &|| service.last_answer()).await.unwrap();
    found.into_iter().map(|finding| finding.outcome).collect()
}

#[tokio::test]
async fn what_is_wrong_is_said_with_the_way_out() {
    for (act, word) in [
        (answer(404, &[], ""), "(POST /auth/password/request: 404)"),
        (answer(302, &["Location: /elsewhere"], ""), "`base_url` must be the address it sends to"),
        (answer(200, &["Content-Type: text/html"], "<p>"), "the server's API"),
        (answer(500, &[], ""), "its log"),
        (answer(400, &[], "{}"), "otherwise than the contract says"),
    ] {
        for outcome in findings("directus", act).await {
            let problem = outcome.unwrap_err();
            assert!(problem.contains(word) || problem.contains("reset: "), "{problem}");
        }
    }
}

/// A server that takes everything is not one that is well.
#[tokio::test]
async fn a_server_that_takes_what_nobody_was_sent_is_found_out() {
    let found = findings("directus", answer(204, &[], "")).await;
    assert!(found[0].is_ok());
    assert!(found[1].as_ref().unwrap_err().contains("takes what nobody was sent"), "{found:?}");
}

/// What the e-mail brings can be made up for each contract, whatever it brings.
#[tokio::test]
async fn every_contract_can_be_tried() {
    for id in names() {
        let contract = Contract::built_in(id).unwrap();
        let asks = 1 + usize::from(contract.mode() != RecoveryMode::Hosted);
        assert!(findings(id, answer(429, &[], "")).await.len() >= asks, "{id}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_tells_by_its_exit_code() {
    let well = |line: &str| match line.contains("request") {
        true => answer(204, &[], ""),
        false => answer(
            403,
            &["Content-Type: application/json"],
            r#"{"errors":[{"extensions":{"code":"INVALID_TOKEN"}}]}"#,
        ),
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

    let nobody = check(BaseUrl::parse("http://127.0.0.1:1").unwrap()).await.unwrap();
    assert!(String::from_utf8(nobody.stderr).unwrap().contains("1 of 1 answers are not as they should be"));

    let nowhere = Scripted::start(|_, _| answer(404, &[], "")).await;
    let output = check(nowhere.base()).await.unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("2 of 2 answers are not as they should be"));
}

/// B11: any website can put a `latchkey.toml` into a folder for downloads, where the program may lie as well.
#[test]
fn a_configuration_beside_a_program_that_is_not_installed_is_ignored() {
    let downloads = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let program = downloads.path().join("latchkey");
    fs::hard_link(env!("CARGO_BIN_EXE_latchkey"), &program).unwrap();
    let planted = downloads.path().join("latchkey.toml");
    fs::write(&planted, "[service]\nbase_url = \"http://127.0.0.1:1\"\n").unwrap();
    let check = |arguments: &[&str]| {
        let output = Command::new(&program).args(arguments).env_clear().output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    let said = check(&["service", "check"]);
    assert!(said.contains("no service is set up"), "{said}");
    let said = check(&["service", "check", "--config", planted.to_str().unwrap()]);
    assert!(!said.contains("no service is set up"), "{said}");
}
