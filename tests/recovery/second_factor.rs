//! An account with an authenticator app: a recovery asks for its code and cannot be had without.

use latchkey::flow::ResetProblem;

use super::support::server::second_factor::start_with_second_factor;
use super::support::server::{ADA, NEW_PASSWORD, other_code};
use super::{device_at, newest_mail};

/// END-5.
#[tokio::test]
async fn the_app_asks_for_the_second_factor_and_the_password_changes_only_with_it() {
    let (server, totp) = start_with_second_factor(|_| ()).await;
    let mut device = device_at(&server).await;
    device.ask_for(ADA).await;
    device.open_link(newest_mail(&server).await.link().as_str()).await;
    assert!(device.reset().second_factor);

    let right = totp.generate(device.in_seconds(0).0).to_string();
    for code in ["", &other_code(&right)] {
        device.set_password_with(NEW_PASSWORD, code).await;
        assert_eq!(device.reset().problem, Some(ResetProblem::SecondFactor), "{code:?}");
    }
    device.set_password_with(NEW_PASSWORD, &right).await;
    assert!(device.done(), "signed out everywhere");
}
