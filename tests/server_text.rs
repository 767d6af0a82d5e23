//! Texts of a server are never shown. Screens have their own messages.

#![allow(clippy::unwrap_used)]

mod support;

use std::rc::Rc;
use std::time::Duration;

use dioxus::prelude::*;
use latchkey::{
    app::{Environment, Layout, RecoveryProvider},
    i18n::Language,
    link::IncomingLink,
    screens::Screen,
    service::{CallLimits, HttpRecoveryService},
    vault::Vault,
};
use support::program::identity;
use support::stub_server::{StubResponse, StubServer};

const CANARY: &str = "canary from the server";
/// A machine-readable code, which is shown if no message fits.
const UNKNOWN: &str = "canary_code";
const LINK: &str = "latchkey://reset-password?token=any-token-0123456789abcdef";

/// Reports the capability to check links. Every other response is a problem document whose texts are the canary.
async fn server(status: u16, code: &'static str) -> StubServer {
    StubServer::start(move |request, _| {
        let (status, body) = match request.line().contains("capabilities") {
            true => (200, r#"{"contract":"latchkey/1","check":true}"#.to_owned()),
            false => (
                status,
                format!(
                    r#"{{"type":"{CANARY}","title":"{CANARY}","detail":"{CANARY}","code":"{code}","reasons":["{CANARY}"],"message":"{CANARY}"}}"#
                ),
            ),
        };
        StubResponse::Send(
            format!(
                "HTTP/1.1 {status} {CANARY}\r\ncontent-type: application/problem+json\r\nx-note: {CANARY}\r\ncontent-length: {}\r\n\r\n{body}",
                body.len()
            )
            .into_bytes(),
        )
    })
    .await
}

fn screen(environment: Environment) -> Element {
    rsx! {
        RecoveryProvider { environment,
            Layout { Screen {} }
        }
    }
}

/// The screen after the link was checked.
async fn page_after_check(server: &StubServer) -> String {
    let service = HttpRecoveryService::new(server.base(), CallLimits::default()).unwrap();
    let environment = Environment {
        language: Language::english(),
        ..Environment::new(&identity(), Rc::new(service), Vault::in_memory())
    };
    environment.inbox.put(IncomingLink::new(LINK));
    let mut dom = VirtualDom::new_with_props(screen, environment);
    dom.rebuild_in_place();
    let checked = async {
        loop {
            dom.wait_for_work().await;
            dom.render_immediate(&mut dioxus_core::NoOpMutations);
            let page = dioxus_ssr::render(&dom);
            let heading = page.split("<h1").nth(1).unwrap_or_default();
            if !heading.contains("Forgot your password?") && !page.contains("Checking your link") {
                return page;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(15), checked).await.unwrap()
}

#[tokio::test]
async fn server_texts_are_never_shown() {
    for (status, code, shown) in [
        (400, "token_invalid", "This link is incomplete"),
        (410, "token_expired", "This link has expired"),
        (410, "token_used", "This link was already used"),
        (410, "token_superseded", "There’s a newer email"),
        (403, "verifier_required", "Open this link on your other device"),
        (429, "rate_limited", "Too many tries."),
        (500, "internal", "Something went wrong on our side."),
        (404, UNKNOWN, "read this out: HTTP 404, canary_code"),
        (418, UNKNOWN, "read this out: HTTP 418, canary_code"),
        (418, CANARY, "read this out: HTTP 418"),
    ] {
        let server = server(status, code).await;
        let page = page_after_check(&server).await;
        assert!(page.contains(shown), "{status} {code}: {page}");
        assert!(!page.contains(CANARY), "{status} {code}: {page}");
        assert!(server.requests().len() > 1, "the link was checked");
    }
}
