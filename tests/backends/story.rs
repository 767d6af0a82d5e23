//! One server with one person at it.

use std::marker::PhantomData;
use std::sync::Arc;

use latchkey::link::RecoveryLink;
use latchkey::secret::RecoveryCode;
use latchkey_server::{ManualClock, UnixTime};

use super::harness::{ADA, Live, Mail};
use super::set_up::{contract, rules, service};
use super::site::Site;
use super::support::device::Device;
use super::witness::{Record, Witness};

pub struct Story<S> {
    pub live: Live,
    /// Every question of every device, and what came of it.
    pub record: Record,
    clock: Arc<ManualClock>,
    site: PhantomData<S>,
}

impl<S: Site> Story<S> {
    /// Starts the server with the options of the site and these.
    pub async fn begin(record: &Record, options: &[&str]) -> Self {
        let options = [S::OPTIONS, options].concat();
        let live = Live::start(S::FOLDER, &options).await;
        // A moment for the app alone: the server has its own clock.
        let clock = Arc::new(ManualClock::at(UnixTime(1_795_437_240)));
        Self { live, record: Record::clone(record), clock, site: PhantomData }
    }

    /// A device on which the app is installed, set up for this server.
    pub async fn device(&self) -> Device {
        let base = self.live.base() + S::BASE;
        let (record, watch) = (Record::clone(&self.record), self.live.watch());
        let service = move || {
            let service = Box::new(service::<S>(contract::<S>(), &base));
            Box::new(Witness { service, watch: watch.clone(), record: Record::clone(&record) }) as Box<_>
        };
        Device::with(service, rules::<S>(), &self.clock).await
    }

    /// What the last question came to.
    pub fn last_outcome(&self) -> String {
        self.record.borrow().last().expect("a question").outcome.clone()
    }

    /// Asks for an e-mail to Ada on a new device, and waits for it.
    pub async fn asked(&mut self) -> (Device, Mail) {
        let mut device = self.device().await;
        device.ask_for(ADA).await;
        assert_eq!(device.check_email().problem, None);
        (device, self.live.mail_to(ADA).await)
    }
}

/// Opens what the e-mail brings: its one link that the app takes, or its code.
pub async fn bring<S: Site>(device: &mut Device, mail: &Mail) {
    match link::<S>(mail) {
        Some(link) => device.open_link(link).await,
        None => device.type_code(code::<S>(mail)).await,
    }
}

pub fn link<S: Site>(mail: &Mail) -> Option<&str> {
    let rules = rules::<S>();
    // A server may send its HTML as plain text.
    let mut words = mail.text.split(|c: char| c.is_whitespace() || "<>".contains(c));
    words.find(|word| RecoveryLink::parse(word, &rules).is_ok())
}

fn code<S: Site>(mail: &Mail) -> &str {
    let shape =
        contract::<S>().capabilities().code.expect("there is no link in the mail, and no code either");
    let mut lines = mail.text.lines().map(str::trim);
    lines.find(|line| RecoveryCode::parse(line, shape).is_ok()).expect("a code in the mail")
}
