//! The last answer of an operation, with which a step in a named state is compared.

use latchkey_contract::{ResponseMatch, Step};
use zeroize::Zeroizing;

use super::value::json;
use crate::reply::Reply;

/// A successful answer. It can have secrets, so it is overwritten when it is dropped.
#[derive(Clone)]
pub(crate) struct Answer {
    status: u16,
    content_type: String,
    redirect: Option<String>,
    body: Zeroizing<Vec<u8>>,
}

impl Answer {
    pub fn new(reply: &Reply) -> Self {
        Self {
            status: reply.status,
            content_type: reply.content_type.clone(),
            redirect: reply.redirect.clone(),
            body: Zeroizing::new(reply.body.clone()),
        }
    }

    fn matches(&self, wanted: &ResponseMatch) -> bool {
        wanted.matches(self.status, &self.content_type, self.redirect.as_deref(), &json(&self.body))
    }
}

/// Whether a step is made after this answer. Without an answer, a step in a named state is not made.
pub(crate) fn is_in_state(step: &Step, answer: Option<&Answer>) -> bool {
    let Some(state) = &step.state else { return true };
    answer.is_some_and(|answer| answer.matches(state))
}
