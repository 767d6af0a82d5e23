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

    /// Whether calls are recorded now.
    pub(super) fn is_recording(&self) -> bool {
        self.recorded.borrow().is_some()
    }

    /// Records the call of a step.
    pub(super) fn record_step(
        &self,
        step: &ContractStep,
        values: &Values<'_>,
        request: Option<RequestBuilder>,
        response: Option<&HttpResponse>,
    ) {
        self.record(|| {
            let evaluated = response.map(|response| Evaluated::new(&self.contract, step, response));
            CallRecord {
                line: format!("{} {}", send::method(step.method), step.path),
                response: response.map(HttpResponse::summary),
                details: evaluated.as_ref().map(|evaluated| evaluated.details(&self.contract, values)),
                sends_proof: ["token", "link_token", "typed_code"].iter().any(|name| step.mentions(name)),
                exchange: request.zip(evaluated).and_then(|(request, evaluated)| {
                    Some(evaluated.into_exchange(self.client.describe(request)?, &self.contract))
                }),
            }
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
}

/// A response to a step, and what the contract makes of it.
struct Evaluated<'a> {
    step: &'a ContractStep,
    response: &'a HttpResponse,
    rule: Option<Rule>,
    captured: Vec<Zeroizing<String>>,
}

impl<'a> Evaluated<'a> {
    fn new(contract: &Contract, step: &'a ContractStep, response: &'a HttpResponse) -> Self {
        let rule = deciding_rule(contract, step, response);
        Self { step, response, rule, captured: captured_values(step, response) }
    }

    fn details(&self, contract: &Contract, values: &Values<'_>) -> ResponseDetails {
        let secrets = values.secrets().chain(self.captured.iter().map(|value| value.as_str()));
        ResponseDetails {
            content_type: self.response.content_type.clone(),
            excerpt: excerpt(&self.response.body, secrets),
            rule: self.rule.and_then(|rule| contract.rule_path(self.step, rule)),
        }
    }

    fn into_exchange(self, sent: Zeroizing<String>, contract: &Contract) -> RawExchange {
        let Self { step, response, rule, captured } = self;
        let operation = contract.operation_of(step).map(|(operation, _)| operation);
        let is_of_session = step.early || operation == Some(Operation::SecondFactor);
        RawExchange {
            sent,
            status: response.status,
            content_type: response.content_type.clone(),
            redirect: response.redirect.clone(),
            headers: response.headers.clone(),
            body: Zeroizing::new(response.body.clone()),
            captured,
            fields: step.capture.values().filter_map(|capture| capture.field().map(str::to_owned)).collect(),
            is_capabilities: operation == Some(Operation::Capabilities),
            is_kept: is_of_session && matches!(rule, Some(Rule::Success(_))),
        }
    }
}
