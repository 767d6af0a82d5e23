//! Devices in different networks, behind a trusted proxy.

use latchkey_server::Config;

use super::{ApiResponse, TestServer, challenge_of, hash_in_base64};

/// Makes the server take client addresses from `X-Forwarded-For`.
pub fn trust_proxy(config: &mut Config) {
    config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
}

/// Sends a form from a client address.
pub async fn post_from(server: &TestServer, from: &str, path: &str, fields: &[(&str, &str)]) -> ApiResponse {
    let request = server.client.post(server.url(path)).header("X-Forwarded-For", from);
    ApiResponse::read(request.form(fields).send().await.unwrap()).await
}

/// An address in the network with this number. Its networks are the largest that share a limit.
pub fn address_in_network(number: usize) -> String {
    format!("198.51.{number}.1")
}

/// A device with its own verifier.
pub struct Device {
    address: String,
    verifier: String,
}

impl Device {
    /// The device with this address. Each address has its own verifier.
    pub fn new(address: impl Into<String>) -> Self {
        let address = address.into();
        Self { verifier: hash_in_base64(&address), address }
    }

    /// Requests a recovery that is bound to this device, and waits for its email. Returns the flow.
    pub async fn request_recovery(&self, server: &TestServer, email: &str) -> String {
        let challenge = challenge_of(&self.verifier);
        let fields = [("email", email), ("code_challenge", &challenge), ("code_challenge_method", "S256")];
        let response = post_from(server, &self.address, "/account/recovery", &fields).await;
        response.assert_ok();
        server.mail_delivered().await;
        response.body["flow"].as_str().unwrap().to_owned()
    }

    pub async fn check_code(&self, server: &TestServer, flow: &str, code: &str) -> ApiResponse {
        self.check(server, &[("flow", flow), ("code", code)]).await
    }

    pub async fn check_link(&self, server: &TestServer, token: &str) -> ApiResponse {
        self.check(server, &[("token", token)]).await
    }

    async fn check(&self, server: &TestServer, proof: &[(&str, &str)]) -> ApiResponse {
        let fields = [proof, &[("code_verifier", &self.verifier)]].concat();
        post_from(server, &self.address, "/account/reset-password/check", &fields).await
    }

    pub async fn reset(
        &self,
        server: &TestServer,
        proof: &[(&str, &str)],
        new_password: &str,
    ) -> ApiResponse {
        let fields = [proof, &[("code_verifier", &self.verifier), ("new_password", new_password)]].concat();
        post_from(server, &self.address, "/account/reset-password", &fields).await
    }
}
