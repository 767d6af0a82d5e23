//! Records calls while [`recording`](HttpRecoveryService::recording).

use latchkey_contract::{Operation, Rule};
use url::form_urlencoded;
use zeroize::Zeroizing;

use super::{HttpRecoveryService, send};
use crate::{
    CallRecord, RawExchange, ResponseDetails,
    contract::{Captured, Contract, ContractStep, Values, captured_values, deciding_rule},
    excerpt::{excerpt, page_excerpt},
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
        response: Option<&HttpResponse>,
    ) {
        self.record(|| {
            let evaluated = response.map(|response| Evaluated::new(&self.contract, step, response));
            CallRecord {
                line: format!("{} {}", send::method(step.method), step.path),
                response: response.map(HttpResponse::summary),
                details: evaluated.as_ref().map(|evaluated| evaluated.details(&self.contract, values)),
                sends_proof: ["token", "link_token", "typed_code"].iter().any(|name| step.mentions(name)),
                exchange: evaluated.and_then(|evaluated| evaluated.into_exchange(values, &self.contract)),
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
                excerpt: shown_body(response, &[]),
                redirect: None,
                path: None,
                rule: None,
            }),
            ..CallRecord::default()
        });
    }

    /// A call of a step with these values, as `METHOD PATH BODY`. `None` if it cannot be rendered.
    pub(crate) fn describe(&self, step: (Operation, usize), values: &Captured) -> Option<Zeroizing<String>> {
        let operations = self.contract.operations();
        let (_, steps) = operations.into_iter().find(|(operation, _)| *operation == step.0)?;
        let variables = Values::new(&self.variables);
        let step = steps.get(step.1)?;
        let request =
            send::request(&self.client, &self.contract, step, &variables.with(values), None).ok()?;
        self.client.describe(request)
    }

    fn record(&self, call: impl FnOnce() -> CallRecord) {
        if let Some(calls) = &mut *self.recorded.borrow_mut() {
            calls.push(call());
        }
    }
}

/// The beginning of the body, or of the text of a web page.
fn shown_body(response: &HttpResponse, secrets: &[&str]) -> String {
    let secrets = secrets.iter().copied();
    if response.is_html() { page_excerpt(&response.body, secrets) } else { excerpt(&response.body, secrets) }
}

/// The path of a redirect and the names of its query.
fn shown_target(response: &HttpResponse, secrets: &[&str]) -> Option<String> {
    if !(300..400).contains(&response.status) {
        return None;
    }
    let Some(target) = &response.redirect else { return Some("another address".to_owned()) };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let names: Vec<_> =
        form_urlencoded::parse(query.as_bytes()).map(|(name, _)| format!("{name}=\u{2026}")).collect();
    let mark = if names.is_empty() { "" } else { "?" };
    // A token can be a whole segment, and a secret of some characters a part of one.
    let segments: Vec<String> =
        path.split('/').map(|segment| excerpt(segment.as_bytes(), secrets.iter().copied())).collect();
    Some(format!("{}{mark}{}", segments.join("/"), names.join("&")))
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
        let secrets: Vec<&str> = secrets.collect();
        ResponseDetails {
            content_type: self.response.content_type.clone(),
            excerpt: shown_body(self.response, &secrets),
            redirect: shown_target(self.response, &secrets),
            path: contract.place_of_path(self.step),
            rule: self.rule.and_then(|rule| contract.rule_path(self.step, rule)),
        }
    }

    fn into_exchange(self, values: &Values<'_>, contract: &Contract) -> Option<RawExchange> {
        let Self { step, response, rule, captured } = self;
        let (operation, index) = contract.operation_of(step)?;
        let is_of_session = step.early || operation == Operation::SecondFactor;
        Some(RawExchange {
            step: (operation, index),
            values: values.all(),
            status: response.status,
            content_type: response.content_type.clone(),
            redirect: response.redirect.clone(),
            headers: response.headers.clone(),
            body: Zeroizing::new(response.body.clone()),
            captured,
            fields: step.capture.values().filter_map(|capture| capture.field().map(str::to_owned)).collect(),
            is_capabilities: operation == Operation::Capabilities,
            is_kept: is_of_session && matches!(rule, Some(Rule::Success(_))),
        })
    }
}
