//! Requests from other networks neither affect a person's recovery nor reveal anything about it.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::AdminService;
use support::networks::{Device, address_in_network, post_from, trust_proxy};
use support::{
    ADA, ApiResponse, NEW_PASSWORD, OLD_PASSWORD, TestServer, UNKNOWN, VERIFIER, challenge, other_code,
};

const OWN_NETWORK: &str = "203.0.113.5";
const OTHER_NETWORK: &str = "198.51.100.7";
const MINUTES_OF_A_DAY: u32 = 24 * 60;

/// A server behind a trusted proxy, so that requests can have different client addresses.
async fn start() -> TestServer {
    TestServer::start_with(trust_proxy).await
}

/// Requests a recovery with the challenge of [`VERIFIER`]. Returns the flow.
async fn request_bound_from(server: &TestServer, from: &str, email: &str) -> String {
    let challenge = challenge();
    let fields = [("email", email), ("code_challenge", &challenge), ("code_challenge_method", "S256")];
    let response = post_from(server, from, "/account/recovery", &fields).await;
    response.assert_ok();
    server.mail_delivered().await;
    response.body["flow"].as_str().unwrap().to_owned()
}

async fn check_code_from(server: &TestServer, from: &str, flow: &str, code: &str) -> ApiResponse {
    let proof = [("flow", flow), ("code", code), ("code_verifier", VERIFIER)];
    post_from(server, from, "/account/reset-password/check", &proof).await
}

fn mail_count(server: &TestServer) -> usize {
    server.mailbox.files().len()
}

#[tokio::test]
async fn requests_every_minute_block_nobody_and_send_few_mails() {
    // REQ-3, REQ-4
    let server = start().await;
    let flow = request_bound_from(&server, OWN_NETWORK, ADA).await;
    let mail = server.mailbox.newest();
    let (token, code) = (mail.token(), mail.code().unwrap());
    for minute in 0..MINUTES_OF_A_DAY {
        post_from(&server, OTHER_NETWORK, "/account/recovery", &[("email", ADA)]).await.assert_ok();
        if minute == 9 {
            check_code_from(&server, OWN_NETWORK, &flow, &code).await.assert_ok();
        }
        if minute == 59 {
            let proof = [("token", token.as_str()), ("code_verifier", VERIFIER)];
            post_from(&server, OWN_NETWORK, "/account/reset-password/check", &proof).await.assert_ok();
        }
        server.mail_delivered().await;
        server.clock.advance(60);
    }
    let mails = mail_count(&server);
    assert_eq!(mails, 1 + 7, "{:#?}", server.mailbox.files());
    // The owner's next request is mailed at once.
    let response = post_from(&server, OWN_NETWORK, "/account/recovery", &[("email", ADA)]).await;
    assert_eq!(response.body["resend_after"], 60, "the countdown depends on the requester only");
    server.mail_delivered().await;
    assert_eq!(mail_count(&server), mails + 1);
    server.reset(&[("token", &server.mailbox.newest().token())], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn mails_to_an_address_from_all_networks_are_limited() {
    // REQ-4
    let server = start().await;
    let request = async |network: u32| {
        let from = format!("198.51.{network}.1");
        post_from(&server, &from, "/account/recovery", &[("email", ADA)]).await.assert_ok();
    };
    for network in 0..40 {
        request(network).await;
    }
    server.mail_delivered().await;
    assert_eq!(mail_count(&server), 40, "the first mails of networks are not limited in an hour");
    for hour in 1..24 {
        server.clock.advance(60 * 60);
        for network in 8 * hour..8 * hour + 30 {
            request(network).await;
        }
        server.mail_delivered().await;
    }
    assert_eq!(mail_count(&server), 96, "the first mails of networks in 24 hours");
}

#[tokio::test]
async fn first_mails_of_networks_end_after_74_networks() {
    // REQ-4
    let server = start().await;
    let first_network = ["198.51.200.1", "198.51.200.2"].map(Device::new);
    let second_network = ["198.51.201.1", "198.51.201.2"].map(Device::new);
    // A network has one email at the first time and two at the others. The second one begins later, so that they do not
    // reach the limit of an hour.
    for minute in 0..14 * 60 {
        let devices: &[Device] = match minute {
            0..90 | 790..804 => &first_network,
            100..190 => &second_network,
            _ => &[],
        };
        // After the first email, both devices have to request the second one.
        for device in devices.iter().chain(devices) {
            device.request_recovery(&server, ADA).await;
        }
        // A delayed email is sent before the requests of the minute in which it is due, or it would depend on the speed of
        // the machine whether they join it.
        server.mail_delivered().await;
        server.clock.advance(60);
        server.mail_delivered().await;
    }
    assert_eq!(mail_count(&server), 24);
    for network in 0..73 {
        Device::new(address_in_network(network)).request_recovery(&server, ADA).await;
    }
    assert_eq!(mail_count(&server), 24 + 72);
}

#[tokio::test]
async fn a_few_networks_cannot_prevent_mails_to_the_owner() {
    // REQ-4
    for email in [ADA, UNKNOWN] {
        let server = start().await;
        let mut count = 0;
        // Two requests from each of twelve networks in an hour, until no more email is sent.
        for _ in 0..3 {
            for _ in 0..2 {
                for network in 0..12 {
                    request_bound_from(&server, &format!("198.51.{network}.1"), email).await;
                }
                server.clock.advance(5 * 60);
            }
            server.clock.advance(50 * 60);
            server.mail_delivered().await;
            count = sent_count(&server, email).await;
        }
        assert_eq!(count, 24, "{email}");
        request_bound_from(&server, OWN_NETWORK, email).await;
        assert_eq!(
            sent_count(&server, email).await,
            25,
            "{email}: the first mail of a network has a reserve"
        );
        // The next emails are sent when the first are 24 hours old, and not at midnight.
        server.clock.advance(12 * 60 * 60);
        request_bound_from(&server, OWN_NETWORK, email).await;
        assert_eq!(sent_count(&server, email).await, 25, "{email}");
        server.clock.advance(10 * 60 * 60);
        request_bound_from(&server, OWN_NETWORK, email).await;
        assert_eq!(sent_count(&server, email).await, 26, "{email}");
    }
}

/// The number of recovery emails that were sent or, without an account, simulated.
async fn sent_count(server: &TestServer, email: &str) -> usize {
    const QUERY: &str = "SELECT count(*) FROM recoveries WHERE number IS NOT NULL";
    let recorded = support::database::query_scalar(server.folder.path(), QUERY).await;
    if email == ADA {
        assert_eq!(i64::try_from(mail_count(server)), Ok(recorded));
    }
    usize::try_from(recorded).unwrap()
}

#[tokio::test]
async fn requests_in_the_same_network_do_not_end_a_link_without_challenge() {
    // TOK-8
    const SAME_NETWORK: [&str; 2] = ["203.0.113.9", "203.0.113.200"];
    let server = start().await;
    let request = async |from: &str| {
        post_from(&server, from, "/account/recovery", &[("email", ADA)]).await.assert_ok();
        server.mail_delivered().await;
    };
    request(OWN_NETWORK).await;
    let own = server.mailbox.newest().token();
    let mut tokens = Vec::new();
    for wait in [60, 120, 300, 900] {
        server.clock.advance(wait);
        for from in SAME_NETWORK {
            request(from).await;
        }
        tokens.push(server.mailbox.newest().token());
    }
    assert_eq!(mail_count(&server), 5);
    for open in tokens.iter().chain([&own]) {
        server.check(&[("token", open)]).await.assert_ok();
    }
    server.reset(&[("token", &own)], NEW_PASSWORD).await.assert_ok();
    for ended in &tokens {
        server.check(&[("token", ended)]).await.assert_problem(410, "token_superseded");
    }
}

#[tokio::test]
async fn request_in_the_same_network_does_not_withdraw_a_delayed_mail() {
    // TOK-8
    let server = start().await;
    let (owner, stranger) = (Device::new("203.0.113.200"), Device::new("203.0.113.7"));
    stranger.request_recovery(&server, ADA).await;
    server.clock.advance(3);
    let flow = owner.request_recovery(&server, ADA).await;
    for _ in 0..3 {
        server.clock.advance(3);
        stranger.request_recovery(&server, ADA).await;
    }
    assert_eq!(mail_count(&server), 1, "the others are delayed");
    server.clock.advance(60);
    server.mail_delivered().await;
    assert_eq!(mail_count(&server), 3, "one of each device");
    let mail = server.mailbox.mail_of_flow(&flow).await;
    owner.check_link(&server, &mail.token()).await.assert_ok();
    owner.check_code(&server, &flow, &mail.code().unwrap()).await.assert_ok();
}

#[tokio::test]
async fn two_addresses_of_an_account_look_like_two_accounts() {
    const SECOND_ADDRESS: &str = "ada@work.example";
    let server = start().await;
    let admin = AdminService::open(&support::config_in(&server.folder).await).await.unwrap();
    admin.add_address(ADA, SECOND_ADDRESS).await.unwrap();
    admin.close().await;
    let mut seen = Vec::new();
    for (first, second) in [(ADA, SECOND_ADDRESS), (UNKNOWN, "someone@example.com")] {
        let flow = request_bound_from(&server, OTHER_NETWORK, first).await;
        request_bound_from(&server, OTHER_NETWORK, second).await;
        let wrong = check_code_from(&server, OTHER_NETWORK, &flow, "12345678").await;
        assert_ne!(wrong.code(), "", "the code is right with a probability of 1 in 50 million");
        seen.push(wrong);
    }
    assert_eq!(seen[0], seen[1]);
    seen[0].assert_problem(400, "code_invalid");
}

#[tokio::test]
async fn recovery_elsewhere_is_not_revealed_without_the_mail() {
    let server = start().await;
    let known = request_bound_from(&server, OTHER_NETWORK, ADA).await;
    let other_networks_code = server.mailbox.newest().code().unwrap();
    let unknown = request_bound_from(&server, OTHER_NETWORK, UNKNOWN).await;
    server.clock.advance(60);
    // The owner redeems another recovery.
    post_from(&server, OWN_NETWORK, "/account/recovery", &[("email", ADA)]).await.assert_ok();
    server.mail_delivered().await;
    let token = server.mailbox.newest().token();
    let fields = [("token", token.as_str()), ("new_password", NEW_PASSWORD)];
    post_from(&server, OWN_NETWORK, "/account/reset-password", &fields).await.assert_ok();

    let wrong = other_code(&other_networks_code);
    for _ in 0..6 {
        let [of_known, of_unknown] =
            [&known, &unknown].map(|flow| check_code_from(&server, OTHER_NETWORK, flow, &wrong));
        assert_eq!(of_known.await, of_unknown.await);
    }
    server.clock.advance(600);
    for flow in [&known, &unknown] {
        check_code_from(&server, OTHER_NETWORK, flow, &wrong).await.assert_problem(410, "code_expired");
    }
    // The right code reveals that the recovery was used, a wrong code does not.
    let flow = request_bound_from(&server, OWN_NETWORK, ADA).await;
    let mail = server.mailbox.newest();
    let code = mail.code().unwrap();
    let fields = [("token", mail.token()), ("code_verifier", VERIFIER.to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    server.reset(&fields, "yet another long phrase").await.assert_ok();
    check_code_from(&server, OWN_NETWORK, &flow, &other_code(&code))
        .await
        .assert_problem(400, "code_invalid");
    check_code_from(&server, OWN_NETWORK, &flow, &code).await.assert_problem(410, "token_used");
}

#[tokio::test]
async fn code_expiry_does_not_reveal_that_a_mail_was_skipped() {
    let server = start().await;
    let mut flows = Vec::new();
    for email in [ADA, UNKNOWN] {
        // The second email is delayed.
        request_bound_from(&server, OTHER_NETWORK, email).await;
        flows.push(request_bound_from(&server, OTHER_NETWORK, email).await);
    }
    post_from(&server, OWN_NETWORK, "/account/recovery", &[("email", ADA)]).await.assert_ok();
    server.mail_delivered().await;
    let token = server.mailbox.newest().token();
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    // The email is due after a minute, and processed half a minute later. For Ada it is skipped.
    server.clock.advance(90);
    server.mail_delivered().await;
    // The code expires ten minutes after its email, the link an hour after it was due.
    for (wait, code) in [(601, "code_invalid"), (75 * 60 - 692, "code_invalid"), (1, "token_expired")] {
        server.clock.advance(wait);
        for flow in &flows {
            assert_eq!(check_code_from(&server, OTHER_NETWORK, flow, "12345678").await.code(), code);
        }
    }
}

/// Sends wrong codes from one network, five per recovery. Returns the responses.
async fn try_wrong_code(server: &TestServer, email: &str, wrong: &str, count: usize) -> Vec<(u16, String)> {
    let (mut seen, mut flow) = (Vec::new(), String::new());
    for number in 0..count {
        if number % 5 == 0 {
            flow = request_bound_from(server, OTHER_NETWORK, email).await;
        }
        let response = check_code_from(server, OTHER_NETWORK, &flow, wrong).await;
        seen.push((response.status, response.code().to_owned()));
    }
    seen
}

#[tokio::test]
async fn wrong_codes_are_counted_across_requests_without_blocking_the_owner() {
    // TOK-7
    let server = start().await;
    let flow = request_bound_from(&server, OWN_NETWORK, ADA).await;
    let mail = server.mailbox.newest();
    let code = mail.code().unwrap();
    let wrong = other_code(&code);
    let known = try_wrong_code(&server, ADA, &wrong, 15).await;
    assert_eq!(known, try_wrong_code(&server, UNKNOWN, &wrong, 15).await);
    let checked_count = known.iter().filter(|(_, code)| code == "code_invalid").count();
    assert_eq!(checked_count, 10, "{known:?}");
    assert_eq!(known[10], (429, "rate_limited".to_owned()));
    check_code_from(&server, OWN_NETWORK, &flow, &code).await.assert_ok();
    // After some days the network has reached its share. The link still works.
    let mut checked_count = 10;
    for _ in 0..40 {
        server.clock.advance(60 * 60);
        let seen = try_wrong_code(&server, ADA, &wrong, 1).await;
        checked_count += seen.iter().filter(|(_, code)| code == "code_invalid").count();
    }
    assert_eq!(checked_count, 25);
    let flow = request_bound_from(&server, OWN_NETWORK, ADA).await;
    let mail = server.mailbox.newest();
    check_code_from(&server, OTHER_NETWORK, &flow, &mail.code().unwrap())
        .await
        .assert_problem(410, "code_expired");
    let proof = [("token", mail.token()), ("code_verifier", VERIFIER.to_owned())];
    let proof = proof.each_ref().map(|(name, value)| (*name, value.as_str()));
    post_from(&server, OTHER_NETWORK, "/account/reset-password/check", &proof).await.assert_ok();
    check_code_from(&server, OWN_NETWORK, &flow, &mail.code().unwrap()).await.assert_ok();
}

#[tokio::test]
async fn wrong_passwords_are_throttled_per_network_equally_for_all_addresses() {
    // REQ-4
    let server = start().await;
    let sign_in = async |from: &str, email: &str, password: &str| {
        post_from(&server, from, "/session", &[("email", email), ("password", password)]).await
    };
    for wait in [0, 0, 0, 0, 0, 30, 60, 120] {
        server.clock.advance(wait);
        for email in [ADA, UNKNOWN] {
            sign_in(OTHER_NETWORK, email, "not the password at all")
                .await
                .assert_problem(401, "credentials_invalid");
        }
    }
    for email in [ADA, UNKNOWN] {
        sign_in(OTHER_NETWORK, email, OLD_PASSWORD).await.assert_problem(429, "rate_limited");
    }
    sign_in(OWN_NETWORK, ADA, OLD_PASSWORD).await.assert_ok();
    sign_in(OTHER_NETWORK, ADA, OLD_PASSWORD).await.assert_problem(429, "rate_limited");
    server.clock.advance(240);
    sign_in(OTHER_NETWORK, ADA, OLD_PASSWORD).await.assert_ok();
}
