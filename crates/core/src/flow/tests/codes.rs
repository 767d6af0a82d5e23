//! Links and codes on the second screen.

use super::*;
use crate::{link::LinkProblem, secret::RecoveryCode};

/// Ada expects an email with a code of eight digits.
fn with_code() -> Scenario {
    let mut scenario = Scenario::expecting_email_for_ada();
    scenario.on(Event::CapabilitiesLoaded(Capabilities {
        code: Some(CodeShape::digits(8)),
        ..Capabilities::default()
    }));
    scenario
}

fn code(digits: &str) -> Proof {
    Proof::Code {
        email: email(ADA),
        code: RecoveryCode::parse(digits, CodeShape::digits(8)).unwrap(),
        flow: Some(FlowId::parse("flow-ada").unwrap()),
        verifier: Some(verifier("flow-ada")),
        session: None,
    }
}

#[test]
fn code_is_accepted_as_it_is_written_in_the_email() {
    for written in ["12345678", "1234 5678", " 1234-5678\n", "1234\u{a0}5678"] {
        let mut scenario = with_code();
        let effects = scenario.on(typed(written));
        assert_eq!(
            effects,
            [Effect::Check { call_id: call_id_of(&effects), proof: code("12345678") }],
            "{written:?}"
        );
        assert_eq!(scenario.check_email_call(), Some(CallKind::Check));
        assert_eq!(scenario.on(typed(written)), no_effects(), "a double click");
        scenario.now = NOW.plus(60);
        assert_eq!(scenario.on(Event::ResendPressed), no_effects(), "a new email would invalidate the code");
    }
}

#[test]
fn valid_code_opens_the_third_screen() {
    let mut scenario = with_code();
    let call_id = call_id_of(&scenario.on(typed("12345678")));
    let effects = scenario.on(Event::CheckFinished {
        call_id,
        outcome: Ok(Checked { expires_in: Some(600), ..Checked::default() }),
    });
    assert_eq!(effects, [Effect::LoadPasswordPolicy]);
    let reset = scenario.reset();
    assert_eq!(
        (&reset.proof, scenario.reset_state()),
        (&code("12345678"), ResetState::Ready(Some(NOW.plus(600))))
    );
    assert_eq!(reset.email, Some(email(ADA)));
}

#[test]
fn failed_code_keeps_the_second_screen() {
    for (error, problem) in [
        (
            ProofError::WrongCode { tries_left: Some(3) }.into(),
            CheckEmailProblem::Code(ProofError::WrongCode { tries_left: Some(3) }),
        ),
        (ProofError::CodeExpired.into(), CheckEmailProblem::Code(ProofError::CodeExpired)),
        (ProofError::Superseded.into(), CheckEmailProblem::Code(ProofError::Superseded)),
        (ProofError::InvalidOrExpired.into(), CheckEmailProblem::Code(ProofError::InvalidOrExpired)),
        (CallError::Offline.into(), CheckEmailProblem::CheckFailed(CallError::Offline)),
    ] {
        let mut scenario = with_code();
        let call_id = call_id_of(&scenario.on(typed("12345678")));
        let outcome: Result<Checked, CheckError> = Err(error);
        scenario.fails(Event::CheckFinished { call_id, outcome });
        let check = scenario.check_email();
        assert_eq!((scenario.call(), check.problem.as_ref()), (None, Some(&problem)));
        call_id_of(&scenario.on(typed("87654321")));
        assert_eq!(scenario.check_email().problem, None, "{problem:?}");
        // The response to the first check is ignored.
        assert_eq!(
            scenario.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) }),
            no_effects()
        );
        assert_eq!(scenario.check_email_call(), Some(CallKind::Check));
    }
}

#[test]
fn text_that_is_neither_link_nor_code_is_reported() {
    for neither in ["", "  ", "hello", "1234567", "123456789", "1234567a", "token-without-its-link"] {
        let mut scenario = with_code();
        assert_eq!(scenario.on(typed(neither)), no_effects(), "{neither:?}");
        assert_eq!(
            scenario.check_email().problem,
            Some(CheckEmailProblem::NeitherLinkNorCode),
            "{neither:?}"
        );
    }
}

#[test]
fn code_is_refused_if_the_email_has_none() {
    let unbound = PendingRecovery { verifier: None, ..recovery("flow-ada", ADA) };
    for (pending, digits) in
        [(recovery("", ADA), Some(8)), (unbound, Some(8)), (recovery("flow-ada", ADA), None)]
    {
        let mut scenario = Scenario::opened_with(std::slice::from_ref(&pending));
        scenario.on(Event::CapabilitiesLoaded(Capabilities {
            code: digits.map(CodeShape::digits),
            ..Capabilities::default()
        }));
        assert_eq!(scenario.flow.code(&pending), None);
        assert_eq!(scenario.on(typed("12345678")), no_effects());
        assert_eq!(
            scenario.check_email().problem,
            Some(CheckEmailProblem::NeitherLinkNorCode),
            "{pending:?}"
        );
    }
}

#[test]
fn pasted_link_is_followed_like_an_opened_one() {
    let good = link("flow-ada", TOKEN);
    for pasted in [good.clone(), format!("Open this link:\n\n{good}\n\nIt works once."), format!("<{good}>.")]
    {
        let mut scenario = Scenario::expecting_email_for_ada();
        let effects = scenario.on(typed(&pasted));
        let check = Effect::Check { call_id: call_id_of(&effects), proof: proof(TOKEN, Some("flow-ada")) };
        assert_eq!(effects, [check, Effect::LoadPasswordPolicy], "{pasted}");
        assert_eq!(
            (&scenario.reset_state(), &scenario.reset().email),
            (&ResetState::Checking, &Some(email(ADA)))
        );
    }
}

#[test]
fn foreign_pasted_link_is_reported_at_the_field() {
    for (pasted, problem) in [
        ("latchkey://reset-password?token=cut", LinkProblem::Damaged),
        ("latchkey://reset-password", LinkProblem::Damaged),
        ("https://account.example.com/reset-password#token=0123456789abcdef", LinkProblem::OtherService),
    ] {
        let mut scenario = Scenario::expecting_email_for_ada();
        assert_eq!(scenario.on(typed(pasted)), no_effects());
        assert_eq!(scenario.check_email().problem, Some(CheckEmailProblem::Link(problem)), "{pasted}");
    }
}

/// The code was right, and no other code helps.
#[test]
fn closed_account_and_unsupported_factor_end_the_recovery_by_code() {
    for (error, failure) in [
        (ProofError::AccountClosed, LinkFailure::AccountClosed),
        (ProofError::UnsupportedFactor, LinkFailure::UnsupportedFactor),
    ] {
        let mut checked = with_code();
        let call_id = call_id_of(&checked.on(typed("12345678")));
        checked.fails(Event::CheckFinished { call_id, outcome: Err(error.into()) });
        assert_eq!(checked.invalid_link(), (failure, Some(ADA)));
        let mut reset = with_code();
        let call_id = call_id_of(&reset.on(typed("12345678")));
        reset.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) });
        let call_id = call_id_of(&reset.submit(PASSWORD));
        reset.fails(Event::ResetFinished { call_id, outcome: Err(error.into()) });
        assert_eq!(reset.invalid_link(), (failure, Some(ADA)));
        reset.on(Event::StartOver);
        assert_eq!(reset.forgot().email, Some(email(ADA)));
    }
}

#[test]
fn optional_code_is_accepted_and_not_announced() {
    let mut scenario = with_code();
    let announces = |scenario: &Scenario| scenario.flow.announces_code(&scenario.check_email().recovery);
    assert!(announces(&scenario));
    let capabilities = Capabilities { code: Some(CodeShape::digits(8)), ..Capabilities::default() };
    scenario.on(Event::CapabilitiesLoaded(Capabilities { code_optional: true, ..capabilities }));
    assert!(!announces(&scenario));
    call_id_of(&scenario.on(typed("12345678")));
}
