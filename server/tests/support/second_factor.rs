//! An account with a second factor.

use latchkey_server::{AdminService, Config, Pepper};
use secrecy::ExposeSecret as _;
use totp_rs::Totp;

use super::{ADA, TestServer, config_in};

/// The settings that a second factor requires.
pub fn with_pepper(config: &mut Config) {
    config.pepper = Some(Pepper::new(b"a pepper of more than thirty-two bytes").unwrap());
}

/// A server with a second factor for Ada, and the generator of its codes. `change` changes the configuration.
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

/// A code as people type and paste it: in Arabic, Devanagari and full-width digits, in groups, and with a label.
pub fn spellings(code: &str) -> [String; 5] {
    let with_zero = |zero: char| {
        let digit = |c: char| char::from_u32(u32::from(zero) + c.to_digit(10).unwrap()).unwrap();
        code.chars().map(digit).collect::<String>()
    };
    let (first, second) = code.split_at(3);
    [with_zero('٠'), with_zero('०'), with_zero('０'), format!("{first} {second}"), format!("Code: {code}")]
}
