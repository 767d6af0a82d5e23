//! Limits on guesses from all networks together, and what they mean for the owner of an account.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::Config;
use support::networks::{Device, address_in_network, post_from, trust_proxy};
use support::second_factor::{start_with_second_factor, with_pepper};
use support::{ADA, ApiResponse, NEW_PASSWORD, OLD_PASSWORD, START, TestServer, UNKNOWN, other_code};
use totp_rs::Totp;

const OWN_NETWORK: &str = "203.0.113.5";
const WRONG_PASSWORD: &str = "not the password at all";
const HOUR: u32 = 60 * 60;
const DAY: u32 = 24 * HOUR;

/// With this pepper and at the test server's time, these are the totals of the addresses: HMAC-SHA-256 draws them.
const CODE_TOTALS: [(&str, usize); 2] = [(ADA, 94), (UNKNOWN, 91)];
const SIGN_IN_TOTALS: [(&str, usize); 2] = [(ADA, 82), (UNKNOWN, 94)];

fn trust_proxy_with_pepper(config: &mut Config) {
    trust_proxy(config);
    with_pepper(config);
}

/// Tries wrong codes from so many networks, five from each. Returns the responses.
async fn try_codes_from(
    server: &TestServer,
    networks: std::ops::Range<usize>,
    email: &str,
    wrong: &str,
) -> Vec<(u16, String)> {
    let mut responses = Vec::new();
    for number in networks {
        let device = Device::new(address_in_network(number));
        let flow = device.request_recovery(server, email).await;
        for _ in 0..5 {
            let response = device.check_code(server, &flow, wrong).await;
            responses.push((response.status, response.code().to_owned()));
        }
    }
    responses
}

#[tokio::test]
async fn codes_are_disabled_after_a_secret_number_of_failures_from_all_networks() {
    // TOK-7, NIST SP 800-63B-4 §3.2.2
    let server = TestServer::start_with(trust_proxy_with_pepper).await;
    let owner = Device::new(OWN_NETWORK);
    let flow = owner.request_recovery(&server, ADA).await;
    let mail = server.mailbox.newest();
    let (token, code) = (mail.token(), mail.code().unwrap());
    let wrong = other_code(&code);
    let unknown_flow = owner.request_recovery(&server, UNKNOWN).await;
    for _ in 0..4 {
        for flow in [&flow, &unknown_flow] {
            owner.check_code(&server, flow, &wrong).await.assert_problem(400, "code_invalid");
        }
    }
    // The right code clears the failures of the owner's network, which still count towards the total.
    owner.check_code(&server, &flow, &code).await.assert_ok();
    for email in [ADA, UNKNOWN] {
        let tried = try_codes_from(&server, 0..17, email, &wrong).await;
        assert!(tried.iter().all(|(_, code)| code == "code_invalid"), "{email}: {tried:?}");
    }
    owner.check_code(&server, &flow, &code).await.assert_ok();

    for (email, total) in CODE_TOTALS {
        let tried = try_codes_from(&server, 17..20, email, &wrong).await;
        let (checked, others) = tried.split_at(total - 4 - 17 * 5);
        assert!(checked.iter().all(|(_, code)| code == "code_invalid"), "{email}: {tried:?}");
        assert!(others.iter().all(|(_, code)| code == "code_expired"), "{email}: {tried:?}");
    }
    owner.check_code(&server, &flow, &code).await.assert_problem(410, "code_expired");
    owner.check_link(&server, &token).await.assert_ok();

    server.clock.advance(30 * DAY);
    let flow = owner.request_recovery(&server, ADA).await;
    let code = server.mailbox.newest().code().unwrap();
    owner.check_code(&server, &flow, &code).await.assert_ok();
}

async fn sign_in_from(server: &TestServer, from: &str, email: &str, password: &str) -> ApiResponse {
    post_from(server, from, "/session", &[("email", email), ("password", password)]).await
}

#[tokio::test]
async fn networks_with_failed_sign_ins_share_a_wait_after_a_secret_number_of_failures() {
    // REQ-4
    let server = TestServer::start_with(trust_proxy_with_pepper).await;
    let fail = async |network: usize, count: usize, emails: &[&str]| {
        for _ in 0..count {
            for email in emails {
                let from = address_in_network(network);
                sign_in_from(&server, &from, email, WRONG_PASSWORD)
                    .await
                    .assert_problem(401, "credentials_invalid");
            }
        }
    };
    let both = [ADA, UNKNOWN];
    // The thirty failures of this network count as 25.
    fail(0, 5, &both).await;
    for _ in 5..30 {
        server.clock.advance(HOUR);
        fail(0, 1, &both).await;
    }
    for network in 1..11 {
        fail(network, 5, &both).await;
    }
    for (email, total) in SIGN_IN_TOTALS {
        fail(11, 1, &[email]).await;
        for network in 12..12 + total - 78 {
            fail(network, 1, &[email]).await;
        }
        // The total is reached with the last one.
        fail(11, 2, &[email]).await;
    }
    let failed = address_in_network(11);
    let assert_waits = async || {
        for email in [ADA, UNKNOWN] {
            sign_in_from(&server, &failed, email, OLD_PASSWORD).await.assert_problem(429, "rate_limited");
        }
    };
    assert_waits().await;
    // A network without failures does not wait.
    sign_in_from(&server, OWN_NETWORK, ADA, OLD_PASSWORD).await.assert_ok();
    server.clock.advance(29);
    assert_waits().await;
    // The wait starts again with every failure.
    fail(40, 1, &both).await;
    server.clock.advance(29);
    assert_waits().await;
    server.clock.advance(1);
    sign_in_from(&server, &failed, ADA, OLD_PASSWORD).await.assert_ok();
    sign_in_from(&server, &failed, UNKNOWN, OLD_PASSWORD).await.assert_problem(401, "credentials_invalid");
}

/// The code at the server's time, so many seconds after [`START`].
fn second_factor(totp: &Totp, after: u32) -> String {
    totp.generate(u64::try_from(START.plus(after).0).unwrap()).to_string()
}

async fn sign_in_with(server: &TestServer, from: &str, second_factor: &str) -> ApiResponse {
    let fields = [("email", ADA), ("password", OLD_PASSWORD), ("second_factor", second_factor)];
    post_from(server, from, "/session", &fields).await
}

/// Requests a recovery and returns the token of its link.
async fn token_requested_from(server: &TestServer, from: &str) -> String {
    post_from(server, from, "/account/recovery", &[("email", ADA)]).await.assert_ok();
    server.mail_delivered().await;
    server.mailbox.newest().token()
}

async fn reset_with(server: &TestServer, from: &str, token: &str, second_factor: &str) -> ApiResponse {
    let fields = [("token", token), ("new_password", NEW_PASSWORD), ("second_factor", second_factor)];
    post_from(server, from, "/account/reset-password", &fields).await
}

#[tokio::test]
async fn second_factor_of_an_account_has_twenty_tries_a_day_from_all_networks() {
    // END-5
    let (server, totp) = start_with_second_factor(trust_proxy).await;
    let right = second_factor(&totp, 0);
    let wrong = other_code(&right);
    for network in (0..4).map(address_in_network) {
        let token = token_requested_from(&server, &network).await;
        for _ in 0..5 {
            reset_with(&server, &network, &token, &wrong).await.assert_problem(400, "second_factor_invalid");
        }
    }
    let token = token_requested_from(&server, OWN_NETWORK).await;
    reset_with(&server, OWN_NETWORK, &token, &right).await.assert_problem(429, "rate_limited");

    // Sign-ins have their own twenty tries.
    for network in (0..4).map(address_in_network) {
        for _ in 0..5 {
            sign_in_with(&server, &network, &wrong).await.assert_problem(400, "second_factor_invalid");
        }
    }
    sign_in_with(&server, OWN_NETWORK, &right).await.assert_problem(429, "rate_limited");

    server.clock.advance(DAY - 1);
    let token = token_requested_from(&server, OWN_NETWORK).await;
    let right = second_factor(&totp, DAY - 1);
    reset_with(&server, OWN_NETWORK, &token, &right).await.assert_problem(429, "rate_limited");
    sign_in_with(&server, OWN_NETWORK, &right).await.assert_problem(429, "rate_limited");
    server.clock.advance(1);
    sign_in_with(&server, OWN_NETWORK, &second_factor(&totp, DAY)).await.assert_ok();
    server.clock.advance(30);
    reset_with(&server, OWN_NETWORK, &token, &second_factor(&totp, DAY + 30)).await.assert_ok();
}
