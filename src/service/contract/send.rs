//! From a step and its values to a request.

use reqwest::{Method, RequestBuilder, header};
use serde_json::Value;

use super::{
    Calls,
    definition::{self, Contract, Encoding, Step},
    fill::{Missing, Values},
};

/// The request of a step. No text of it is written by hand: a serializer or the URL's own rules escape each value.
pub(super) fn request(
    calls: &Calls,
    contract: &Contract,
    step: &Step,
    values: &Values<'_>,
) -> Result<RequestBuilder, Missing> {
    let query = query(contract.query.iter().chain(&step.query), values)?;
    let mut request = calls.request(method(step.method), &values.path(&step.path)?, &query);
    if let Some(body) = &step.body {
        request = match step.encoding {
            Encoding::Json => {
                let tree = values.tree(body)?.unwrap_or(Value::Null);
                let json = serde_json::to_vec(&tree).map_err(|_| Missing::Unfit)?;
                request.header(header::CONTENT_TYPE, "application/json").body(json)
            }
            Encoding::Form => {
                let form = values.form(body.as_object().ok_or(Missing::Unfit)?)?;
                request
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .body(form.as_bytes().to_vec())
            }
        };
    }
    let mut headers = header::HeaderMap::new();
    for (name, template) in contract.headers.iter().chain(&step.headers) {
        let Some(value) = values.text(template)? else { continue };
        let name = header::HeaderName::try_from(name.as_str()).map_err(|_| Missing::Unfit)?;
        // Refuses what would end the line.
        let mut value = header::HeaderValue::from_str(&value).map_err(|_| Missing::Unfit)?;
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
) -> Result<Vec<(String, String)>, Missing> {
    let mut query = Vec::new();
    for (name, template) in templates {
        if let Some(value) = values.text(template)? {
            query.push((name.clone(), value.as_str().to_owned()));
        }
    }
    Ok(query)
}

pub(super) fn method(method: definition::Method) -> Method {
    match method {
        definition::Method::Get => Method::GET,
        definition::Method::Post => Method::POST,
        definition::Method::Put => Method::PUT,
        definition::Method::Patch => Method::PATCH,
    }
}
