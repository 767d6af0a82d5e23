//! Whatever a server writes, no word of it reaches a screen: screens say what happened in words of their own.

#![allow(clippy::unwrap_used)]

mod support;

use std::rc::Rc;
use std::time::Duration;

use dioxus::prelude::*;
use latchkey::{
    app::{Environment, Frame, RecoveryProvider},
    i18n::Language,
    link::IncomingLink,
    screens::Screen,
    service::{CallLimits, HttpRecoveryService},
    vault::Vault,
};
use support::program::identity;
use support::scripted::{Act, Scripted};

const CANARY: &str = "canary from the server";
/// A code for machines, which is shown where nothing else can be said.
const UNKNOWN: &str = "canary_code";
const LINK: &str = "latchkey://reset-password?token=any-token-0123456789abcdef";

/// Abilities that lead to a check; everything else is a problem whose every text is the canary.
async fn server(status: u16, code: &'static str) -> Scripted {
    Scripted::start(move |request, _| {
        let (status, body) = match request.line().contains("capabilities") {
            true => (200, r#"{"contract":"latchkey/1","check":true}"#.to_owned()),
            false => (
                status,
                format!(
                    r#"{{"type":"{CANARY}","title":"{CANARY}","detail":"{CANARY}","code":"{code}","reasons":["{CANARY}"],"message":"{CANARY}"}}"#
                ),
            ),
        };
        Act::Say(
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
            Frame { Screen {} }
        }
    }
}

/// What stands on the screen once the link has been checked.
async fn page_after_check(server: &Scripted) -> String {
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
async fn no_word_of_a_server_reaches_a_screen() {
    for (status, code, shown) in [
        (400, "token_invalid", "This link is damaged"),
        (410, "token_expired", "This link has expired"),
        (410, "token_used", "This link was already used"),
        (410, "token_superseded", "There is a newer e-mail"),
        (403, "verifier_required", "This link belongs to another device"),
        (429, "rate_limited", "Too many tries."),
        (500, "internal", "The service has a problem at the moment."),
        (404, UNKNOWN, "read this out: HTTP 404, canary_code"),
        (418, UNKNOWN, "read this out: HTTP 418, canary_code"),
        (418, CANARY, "read this out: HTTP 418"),
    ] {
        let server = server(status, code).await;
        let page = page_after_check(&server).await;
        assert!(page.contains(shown), "{status} {code}: {page}");
        assert!(!page.contains(CANARY), "{status} {code}: {page}");
        assert!(server.seen().len() > 1, "the link was checked");
    }
}
