//! "This was not me": locking the account from the notice of a change.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use secrecy::ExposeSecret as _;

use super::answers;
use super::page::{Frame, MessagePage, Slip, Slips, answer};
use super::site::Site;
use super::visit::{Sent, Visit};
use crate::languages::Sentence;
use crate::routes::FREEZE_PAGE;
use crate::routes::client::Client;
use crate::routes::recovery::freeze_account;

#[derive(Template)]
#[template(path = "landing/freeze.html")]
struct FreezePage<'a> {
    frame: Frame<'a>,
    path: &'static str,
    token: Option<&'a str>,
    slips: Slips,
}

/// The question. Nothing is locked by looking, as mail scanners do.
pub(super) async fn show(State(site): State<Arc<Site>>, visit: Visit) -> Response {
    let frame = Frame::looked_up(&site, &visit, Sentence::FreezeTitle);
    form(&visit, frame, StatusCode::OK, Slips::default(), None)
}

/// Locks the account, or says why not.
pub(super) async fn freeze(
    State(site): State<Arc<Site>>,
    client: Client,
    Sent { visit, .. }: Sent,
) -> Response {
    let language = visit.language;
    let frame = || Frame::answered(&site, &visit, Sentence::FreezeTitle);
    let Some(token) = &visit.token else {
        let slips = Slips::of(vec![Slip::at("token", language.say(Sentence::LinkMissing))]);
        return form(&visit, frame(), StatusCode::UNPROCESSABLE_ENTITY, slips, None);
    };
    let Err(problem) = freeze_account(&site.core, client, token).await else {
        let page =
            MessagePage::new(&site, &visit, Sentence::FrozenTitle, vec![language.say(Sentence::FrozenText)]);
        return answer(StatusCode::OK, language, None, &page.asking_here(&site));
    };
    match answers::trouble(&problem) {
        Some((title, text)) => {
            let text = if text == Sentence::ExpiredText { Sentence::FreezeExpired } else { text };
            answers::trouble_page(&site, &visit, &problem, (title, text))
        }
        None => {
            let slips = answers::slips(language, &problem, site.core.policy.min_length);
            form(&visit, frame(), problem.status(), slips, problem.retry_after())
        }
    }
}

fn form(
    visit: &Visit,
    frame: Frame<'_>,
    status: StatusCode,
    slips: Slips,
    retry_after: Option<u64>,
) -> Response {
    let page = FreezePage {
        frame: Frame { begin_at_title: false, ..frame },
        path: FREEZE_PAGE,
        token: visit.token.as_ref().map(|token| token.expose_secret()),
        slips,
    };
    answer(status, visit.language, retry_after, &page)
}
