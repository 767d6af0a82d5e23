//! Answers that come late, to a question that was given up.

use super::*;

#[test]
fn a_late_acceptance_changes_nothing_on_the_screen_and_is_remembered() {
    let mut story = Story::opened();
    let ticket = story.ask_for(ADA);
    story.on(Event::StartOver);
    let recovery = recovery("flow-ada", ADA);
    let effects = story.on(accepted(ticket, recovery.clone()));
    assert!(effects.contains(&Effect::Save(recovery.clone())), "{effects:?}");
    assert!(!story.is_sending());
    assert_eq!(story.on(Event::BackToEmail), nothing());
    assert_eq!(story.check_email().recovery, recovery);
    story.link_checked("flow-ada", TOKEN);
    assert_eq!(story.reset().proof, proof(TOKEN, Some("flow-ada")), "its link finds its verifier");
}

#[test]
fn a_late_refusal_is_nothing() {
    let mut story = Story::opened();
    let ticket = story.ask_for(ADA);
    story.on(Event::StartOver);
    assert_eq!(story.on(Event::RequestFailed { ticket, error: CallError::Offline.into() }), nothing());
    assert_eq!(story.forgot().problem, None);
}

#[test]
fn the_answer_to_the_first_of_two_questions_does_not_end_the_second() {
    let mut story = Story::opened();
    let first = story.ask_for(ADA);
    story.on(Event::StartOver);
    let second = story.ask_for(BEN);
    story.on(accepted(first, recovery("flow-ada", ADA)));
    assert!(story.is_sending(), "Ben's is still on its way");
    story.on(accepted(second, recovery("flow-ben", BEN)));
    assert_eq!(story.flow.email(), Some(&email(BEN)));
}

#[test]
fn a_request_overtaken_by_a_link_leaves_the_link_on_the_screen() {
    let mut story = Story::opened();
    let ticket = story.ask_for(ADA);
    story.link_checked("", TOKEN);
    let recovery = recovery("flow-ada", ADA);
    let effects = story.on(accepted(ticket, recovery.clone()));
    assert!(effects.contains(&Effect::Save(recovery)), "{effects:?}");
    assert_eq!(story.reset_state(), ResetState::Checking);
}

#[test]
fn a_late_check_neither_opens_nor_breaks_anything() {
    for outcome in
        [Ok(Checked::default()), Err(CheckError::Proof(ProofError::Used)), Err(CallError::Offline.into())]
    {
        let mut story = Story::waiting_for_ada();
        let first = story.link_checked("flow-ada", TOKEN);
        story.link_checked("flow-ada", OTHER_TOKEN);
        assert_eq!(story.on(Event::CheckFinished { ticket: first, outcome: outcome.clone() }), nothing());
        assert_eq!(story.reset_state(), ResetState::Checking, "{outcome:?}");

        let mut story = Story::waiting_for_ada();
        let ticket = story.link_checked("flow-ada", TOKEN);
        story.on(Event::BackToEmail);
        assert_eq!(story.on(Event::CheckFinished { ticket, outcome }), nothing());
        let check = story.check_email();
        assert_eq!((story.call(), &check.problem), (None, &None));
    }
}

#[test]
fn a_password_on_its_way_cannot_be_walked_away_from() {
    let (mut story, ticket) = Story::sending_for_ada();
    for away in [Event::StartOver, Event::BackToEmail] {
        assert_eq!(story.on(away), nothing());
        assert!(matches!(story.reset_state(), ResetState::Sending(_)));
    }
    story.on(Event::ResetFinished { ticket, outcome: Ok(Changed::default()) });
    assert!(matches!(story.flow.step(), Step::Done(_)));
}

#[test]
fn only_the_newest_answer_to_a_reset_counts() {
    let (mut story, first) = Story::sending_for_ada();
    story.on(Event::ResetFinished { ticket: first, outcome: Err(CallError::Down.into()) });
    ticket_of(&story.submit(PASSWORD));
    assert_eq!(
        story.on(Event::ResetFinished { ticket: first, outcome: Err(ProofError::Used.into()) }),
        nothing()
    );
    assert!(matches!(story.reset_state(), ResetState::Sending(_)));
}
