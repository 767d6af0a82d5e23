//! An account with an authenticator app.

use latchkey_server::{AdminService, Config, Pepper};
use secrecy::ExposeSecret as _;
use totp_rs::Totp;

use super::{ADA, TestServer, config_in};

/// What a second factor needs of a server.
pub fn with_pepper(config: &mut Config) {
    config.pepper = Some(Pepper::new(b"a pepper of more than thirty-two bytes").unwrap());
}

/// A server, configured by `change`, on which Ada has a second factor; and what makes its codes.
pub async fn start_with_second_factor(change: impl Fn(&mut Config)) -> (TestServer, Totp) {
    let change = |config: &mut Config| {
        with_pepper(config);
        change(config);
    };
    let server = TestServer::start_with(change).await;
    let mut config = config_in(&server.folder).await;
    change(&mut config);
    let admin = AdminService::open(&config).await.unwrap();
    let link = admin.enroll_second_factor(ADA).await.unwrap();
    admin.close().await;
    (server, Totp::from_url(link.expose_secret()).unwrap())
}
