//! Other servers: unbound codes, codes that are checked at the reset, links with an error.

use super::*;
use crate::{
    link::{LinkProblem, LinkRejection, LinkShape, PathShape},
    secret::{RecoveryCode, RequestSession},
};

/// Ada expects a code of six digits from a server without flow ids and verifiers.
fn with_unbound_code() -> Scenario {
    let session = RequestSession::parse("s3ss10n").ok();
    let mut scenario = Scenario::opened_with(&[PendingRecovery { session, ..recovery("", ADA) }]);
    let capabilities = Capabilities { unbound_code: true, code_only: true, ..Capabilities::default() };
    scenario.on(Event::CapabilitiesLoaded(Capabilities { code: Some(CodeShape::digits(6)), ..capabilities }));
    scenario
}

/// The code was typed. The service checks it only at the reset, so the check has passed.
fn code_taken() -> Scenario {
    let mut scenario = with_unbound_code();
    let call_id = call_id_of(&scenario.on(typed("123 456")));
    scenario.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) });
    scenario
}

#[test]
fn unbound_code_is_sent_with_the_address() {
    let mut scenario = with_unbound_code();
    let effects = scenario.on(typed("123 456"));
    let proof = Proof::Code {
        email: email(ADA),
        code: RecoveryCode::parse("123456", CodeShape::digits(6)).unwrap(),
        flow: None,
        verifier: None,
        session: RequestSession::parse("s3ss10n").ok(),
    };
    assert_eq!(effects, [Effect::Check { call_id: call_id_of(&effects), proof }]);
    assert!(scenario.flow.is_code_only());
}

#[test]
fn code_refused_at_reset_is_typed_again() {
    for error in
        [ProofError::WrongCode { tries_left: None }, ProofError::CodeExpired, ProofError::OtherDevice]
    {
        let mut scenario = code_taken();
        let call_id = call_id_of(&scenario.on(submitted(PASSWORD, None)));
        scenario.fails(Event::ResetFinished { call_id, outcome: Err(error.into()) });
        let check = scenario.check_email();
        assert_eq!((scenario.call(), &check.problem), (None, &Some(CheckEmailProblem::Code(error))));
        call_id_of(&scenario.on(typed("654321")));
    }
}

#[test]
fn code_of_an_ended_recovery_is_reported_as_an_invalid_link() {
    let mut scenario = code_taken();
    let call_id = call_id_of(&scenario.on(submitted(PASSWORD, None)));
    scenario.flow.context.pending = PendingRecoveries::default();
    scenario.fails(Event::ResetFinished { call_id, outcome: Err(ProofError::CodeExpired.into()) });
    assert_eq!(scenario.invalid_link(), (LinkFailure::Expired, Some(ADA)));
}

/// The links of a server that reports errors in links.
fn shaped() -> Scenario {
    let names = vec!["user".to_owned(), "token".to_owned()];
    let path = PathShape { in_fragment: false, page: None, prefix: String::new(), names };
    let rejection = |value: &str, meaning| ("error_code".to_owned(), value.to_owned(), meaning);
    let rejections = vec![
        rejection("otp_expired", LinkRejection::Expired),
        rejection("user_banned", LinkRejection::AccountClosed),
    ];
    let shape = LinkShape { path: Some(path), rejections, ..LinkShape::default() };
    let mut scenario = Scenario::expecting_email_for_ada();
    scenario.flow.context.rules.kinds = vec![shape];
    scenario
}

#[test]
fn parameters_of_a_link_are_part_of_the_proof() {
    let mut scenario = shaped();
    let effects = scenario.on(typed(&format!("latchkey://reset-password/MQ/{TOKEN}")));
    let mut params = LinkParams::default();
    params.add("user", "MQ").unwrap();
    let token = RecoveryToken::parse(TOKEN).unwrap();
    let proof = Proof::Token { token, params, verifier: None, email: None, session: None };
    assert!(effects.contains(&Effect::Check { call_id: call_id_of(&effects), proof }), "{effects:?}");
}

#[test]
fn link_with_an_error_reports_its_meaning() {
    for (value, failure, problem) in [
        ("otp_expired", LinkFailure::Expired, LinkProblem::Expired),
        ("user_banned", LinkFailure::AccountClosed, LinkProblem::AccountClosed),
    ] {
        let link = format!("latchkey://reset-password#error=access_denied&error_code={value}");
        let mut opened = shaped();
        opened.on(Event::LinkOpened { text: IncomingLink::new(link.as_str()), replaced: false });
        assert_eq!(opened.invalid_link(), (failure, None));
        let mut pasted = shaped();
        pasted.on(typed(&link));
        assert_eq!(pasted.check_email().problem, Some(CheckEmailProblem::Link(problem)));
    }
}
