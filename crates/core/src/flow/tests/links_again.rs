//! A second link, while the first is looked at.

use super::*;

const BAD: &str = "latchkey://reset-password?token=cut";

#[test]
fn the_second_of_two_links_wins_and_the_person_is_told() {
    let mut story = Story::ready_for_ada();
    let effects = story.open_link(&link("flow-ada", OTHER_TOKEN));
    let check = Effect::Check { ticket: ticket_of(&effects), proof: proof(OTHER_TOKEN, Some("flow-ada")) };
    assert_eq!(effects, [check, Effect::LoadPasswordPolicy]);
    assert_eq!(story.flow.notice(), Some(Notice::NewerLink));
    assert_eq!(
        (&story.reset_state(), &story.reset().proof),
        (&ResetState::Checking, &proof(OTHER_TOKEN, Some("flow-ada")))
    );
}

#[test]
fn a_link_that_pushed_out_an_unread_one_is_told_as_well() {
    let mut story = Story::waiting_for_ada();
    story.on(Event::LinkOpened { text: IncomingLink::new(link("flow-ada", TOKEN)), replaced: true });
    assert_eq!(story.flow.notice(), Some(Notice::NewerLink));
    assert_eq!(story.reset().proof, proof(TOKEN, Some("flow-ada")));
}

#[test]
fn the_same_link_twice_is_a_second_tap_and_no_news() {
    let mut story = Story::waiting_for_ada();
    let ticket = story.link_checked("flow-ada", TOKEN);
    assert_eq!(story.open_link(&link("flow-ada", TOKEN)), nothing(), "it is being checked");
    story.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) });
    assert_eq!(story.reset_state(), ResetState::Ready(None), "the first check still counts");
    assert_eq!(story.open_link(&link("flow-ada", TOKEN)), nothing());
    assert_eq!((&story.reset_state(), story.flow.notice()), (&ResetState::Ready(None), None));
}

#[test]
fn the_same_link_after_a_check_without_answer_tries_again() {
    let mut story = Story::waiting_for_ada();
    let ticket = story.link_checked("flow-ada", TOKEN);
    story.on(Event::CheckFinished { ticket, outcome: Err(CallError::Offline.into()) });
    let effects = story.open_link(&link("flow-ada", TOKEN));
    let check = Effect::Check { ticket: ticket_of(&effects), proof: proof(TOKEN, Some("flow-ada")) };
    assert_eq!(effects, [check, Effect::LoadPasswordPolicy]);
    assert_eq!((&story.reset_state(), story.flow.notice()), (&ResetState::Checking, None));
}

#[test]
fn a_bad_link_does_not_take_a_password_away_that_is_being_typed() {
    let mut story = Story::ready_for_ada();
    for bad in [BAD, "https://account.example.com/reset-password#token=0123456789abcdef"] {
        assert_eq!(story.open_link(bad), nothing());
        assert_eq!(story.flow.notice(), Some(Notice::BadLinkIgnored));
        assert_eq!(story.reset_state(), ResetState::Ready(Some(NOW.plus(3600))), "{bad}");
        story.on(Event::NoticeDismissed);
    }
    ticket_of(&story.submit(PASSWORD));
}

#[test]
fn a_link_waits_while_a_password_is_on_its_way() {
    for waiting in [link("flow-ada", OTHER_TOKEN), link("flow-ada", TOKEN), BAD.to_owned()] {
        let (mut story, ticket) = Story::sending_for_ada();
        assert_eq!(story.open_link(&waiting), nothing());
        assert_eq!(
            (&story.reset_state(), story.flow.notice()),
            (&ResetState::Sending(Some(NOW.plus(3600))), None)
        );
        story.on(Event::ResetFinished { ticket, outcome: Ok(Changed::default()) });
        assert_eq!((story.done().at, story.flow.notice()), (NOW, None), "{waiting}");
    }
}

#[test]
fn when_the_password_was_not_set_the_link_that_waited_has_its_turn() {
    for error in [
        CallError::Down.into(),
        ResetError::PasswordRefused(Vec::new()),
        ProofError::Superseded.into(),
        ProofError::Expired.into(),
    ] {
        let (mut story, ticket) = Story::sending_for_ada();
        story.open_link(&link("flow-ada", OTHER_TOKEN));
        let error: ResetError = error;
        let effects = story.on(Event::ResetFinished { ticket, outcome: Err(error.clone()) });
        let check =
            Effect::Check { ticket: ticket_of(&effects), proof: proof(OTHER_TOKEN, Some("flow-ada")) };
        assert_eq!(effects, [check, Effect::LoadPasswordPolicy], "{error:?}");
        assert_eq!(
            (&story.reset_state(), story.flow.notice()),
            (&ResetState::Checking, Some(Notice::NewerLink))
        );
    }
}

#[test]
fn a_link_that_waited_for_nothing_does_not_hide_what_went_wrong() {
    for (waiting, notice) in [(link("flow-ada", TOKEN), None), (BAD.to_owned(), Some(Notice::BadLinkIgnored))]
    {
        let (mut story, ticket) = Story::sending_for_ada();
        story.open_link(&waiting);
        story.fails(Event::ResetFinished { ticket, outcome: Err(CallError::Offline.into()) });
        assert_eq!(story.reset().problem, Some(ResetProblem::Call(CallError::Offline)));
        assert_eq!(story.flow.notice(), notice, "{waiting}");

        let (mut story, ticket) = Story::sending_for_ada();
        story.open_link(&waiting);
        assert_eq!(
            story.on(Event::ResetFinished { ticket, outcome: Err(ProofError::Expired.into()) }),
            nothing()
        );
        assert_eq!(story.invalid_link(), (LinkFailure::Expired, Some(ADA)), "{waiting}");
    }
}
