//! The service of an account, as the app meets it: the reference server inside the test, with a clock that stands,
//! at the other end of a [`Line`].

use std::sync::Arc;

use latchkey_server::{Clock as _, Limits, ManualClock};
use latchkey_tour::App;

use crate::line::Line;
use crate::server::TestServer;
use crate::server::mailbox::Mail;
use crate::server::second_factor::start_with_second_factor;
use crate::steps::BINARY;

pub use crate::server::{ADA, OLD_PASSWORD};

pub const BEN: &str = "ben@example.org";

pub struct Service {
    pub line: Line,
    server: TestServer,
}

impl Service {
    /// What points an app at a service.
    pub const ADDRESS_VARIABLE: &str = "LATCHKEY_BASE_URL";

    /// With the accounts of Ada and Ben; an address may be asked for again at once.
    pub async fn start() -> Self {
        Self::start_with(Limits { resend_after: 0, ..Limits::default() }).await
    }

    pub async fn start_with(limits: Limits) -> Self {
        // A line that is held up is to be given up by the app, on a busy machine too, and not by the service.
        let limits = Limits { request_within: Limits::MAX_REQUEST_WITHIN, ..limits };
        let server = TestServer::start_with(|config| config.limits = limits).await;
        server.running.add_user(BEN, OLD_PASSWORD).await.unwrap();
        Self { line: Line::to(server.running.addr()).await, server }
    }

    /// As [`Service::start`], but Ada's account has a second factor; answers what her authenticator shows just now.
    pub async fn start_with_second_factor() -> (Self, String) {
        let (server, totp) = start_with_second_factor(|_| ()).await;
        let code = totp.generate(u64::try_from(server.clock.now().0).unwrap()).to_string();
        (Self { line: Line::to(server.running.addr()).await, server }, code)
    }

    /// The app, pointed at this service.
    pub fn app(&self) -> App {
        App::new(BINARY).env(Self::ADDRESS_VARIABLE, self.address())
    }

    pub fn address(&self) -> String {
        format!("http://{}", self.line.address())
    }

    pub fn clock(&self) -> &Arc<ManualClock> {
        &self.server.clock
    }

    /// The newest mail to this address, once all that is due has been sent.
    pub async fn letter_to(&self, email: &str) -> Mail {
        self.server.running.mail_delivered().await.unwrap();
        self.server.mailbox.mails().into_iter().rfind(|mail| mail.to == email).unwrap()
    }

    /// Asks for a recovery as a client without a device of its own does: the link works anywhere.
    pub async fn ask_elsewhere(&self, email: &str) -> Mail {
        self.server.ask(email).await;
        self.letter_to(email).await
    }

    /// Sets a password with a link, not in the app.
    pub async fn reset_elsewhere(&self, letter: &Mail, password: &str) {
        self.server.reset(&[("token", &letter.token())], password).await.assert_ok();
    }

    /// Sends requests until the service refuses any more of them from this computer for now.
    pub async fn use_up_requests(&self) {
        while self.server.check(&[("token", "nobody's")]).await.status != 429 {}
    }

    /// Whether one can sign in with this password.
    pub async fn lets_in(&self, email: &str, password: &str) -> bool {
        self.server.post("/session", &[("email", email), ("password", password)]).await.status == 200
    }
}
