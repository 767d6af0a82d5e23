//! The recovery service of the tests: the reference server with a manual clock, behind a [`ServiceProxy`].

use std::sync::Arc;
use std::time::Duration;

use latchkey_e2e::App;
use latchkey_server::{Clock as _, Limits, ManualClock};

use crate::proxy::ServiceProxy;
use crate::server::TestServer;
use crate::server::mailbox::Mail;
use crate::server::second_factor::start_with_second_factor;
use crate::steps::BINARY;

pub use crate::server::{ADA, OLD_PASSWORD};

pub const BEN: &str = "ben@example.org";

pub struct Service {
    pub proxy: ServiceProxy,
    server: TestServer,
}

impl Service {
    /// Environment variable with the service's address.
    pub const ADDRESS_VARIABLE: &str = "LATCHKEY_BASE_URL";

    /// Calls that the proxy holds back must be cancelled by the app and not by the service, even on a busy machine.
    const REQUEST_WITHIN: Duration = Limits::MAX_REQUEST_WITHIN;

    /// Starts a server with the accounts of Ada and Ben, and without a wait between two emails.
    pub async fn start() -> Self {
        Self::start_with(Limits { resend_after: 0, ..Limits::default() }).await
    }

    pub async fn start_with(limits: Limits) -> Self {
        let limits = Limits { request_within: Self::REQUEST_WITHIN, ..limits };
        let server = TestServer::start_with(|config| config.limits = limits).await;
        server.running.add_user(BEN, OLD_PASSWORD).await.unwrap();
        Self { proxy: ServiceProxy::start(server.running.addr()).await, server }
    }

    /// Starts a server like [`Service::start`], but Ada's account has a second factor. Also returns her current TOTP code.
    pub async fn start_with_second_factor() -> (Self, String) {
        let (server, totp) =
            start_with_second_factor(|config| config.limits.request_within = Self::REQUEST_WITHIN).await;
        let code = totp.generate(u64::try_from(server.clock.now().0).unwrap()).to_string();
        (Self { proxy: ServiceProxy::start(server.running.addr()).await, server }, code)
    }

    /// The app, pointed at this service.
    pub fn app(&self) -> App {
        App::new(BINARY).env(Self::ADDRESS_VARIABLE, self.address())
    }

    pub fn address(&self) -> String {
        format!("http://{}", self.proxy.address())
    }

    pub fn clock(&self) -> &Arc<ManualClock> {
        &self.server.clock
    }

    /// Deletes old records.
    pub async fn prune(&self) {
        self.server.running.prune().await.unwrap();
    }

    /// The newest email to this address, after all queued emails were sent.
    pub async fn mail_to(&self, email: &str) -> Mail {
        self.server.running.mail_delivered().await.unwrap();
        self.server.mailbox.mails().into_iter().rfind(|mail| mail.to == email).unwrap()
    }

    /// Requests a recovery as a client without PKCE does: the link works on any device.
    pub async fn request_from_other_client(&self, email: &str) -> Mail {
        self.server.request_recovery(email).await;
        self.mail_to(email).await
    }

    /// Sets a password with the token of a link, without the app.
    pub async fn reset_with_other_client(&self, mail: &Mail, password: &str) {
        self.server.reset(&[("token", &mail.token())], password).await.assert_ok();
    }

    /// Sends requests until the service rate-limits this address.
    pub async fn exhaust_rate_limit(&self) {
        while self.server.check(&[("token", "nobody's")]).await.status != 429 {}
    }

    /// Whether this password is the account's.
    pub async fn can_sign_in(&self, email: &str, password: &str) -> bool {
        self.server.post("/session", &[("email", email), ("password", password)]).await.status == 200
    }
}
