//! Records calls while [`recording`](HttpRecoveryService::recording).

use latchkey_contract::{Operation, Rule};
use reqwest::RequestBuilder;
use zeroize::Zeroizing;

use super::{HttpRecoveryService, send};
use crate::{
    CallRecord, RawExchange, ResponseDetails,
    contract::{Contract, ContractStep, Values, captured_values, deciding_rule},
    excerpt::excerpt,
    http_response::HttpResponse,
};

impl HttpRecoveryService {
    /// Runs an operation. Returns its outcome and the calls that it made.
    pub(crate) async fn recording<T>(&self, operation: impl Future<Output = T>) -> (T, Vec<CallRecord>) {
        self.recorded.replace(Some(Vec::new()));
        let outcome = operation.await;
        (outcome, self.recorded.take().unwrap_or_default())
    }

    /// Records the call of a step.
    pub(super) fn record_step(
        &self,
        step: &ContractStep,
        values: &Values<'_>,
        request: Option<RequestBuilder>,
        response: Option<&HttpResponse>,
    ) {
        self.record(|| CallRecord {
            line: format!("{} {}", send::method(step.method), step.path),
            response: response.map(HttpResponse::summary),
            details: response.map(|response| self.details(step, values, response)),
            sends_proof: ["token", "link_token", "typed_code"].iter().any(|name| step.mentions(name)),
            exchange: request.zip(response).and_then(|(request, response)| {
                Some(raw_exchange(self.client.described(request)?, &self.contract, step, response))
            }),
        });
    }

    /// Records the request of a page.
    pub(super) fn record_page(&self, path: &str, response: Option<&HttpResponse>) {
        self.record(|| CallRecord {
            line: format!("GET {path}"),
            response: response.map(HttpResponse::summary),
            details: response.map(|response| ResponseDetails {
                content_type: response.content_type.clone(),
                excerpt: excerpt(&response.body, []),
                rule: None,
            }),
            ..CallRecord::default()
        });
    }

    fn record(&self, call: impl FnOnce() -> CallRecord) {
        if let Some(calls) = &mut *self.recorded.borrow_mut() {
            calls.push(call());
        }
    }

    fn details(&self, step: &ContractStep, values: &Values<'_>, response: &HttpResponse) -> ResponseDetails {
        let captured = captured_values(step, response);
        let secrets = values.secrets().chain(captured.iter().map(|value| value.as_str()));
        let rule = deciding_rule(&self.contract, step, response);
        ResponseDetails {
            content_type: response.content_type.clone(),
            excerpt: excerpt(&response.body, secrets),
            rule: rule.and_then(|rule| self.contract.rule_path(step, rule)),
        }
    }
}

fn raw_exchange(
    sent: Zeroizing<String>,
    contract: &Contract,
    step: &ContractStep,
    response: &HttpResponse,
) -> RawExchange {
    let mut operations = contract.operations().into_iter();
    let operation =
        operations.find(|(_, steps)| steps.iter().any(|own| std::ptr::eq(own, step))).map(|(of, _)| of);
    let is_success = matches!(deciding_rule(contract, step, response), Some(Rule::Success(_)));
    let is_of_session = step.early || operation == Some(Operation::SecondFactor);
    RawExchange {
        sent,
        status: response.status,
        content_type: response.content_type.clone(),
        redirect: response.redirect.clone(),
        headers: response.headers.clone(),
        body: Zeroizing::new(response.body.clone()),
        captured: captured_values(step, response),
        fields: step.capture.values().filter_map(|capture| capture.field().map(str::to_owned)).collect(),
        is_capabilities: operation == Some(Operation::Capabilities),
        is_kept: is_of_session && is_success,
    }
}
