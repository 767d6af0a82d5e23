//! Checks the page on which a hosted recovery begins, for `latchkey service check`.

use latchkey_core::service::{CallError, Misconfiguration, PageRequest, ResponseSummary};
use reqwest::{Method, header};

use super::HttpRecoveryService;
use crate::{Idempotency, contract::is_page};

/// Maximum number of redirects that are followed to the page.
const MAX_REDIRECTS: usize = 5;

/// Why the check of the page failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PageError {
    /// There was no response.
    Call(CallError),
    /// The address redirects to another origin, which is not followed.
    OtherOrigin,
    /// The response is not the page.
    WrongPage(ResponseSummary),
}

impl HttpRecoveryService {
    /// Fetches the page and compares it with the contract. `None` if the contract names no page.
    pub(crate) async fn check_page(&self) -> Option<Result<(), PageError>> {
        let hosted = self.contract.reset.hosted()?;
        let path = hosted.page.as_ref()?;
        let mut url = self.page_address(&PageRequest::generate())?;
        for _ in 0..=MAX_REDIRECTS {
            let request =
                self.client.request_to(Method::GET, url.clone()).header(header::ACCEPT, "text/html");
            let outcome = self.client.call(request, Idempotency::Idempotent, &[]).await;
            self.record_page(&path.to_string(), outcome.as_ref().ok());
            let response = match outcome {
                Ok(response) => response,
                Err(error) => return Some(Err(PageError::Call(error))),
            };
            let Some(next) = response.location.as_deref().filter(|_| (300..400).contains(&response.status))
            else {
                let is_page = is_page(hosted, &response);
                return Some(if is_page { Ok(()) } else { Err(PageError::WrongPage(response.summary())) });
            };
            url = match url.join(next) {
                Ok(next) if next.origin() == url.origin() => next,
                _ => return Some(Err(PageError::OtherOrigin)),
            };
        }
        Some(Err(PageError::Call(CallError::Misconfigured(Misconfiguration::Redirect))))
    }
}
