//! What other servers bring: codes without a binding, codes that are looked at last, links that say no.

use super::*;
use crate::{
    link::{LinkProblem, LinkShape, PathShape, Refusal},
    secret::{RecoveryCode, RequestSession},
};

/// Ada waits for a code of six digits from a server that knows neither flows nor verifiers.
fn with_unbound_code() -> Story {
    let session = RequestSession::parse("s3ss10n").ok();
    let mut story = Story::opened_with(&[PendingRecovery { session, ..recovery("", ADA) }]);
    let capabilities = Capabilities { unbound_code: true, code_only: true, ..Capabilities::default() };
    story.on(Event::CapabilitiesLoaded(Capabilities { code: Some(CodeShape::Digits(6)), ..capabilities }));
    story
}

/// The code is typed, and the service, which looks at it last, has said that it may be good.
fn code_taken() -> Story {
    let mut story = with_unbound_code();
    let ticket = ticket_of(&story.on(typed("123 456")));
    story.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) });
    story
}

#[test]
fn a_code_that_is_bound_to_nothing_goes_with_the_address() {
    let mut story = with_unbound_code();
    let effects = story.on(typed("123 456"));
    let proof = Proof::Code {
        email: email(ADA),
        code: RecoveryCode::parse("123456", CodeShape::Digits(6)).unwrap(),
        flow: None,
        verifier: None,
        session: RequestSession::parse("s3ss10n").ok(),
    };
    assert_eq!(effects, [Effect::Check { ticket: ticket_of(&effects), proof }]);
    assert!(story.flow.is_code_only());
}

#[test]
fn a_code_found_wrong_with_the_password_is_typed_again() {
    for error in
        [ProofError::WrongCode { tries_left: None }, ProofError::CodeExpired, ProofError::OtherDevice]
    {
        let mut story = code_taken();
        let ticket = ticket_of(&story.on(submitted(PASSWORD, None)));
        story.fails(Event::ResetFinished { ticket, outcome: Err(error.into()) });
        let check = story.check_email();
        assert_eq!((story.call(), &check.problem), (None, &Some(CheckEmailProblem::Code(error))));
        // And from there the way goes on as before.
        ticket_of(&story.on(typed("654321")));
    }
}

#[test]
fn a_code_of_a_recovery_that_is_over_leads_to_a_new_one() {
    let mut story = code_taken();
    let ticket = ticket_of(&story.on(submitted(PASSWORD, None)));
    story.flow.context.pending = Pending::default();
    story.fails(Event::ResetFinished { ticket, outcome: Err(ProofError::CodeExpired.into()) });
    assert_eq!(story.invalid_link(), (LinkFailure::Expired, Some(ADA)));
}

/// A link in the shape of a server whose own refusals come back in links.
fn shaped() -> Story {
    let names = vec!["user".to_owned(), "token".to_owned()];
    let path = PathShape { in_fragment: false, page: None, prefix: String::new(), names };
    let refusals = vec![("error_code".to_owned(), "otp_expired".to_owned(), Refusal::Expired)];
    let shape = LinkShape { path: Some(path), refusals, ..LinkShape::default() };
    let mut story = Story::waiting_for_ada();
    story.flow.context.rules.shape = shape;
    story
}

#[test]
fn what_a_link_carries_beside_its_token_is_part_of_the_proof() {
    let mut story = shaped();
    let effects = story.on(typed(&format!("latchkey://reset-password/MQ/{TOKEN}")));
    let mut params = LinkParams::default();
    params.add("user", "MQ").unwrap();
    let token = RecoveryToken::parse(TOKEN).unwrap();
    let proof = Proof::Token { token, params, verifier: None };
    assert!(effects.contains(&Effect::Check { ticket: ticket_of(&effects), proof }), "{effects:?}");
}

#[test]
fn a_link_that_says_that_it_has_expired_is_told_as_one() {
    let link = "latchkey://reset-password#error=access_denied&error_code=otp_expired";
    let mut opened = shaped();
    opened.on(Event::LinkOpened { text: IncomingLink::new(link), replaced: false });
    assert_eq!(opened.invalid_link(), (LinkFailure::Expired, None));
    let mut pasted = shaped();
    pasted.on(typed(link));
    assert_eq!(pasted.check_email().problem, Some(CheckEmailProblem::Link(LinkProblem::Expired)));
}
