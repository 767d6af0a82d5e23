//! Advice for failed checks.

use std::time::Duration;

use latchkey_core::service::{CallError, Misconfiguration, ResponseSummary};

use crate::http::PageError;

/// The outcome for the page on which a recovery begins.
pub(super) fn of_page(visited: Result<(), PageError>) -> Result<String, String> {
    Err(match visited {
        Ok(()) => return Ok("found".into()),
        Err(PageError::Call(call)) => of_call(&call),
        Err(PageError::OtherOrigin) => {
            "it redirects to another server; set `base_url` to the address to which it redirects".into()
        }
        Err(PageError::WrongPage(ResponseSummary { status: Some(200), .. })) => {
            "there is a page, but not the one that asks for an address; check `base_url` and [service.vars]"
                .into()
        }
        Err(PageError::WrongPage(_)) => {
            "the server refuses the page; check `base_url` and [service.vars]".into()
        }
    })
}

/// Advice for a failed call.
pub(super) fn of_call(call: &CallError) -> String {
    use Misconfiguration::{NoAddress, Redirect, TooLong, WebPage};
    match call {
        CallError::Offline => {
            "the server cannot be reached; check `base_url`, and whether the server is running"
        }
        CallError::TimedOut => "no response in time; check the server and its proxies",
        CallError::TlsRefused => {
            "this machine does not trust the certificate; the server needs a trusted one for this name"
        }
        CallError::ProxyRefused => {
            "the network's proxy refuses the connection; check `https_proxy`, and what the proxy allows"
        }
        CallError::Down => "the server reports an error; see its log",
        CallError::RateLimited { wait } => {
            let wait = wait.unwrap_or(Duration::from_secs(60)).as_secs();
            return format!("not checked: the server limits requests; try again in {wait} s");
        }
        CallError::Misconfigured(Redirect) => {
            "a redirect, which is not followed; set `base_url` to the address to which it redirects"
        }
        CallError::Misconfigured(WebPage) => "a web page; set `base_url` to the address of the server's API",
        CallError::Misconfigured(TooLong) => "the response is too long for this contract; check `base_url`",
        CallError::Misconfigured(NoAddress) => "no address is configured; set `base_url`",
        CallError::UnexpectedResponse(ResponseSummary { status: Some(404 | 405), .. }) => {
            "there is no such endpoint; check the path in `base_url` and [service.vars]"
        }
        CallError::UnexpectedResponse(_) => {
            "the response is not in the contract; check the server's version and [service.vars]"
        }
    }
    .into()
}
