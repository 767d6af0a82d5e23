//! A phone's back button.

use super::*;

impl Story {
    fn back(&mut self) -> Vec<Effect> {
        self.on(Event::BackPressed)
    }
}

#[test]
fn from_the_first_screen_it_leads_out_of_the_app_and_changes_nothing() {
    let mut story = Story::opened();
    assert_eq!(story.back(), [Effect::MoveToBackground]);
    story.on(Event::EmailSubmitted("someone".into()));
    assert_eq!(story.back(), [Effect::MoveToBackground]);
    assert!(story.forgot().problem.is_some(), "what is wrong is still said");

    let mut story = Story { flow: Flow::new(rules(), RecoveryMode::native()), now: NOW };
    assert_eq!(story.back(), [Effect::MoveToBackground], "the keyring is still being asked");
}

#[test]
fn step_by_step_it_leads_from_a_new_password_to_the_beginning() {
    let mut story = Story::ready_for_ada();
    assert_eq!(story.back(), nothing());
    assert_eq!(story.check_email().recovery.email, email(ADA));
    assert_eq!(story.back(), nothing());
    assert_eq!(story.forgot().email, Some(email(ADA)), "the address is filled in");
    assert_eq!(story.back(), [Effect::MoveToBackground]);
}

#[test]
fn the_link_can_be_opened_again_afterwards() {
    let mut story = Story::ready_for_ada();
    story.back();
    story.link_checked("flow-ada", TOKEN);
    assert_eq!(story.reset().proof, proof(TOKEN, Some("flow-ada")));
}

#[test]
fn without_an_e_mail_to_wait_for_it_leads_from_a_link_to_the_first_screen() {
    let mut story = Story::opened();
    story.link_checked("", TOKEN);
    assert_eq!(story.back(), nothing());
    assert_eq!(story.forgot().email, None);

    let mut story = Story::opened();
    story.open_link("https://elsewhere.example/");
    story.invalid_link();
    assert_eq!(story.back(), nothing());
    story.forgot();
}

#[test]
fn a_link_that_does_not_work_gives_way_to_the_e_mail_that_is_waited_for() {
    let mut story = Story::waiting_for_ada();
    story.open_link("https://elsewhere.example/");
    story.invalid_link();
    assert_eq!(story.back(), nothing());
    assert_eq!(story.check_email().recovery.email, email(ADA));
}

#[test]
fn an_answer_that_is_waited_for_is_waited_for_no_longer() {
    let mut story = Story::opened();
    let ticket = story.ask_for(ADA);
    assert_eq!(story.back(), nothing());
    assert!(!story.is_sending());
    story.on(Event::RequestFailed { ticket, error: CallError::Down.into() });
    assert_eq!(story.forgot().problem, None, "it came too late");

    let mut story = Story::waiting_for_ada();
    story.now = NOW.plus(3600);
    story.on(Event::ResendPressed);
    assert_eq!(story.check_email_call(), Some(CallKind::RequestEmail));
    assert_eq!(story.back(), nothing());
    assert_eq!(story.check_email_call(), None);

    let mut story = Story::waiting_for_ada();
    let ticket = story.link_checked("flow-ada", TOKEN);
    assert_eq!(story.back(), nothing());
    story.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) });
    story.check_email();
}

#[test]
fn a_password_on_its_way_cannot_be_called_back() {
    let (mut story, ticket) = Story::sending_for_ada();
    assert_eq!(story.back(), nothing());
    assert!(matches!(story.reset_state(), ResetState::Sending(_)));
    story.on(Event::ResetFinished { ticket, outcome: Ok(Changed::default()) });
    story.done();
    assert_eq!(story.back(), [Effect::MoveToBackground], "what is done stays done");
    story.done();
}
