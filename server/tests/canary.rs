//! Every secret of a whole recovery, looked for wherever a server leaves traces: log, database, audit file, numbers,
//! and the answers to requests that were refused.

#![cfg(unix)] // it sends SIGTERM
#![allow(clippy::unwrap_used)]

#[path = "support/program.rs"]
mod program;
mod support;

use program::{Program, config_file};
use support::{ADA, Answer, NEW_PASSWORD, OLD_PASSWORD, VERIFIER, config_in, mailbox::Mailbox};

const KEY: &str = "canary-of-an-idempotency-key";
const WRONG_PASSWORD: &str = "canary of a wrong password";
const PEPPER: &str = "canary-of-a-pepper-with-thirty-two-bytes";

#[tokio::test]
async fn no_secret_leaves_a_trace() {
    // TOK-9, TOK-10, END-7
    let folder = tempfile::tempdir().unwrap();
    let in_folder = |name: &str| folder.path().join(name).display().to_string();
    program::private_file(in_folder("pepper").as_ref(), PEPPER);
    let mut config = config_in(&folder).await;
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
    // As talkative as it can be.
    let server = Program::serve_with(&file, "trace");
    let client = support::client();
    let mut answers = String::new();
    let mut post = async |path: &str, fields: &[(&str, &str)]| {
        let request = client.post(server.url(path)).header("Idempotency-Key", KEY).form(fields);
        let answer = Answer::of(request.send().await.unwrap()).await;
        if answer.status != 200 {
            answers.push_str(&answer.body.to_string());
        }
        answer
    };

    let session = post("/session", &[("email", ADA), ("password", OLD_PASSWORD)]).await;
    let session = session.body["session"].as_str().unwrap().to_owned();
    let challenge = support::challenge();
    let asking = [("email", ADA), ("code_challenge", challenge.as_str()), ("code_challenge_method", "S256")];
    let asked = post("/account/recovery", &asking).await;
    let mails = Mailbox::new(folder.path().join("mail"));
    let mail = mails.of_flow(asked.body["flow"].as_str().unwrap()).await;
    let (flow, token, code) = (mail.parameter("flow"), mail.token(), mail.code().unwrap());
    let wrong = support::another(&code);
    let by_code = |code| [("flow", flow.as_str()), ("code", code), ("code_verifier", VERIFIER)];
    post("/account/reset-password/check", &by_code(&wrong)).await.assert_refused(400, "code_invalid");
    post("/account/reset-password/check", &[("token", &token)])
        .await
        .assert_refused(403, "verifier_required");
    post("/session", &[("email", ADA), ("password", WRONG_PASSWORD)])
        .await
        .assert_refused(401, "credentials_invalid");
    let weak = [("token", token.as_str()), ("code_verifier", VERIFIER), ("new_password", "canary")];
    post("/account/reset-password", &weak).await.assert_refused(422, "password_refused");
    // The same on the page.
    let weak = [("token", token.as_str()), ("new_password", "canary"), ("repeat_password", "canary")];
    let page = client.post(server.url("/reset-password")).form(&weak).send().await.unwrap();
    assert_eq!(page.status(), 403, "the page has no verifier");
    let good = [("token", token.as_str()), ("code_verifier", VERIFIER), ("new_password", NEW_PASSWORD)];
    post("/account/reset-password", &good).await.assert_ok();
    post("/account/reset-password", &by_code(&code)).await.assert_refused(400, "malformed_request");
    let freeze = mails.notice().await.token();
    post("/account/freeze", &[("token", &freeze)]).await.assert_ok();
    // Somebody puts it all where it does not belong.
    let misplaced = server.url(&format!("/reset-password/{token}?token={token}&new_password=canary"));
    answers
        .push_str(&client.get(misplaced).bearer_auth(&session).send().await.unwrap().text().await.unwrap());

    let operations = format!("http://{}/metrics", server.operations());
    let numbers = client.get(operations).send().await.unwrap().text().await.unwrap();
    let audit = std::fs::read_to_string(in_folder("audit.jsonl")).unwrap();
    let database = support::database::Contents::of(folder.path()).await;
    let log = server.log();
    assert!(numbers.contains("password_reset") && audit.contains(&flow) && database.contain(&flow));
    assert!(log.contains("listening") && answers.contains("not_found"));
    let grouped = format!("{} {}", &code[..4], &code[4..]);
    let secrets = [
        &token,
        &freeze,
        &code,
        &grouped,
        &session,
        VERIFIER,
        OLD_PASSWORD,
        NEW_PASSWORD,
        WRONG_PASSWORD,
        KEY,
        PEPPER,
    ];
    for secret in secrets {
        for (place, text) in [("log", &log), ("audit", &audit), ("numbers", &numbers), ("answers", &answers)]
        {
            assert!(!text.contains(secret), "{secret} is in the {place}");
        }
        assert!(!database.contain(secret), "{secret} is in the database");
    }
    assert!(server.terminate().success());
}
