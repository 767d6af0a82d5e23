//! Late responses to abandoned calls.

use super::*;

#[test]
fn late_acceptance_is_saved_and_keeps_the_screen() {
    let mut scenario = Scenario::opened();
    let call_id = scenario.ask_for(ADA);
    scenario.on(Event::StartOver);
    let recovery = recovery("flow-ada", ADA);
    let effects = scenario.on(accepted(call_id, recovery.clone()));
    assert!(effects.contains(&Effect::Update(recovery.clone())), "{effects:?}");
    assert!(!scenario.is_sending());
    assert_eq!(scenario.on(Event::BackToEmail), no_effects());
    assert_eq!(scenario.check_email().recovery, recovery);
    scenario.link_checked("flow-ada", TOKEN);
    assert_eq!(scenario.reset().proof, proof(TOKEN, Some("flow-ada")), "the link finds its verifier");
}

#[test]
fn late_failure_is_ignored() {
    let mut scenario = Scenario::opened();
    let call_id = scenario.ask_for(ADA);
    scenario.on(Event::StartOver);
    assert_eq!(scenario.on(Event::RequestFailed { call_id, error: CallError::Offline.into() }), no_effects());
    assert_eq!(scenario.forgot().problem, None);
}

#[test]
fn response_to_the_first_request_does_not_end_the_second() {
    let mut scenario = Scenario::opened();
    let first = scenario.ask_for(ADA);
    scenario.on(Event::StartOver);
    let second = scenario.ask_for(BEN);
    scenario.on(accepted(first, recovery("flow-ada", ADA)));
    assert!(scenario.is_sending(), "Ben's request is in flight");
    scenario.on(accepted(second, recovery("flow-ben", BEN)));
    assert_eq!(scenario.flow.email(), Some(&email(BEN)));
}

#[test]
fn request_accepted_after_a_link_was_opened_keeps_the_link() {
    let mut scenario = Scenario::opened();
    let call_id = scenario.ask_for(ADA);
    scenario.link_checked("", TOKEN);
    let recovery = recovery("flow-ada", ADA);
    let effects = scenario.on(accepted(call_id, recovery.clone()));
    assert!(effects.contains(&Effect::Update(recovery)), "{effects:?}");
    assert_eq!(scenario.reset_state(), ResetState::Checking);
}

#[test]
fn late_check_is_ignored() {
    for outcome in
        [Ok(Checked::default()), Err(CheckError::Proof(ProofError::Used)), Err(CallError::Offline.into())]
    {
        let mut scenario = Scenario::expecting_email_for_ada();
        let first = scenario.link_checked("flow-ada", TOKEN);
        scenario.link_checked("flow-ada", OTHER_TOKEN);
        assert_eq!(
            scenario.on(Event::CheckFinished { call_id: first, outcome: outcome.clone() }),
            no_effects()
        );
        assert_eq!(scenario.reset_state(), ResetState::Checking, "{outcome:?}");

        let mut scenario = Scenario::expecting_email_for_ada();
        let call_id = scenario.link_checked("flow-ada", TOKEN);
        scenario.on(Event::BackToEmail);
        assert_eq!(scenario.on(Event::CheckFinished { call_id, outcome }), no_effects());
        let check = scenario.check_email();
        assert_eq!((scenario.call(), &check.problem), (None, &None));
    }
}

#[test]
fn step_cannot_be_left_while_a_password_is_set() {
    let (mut scenario, call_id) = Scenario::sending_for_ada();
    for away in [Event::StartOver, Event::BackToEmail] {
        assert_eq!(scenario.on(away), no_effects());
        assert!(matches!(scenario.reset_state(), ResetState::Sending(_)));
    }
    scenario.on(Event::ResetFinished { call_id, outcome: Ok(Changed::default()) });
    assert!(matches!(scenario.flow.step(), Step::Done(_)));
}

#[test]
fn late_response_to_a_reset_is_ignored() {
    let (mut scenario, first) = Scenario::sending_for_ada();
    scenario.on(Event::ResetFinished { call_id: first, outcome: Err(CallError::Down.into()) });
    call_id_of(&scenario.submit(PASSWORD));
    assert_eq!(
        scenario.on(Event::ResetFinished { call_id: first, outcome: Err(ProofError::Used.into()) }),
        no_effects()
    );
    assert!(matches!(scenario.reset_state(), ResetState::Sending(_)));
}
