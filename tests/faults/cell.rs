//! One fault at one call: a recovery that meets it, and what becomes of that.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::FutureExt as _;
use latchkey::flow::Step;
use latchkey::service::CallLimits;

use super::call::{CHECK, Call, Person, RESET};
use super::expected::{is_set, words};
use super::said::{english, said};
use super::support::device::Device;
use super::support::line::{Line, fault::Fault, proxy::Proxy, tls::Certificates};
use super::support::server::second_factor::start_with_second_factor;
use super::support::server::{NEW_PASSWORD, TestServer};

/// Until a server that says nothing is given up.
const PATIENCE: Duration = Duration::from_secs(3);

/// What all cells share.
pub struct Lines {
    pub certificates: Arc<Certificates>,
    pub proxy: Proxy,
    pub hosts: AtomicUsize,
}

/// A line to `server` for a fault, and how it is broken and mended.
struct Under<'a> {
    fault: Fault,
    call: Call,
    line: Line,
    proxy: Option<(&'a Proxy, String)>,
}

impl<'a> Under<'a> {
    async fn lay(lines: &'a Lines, server: &TestServer, fault: Fault, call: Call) -> Self {
        use Fault::*;
        let address = server.running.addr();
        let line = match fault {
            PortalOnTlsPort | HandshakeSilence | HandshakeReset | Certificate(_) | Tls11(_)
            | ProxyRefuses(_) => Line::with_tls(address, Arc::clone(&lines.certificates)).await,
            _ => Line::to(address).await,
        };
        let host = || format!("{}.line.test", lines.hosts.fetch_add(1, Ordering::Relaxed));
        let proxy = matches!(fault, ProxyRefuses(_)).then(|| (&lines.proxy, host()));
        Self { fault, call, line, proxy }
    }

    fn base(&self) -> String {
        match &self.proxy {
            Some((_, host)) => format!("https://{host}:{}", self.line.address().port()),
            None => self.line.base(),
        }
    }

    async fn break_it(&self) {
        match (&self.proxy, self.fault) {
            // The rules are asked for together with the check of the link.
            (Some((proxy, host)), Fault::ProxyRefuses(status)) if self.call == Call::Policy => {
                let (proxy, host) = ((*proxy).clone(), host.clone());
                self.line.once_after(CHECK, move || async move { proxy.refuse(&host, status) }.boxed());
            }
            (Some((proxy, host)), Fault::ProxyRefuses(status)) => proxy.refuse(host, status),
            _ if self.call == Call::Policy => self.line.break_after(CHECK, self.fault, self.call.line()),
            _ => self.line.break_with(self.fault, self.call.line()).await,
        }
    }

    fn mend(&self) {
        self.line.mend();
        if let Some((proxy, host)) = &self.proxy {
            proxy.permit(host);
        }
    }
}

/// What became of a call under a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The name of the sentence that the person read.
    pub words: Option<&'static str>,
    /// The server had set the password before the person pressed again.
    pub was_set: bool,
}

/// The whole story of a cell. Everything that must be so is asserted here.
pub async fn play(lines: &Lines, fault: Fault, call: Call) -> Outcome {
    let what = format!("{fault:?} at {call:?}");
    let (server, totp) = match call {
        Call::SecondFactor => {
            let (server, totp) = start_with_second_factor(|_| ()).await;
            (server, Some(totp))
        }
        _ => (TestServer::start().await, None),
    };
    let under = Under::lay(lines, &server, fault, call).await;
    let limits = match words(fault, Call::Request) {
        Some("timed-out") => CallLimits { connect: PATIENCE, whole: PATIENCE, ..CallLimits::default() },
        _ => CallLimits::default(),
    };
    let device = Device::with_limits(&under.base(), &server.clock, limits).await;
    let mut person = Person { server: &server, device, totp };

    person.come_to(call).await;
    under.break_it().await;
    person.press(call).await;
    let words = words(fault, call);
    let sentence = words.map(|name| english().text(name));
    assert_eq!(said(&person.device.flow, person.device.in_seconds(0)), sentence, "{what}");
    if words.is_some() {
        person.assert_kept(call);
    }
    let was_set = under.line.passed(RESET).iter().any(|(_, answer)| answer.line() == "HTTP/1.1 200");
    assert_eq!(was_set, is_set(fault, call), "{what}");

    under.mend();
    if !matches!(person.device.flow.step(), Step::Done(_)) {
        person.go_on().await;
    }
    assert!(person.device.done(), "{what}: signed out everywhere");
    assert_ne!(server.sign_in(NEW_PASSWORD).await.code(), "credentials_invalid", "{what}");
    server.running.mail_delivered().await.unwrap();
    let mails = server.mailbox.mails();
    let notices = mails.iter().filter(|mail| mail.subject.contains("was changed")).count();
    assert_eq!(notices, 1, "{what}: the password was set once");
    Outcome { words, was_set }
}
