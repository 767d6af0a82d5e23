//! The way back from a page of the service.

use super::{Done, Effect, LinkFailure, Step, context::Context, transition::Transition};
use crate::{
    link::{IncomingLink, ReturnLink},
    pending::{EndedRecoveries, OpenedPage},
    secret::ReturnState,
    service::PageReturn,
    time::Timestamp,
};

/// A page is opened in the browser.
pub(super) fn page_opened(state: ReturnState, context: &mut Context, now: Timestamp) -> Effect {
    let page = OpenedPage { state, opened_at: now };
    context.pending.prune(now);
    context.pending.insert_page(page.clone());
    Effect::SavePage(page)
}

/// A link was opened at a service whose page leads back to this app. The password counts as set only for a page that this
/// app has opened, once, and only if the issuer is the service and the page reports no error.
pub(super) fn returned(
    step: Step,
    text: &IncomingLink,
    expected: &PageReturn,
    context: &mut Context,
    now: Timestamp,
) -> Transition {
    context.pending.prune(now);
    let Ok(link) = ReturnLink::parse(text.expose(), &context.rules) else {
        return context.invalid_link(LinkFailure::Hosted, None);
    };
    let is_ours = context.pending.expects_return(&link.state) && has_issuer(&link, expected);
    match (is_ours, step) {
        (true, _) if link.is_error => context.invalid_link(LinkFailure::PageFailed, None),
        (true, _) => done(link.state, context, now),
        // The browser may open the same link twice.
        (false, Step::Done(done)) => done.into(),
        (false, _) => context.invalid_link(LinkFailure::UnknownReturn, None),
    }
}

/// An error may come without an issuer, although it should have one.
fn has_issuer(link: &ReturnLink, expected: &PageReturn) -> bool {
    match (&expected.issuer, &link.issuer) {
        (Some(expected), Some(issuer)) => issuer == expected,
        (Some(_), None) => link.is_error,
        (None, _) => true,
    }
}

/// The address of the account is not known: another one may have been typed on the page.
fn done(state: ReturnState, context: &mut Context, now: Timestamp) -> Transition {
    context.calls.abandon();
    context.notice = None;
    let ended = EndedRecoveries::Page(state);
    context.pending.remove(&ended);
    Transition::from(Done { email: None, signed_out_everywhere: false, at: now })
        .with([Effect::Remove(ended), Effect::ClearSecretDrafts])
}
