//! The last response of an operation. The `when` of a step can require that it matches.

use latchkey_contract::{ContractStep, ResponseMatch};
use zeroize::Zeroizing;

use super::value::json;
use crate::http_response::HttpResponse;

/// A successful response. It can have secrets, so it is overwritten when it is dropped.
#[derive(Clone)]
pub(crate) struct LastResponse {
    status: u16,
    content_type: String,
    redirect: Option<String>,
    body: Zeroizing<Vec<u8>>,
}

impl LastResponse {
    pub fn new(response: &HttpResponse) -> Self {
        Self {
            status: response.status,
            content_type: response.content_type.clone(),
            redirect: response.redirect.clone(),
            body: Zeroizing::new(response.body.clone()),
        }
    }

    fn matches(&self, wanted: &ResponseMatch) -> bool {
        wanted.matches(self.status, &self.content_type, self.redirect.as_deref(), &json(&self.body))
    }
}

/// Whether a step runs after this response. Without a response, a step that requires one does not run.
pub(crate) fn is_in_state(step: &ContractStep, last: Option<&LastResponse>) -> bool {
    let Some(state) = &step.state else { return true };
    last.is_some_and(|last| last.matches(state))
}
