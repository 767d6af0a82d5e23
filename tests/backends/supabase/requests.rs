//! Requests for emails that the server refuses.

use latchkey::flow::{CheckEmail, ForgotProblem, Step};
use latchkey::service::CallError;

use super::super::backend::Backend;
use super::super::harness::{ADA, Exchange, NOBODY};
use super::super::recording_service::OperationLog;
use super::super::scenario::Scenario;

/// The server refuses it with 429 for an account, and accepts it for an unknown address.
pub async fn second_request_within_a_minute_looks_like_the_first<B: Backend>(log: &OperationLog) {
    let scenario = Scenario::<B>::start(log, &["throttled"]).await;
    let mut seen = Vec::new();
    for address in [ADA, NOBODY] {
        for _ in 0..2 {
            let mut app = scenario.app().await;
            app.request_email(address).await;
            let CheckEmail { recovery, problem, .. } = app.check_email();
            assert_eq!(*problem, None, "{address}");
            seen.push((recovery.resend_at, scenario.last_outcome()));
        }
    }
    assert!(seen.iter().all(|looks| *looks == seen[0]), "{seen:?}");
    assert!(has_status(&scenario.live.exchange_log().all(), 429), "the server has refused a request");
}

/// Only an account can use up the project's emails, so the app shows the same as for other addresses.
pub async fn exhausted_quota_looks_like_success<B: Backend>(log: &OperationLog) {
    let scenario = Scenario::<B>::start(log, &["quota"]).await;
    for address in [ADA, ADA, ADA, NOBODY] {
        let mut app = scenario.app().await;
        app.request_email(address).await;
        assert_eq!(app.check_email().problem, None, "{address}");
    }
    let exchanges = scenario.live.exchange_log().all();
    assert!(exchanges.iter().any(|exchange| exchange.body.contains("email rate limit exceeded")));
}

/// A new project sends emails only to its own team.
pub async fn unauthorized_address_looks_like_an_unknown_one<B: Backend>(log: &OperationLog) {
    let scenario = Scenario::<B>::start(log, &["only-team"]).await;
    for address in [ADA, NOBODY] {
        let mut app = scenario.app().await;
        app.request_email(address).await;
        assert_eq!(app.check_email().problem, None, "{address}");
    }
    let exchanges = scenario.live.exchange_log().all();
    assert!(exchanges.iter().any(|exchange| exchange.body.contains("email_address_not_authorized")));
}

pub async fn captcha_is_reported<B: Backend>(log: &OperationLog) {
    let scenario = Scenario::<B>::start(log, &["captcha"]).await;
    assert_eq!(problem_of_request(&scenario).await, ForgotProblem::Call(CallError::CaptchaRequired));
}

pub async fn unreachable_mail_server_is_reported_as_down<B: Backend>(log: &OperationLog) {
    let scenario = Scenario::<B>::start(log, &["no-mail-server"]).await;
    assert_eq!(problem_of_request(&scenario).await, ForgotProblem::Call(CallError::Down));
}

async fn problem_of_request<B: Backend>(scenario: &Scenario<B>) -> ForgotProblem {
    let mut app = scenario.app().await;
    app.request_email(ADA).await;
    let Step::Forgot(forgot) = app.flow.step() else { panic!("{:?}", app.flow) };
    forgot.problem.clone().expect("a problem")
}

fn has_status(exchanges: &[Exchange], status: u16) -> bool {
    exchanges.iter().any(|exchange| exchange.status.as_u16() == status)
}
