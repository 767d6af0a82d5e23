//! Makes a call again until the server is done.

use latchkey_contract::Repeat;
use latchkey_core::service::CallError;

use crate::{
    contract::{OperationError, repeated_by},
    http_response::HttpResponse,
};

/// The first response after which the call is not made again. `wait` waits before each repetition.
///
/// # Errors
/// The call fails, or the server is still not done after the last repetition.
pub(super) async fn until_done<Call, Wait>(
    repeat: &Repeat,
    mut call: impl FnMut() -> Call,
    mut wait: impl FnMut() -> Wait,
) -> Result<HttpResponse, OperationError>
where
    Call: Future<Output = Result<HttpResponse, OperationError>>,
    Wait: Future<Output = ()>,
{
    for repetition in 0..=repeat.times {
        if repetition > 0 {
            wait().await;
        }
        let response = call().await?;
        if repeated_by(repeat, &response).is_none() {
            return Ok(response);
        }
    }
    Err(CallError::TimedOut.into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::{cell::RefCell, time::Duration};

    use serde_json::json;

    use super::*;
    use crate::clock;

    /// The number of calls, the seconds that passed, and whether the call succeeded.
    async fn run(statuses: &[&str]) -> (usize, u64, bool) {
        let unfinished = json!([{ "pointer": "/status", "equals": "waiting" }, { "status": 202 }]);
        let repeat = json!({ "while": unfinished, "wait": 2, "times": 3 });
        let repeat: Repeat = serde_json::from_value(repeat).unwrap();
        let (start, calls) = (tokio::time::Instant::now(), RefCell::new(statuses.iter()));
        let call = async || -> Result<HttpResponse, OperationError> {
            let status = calls.borrow_mut().next().ok_or(CallError::Down)?;
            let body = json!({ "status": status }).to_string().into_bytes();
            Ok(HttpResponse { status: 200, body, ..HttpResponse::default() })
        };
        let wait = || clock::sleep(Duration::from_secs(repeat.wait));
        let outcome = until_done(&repeat, call, wait).await;
        let made = statuses.len() - calls.borrow().len();
        (made, start.elapsed().as_secs(), outcome.is_ok())
    }

    #[tokio::test(start_paused = true)]
    async fn call_is_made_again_until_the_server_is_done() {
        assert_eq!(run(&["done", "waiting"]).await, (1, 0, true));
        assert_eq!(run(&["waiting", "waiting", "done", "waiting"]).await, (3, 4, true));
        assert_eq!(run(&["waiting", "waiting", "waiting", "done"]).await, (4, 6, true));
        assert_eq!(run(&["waiting"; 9]).await, (4, 6, false), "three repetitions");
        assert_eq!(run(&["waiting"]).await, (1, 2, false), "the second call fails");
    }
}
