//! From a step and its values to a request.

use reqwest::{Method, RequestBuilder, header};
use serde_json::Value;

use super::HttpClient;
use crate::contract::{self, Contract, Encoding, RenderError, Step, Values};

/// The request of a step. No text of it is written by hand: a serializer or the URL's own rules escape each value.
pub(super) fn request(
    client: &HttpClient,
    contract: &Contract,
    step: &Step,
    values: &Values<'_>,
) -> Result<RequestBuilder, RenderError> {
    let query = query(contract.query.iter().chain(&step.query), values)?;
    let mut request = client.request(method(step.method), &values.path(&step.path)?, &query);
    if let Some(body) = &step.body {
        request = match step.encoding {
            Encoding::Json => {
                let tree = values.tree(body)?.unwrap_or(Value::Null);
                let json = serde_json::to_vec(&tree).map_err(|_| RenderError::InvalidValue)?;
                request.header(header::CONTENT_TYPE, "application/json").body(json)
            }
            Encoding::Form => {
                let form = values.form(body.as_object().ok_or(RenderError::InvalidValue)?)?;
                request
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .body(form.as_bytes().to_vec())
            }
        };
    }
    let mut headers = header::HeaderMap::new();
    for (name, template) in contract.headers.iter().chain(&step.headers) {
        let Some(value) = values.text(template)? else { continue };
        let name = header::HeaderName::try_from(name.as_str()).map_err(|_| RenderError::InvalidValue)?;
        // Refuses what would end the line.
        let mut value = header::HeaderValue::from_str(&value).map_err(|_| RenderError::InvalidValue)?;
        value.set_sensitive(true);
        headers.insert(name, value);
    }
    // These take the place of what was said before: a server may want a content type of its own.
    Ok(request.headers(headers))
}

/// The pairs of a query. Those that come to nothing are left out.
pub(super) fn query<'a>(
    templates: impl Iterator<Item = (&'a String, &'a String)>,
    values: &Values<'_>,
) -> Result<Vec<(String, String)>, RenderError> {
    let mut query = Vec::new();
    for (name, template) in templates {
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
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;
    use crate::{BaseUrl, CallLimits};

    /// The request of a step with everything in it, where the token is `token` and the variable `realm` `realm`.
    fn built(token: &str, realm: &str) -> Result<reqwest::Request, RenderError> {
        let contract = json!({
            "id": "x", "name": "x", "headers": { "accept": "text/x" }, "query": { "realm": "{realm}" },
            "vars": { "realm": "the realm" },
        });
        let step = json!({
            "method": "PUT", "path": "/reset", "headers": { "X-Token": "{token}", "content-type": "application/x" },
            "body": { "token": "{token}" }, "success": [],
        });
        let contract: Contract = serde_json::from_value(contract).unwrap();
        let step: Step = serde_json::from_value(step).unwrap();
        let variables = BTreeMap::from([("realm".to_owned(), realm.to_owned())]);
        let mut values = Values::new(&variables);
        values.add("token", token);
        let base = BaseUrl::parse("https://a.example/base").unwrap();
        let client = HttpClient::new(base, CallLimits::default()).unwrap();
        request(&client, &contract, &step, &values).map(|request| request.build().unwrap())
    }

    #[test]
    fn a_step_becomes_a_request() {
        let request = built("t1", "a b&c=d#e").unwrap();
        assert_eq!(request.url().as_str(), "https://a.example/base/reset?realm=a+b%26c%3Dd%23e");
        assert_eq!(request.method(), Method::PUT);
        assert_eq!(request.body().unwrap().as_bytes().unwrap(), br#"{"token":"t1"}"#);
        let header = |name| {
            request.headers().get_all(name).iter().map(|value| value.to_str().unwrap()).collect::<Vec<_>>()
        };
        // A server may want a content type of its own, and there is one.
        assert_eq!(
            (header("content-type"), header("accept"), header("x-token")),
            (vec!["application/x"], vec!["text/x"], vec!["t1"])
        );
        assert!(!format!("{request:?}").contains("t1"), "{request:?}");
        assert_eq!(built("t1", "").unwrap().url().query(), None);
    }

    #[test]
    fn no_value_begins_another_header() {
        for token in ["a\r\nX-Other: b", "a\nb", "a\0b", "a\u{7f}b"] {
            assert_eq!(built(token, "r").map(drop), Err(RenderError::InvalidValue), "{token:?}");
        }
    }
}
