//! Recovery of an account with a second factor.

use latchkey::flow::ResetProblem;

use super::support::server::second_factor::start_with_second_factor;
use super::support::server::{ADA, NEW_PASSWORD, other_code};
use super::{app_at, newest_mail};

/// END-5.
#[tokio::test]
async fn reset_requires_the_second_factor() {
    let (server, totp) = start_with_second_factor(|_| ()).await;
    let mut app = app_at(&server).await;
    app.request_email(ADA).await;
    app.open_link(newest_mail(&server).await.link().as_str()).await;
    assert!(app.reset().second_factor);

    let right = totp.generate(app.timestamp_in(0).0).to_string();
    for code in ["", &other_code(&right)] {
        app.set_password_with(NEW_PASSWORD, code).await;
        assert_eq!(app.reset().problem, Some(ResetProblem::SecondFactor), "{code:?}");
    }
    app.set_password_with(NEW_PASSWORD, &right).await;
    assert!(app.done(), "signed out everywhere");
}
