//! The pages: what a browser gets and what its forms send.

use std::sync::Arc;
use std::time::Instant;

use askama::Template;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_LANGUAGE, CONTENT_SECURITY_POLICY, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use secrecy::{ExposeSecret as _, SecretString};
use url::{Url, form_urlencoded};

use super::client::Client;
use super::fields::Fields;
use super::problem::Problem;
use super::{ASK_PAGE, FREEZE_PAGE, RESET_PAGE, recovery};
use crate::config::Binding;
use crate::core::Core;
use crate::fault::Fault;
use crate::mail::MailError;
use crate::pages::{self, FreezePage, ResetPage, Words, words_for};
use crate::passwords::Refusal;
use crate::recovery::Proof;

/// What a page answers to.
pub(super) struct Visit {
    core: Arc<Core>,
    words: &'static Words,
}

impl Visit {
    fn new(core: Arc<Core>, headers: &HeaderMap) -> Self {
        let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
        Self { core, words: words_for(accepted) }
    }

    fn reset_page<'a>(&'a self, token: &'a str) -> ResetPage<'a> {
        let core = &self.core;
        let own_scheme = Some(&core.link_base).filter(|base| !matches!(base.scheme(), "https" | "http"));
        ResetPage {
            words: self.words,
            product: &core.product_name,
            reset_page: RESET_PAGE,
            ask_page: ASK_PAGE,
            open: core.apps.open.as_ref().or(own_scheme),
            stores: &core.apps.stores,
            token,
            problems: Vec::new(),
            password_hint: pages::with_number(self.words.password_hint, core.policy.min_length),
            second_factors: core.pepper.is_some(),
            ask: core.binding != Binding::Require,
            sent: false,
            done: false,
            style: pages::style(),
            script: pages::script(),
        }
    }

    fn freeze_page(&self) -> FreezePage<'_> {
        FreezePage {
            words: self.words,
            product: &self.core.product_name,
            freeze_page: FREEZE_PAGE,
            ask_page: ASK_PAGE,
            problems: Vec::new(),
            ask: self.core.binding != Binding::Require,
            done: false,
            style: pages::style(),
            script: pages::script(),
        }
    }

    /// What a person is told of a problem.
    fn tell(&self, problem: &Problem) -> Vec<String> {
        let words = self.words;
        let number = problem.retry_after().unwrap_or_default();
        let sentence = match problem.code() {
            "token_expired" => words.link_expired,
            "token_used" => words.link_used,
            "token_superseded" => words.link_superseded,
            "verifier_required" => words.other_device,
            "second_factor_required" | "second_factor_invalid" => words.factor_bad,
            "password_refused" => words.password_bad,
            "rate_limited" => return vec![pages::with_number(words.wait, number)],
            "internal" => words.trouble,
            _ => words.link_bad,
        };
        let reasons = problem.reasons().iter().filter_map(|reason| self.reason(*reason));
        std::iter::once(sentence.to_owned()).chain(reasons).collect()
    }

    fn reason(&self, reason: Refusal) -> Option<String> {
        let words = self.words;
        match reason {
            Refusal::TooShort => Some(pages::with_number(words.too_short, self.core.policy.min_length)),
            Refusal::Common | Refusal::Breached => Some(words.common.to_owned()),
            Refusal::Personal | Refusal::ProductName => Some(words.personal.to_owned()),
            Refusal::SameAsBefore => Some(words.same_as_before.to_owned()),
            // Nobody types so many characters by hand; "choose another" says enough.
            Refusal::TooLong => None,
        }
    }
}

/// The page that mailed links lead to.
pub(super) async fn show_reset(State(core): State<Arc<Core>>, headers: HeaderMap) -> Response {
    let visit = Visit::new(core, &headers);
    page(StatusCode::OK, &visit.reset_page(""))
}

/// Its form: sets the password.
pub(super) async fn reset(
    State(core): State<Arc<Core>>,
    client: Client,
    headers: HeaderMap,
    fields: Result<Fields, Problem>,
) -> Response {
    let visit = Visit::new(core, &headers);
    let outcome = async {
        let fields = fields?;
        let token = token_in(&fields)?;
        let proof = Proof::Link { token: token.clone(), verifier: None };
        let set = recovery::set_password(&visit.core, client, &proof, &fields, None).await;
        Ok::<_, Problem>((token, set))
    };
    match outcome.await {
        Ok((_, Ok(()))) => page(StatusCode::OK, &ResetPage { done: true, ..visit.reset_page("") }),
        Ok((token, Err(problem))) => refused_reset(&visit, token.expose_secret(), &problem),
        Err(problem) => refused_reset(&visit, "", &problem),
    }
}

fn refused_reset(visit: &Visit, token: &str, problem: &Problem) -> Response {
    // A link that will never work is not kept in the form.
    let keep =
        matches!(problem.code(), "password_refused" | "second_factor_required" | "second_factor_invalid");
    let problems = visit.tell(problem);
    let token = if keep { token } else { "" };
    page(problem.status(), &ResetPage { problems, ..visit.reset_page(token) })
}

/// The form that asks for a mail whose link works in this browser.
pub(super) async fn ask(
    State(core): State<Arc<Core>>,
    client: Client,
    headers: HeaderMap,
    fields: Result<Fields, Problem>,
) -> Response {
    let began = Instant::now();
    let visit = Visit::new(core, &headers);
    let asked = match fields {
        Ok(fields) => recovery::ask(&visit.core, client, &fields).await,
        Err(problem) => Err(problem),
    };
    visit.core.hold_back(began).await;
    match asked {
        Ok(_) => page(StatusCode::OK, &ResetPage { sent: true, ..visit.reset_page("") }),
        Err(problem) => {
            let problems = visit.tell(&problem);
            page(problem.status(), &ResetPage { problems, ..visit.reset_page("") })
        }
    }
}

/// The page for "this was not me".
pub(super) async fn show_freeze(State(core): State<Arc<Core>>, headers: HeaderMap) -> Response {
    let visit = Visit::new(core, &headers);
    page(StatusCode::OK, &visit.freeze_page())
}

/// Its form: freezes the account.
pub(super) async fn freeze(
    State(core): State<Arc<Core>>,
    client: Client,
    headers: HeaderMap,
    fields: Result<Fields, Problem>,
) -> Response {
    let visit = Visit::new(core, &headers);
    let frozen = async { recovery::freeze_account(&visit.core, client, &token_in(&fields?)?).await };
    match frozen.await {
        Ok(()) => page(StatusCode::OK, &FreezePage { done: true, ..visit.freeze_page() }),
        Err(problem) => {
            let problems = visit.tell(&problem);
            page(problem.status(), &FreezePage { problems, ..visit.freeze_page() })
        }
    }
}

/// The token that the script put into the form, or that of a link that was pasted.
fn token_in(fields: &Fields) -> Result<SecretString, Problem> {
    if let Some(token) = fields.optional("token")?.filter(|token| !token.is_empty()) {
        return Ok(token.into());
    }
    let pasted = fields.optional("link")?.unwrap_or("").trim();
    token_of_link(pasted).ok_or_else(Problem::token_invalid)
}

fn token_of_link(link: &str) -> Option<SecretString> {
    let link = Url::parse(link).ok()?;
    let parameters = link.fragment().or(link.query())?;
    let (_, token) = form_urlencoded::parse(parameters.as_bytes()).find(|(name, _)| name == "token")?;
    Some(token.into_owned().into())
}

fn page(status: StatusCode, page: &impl Template) -> Response {
    let html = match page.render() {
        Ok(html) => html,
        Err(error) => return Problem::from(Fault::from(MailError::from(error))).into_response(),
    };
    let mut response = (status, Html(html)).into_response();
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&pages::CONTENT_SECURITY_POLICY) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(VARY, HeaderValue::from_static("Accept-Language"));
    response
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_link_gives_its_token() {
        for link in [
            "https://example.org/reset-password#token=t0-k_n&flow=f1",
            "latchkey://reset-password?token=t0-k_n&flow=f1",
        ] {
            assert_eq!(token_of_link(link).unwrap().expose_secret(), "t0-k_n");
        }
        for link in ["", "t0-k_n", "https://example.org/reset-password", "https://example.org/#flow=f1"] {
            assert!(token_of_link(link).is_none(), "{link}");
        }
    }
}
