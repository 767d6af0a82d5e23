//! Advice for failed checks.

use std::time::Duration;

use latchkey_core::service::{CallError, Misconfiguration, ResponseSummary};

use super::CheckOutcome;
use crate::http::PageError;

/// Evaluates the response to a request for the page on which a recovery begins.
pub(super) fn page_outcome(visited: Result<(), PageError>) -> CheckOutcome {
    CheckOutcome::Failed(match visited {
        Ok(()) => return CheckOutcome::Passed("found".into()),
        Err(PageError::Call(call)) => return failed_call(&call),
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

/// The outcome of a check whose call failed, with advice.
pub(super) fn failed_call(call: &CallError) -> CheckOutcome {
    use Misconfiguration::{NoAddress, Redirect, TooLong, WebPage};
    let advice = match call {
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
        CallError::CaptchaRequired => {
            "the server demands a captcha, which the app cannot show; turn it off for recovery, or the app cannot work"
        }
        CallError::RateLimited { wait } => {
            let wait = wait.unwrap_or(Duration::from_secs(60)).as_secs();
            return CheckOutcome::Skipped(format!("the server limits requests; try again in {wait} s"));
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
    };
    CheckOutcome::Failed(advice.into())
}
