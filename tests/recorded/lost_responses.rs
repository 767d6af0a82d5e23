//! The response to the password is lost, and the person tries again. A server that then reports the password as the current
//! one has set it at the first attempt.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::future::join_all;
use latchkey::flow::ResetProblem;
use latchkey::password::PasswordRejection;
use latchkey::service::contract::{self, Contract};
use latchkey::service::{BaseUrl, CallError, CallLimits, HttpRecoveryService};
use latchkey_server::{ManualClock, UnixTime};

use super::exchange::{ADA, PASSWORD, Recording, recorded_response, rules};
use super::support::fault_proxy::{FaultProxy, fault::Fault};
use super::support::headless_app::HeadlessApp;
use super::support::stub_server::StubServer;

/// The contracts of servers that refuse the current password, and the call that sets a password.
const SERVERS: [(&str, &str); 7] = [
    ("supabase", "PUT /auth/v1/user"),
    ("supabase-implicit", "PUT /auth/v1/user"),
    ("supabase-pkce", "PUT /auth/v1/user"),
    ("kratos", "POST /self-service/settings?flow=set1"),
    ("cognito", "POST /"),
    ("appwrite", "PUT /v1/account/recovery"),
    ("parse", "POST /parse/apps/app1/request_password_reset"),
];

/// A server that answers as recorded. It refuses [`PASSWORD`] once it is the current one.
struct Server {
    stub: StubServer,
    /// How often the password was set.
    changes: Arc<AtomicUsize>,
}

impl Server {
    async fn start(contract: &Contract, recording: &Recording, has_password: bool) -> Self {
        let with_outcome = |start: &str| {
            recording.reset.iter().find(|exchange| exchange.outcome.starts_with(start)).unwrap()
        };
        let changed = with_outcome("changed").answers.clone();
        let refused = with_outcome("same as before").answers.last().unwrap().clone();
        // The calls that end the sessions come after the one that sets the password.
        let password_set = changed.len() - contract.sign_out.len();
        let (success, early) = changed[..password_set].split_last().unwrap();
        // The check of the link is an early step of the reset, or a call of its own, if there is one.
        let checked = recording.check.iter().find(|exchange| early.is_empty() && exchange.outcome == "good");
        let check = checked.map_or(early, |exchange| &exchange.answers);
        let others: VecDeque<_> = recording.request[0].answers.iter().chain(check).cloned().collect();
        let (others, success) = (Mutex::new(others), success.clone());
        let changes = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&changes);
        let stub = StubServer::start(move |message, _| {
            if !message.body.contains("quay") {
                let next = others.lock().unwrap().pop_front();
                return recorded_response(next.as_deref().unwrap_or("418 unexpected request"), &[]);
            }
            if has_password || counted.load(Ordering::SeqCst) > 0 {
                return recorded_response(&refused, &[]);
            }
            counted.fetch_add(1, Ordering::SeqCst);
            recorded_response(&success, &[])
        });
        Self { stub: stub.await, changes }
    }
}

/// An app at the password screen of this server.
async fn app_at_reset(contract: &Contract, id: &str, base: &str) -> HeadlessApp {
    let (recording, of, base) = (Recording::load(id), contract.clone(), BaseUrl::parse(base).unwrap());
    let limits = CallLimits { total_timeout: Duration::from_secs(3), ..CallLimits::default() };
    let service = move || {
        let service =
            HttpRecoveryService::with_contract(of.clone(), base.clone(), &recording.vars, limits).unwrap();
        Box::new(service) as Box<_>
    };
    let clock = Arc::new(ManualClock::at(UnixTime(1_795_437_240)));
    let mut app = HeadlessApp::with(service, rules(contract), &clock).await;
    app.request_email(ADA).await;
    let recording = Recording::load(id);
    match (&recording.link, &recording.code) {
        (Some(link), _) => app.open_link(link).await,
        (None, Some(code)) => app.type_code(code).await,
        (None, None) => panic!("{id}: neither a link nor a code"),
    }
    app.reset();
    app
}

#[tokio::test]
async fn present_password_after_a_lost_response_is_a_success() {
    let cases = SERVERS.into_iter().flat_map(|(id, call)| {
        [
            (Fault::ConnectionReset(0), CallError::Down),
            (Fault::GatewayError(504), CallError::Down),
            (Fault::ResponseWithheld, CallError::TimedOut),
        ]
        .map(|(fault, error)| assert_success_after(fault, error, id, call))
    });
    join_all(cases).await;
}

async fn assert_success_after(fault: Fault, error: CallError, id: &str, call: &'static str) {
    let contract = contract::built_in(id).unwrap();
    let server = Server::start(&contract, &Recording::load(id), false).await;
    let proxy = FaultProxy::start(server.stub.address()).await;
    let mut app = app_at_reset(&contract, id, &proxy.base()).await;
    proxy.inject(fault, call).await;
    app.set_password(PASSWORD).await;
    assert!(proxy.was_met(), "{id}, {fault:?}: the client did not meet the fault");
    assert_eq!(app.reset().problem, Some(ResetProblem::Call(error)), "{id}, {fault:?}");
    proxy.clear();
    app.set_password(PASSWORD).await;
    app.done();
    assert!(app.vault_is_empty().await, "{id}, {fault:?}");
    assert_eq!(server.changes.load(Ordering::SeqCst), 1, "{id}, {fault:?}: set once");
    assert_eq!(resets(&proxy, call), 2, "{id}, {fault:?}: one call for each press of the button");
    let requests = server.stub.requests();
    for step in &contract.sign_out {
        let path = step.path.to_string();
        let is_sent = requests.iter().any(|message| message.line().contains(&path));
        assert!(is_sent, "{id}, {fault:?}: the sessions are ended by {path}");
    }
}

/// The number of calls that set a password. Cognito has one URL for all calls.
fn resets(proxy: &FaultProxy, call: &str) -> usize {
    proxy.exchanges(call).iter().filter(|(request, _)| request.body.contains("quay")).count()
}

#[tokio::test]
async fn present_password_without_a_lost_response_is_refused() {
    for (id, _) in SERVERS {
        let contract = contract::built_in(id).unwrap();
        let server = Server::start(&contract, &Recording::load(id), true).await;
        let mut app = app_at_reset(&contract, id, server.stub.base().as_str()).await;
        for _ in 0..2 {
            app.set_password(PASSWORD).await;
            let refused = ResetProblem::Refused(vec![PasswordRejection::SameAsBefore]);
            assert_eq!(app.reset().problem, Some(refused), "{id}");
        }
        assert_eq!(server.changes.load(Ordering::SeqCst), 0, "{id}");
    }
}
