//! What a [`Problem`] means to a person.

use axum::response::Response;

use super::ASK_PAGE;
use super::ask::AskPage;
use super::page::{Frame, Slip, Slips, answer};
use super::site::{Site, WayToApp};
use super::visit::Visit;
use crate::config::AppStore;
use crate::languages::{Language, Sentence};
use crate::passwords::{MAX_LENGTH, Refusal};
use crate::routes::problem::Problem;
use askama::Template;

/// A link that does not work, and the ways out.
#[derive(Template)]
#[template(path = "landing/trouble.html")]
struct TroublePage<'a> {
    frame: Frame<'a>,
    text: String,
    app: Option<WayToApp>,
    stores: &'a [AppStore],
    can_ask: bool,
    ask_page: &'static str,
    email: &'static str,
    slips: Slips,
}

/// Heading and sentence for a link that does not work; `None` if the problem is another.
pub(super) fn trouble(problem: &Problem) -> Option<(Sentence, Sentence)> {
    match problem.code() {
        "token_invalid" => Some((Sentence::DamagedTitle, Sentence::DamagedText)),
        "token_expired" => Some((Sentence::ExpiredTitle, Sentence::ExpiredText)),
        "token_used" => Some((Sentence::UsedTitle, Sentence::UsedText)),
        "token_superseded" => Some((Sentence::SupersededTitle, Sentence::SupersededText)),
        "freeze_superseded" => Some((Sentence::FreezeSupersededTitle, Sentence::FreezeSupersededText)),
        "verifier_required" => Some((Sentence::OtherDeviceTitle, Sentence::OtherDeviceText)),
        _ => None,
    }
}

/// The page for a link that does not work. One that is bound to a device may be bound to this one, where the app
/// knows what the page cannot.
pub(super) fn trouble_page(
    site: &Site,
    visit: &Visit,
    problem: &Problem,
    (title, text): (Sentence, Sentence),
) -> Response {
    let of_device = problem.code() == "verifier_required";
    let page = TroublePage {
        frame: Frame::answered(site, visit, title),
        text: visit.language.say(text),
        app: site.way_to_app(visit).filter(|_| of_device),
        stores: if of_device { site.stores() } else { &[] },
        can_ask: site.can_ask(),
        ask_page: ASK_PAGE,
        email: "",
        slips: Slips::default(),
    };
    answer(problem.status(), visit.language, None, &page)
}

/// What is wrong with the form, by its fields.
pub(super) fn slips(language: &Language, problem: &Problem, min_length: usize) -> Slips {
    let at = |field, text| Slips::of(vec![Slip::at(field, language.say(text))]);
    match problem.code() {
        "password_refused" => {
            let reasons = problem.reasons().iter();
            Slips::of(
                reasons
                    .map(|reason| Slip::at("new-password", refusal(language, *reason, min_length)))
                    .collect(),
            )
        }
        "second_factor_required" => at("second-factor", Sentence::SecondFactorRequired),
        "second_factor_invalid" => at("second-factor", Sentence::SecondFactorInvalid),
        "email_invalid" => at("email", Sentence::EmailInvalid),
        _ => Slips::of(vec![Slip { field: None, text: general(language, problem) }]),
    }
}

/// The page for what went wrong before any form was looked at.
pub(super) fn plain_page(site: &Site, visit: &Visit, problem: &Problem) -> Response {
    let page = AskPage::new(site, visit, slips(visit.language, problem, site.core.policy.min_length));
    answer(problem.status(), visit.language, problem.retry_after(), &page)
}

fn refusal(language: &Language, refusal: Refusal, min_length: usize) -> String {
    match refusal {
        Refusal::TooShort => language.tell(Sentence::PasswordTooShort, "min", min_length),
        Refusal::TooLong => language.tell(Sentence::PasswordTooLong, "max", MAX_LENGTH),
        Refusal::Common => language.say(Sentence::PasswordCommon),
        Refusal::Breached => language.say(Sentence::PasswordBreached),
        Refusal::Personal => language.say(Sentence::PasswordPersonal),
        Refusal::ProductName => language.say(Sentence::PasswordProductName),
        Refusal::SameAsBefore => language.say(Sentence::PasswordSameAsBefore),
    }
}

fn general(language: &Language, problem: &Problem) -> String {
    match (problem.code(), problem.retry_after()) {
        (_, Some(seconds @ 0..60)) => language.tell(Sentence::WaitSeconds, "seconds", seconds),
        (_, Some(seconds)) => language.tell(Sentence::WaitMinutes, "minutes", seconds.div_ceil(60)),
        ("malformed_request" | "unsupported_media_type" | "body_too_large" | "too_slow", _) => {
            language.say(Sentence::Unreadable)
        }
        ("cross_site", _) => language.say(Sentence::FromElsewhere),
        _ => language.say(Sentence::Internal),
    }
}
