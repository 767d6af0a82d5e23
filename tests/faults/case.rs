//! One test case: a recovery with one fault at one call.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::FutureExt as _;
use latchkey::flow::Step;
use latchkey::service::CallLimits;

use super::call::{CHECK, Call, RESET, User};
use super::expected::{expected_message, password_is_set};
use super::message::{message_text, shown_message};
use super::support::fault_proxy::{FaultProxy, connect_proxy::ConnectProxy, fault::Fault, tls::Certificates};
use super::support::headless_app::HeadlessApp;
use super::support::server::second_factor::start_with_second_factor;
use super::support::server::{NEW_PASSWORD, TestServer};

/// Timeout for a server that does not respond.
const TIMEOUT: Duration = Duration::from_secs(3);

/// What all cases share.
pub struct Shared {
    pub certificates: Arc<Certificates>,
    pub connect_proxy: ConnectProxy,
    /// The number of the next host name behind the CONNECT proxy.
    pub next_host: AtomicUsize,
}

/// The proxies of one case, and how its fault is injected and removed.
struct Injector<'a> {
    fault: Fault,
    call: Call,
    proxy: FaultProxy,
    /// The CONNECT proxy of its faults, and the host that it rejects.
    connect_proxy: Option<(&'a ConnectProxy, String)>,
}

impl<'a> Injector<'a> {
    async fn new(shared: &'a Shared, server: &TestServer, fault: Fault, call: Call) -> Self {
        use Fault::*;
        let address = server.running.addr();
        let proxy = match fault {
            PlainHttpOnTlsPort | HandshakeTimeout | HandshakeReset | BadCertificate(_) | Tls11Only(_)
            | ProxyRejects(_) => FaultProxy::start_with_tls(address, Arc::clone(&shared.certificates)).await,
            _ => FaultProxy::start(address).await,
        };
        let host = || format!("{}.server.test", shared.next_host.fetch_add(1, Ordering::Relaxed));
        let connect_proxy = matches!(fault, ProxyRejects(_)).then(|| (&shared.connect_proxy, host()));
        Self { fault, call, proxy, connect_proxy }
    }

    fn base(&self) -> String {
        match &self.connect_proxy {
            Some((_, host)) => format!("https://{host}:{}", self.proxy.address().port()),
            None => self.proxy.base(),
        }
    }

    async fn inject(&self) {
        match (&self.connect_proxy, self.fault) {
            // The policy is requested together with the check of the link.
            (Some((connect_proxy, host)), Fault::ProxyRejects(status)) if self.call == Call::Policy => {
                let (connect_proxy, host) = ((*connect_proxy).clone(), host.clone());
                let reject = move || async move { connect_proxy.reject(&host, status) }.boxed();
                self.proxy.run_after(CHECK, reject);
            }
            (Some((connect_proxy, host)), Fault::ProxyRejects(status)) => connect_proxy.reject(host, status),
            _ if self.call == Call::Policy => {
                self.proxy.inject_after(CHECK, self.fault, self.call.request_line())
            }
            _ => self.proxy.inject(self.fault, self.call.request_line()).await,
        }
    }

    /// Whether the client met the fault.
    fn was_met(&self) -> bool {
        match &self.connect_proxy {
            Some((connect_proxy, host)) => connect_proxy.has_rejected(host),
            None => self.proxy.was_met(),
        }
    }

    fn clear(&self) {
        self.proxy.clear();
        if let Some((connect_proxy, host)) = &self.connect_proxy {
            connect_proxy.allow(host);
        }
    }
}

/// The outcome of a call with a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The id of the message that was shown.
    pub message: Option<&'static str>,
    /// Whether the server had set the password before the user retried.
    pub password_was_set: bool,
}

/// Runs a case: makes the call with the fault, removes the fault, and completes the recovery. Asserts all promises.
pub async fn run_case(shared: &Shared, fault: Fault, call: Call) -> Outcome {
    let what = format!("{fault:?} at {call:?}");
    let (server, totp) = match call {
        Call::SecondFactor => {
            let (server, totp) = start_with_second_factor(|_| ()).await;
            (server, Some(totp))
        }
        _ => (TestServer::start().await, None),
    };
    let injector = Injector::new(shared, &server, fault, call).await;
    let limits = match expected_message(fault, Call::Request) {
        Some("timed-out") => {
            CallLimits { connect_timeout: TIMEOUT, total_timeout: TIMEOUT, ..CallLimits::default() }
        }
        _ => CallLimits::default(),
    };
    let app = HeadlessApp::with_limits(&injector.base(), &server.clock, limits).await;
    let mut user = User { server: &server, app, totp };

    user.advance_to(call).await;
    injector.inject().await;
    user.make_call(call).await;
    assert!(injector.was_met(), "{what}: the client did not meet the fault");
    let message = expected_message(fault, call);
    let text = message.map(message_text);
    assert_eq!(shown_message(&user.app.flow), text, "{what}");
    if message.is_some() {
        user.assert_input_kept(call);
    }
    let password_was_set =
        injector.proxy.exchanges(RESET).iter().any(|(_, answer)| answer.line() == "HTTP/1.1 200");
    assert_eq!(password_was_set, password_is_set(fault, call), "{what}");

    injector.clear();
    if call == Call::Policy {
        user.assert_works_without_policy(expected_message(fault, Call::Request).is_some()).await;
    }
    if !matches!(user.app.flow.step(), Step::Done(_)) {
        user.finish().await;
    }
    assert!(user.app.done(), "{what}: signed out everywhere");
    assert_ne!(server.sign_in(NEW_PASSWORD).await.code(), "credentials_invalid", "{what}");
    server.running.mail_delivered().await.unwrap();
    let mails = server.mailbox.mails();
    let notices = mails.iter().filter(|mail| mail.subject.contains("was changed")).count();
    assert_eq!(notices, 1, "{what}: the password was set once");
    Outcome { message, password_was_set }
}
