//! Asking for a recovery mail in the browser. Its link is bound to no device, since a page keeps no verifier.

use std::sync::Arc;
use std::time::Instant;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::page::{Frame, MessagePage, Slips, answer, let_app_in};
use super::site::Site;
use super::visit::{Sent, Visit};
use super::{ASK_PAGE, answers};
use crate::address::EmailAddress;
use crate::languages::Sentence;
use crate::routes::client::Client;
use crate::routes::recovery;

/// The form.
#[derive(Template)]
#[template(path = "landing/ask.html")]
pub(super) struct AskPage<'a> {
    frame: Frame<'a>,
    can_ask: bool,
    ask_page: &'static str,
    /// As it was typed, so that it is not typed again.
    email: String,
    slips: Slips,
}

impl<'a> AskPage<'a> {
    /// The form again, with what was wrong.
    pub(super) fn new(site: &'a Site, visit: &Visit, slips: Slips) -> Self {
        let frame =
            Frame { begin_at_title: slips.is_empty(), ..Frame::answered(site, visit, Sentence::AskTitle) };
        Self { frame, can_ask: site.can_ask(), ask_page: ASK_PAGE, email: String::new(), slips }
    }
}

/// The form to ask with.
pub(super) async fn show(State(site): State<Arc<Site>>, visit: Visit) -> Response {
    let frame = Frame::looked_up(&site, &visit, Sentence::AskTitle).with_app(&site);
    let page = AskPage { frame, ..AskPage::new(&site, &visit, Slips::default()) };
    let_app_in(&site, answer(StatusCode::OK, visit.language, None, &page))
}

/// Asks. The answer is the same, and takes as long, for every address (REQ-1, REQ-2).
pub(super) async fn ask(
    State(site): State<Arc<Site>>,
    client: Client,
    Sent { visit, fields }: Sent,
) -> Response {
    let began = Instant::now();
    let asked = recovery::ask(&site.core, client, &fields, visit.language).await;
    site.core.hold_back(began).await;
    let email = fields.optional("email").ok().flatten().unwrap_or("").trim();
    if let Err(problem) = asked {
        let slips = answers::slips(visit.language, &problem, site.core.policy.min_length);
        let page = AskPage { email: email.to_owned(), ..AskPage::new(&site, &visit, slips) };
        return answer(problem.status(), visit.language, problem.retry_after(), &page);
    }
    // As it was understood, so that a slip shows.
    let understood = EmailAddress::parse(email);
    let email = understood.as_ref().map_or(email, EmailAddress::as_typed);
    let said =
        [visit.language.tell(Sentence::AskedText, "email", email), visit.language.say(Sentence::AskedSpam)];
    let page = MessagePage::new(&site, &visit, Sentence::AskedTitle, said.into());
    answer(StatusCode::OK, visit.language, None, &page)
}
