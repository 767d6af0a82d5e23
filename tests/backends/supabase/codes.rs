//! Codes instead of links.

use latchkey::flow::CheckEmailProblem;
use latchkey::service::{CallError, ProofError};
use serde_json::json;

use super::super::backend::Backend;
use super::super::harness::{Mail, NEW_PASSWORD};
use super::super::recording_service::OperationLog;
use super::super::scenario::Scenario;

/// More codes than the server accepts from one network.
const MAX_TRIES: usize = 50;

/// The code works on a device that did not ask, too.
pub async fn code_resets_the_password<B: Backend>(log: &OperationLog, options: &[&str]) {
    let mut scenario = Scenario::<B>::start(log, options).await;
    let mut app = scenario.app().await;
    app.request_email(super::ADA).await;
    let mail = scenario.live.mail_to(super::ADA).await;
    app.type_code(code(&mail)).await;
    app.set_password(NEW_PASSWORD).await;
    app.done();
    assert!(B::sign_in(&scenario.live, NEW_PASSWORD).await.is_some());
}

/// The server reports the same error for all of them.
pub async fn wrong_expired_and_used_codes_are_refused<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &["token-mail"]).await;
    let mut app = scenario.app().await;
    app.request_email(super::ADA).await;
    let mail = scenario.live.mail_to(super::ADA).await;
    let wrong = super::second_factor::another_code(code(&mail));
    app.type_code(&wrong).await;
    assert_eq!(app.check_email().problem, Some(CheckEmailProblem::Code(ProofError::InvalidOrExpired)));
    scenario.live.control("expire_emails", json!({})).await;
    app.type_code(code(&mail)).await;
    assert_eq!(app.check_email().problem, Some(CheckEmailProblem::Code(ProofError::InvalidOrExpired)));

    // The second request causes no email: it is within a minute.
    let mut scenario = Scenario::<B>::start(log, &["token-mail", "throttled"]).await;
    let mut apps = [scenario.app().await, scenario.app().await];
    for app in &mut apps {
        app.request_email(super::ADA).await;
    }
    let mail = scenario.live.mail_to(super::ADA).await;
    apps[0].type_code(code(&mail)).await;
    apps[0].reset();
    apps[1].type_code(code(&mail)).await;
    assert_eq!(apps[1].check_email().problem, Some(CheckEmailProblem::Code(ProofError::InvalidOrExpired)));
}

/// The server has a limit for each network.
pub async fn too_many_wrong_codes_are_limited<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &["token-mail"]).await;
    let mut app = scenario.app().await;
    app.request_email(super::ADA).await;
    let mail = scenario.live.mail_to(super::ADA).await;
    let wrong = super::second_factor::another_code(code(&mail));
    for _ in 0..MAX_TRIES {
        app.type_code(&wrong).await;
        if app.check_email().problem
            == Some(CheckEmailProblem::CheckFailed(CallError::RateLimited { wait: None }))
        {
            return;
        }
        assert_eq!(app.check_email().problem, Some(CheckEmailProblem::Code(ProofError::InvalidOrExpired)));
    }
    panic!("there is no limit");
}

/// The server refuses it before it compares the code, so another response would reveal who is banned.
pub async fn code_of_a_banned_account_is_refused_like_a_wrong_one<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &["token-mail"]).await;
    scenario.live.control("ban", json!({})).await;
    let mut app = scenario.app().await;
    app.request_email(super::ADA).await;
    let mail = scenario.live.mail_to(super::ADA).await;
    app.type_code(code(&mail)).await;
    assert_eq!(app.check_email().problem, Some(CheckEmailProblem::Code(ProofError::InvalidOrExpired)));
}

/// The only line of digits.
pub fn code(mail: &Mail) -> &str {
    let mut lines = mail.text.lines().map(str::trim);
    let is_code = |line: &&str| line.len() >= 6 && line.chars().all(|c| c.is_ascii_digit());
    lines.find(is_code).unwrap_or_else(|| panic!("a code in: {}", mail.text))
}
