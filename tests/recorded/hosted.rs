//! Servers that reset passwords on their own web page. The app never shows the password screen or reports success for them.

use std::sync::Arc;

use latchkey::flow::{Event, LinkFailure};
use latchkey::secret::{CodeShape, EmailAddress, NewPassword, RecoveryCode, RecoveryToken};
use latchkey::service::contract::{self, Contract, ids, read};
use latchkey::service::{
    CallError, CallLimits, CheckError, HttpRecoveryService, IdempotencyKey, Proof, ProofError,
    RecoveryService as _, ResetError, ResponseSummary,
};
use latchkey_server::{ManualClock, UnixTime};

use super::exchange::{ADA, PASSWORD, Recording, rules};
use super::support::headless_app::HeadlessApp;
use super::support::stub_server::{StubServer, response};

const LINKS: [&str; 7] = [
    "latchkey://reset-password?token=0123456789abcdef0123456789abcdef",
    "latchkey://reset-password?token=0123456789abcdef0123456789abcdef&flow=f-1",
    "latchkey://reset-password#token=0123456789abcdef0123456789abcdef",
    "latchkey://reset-password?ticket=0123456789abcdef0123456789abcdef",
    "latchkey://reset-password",
    "https://accounts.example.org/reset-password?token=0123456789abcdef0123456789abcdef",
    "https://accounts.example.org/realms/main/login-actions/action-token?key=e30.e30.c2ln",
];

fn hosted() -> impl Iterator<Item = (&'static str, Contract)> {
    let all = ids().map(|id| (id, contract::built_in(id).unwrap()));
    all.filter(|(_, contract)| contract.mode(None).is_hosted())
}

fn proofs() -> [Proof; 2] {
    [
        Proof::from_token(RecoveryToken::parse("0123456789abcdef0123456789abcdef").unwrap()),
        Proof::Code {
            email: EmailAddress::parse(ADA).unwrap(),
            code: RecoveryCode::parse("123456", CodeShape::digits(6)).unwrap(),
            flow: None,
            verifier: None,
            session: None,
        },
    ]
}

#[tokio::test]
async fn hosted_service_never_shows_the_password_screen() {
    let mut count = 0;
    for (id, contract) in hosted() {
        count += 1;
        // The server answers every request with success.
        let server = StubServer::start(|_, _| response(200, &["Content-Type: application/json"], "{}")).await;
        for link in LINKS {
            for pasted in [false, true] {
                let (base, recording, of) = (server.base(), Recording::load(id), contract.clone());
                let service = move || Box::new(recording.service(&of, base.clone())) as Box<_>;
                let clock = Arc::new(ManualClock::at(UnixTime(1_795_437_240)));
                let mut app = HeadlessApp::with(service, rules(&contract), &clock).await;
                match pasted {
                    false => app.open_link(link).await,
                    true => app.dispatch(Event::EmailSubmitted(link.to_owned())).await,
                }
                assert_eq!(app.link_problem(), (LinkFailure::Hosted, None), "{id} {link}");
            }
        }
        assert_eq!(server.requests().len(), 0, "{id}: no link was sent anywhere");
    }
    assert!(count >= 2, "Auth0 and Keycloak");
}

#[tokio::test]
async fn hosted_service_client_neither_checks_nor_resets() {
    for (id, contract) in hosted() {
        let server = StubServer::start(|_, _| response(200, &["Content-Type: application/json"], "{}")).await;
        let service = Recording::load(id).service(&contract, server.base());
        for proof in proofs() {
            let password = NewPassword::new(PASSWORD).unwrap();
            let reset = service.reset_with_proof(&proof, &password, &IdempotencyKey::generate(), None).await;
            assert_eq!(reset, Err(ResetError::Proof(ProofError::Hosted)), "{id}");
            let check = service.check(&proof).await;
            assert_eq!(check, Err(CheckError::Proof(ProofError::Hosted)), "{id}");
        }
        assert_eq!(server.requests().len(), 0, "{id}");
    }
}

/// An operator's own contract, which supports a reset only by link.
#[tokio::test]
async fn reset_without_matching_call_is_an_error() {
    let contract = read(
        r#"
        id = "mine"
        name = "Mine"
        link = { sources = ["query"], names = { token = "t" } }
        request = [{ path = "/forgot", body = { email = "{email}" }, success = [{ status = 200 }] }]
        [[reset]]
        when = "link"
        path = "/reset"
        body = { token = "{token}", password = "{new_password}" }
        success = [{ status = 200 }]
        "#,
    )
    .unwrap();
    let server = StubServer::start(|_, _| response(200, &[], "{}")).await;
    let service = HttpRecoveryService::with_contract(
        contract,
        server.base(),
        &Default::default(),
        CallLimits::default(),
    );
    let (service, [link, code]) = (service.unwrap(), proofs());
    let reset = async |proof: &Proof| {
        let password = NewPassword::new(PASSWORD).unwrap();
        service.reset_with_proof(proof, &password, &IdempotencyKey::generate(), None).await
    };
    let unexplained = CallError::UnexpectedResponse(ResponseSummary::default());
    assert_eq!((reset(&code).await, server.requests().len()), (Err(unexplained.into()), 0));
    assert!(reset(&link).await.is_ok());
}
