//! What to do about a call that brought nothing.

use std::time::Duration;

use latchkey_core::service::{CallError, Misconfiguration, ResponseSummary};

use crate::http::PageError;

/// What came of the page on which a recovery begins.
pub(super) fn of_page(visited: Result<(), PageError>) -> Result<String, String> {
    Err(match visited {
        Ok(()) => return Ok("it is there".into()),
        Err(PageError::Call(call)) => of_call(&call),
        Err(PageError::OtherOrigin) => {
            "it redirects to another server; `base_url` must be the address that it redirects to".into()
        }
        Err(PageError::WrongPage(ResponseSummary { status: Some(200), .. })) => {
            "a page is there, but not the one that asks for an address; look at `base_url` and at [service.vars]"
                .into()
        }
        Err(PageError::WrongPage(_)) => {
            "the server refuses the page; look at `base_url` and at [service.vars]".into()
        }
    })
}

/// What to do about a call that brought nothing.
pub(super) fn of_call(call: &CallError) -> String {
    use Misconfiguration::{NoAddress, Redirect, TooLong, WebPage};
    match call {
        CallError::Offline => "nothing answers there; look at `base_url`, and whether the server runs",
        CallError::TimedOut => "no answer came in time; look at the server, and at what is before it",
        CallError::TlsRefused => "its certificate is not trusted here; it needs one for this name that is",
        CallError::ProxyRefused => {
            "the proxy of this network refuses to connect to it; look at `https_proxy`, and at what the proxy allows"
        }
        CallError::Down => "it reports a fault of its own; its log says which",
        CallError::RateLimited { wait } => {
            let wait = wait.unwrap_or(Duration::from_secs(60)).as_secs();
            return format!("not answered: it asks to wait; try again in {wait} s");
        }
        CallError::Misconfigured(Redirect) => {
            "it sends elsewhere, which is not followed; `base_url` must be the address it sends to"
        }
        CallError::Misconfigured(WebPage) => {
            "a web page answers; `base_url` must be the address of the server's API"
        }
        CallError::Misconfigured(TooLong) => {
            "the answer is longer than any of this contract; look at `base_url`"
        }
        CallError::Misconfigured(NoAddress) => "no address is set up; give `base_url`",
        CallError::UnexpectedResponse(ResponseSummary { status: Some(404 | 405), .. }) => {
            "there is no such endpoint; look at the path in `base_url` and at [service.vars]"
        }
        CallError::UnexpectedResponse(_) => {
            "it answers otherwise than the contract says; look at its version, and at [service.vars]"
        }
    }
    .into()
}
