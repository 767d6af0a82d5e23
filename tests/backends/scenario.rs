//! A running server, and apps that are configured for it.

use std::marker::PhantomData;
use std::sync::Arc;

use latchkey::link::RecoveryLink;
use latchkey::secret::RecoveryCode;
use latchkey_server::{ManualClock, UnixTime};

use super::backend::Backend;
use super::configuration::{contract, rules, service};
use super::harness::{ADA, Live, Mail};
use super::recording_service::{OperationLog, RecordingService};
use super::support::headless_app::HeadlessApp;

pub struct Scenario<B> {
    pub live: Live,
    /// The operations of all apps.
    pub log: OperationLog,
    clock: Arc<ManualClock>,
    backend: PhantomData<B>,
}

impl<B: Backend> Scenario<B> {
    /// Starts the server with its own options and these.
    pub async fn start(log: &OperationLog, options: &[&str]) -> Self {
        let options = [B::OPTIONS, options].concat();
        let live = Live::start(B::FOLDER, &options).await;
        // This clock is only the app's: the server has its own.
        let clock = Arc::new(ManualClock::at(UnixTime(1_795_437_240)));
        Self { live, log: OperationLog::clone(log), clock, backend: PhantomData }
    }

    /// A new app, configured for this server.
    pub async fn app(&self) -> HeadlessApp {
        let base = self.live.base() + B::BASE;
        let (log, exchanges) = (OperationLog::clone(&self.log), self.live.exchange_log());
        let service = move || {
            let service = Box::new(service::<B>(contract::<B>(), &base));
            let log = OperationLog::clone(&log);
            Box::new(RecordingService::new(service, exchanges.clone(), log)) as Box<_>
        };
        HeadlessApp::with(service, rules::<B>(), &self.clock).await
    }

    /// The outcome of the last operation.
    pub fn last_outcome(&self) -> String {
        self.log.borrow().last().expect("an operation").outcome.clone()
    }

    /// Waits for the next email to Ada, and opens its link if that leads to the server first.
    pub async fn mail(&mut self) -> Mail {
        let mail = self.live.mail_to(ADA).await;
        B::open_in_browser(&self.live, mail).await
    }

    /// Requests an email to Ada in a new app, and waits for it.
    pub async fn request_email(&mut self) -> (HeadlessApp, Mail) {
        let mut app = self.app().await;
        app.request_email(ADA).await;
        assert_eq!(app.check_email().problem, None);
        (app, self.mail().await)
    }
}

/// Opens the email's link that the app accepts, or types its code.
pub async fn open_email<B: Backend>(app: &mut HeadlessApp, mail: &Mail) {
    match link::<B>(mail) {
        Some(link) => app.open_link(link).await,
        None => app.type_code(code::<B>(mail)).await,
    }
}

pub fn link<B: Backend>(mail: &Mail) -> Option<&str> {
    let rules = rules::<B>();
    // A server may send its HTML as plain text.
    let mut words = mail.text.split(|c: char| c.is_whitespace() || "<>".contains(c));
    words.find(|word| RecoveryLink::parse(word, &rules).is_ok())
}

pub fn code<B: Backend>(mail: &Mail) -> &str {
    let shape = contract::<B>().capabilities().code.expect("the email has neither a link nor a code");
    let mut lines = mail.text.lines().map(str::trim);
    lines.find(|line| RecoveryCode::parse(line, shape).is_ok()).expect("a code in the email")
}
