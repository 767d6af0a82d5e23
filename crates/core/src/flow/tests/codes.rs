//! What is pasted or typed on the second screen: a link or a code.

use super::*;
use crate::{link::LinkProblem, secret::RecoveryCode};

/// Ada waits for an e-mail with a code of eight digits.
fn with_code() -> Story {
    let mut story = Story::waiting_for_ada();
    story.on(Event::CapabilitiesLoaded(Capabilities {
        code: Some(CodeShape::Digits(8)),
        ..Capabilities::default()
    }));
    story
}

fn code(digits: &str) -> Proof {
    Proof::Code {
        email: email(ADA),
        code: RecoveryCode::parse(digits, CodeShape::Digits(8)).unwrap(),
        flow: Some(FlowId::parse("flow-ada").unwrap()),
        verifier: Some(verifier("flow-ada")),
        session: None,
    }
}

#[test]
fn a_code_is_checked_as_it_stands_in_the_mail() {
    for written in ["12345678", "1234 5678", " 1234-5678\n", "1234\u{a0}5678"] {
        let mut story = with_code();
        let effects = story.on(typed(written));
        assert_eq!(
            effects,
            [Effect::Check { ticket: ticket_of(&effects), proof: code("12345678") }],
            "{written:?}"
        );
        assert_eq!(story.check_email_call(), Some(CallKind::Check));
        assert_eq!(story.on(typed(written)), nothing(), "a double click");
        story.now = NOW.plus(60);
        assert_eq!(
            story.on(Event::ResendPressed),
            nothing(),
            "a new e-mail would end the code being checked"
        );
    }
}

#[test]
fn a_good_code_opens_the_third_screen_at_once() {
    let mut story = with_code();
    let ticket = ticket_of(&story.on(typed("12345678")));
    let effects = story.on(Event::CheckFinished {
        ticket,
        outcome: Ok(Checked { expires_in: Some(600), ..Checked::default() }),
    });
    assert_eq!(effects, [Effect::LoadPasswordPolicy]);
    let reset = story.reset();
    assert_eq!(
        (&reset.proof, story.reset_state()),
        (&code("12345678"), ResetState::Ready(Some(NOW.plus(600))))
    );
    assert_eq!(reset.email, Some(email(ADA)));
}

#[test]
fn a_code_that_does_not_work_leaves_the_person_where_the_link_can_still_be_pasted() {
    for (error, problem) in [
        (
            ProofError::WrongCode { tries_left: Some(3) }.into(),
            CheckEmailProblem::Code(ProofError::WrongCode { tries_left: Some(3) }),
        ),
        (ProofError::CodeExpired.into(), CheckEmailProblem::Code(ProofError::CodeExpired)),
        (ProofError::Superseded.into(), CheckEmailProblem::Code(ProofError::Superseded)),
        (CallError::Offline.into(), CheckEmailProblem::CheckFailed(CallError::Offline)),
    ] {
        let mut story = with_code();
        let ticket = ticket_of(&story.on(typed("12345678")));
        let outcome: Result<Checked, CheckError> = Err(error);
        story.fails(Event::CheckFinished { ticket, outcome });
        let check = story.check_email();
        assert_eq!((story.call(), check.problem.as_ref()), (None, Some(&problem)));
        ticket_of(&story.on(typed("87654321")));
        assert_eq!(story.check_email().problem, None, "{problem:?}");
        // The answer to the first does not count any more.
        assert_eq!(story.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) }), nothing());
        assert_eq!(story.check_email_call(), Some(CallKind::Check));
    }
}

#[test]
fn what_is_neither_link_nor_code_is_said_to_be_neither() {
    for neither in ["", "  ", "hello", "1234567", "123456789", "1234567a", "token-without-its-link"] {
        let mut story = with_code();
        assert_eq!(story.on(typed(neither)), nothing(), "{neither:?}");
        assert_eq!(story.check_email().problem, Some(CheckEmailProblem::NeitherLinkNorCode), "{neither:?}");
    }
}

#[test]
fn where_no_code_was_mailed_none_is_taken() {
    let unbound = PendingRecovery { verifier: None, ..recovery("flow-ada", ADA) };
    for (pending, digits) in
        [(recovery("", ADA), Some(8)), (unbound, Some(8)), (recovery("flow-ada", ADA), None)]
    {
        let mut story = Story::opened_with(std::slice::from_ref(&pending));
        story.on(Event::CapabilitiesLoaded(Capabilities {
            code: digits.map(CodeShape::Digits),
            ..Capabilities::default()
        }));
        assert_eq!(story.flow.code(&pending), None);
        assert_eq!(story.on(typed("12345678")), nothing());
        assert_eq!(story.check_email().problem, Some(CheckEmailProblem::NeitherLinkNorCode), "{pending:?}");
    }
}

#[test]
fn a_pasted_link_goes_the_way_of_an_opened_one() {
    let good = link("flow-ada", TOKEN);
    for pasted in [good.clone(), format!("Open this link:\n\n{good}\n\nIt works once."), format!("<{good}>.")]
    {
        let mut story = Story::waiting_for_ada();
        let effects = story.on(typed(&pasted));
        let check = Effect::Check { ticket: ticket_of(&effects), proof: proof(TOKEN, Some("flow-ada")) };
        assert_eq!(effects, [check, Effect::LoadPasswordPolicy], "{pasted}");
        assert_eq!((&story.reset_state(), &story.reset().email), (&ResetState::Checking, &Some(email(ADA))));
    }
}

#[test]
fn a_pasted_link_that_cannot_be_ours_is_said_beside_the_field() {
    for (pasted, problem) in [
        ("latchkey://reset-password?token=cut", LinkProblem::Damaged),
        ("latchkey://reset-password", LinkProblem::Damaged),
        ("https://account.example.com/reset-password#token=0123456789abcdef", LinkProblem::OtherService),
    ] {
        let mut story = Story::waiting_for_ada();
        assert_eq!(story.on(typed(pasted)), nothing());
        assert_eq!(story.check_email().problem, Some(CheckEmailProblem::Link(problem)), "{pasted}");
    }
}
