//! Setting the new password in the browser.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use secrecy::{ExposeSecret as _, SecretString};
use unicode_normalization::UnicodeNormalization as _;

use super::page::{Frame, MessagePage, Slip, Slips, answer, let_app_in};
use super::site::{Site, WayToApp};
use super::visit::{Sent, Visit};
use super::{ASK_PAGE, answers};
use crate::config::AppStore;
use crate::fault::Fault;
use crate::languages::Sentence;
use crate::recovery::Proof;
use crate::routes::client::Client;
use crate::routes::fields::Fields;
use crate::routes::problem::Problem;
use crate::routes::recovery::set_password;
use crate::secrets::{self, fingerprint};

#[derive(Template)]
#[template(path = "landing/reset.html")]
struct ResetPage<'a> {
    frame: Frame<'a>,
    path: &'a str,
    token: Option<&'a str>,
    flow: &'a str,
    /// Names one filling-in of the form, so that a second press of the button is answered like the first.
    attempt: String,
    app: Option<WayToApp>,
    stores: &'a [AppStore],
    can_ask: bool,
    ask_page: &'static str,
    policy: String,
    second_factor: bool,
    slips: Slips,
}

/// The page that a recovery link leads to. It looks nothing up and changes nothing (TOK-12).
pub(super) async fn show(State(site): State<Arc<Site>>, visit: Visit) -> Response {
    let frame = Frame::looked_up(&site, &visit, Sentence::ResetTitle).with_app(&site);
    let page = form(&site, &visit, frame, StatusCode::OK, Slips::default(), None, false);
    let_app_in(&site, page)
}

/// Sets the password, or says why not.
pub(super) async fn set(
    State(site): State<Arc<Site>>,
    client: Client,
    Sent { visit, fields }: Sent,
) -> Response {
    let again = |status, slips: Slips, retry_after| {
        let frame = Frame::answered(&site, &visit, Sentence::ResetTitle);
        // Once asked for, the second factor is asked for until the end.
        let second_factor =
            slips.about("second-factor").is_some() || !matches!(fields.optional("second_factor"), Ok(None));
        form(&site, &visit, frame, status, slips, retry_after, second_factor)
    };
    let token = match form_slips(&visit, &fields) {
        Ok(token) => token,
        Err(slips) => return again(StatusCode::UNPROCESSABLE_ENTITY, slips, None),
    };
    let proof = Proof::Link { token, verifier: None };
    let attempt = fields.optional("attempt").ok().flatten().filter(|attempt| !attempt.is_empty());
    let key = attempt.map(|attempt| fingerprint(attempt.as_bytes()));
    let set = set_password(&site.core, client, &proof, &fields, key.as_ref(), visit.language).await;
    let Err(problem) = set else { return done(&site, &visit) };
    if let Some(words) = answers::trouble(&problem) {
        return answers::trouble_page(&site, &visit, &problem, words);
    }
    let slips = answers::slips(visit.language, &problem, site.core.policy.min_length);
    again(problem.status(), slips, problem.retry_after())
}

/// What can be told from the form alone; the token, if nothing is wrong with it.
fn form_slips(visit: &Visit, fields: &Fields) -> Result<SecretString, Slips> {
    let language = visit.language;
    let mut slips = Vec::new();
    let password = fields.optional("new_password").ok().flatten().unwrap_or("");
    let repeated = fields.optional("repeat_password").ok().flatten().unwrap_or("");
    if visit.token.is_none() {
        slips.push(Slip::at("token", language.say(Sentence::LinkMissing)));
    }
    if password.is_empty() {
        slips.push(Slip::at("new-password", language.say(Sentence::PasswordMissing)));
    } else if !password.nfc().eq(repeated.nfc()) {
        slips.push(Slip::at("repeat-password", language.say(Sentence::PasswordsDiffer)));
    }
    match &visit.token {
        Some(token) if slips.is_empty() => Ok(token.clone()),
        _ => Err(Slips::of(slips)),
    }
}

fn form(
    site: &Site,
    visit: &Visit,
    frame: Frame<'_>,
    status: StatusCode,
    slips: Slips,
    retry_after: Option<u64>,
    second_factor: bool,
) -> Response {
    let attempt = match secrets::fresh_id() {
        Ok(attempt) => attempt,
        Err(error) => return Problem::from(Fault::from(error)).into_response(),
    };
    let page = ResetPage {
        path: &site.reset_path,
        token: visit.token.as_ref().map(|token| token.expose_secret()),
        flow: visit.flow.as_deref().unwrap_or(""),
        attempt,
        app: site.way_to_app(visit),
        stores: site.stores(),
        can_ask: site.can_ask(),
        ask_page: ASK_PAGE,
        policy: visit.language.tell(Sentence::Policy, "min", site.core.policy.min_length),
        second_factor,
        frame: Frame { begin_at_title: false, ..frame },
        slips,
    };
    answer(status, visit.language, retry_after, &page)
}

fn done(site: &Site, visit: &Visit) -> Response {
    let said = [Sentence::DoneSignedOut, Sentence::DoneClose].map(|text| visit.language.say(text));
    let page = MessagePage::new(site, visit, Sentence::DoneTitle, said.into());
    answer(StatusCode::OK, visit.language, None, &page)
}
