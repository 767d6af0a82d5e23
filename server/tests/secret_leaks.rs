//! Searches for every secret of a recovery in the log, the database, the audit file, the metrics and the responses to
//! rejected requests.

#![cfg(unix)] // sends SIGTERM
#![allow(clippy::unwrap_used)]

#[path = "support/process.rs"]
mod process;
mod support;

use tempfile::TempDir;

use process::{ServerProcess, config_file};
use support::{ADA, ApiResponse, NEW_PASSWORD, OLD_PASSWORD, VERIFIER, config_in, mailbox::Mailbox};

const KEY: &str = "canary-of-an-idempotency-key";
const WRONG_PASSWORD: &str = "canary of a wrong password";
const PEPPER: &str = "canary-of-a-pepper-with-thirty-two-bytes";
const FIXED_SECRETS: [&str; 6] = [VERIFIER, OLD_PASSWORD, NEW_PASSWORD, WRONG_PASSWORD, KEY, PEPPER];

/// Starts a server with a pepper, an audit file and the most verbose log level, and with Ada's account.
async fn start(folder: &TempDir) -> ServerProcess {
    let in_folder = |name: &str| folder.path().join(name).display().to_string();
    process::private_file(in_folder("pepper").as_ref(), PEPPER);
    let mut config = config_in(folder).await;
    config.pepper = Some(latchkey_server::Pepper::new(PEPPER.as_bytes()).unwrap());
    let admin = latchkey_server::AdminService::open(&config).await.unwrap();
    admin.add_user(ADA, OLD_PASSWORD).await.unwrap();
    admin.close().await;
    let file = config_file(folder.path()).await;
    let text = std::fs::read_to_string(&file).unwrap();
    let text = format!(
        "audit_file = '{}'\noperations_listen = '127.0.0.1:0'\n{text}[passwords]\npepper_file = '{}'\n",
        in_folder("audit.jsonl"),
        in_folder("pepper")
    );
    std::fs::write(&file, text).unwrap();
    ServerProcess::serve_with(&file, "trace")
}

#[tokio::test]
async fn no_secret_is_in_logs_database_metrics_or_errors() {
    // TOK-9, TOK-10, END-7
    let folder = tempfile::tempdir().unwrap();
    let server = start(&folder).await;
    let client = support::client();
    let mut responses = String::new();
    let mut post = async |path: &str, fields: &[(&str, &str)]| {
        let request = client.post(server.url(path)).header("Idempotency-Key", KEY).form(fields);
        let response = ApiResponse::read(request.send().await.unwrap()).await;
        if response.status != 200 {
            responses.push_str(&response.body.to_string());
        }
        response
    };

    let session = post("/session", &[("email", ADA), ("password", OLD_PASSWORD)]).await;
    let session = session.body["session"].as_str().unwrap().to_owned();
    let challenge = support::challenge();
    let fields = [("email", ADA), ("code_challenge", challenge.as_str()), ("code_challenge_method", "S256")];
    let response = post("/account/recovery", &fields).await;
    let mails = Mailbox::new(folder.path().join("mail"));
    let mail = mails.mail_of_flow(response.body["flow"].as_str().unwrap()).await;
    let (flow, token, code) = (mail.parameter("flow"), mail.token(), mail.code().unwrap());
    let wrong = support::other_code(&code);
    let by_code = |code| [("flow", flow.as_str()), ("code", code), ("code_verifier", VERIFIER)];
    post("/account/reset-password/check", &by_code(&wrong)).await.assert_problem(400, "code_invalid");
    post("/account/reset-password/check", &[("token", &token)])
        .await
        .assert_problem(403, "verifier_required");
    post("/session", &[("email", ADA), ("password", WRONG_PASSWORD)])
        .await
        .assert_problem(401, "credentials_invalid");
    let weak = [("token", token.as_str()), ("code_verifier", VERIFIER), ("new_password", "canary")];
    post("/account/reset-password", &weak).await.assert_problem(422, "password_refused");
    // The same on the page.
    let weak = [("token", token.as_str()), ("new_password", "canary"), ("repeat_password", "canary")];
    let page = client.post(server.url("/reset-password")).form(&weak).send().await.unwrap();
    assert_eq!(page.status(), 403, "the page has no verifier");
    let good = [("token", token.as_str()), ("code_verifier", VERIFIER), ("new_password", NEW_PASSWORD)];
    post("/account/reset-password", &good).await.assert_ok();
    post("/account/reset-password", &by_code(&code)).await.assert_problem(400, "malformed_request");
    let freeze = mails.change_notice().await.token();
    post("/account/freeze", &[("token", &freeze)]).await.assert_ok();
    // A client sends the secrets in the wrong places.
    let misplaced = server.url(&format!("/reset-password/{token}?token={token}&new_password=canary"));
    responses
        .push_str(&client.get(misplaced).bearer_auth(&session).send().await.unwrap().text().await.unwrap());

    let operations = format!("http://{}/metrics", server.operations());
    let metrics_text = client.get(operations).send().await.unwrap().text().await.unwrap();
    let audit = std::fs::read_to_string(folder.path().join("audit.jsonl")).unwrap();
    let database = support::database::Contents::of(folder.path()).await;
    let log = server.log();
    assert!(metrics_text.contains("password_reset") && audit.contains(&flow) && database.contains(&flow));
    assert!(log.contains("listening") && responses.contains("not_found"));
    let grouped = format!("{} {}", &code[..4], &code[4..]);
    let secrets = [&*token, &freeze, &code, &grouped, &session].into_iter().chain(FIXED_SECRETS);
    for secret in secrets {
        for (place, text) in
            [("log", &log), ("audit", &audit), ("metrics", &metrics_text), ("responses", &responses)]
        {
            assert!(!text.contains(secret), "{secret} is in the {place}");
        }
        assert!(!database.contains(secret), "{secret} is in the database");
    }
    assert!(server.terminate().success());
}
