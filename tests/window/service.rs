//! The service of an account, as the app meets it: the reference server inside the test, with a clock that stands.

use std::path::PathBuf;
use std::sync::Arc;

use latchkey::secret::{EmailAddress, NewPassword, RecoveryToken};
use latchkey::service::{BaseUrl, CallLimits, HttpRecoveryService, RecoveryService as _};
use latchkey_server::{
    Clock as _, Config, Database, Limits, Mail, ManualClock, Product, Running, Server, SystemClock,
};
use latchkey_tour::App;
use tempfile::TempDir;

use crate::line::Line;
use crate::mail::Letter;
use crate::steps::BINARY;

pub const ADA: &str = "ada@example.org";
pub const BEN: &str = "ben@example.org";
pub const OLD_PASSWORD: &str = "seven grey herons";

pub struct Service {
    pub clock: Arc<ManualClock>,
    pub line: Line,
    running: Running,
    folder: TempDir,
}

impl Service {
    /// With the accounts of Ada and Ben; an address may be asked for again at once.
    pub async fn start() -> Self {
        Self::start_with(Limits { resend_after: 0, ..Limits::default() }).await
    }

    pub async fn start_with(limits: Limits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let product = Product {
            name: "Latchkey".into(),
            support: "help@latchkey.example".into(),
            sender: "no-reply@latchkey.example".into(),
        };
        let mail = Mail::Directory(folder.path().join("mail"));
        let link_base = "latchkey://reset-password".parse().unwrap();
        let config = Config { limits, ..Config::new(Database::Memory, mail, link_base, product) };
        let clock = Arc::new(ManualClock::at(SystemClock.now()));
        let running = Server::start_with_clock(config, clock.clone()).await.unwrap();
        for email in [ADA, BEN] {
            running.add_user(email, OLD_PASSWORD).await.unwrap();
        }
        let line = Line::to(running.addr()).await;
        Self { clock, line, running, folder }
    }

    /// The app, pointed at this service.
    pub fn app(&self) -> App {
        App::new(BINARY).env(Self::ADDRESS_VARIABLE, self.address())
    }

    /// What points an app at a service.
    pub const ADDRESS_VARIABLE: &str = "LATCHKEY_BASE_URL";

    pub fn address(&self) -> String {
        format!("http://{}", self.line.address())
    }

    /// The newest recovery mail to this address, once all that is due has been sent.
    pub async fn letter_to(&self, email: &str) -> Letter {
        self.running.mail_delivered().await.unwrap();
        Letter::newest_to(email, &self.mail_folder()).unwrap()
    }

    /// Asks for a recovery as a client without a device of its own does: the link works anywhere.
    pub async fn ask_elsewhere(&self, email: &str) -> Letter {
        let email_address = EmailAddress::parse(email).unwrap();
        self.client().send_account_recovery_email(&email_address).await.unwrap();
        self.letter_to(email).await
    }

    /// Sets a password with a link, not in the app.
    pub async fn reset_elsewhere(&self, letter: &Letter, password: &str) {
        let token = RecoveryToken::parse(&letter.token()).unwrap();
        self.client().reset_password(&token, &NewPassword::new(password).unwrap()).await.unwrap();
    }

    /// Whether one can sign in with this password.
    pub async fn lets_in(&self, email: &str, password: &str) -> bool {
        // Whoever comes second finds a provider installed, which is all that is wanted.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let form = [("email", email), ("password", password)];
        let address = self.running.base_url().join("session").unwrap();
        client.post(address).form(&form).send().await.unwrap().status().is_success()
    }

    fn mail_folder(&self) -> PathBuf {
        self.folder.path().join("mail")
    }

    /// A client beside the line, which is the app's alone.
    fn client(&self) -> HttpRecoveryService {
        let base = BaseUrl::parse(self.running.base_url().as_str()).unwrap();
        HttpRecoveryService::new(base, CallLimits::default()).unwrap()
    }
}
