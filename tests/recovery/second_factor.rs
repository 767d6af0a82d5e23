//! An account with an authenticator app: a recovery asks for its code and cannot be had without.

use latchkey::flow::ResetProblem;
use latchkey_server::{Config, Office, Pepper};
use secrecy::ExposeSecret as _;
use totp_rs::Totp;

use super::support::server::{ADA, NEW_PASSWORD, TestServer, config_in};
use super::{device_at, newest_mail};

fn with_pepper(config: &mut Config) {
    config.pepper = Some(Pepper::new(b"a pepper of more than thirty-two bytes").unwrap());
}

/// END-5.
#[tokio::test]
async fn the_app_asks_for_the_second_factor_and_the_password_changes_only_with_it() {
    let server = TestServer::start_with(with_pepper).await;
    let mut config = config_in(&server.folder).await;
    with_pepper(&mut config);
    let office = Office::open(config).await.unwrap();
    let totp = Totp::from_url(office.enrol_second_factor(ADA).await.unwrap().expose_secret()).unwrap();
    office.close().await;
    let mut device = device_at(&server).await;
    device.ask_for(ADA).await;
    device.open_link(newest_mail(&server).await.link().as_str()).await;
    assert!(device.reset().second_factor);

    let right = totp.generate(device.in_seconds(0).0).to_string();
    let wrong = if right == "123456" { "654321" } else { "123456" };
    for code in ["", wrong] {
        device.set_password_with(NEW_PASSWORD, code).await;
        assert_eq!(device.reset().problem, Some(ResetProblem::SecondFactor), "{code:?}");
    }
    device.set_password_with(NEW_PASSWORD, &right).await;
    assert!(device.done(), "signed out everywhere");
}
