//! Whether links and codes only work on the requesting device.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::Binding;
use serde_json::json;
use support::networks::{Device, trust_proxy};
use support::{ADA, NEW_PASSWORD, TestServer};

#[tokio::test]
async fn with_binding_off_links_work_everywhere_and_mails_have_no_code() {
    let server = TestServer::start_with(|config| config.binding = Binding::Off).await;
    server.request_bound_recovery(ADA).await;
    let mail = server.mailbox.newest();
    assert_eq!(mail.code(), None);
    server.reset(&[("token", &mail.token())], NEW_PASSWORD).await.assert_ok();
    let url = server.url("/account/recovery/capabilities");
    let can: serde_json::Value = server.client.get(url).send().await.unwrap().json().await.unwrap();
    assert_eq!((&can["challenge_methods"], &can["code_digits"]), (&json!([]), &json!(null)));
}

#[tokio::test]
async fn with_binding_required_a_request_needs_a_challenge() {
    let server = TestServer::start_with(|config| config.binding = Binding::Require).await;
    server.post("/account/recovery", &[("email", ADA)]).await.assert_problem(400, "challenge_invalid");
    server
        .post("/account/recovery", &[("email", "nobody@example.org")])
        .await
        .assert_problem(400, "challenge_invalid");
    server.request_bound_recovery(ADA).await;
    let token = server.mailbox.newest().token();
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_problem(403, "verifier_required");
    let proof = [("token", token.as_str()), ("code_verifier", support::VERIFIER)];
    server.reset(&proof, NEW_PASSWORD).await.assert_ok();
}

/// What a device and the email of its recovery prove.
struct Requested {
    device: Device,
    flow: String,
    token: String,
    code: String,
}

impl Requested {
    async fn from(server: &TestServer, device: Device) -> Self {
        let flow = device.request_recovery(server, ADA).await;
        let mail = server.mailbox.newest();
        assert!(mail.is_for_flow(&flow));
        Self { device, flow, token: mail.token(), code: mail.code().unwrap() }
    }

    async fn assert_works(&self, server: &TestServer) {
        self.device.check_link(server, &self.token).await.assert_ok();
        self.device.check_code(server, &self.flow, &self.code).await.assert_ok();
    }

    async fn assert_is_superseded(&self, server: &TestServer) {
        self.device.check_link(server, &self.token).await.assert_problem(410, "token_superseded");
        self.device.check_code(server, &self.flow, &self.code).await.assert_problem(410, "token_superseded");
    }

    /// The other device can use neither this link nor this code, also not for its own flow.
    async fn assert_is_bound(&self, server: &TestServer, other: &Self) {
        other.device.check_link(server, &self.token).await.assert_problem(403, "verifier_required");
        other
            .device
            .check_code(server, &self.flow, &self.code)
            .await
            .assert_problem(403, "verifier_required");
        other.device.check_code(server, &other.flow, &self.code).await.assert_problem(400, "code_invalid");
    }
}

#[tokio::test]
async fn bound_requests_of_another_device_do_not_end_a_recovery() {
    // REQ-4, TOK-8
    for (own, other) in [("203.0.113.5", "203.0.113.6"), ("203.0.113.5", "198.51.100.7")] {
        for first_wins in [true, false] {
            let server = TestServer::start_with(trust_proxy).await;
            let first = Requested::from(&server, Device::new(own)).await;
            // As many requests as stay open for one device, at times at which an email is due in the same network, too.
            let mut second = None;
            for wait in [60, 120, 300] {
                server.clock.advance(wait);
                second = Some(Requested::from(&server, Device::new(other)).await);
            }
            let second = second.unwrap();
            for (requested, other) in [(&first, &second), (&second, &first)] {
                requested.assert_works(&server).await;
                requested.assert_is_bound(&server, other).await;
            }
            let (winner, loser) = if first_wins { (&first, &second) } else { (&second, &first) };
            let proof = if first_wins {
                vec![("flow", winner.flow.as_str()), ("code", &winner.code)]
            } else {
                vec![("token", winner.token.as_str())]
            };
            winner.device.reset(&server, &proof, NEW_PASSWORD).await.assert_ok();
            loser.assert_is_superseded(&server).await;
            let proof = [("token", loser.token.as_str())];
            loser
                .device
                .reset(&server, &proof, "yet another long phrase")
                .await
                .assert_problem(410, "token_superseded");
            server.sign_in(NEW_PASSWORD).await.assert_ok();
        }
    }
}
