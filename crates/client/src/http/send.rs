//! Builds the request of a step.

use std::collections::BTreeMap;

use reqwest::{Method, RequestBuilder, header};
use zeroize::Zeroizing;

use super::{HttpClient, body};
use crate::contract::{self, Contract, ContractStep, RenderError, Template, Values};

/// The request of a step. Every value is escaped by a serializer or by the rules of URLs. `kept`: the cookies of the
/// recovery for this call.
pub(super) fn request(
    client: &HttpClient,
    contract: &Contract,
    step: &ContractStep,
    values: &Values<'_>,
    kept: Option<header::HeaderValue>,
) -> Result<RequestBuilder, RenderError> {
    let query = query([&contract.query, &step.query], values)?;
    let mut request = client.request(method(step.method), &values.path(&step.path)?, &query);
    if let Some(body) = &step.body {
        let (content_type, content) = body::content(body, values)?;
        request = request.header(header::CONTENT_TYPE, content_type).body(content);
    }
    // Without this header, many servers answer with a page or a redirect.
    request = request.header(header::ACCEPT, "application/json");
    let mut headers = header::HeaderMap::new();
    if contract.cookies && !step.method.is_without_body() {
        // As in a browser: servers that keep a session in cookies compare it with their own address (CSRF).
        let origin = header::HeaderValue::from_str(&client.origin());
        headers.insert(header::ORIGIN, origin.map_err(|_| RenderError::InvalidValue)?);
    }
    headers.extend(kept.map(|kept| (header::COOKIE, kept)));
    for (name, template) in contract.headers.iter().chain(&step.headers) {
        let is_cookie = name == header::COOKIE;
        let value = if is_cookie { values.cookies(template)? } else { values.text(template)? };
        let Some(mut value) = value else { continue };
        if let Some(kept) = headers.get(name).filter(|_| is_cookie).and_then(|kept| kept.to_str().ok()) {
            value = Zeroizing::new(format!("{kept}; {}", value.as_str()));
        }
        // Refuses control characters, which could begin another header.
        let mut value = header::HeaderValue::from_str(&value).map_err(|_| RenderError::InvalidValue)?;
        value.set_sensitive(true);
        headers.insert(name, value);
    }
    // These replace the headers above: some servers require a content type of their own.
    Ok(request.headers(headers))
}

/// The pairs of a query. Pairs that render to nothing are left out.
pub(super) fn query<'a>(
    templates: impl IntoIterator<Item = &'a BTreeMap<String, Template>>,
    values: &Values<'_>,
) -> Result<Vec<(String, String)>, RenderError> {
    let mut query = Vec::new();
    for (name, template) in templates.into_iter().flatten() {
        if let Some(value) = values.text(template)? {
            query.push((name.clone(), value.as_str().to_owned()));
        }
    }
    Ok(query)
}

pub(super) fn method(method: contract::Method) -> Method {
    match method {
        contract::Method::Get => Method::GET,
        contract::Method::Post => Method::POST,
        contract::Method::Put => Method::PUT,
        contract::Method::Patch => Method::PATCH,
        contract::Method::Delete => Method::DELETE,
        contract::Method::Head => Method::HEAD,
        contract::Method::Options => Method::OPTIONS,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;
    use crate::{BaseUrl, CallLimits};

    /// Builds the request of a step with all parts.
    fn build(token: &str, realm: &str) -> Result<reqwest::Request, RenderError> {
        let step = json!({
            "method": "PUT", "path": "/reset", "headers": { "X-Token": "{token}", "content-type": "application/x" },
            "body": { "token": "{token}" }, "success": [],
        });
        let contract = json!({
            "id": "x", "name": "x", "headers": { "accept": "text/x" }, "query": { "realm": "{realm}" },
            "vars": { "realm": "the realm" }, "reset": [step],
        });
        let contract: Contract = serde_json::from_value(contract).unwrap();
        let variables = BTreeMap::from([("realm".to_owned(), realm.to_owned())]);
        let mut values = Values::new(&variables);
        values.add("token", token);
        let base = BaseUrl::parse("https://a.example/base").unwrap();
        let client = HttpClient::new(base, CallLimits::default()).unwrap();
        request(&client, &contract, &contract.reset.steps()[0], &values, None)
            .map(|request| request.build().unwrap())
    }

    #[test]
    fn request_has_all_parts_of_a_step() {
        let request = build("t1", "a b&c=d#e").unwrap();
        assert_eq!(request.url().as_str(), "https://a.example/base/reset?realm=a+b%26c%3Dd%23e");
        assert_eq!(request.method(), Method::PUT);
        assert_eq!(request.body().unwrap().as_bytes().unwrap(), br#"{"token":"t1"}"#);
        let header = |name| {
            request.headers().get_all(name).iter().map(|value| value.to_str().unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(
            (header("content-type"), header("accept"), header("x-token")),
            (vec!["application/x"], vec!["text/x"], vec!["t1"])
        );
        assert!(!format!("{request:?}").contains("t1"), "{request:?}");
        assert_eq!(build("t1", "").unwrap().url().query(), None);
    }

    #[test]
    fn value_cannot_begin_another_header() {
        for token in ["a\r\nX-Other: b", "a\nb", "a\0b", "a\u{7f}b"] {
            assert_eq!(build(token, "r").map(drop), Err(RenderError::InvalidValue), "{token:?}");
        }
    }
}
