//! The back button of a phone.

use super::*;

impl Scenario {
    fn back(&mut self) -> Vec<Effect> {
        self.on(Event::BackPressed)
    }
}

#[test]
fn back_from_the_first_screen_leaves_the_app() {
    let mut scenario = Scenario::opened();
    assert_eq!(scenario.back(), [Effect::MoveToBackground]);
    scenario.on(Event::EmailSubmitted("someone".into()));
    assert_eq!(scenario.back(), [Effect::MoveToBackground]);
    assert!(scenario.forgot().problem.is_some(), "the problem is still shown");

    let mut scenario = Scenario { flow: Flow::new(rules(), RecoveryMode::native()), now: NOW };
    assert_eq!(scenario.back(), [Effect::MoveToBackground], "the keyring was not read yet");
}

#[test]
fn back_leads_step_by_step_to_the_first_screen() {
    let mut scenario = Scenario::ready_for_ada();
    assert_eq!(scenario.back(), no_effects());
    assert_eq!(scenario.check_email().recovery.email, email(ADA));
    assert_eq!(scenario.back(), no_effects());
    assert_eq!(scenario.forgot().email, Some(email(ADA)), "the address is filled in");
    assert_eq!(scenario.back(), [Effect::MoveToBackground]);
}

#[test]
fn link_can_be_opened_again_after_going_back() {
    let mut scenario = Scenario::ready_for_ada();
    scenario.back();
    scenario.link_checked("flow-ada", TOKEN);
    assert_eq!(scenario.reset().proof, proof(TOKEN, Some("flow-ada")));
}

#[test]
fn back_from_a_link_leads_to_the_first_screen_without_a_pending_email() {
    let mut scenario = Scenario::opened();
    scenario.link_checked("", TOKEN);
    assert_eq!(scenario.back(), no_effects());
    assert_eq!(scenario.forgot().email, None);

    let mut scenario = Scenario::opened();
    scenario.open_link("https://elsewhere.example/");
    scenario.invalid_link();
    assert_eq!(scenario.back(), no_effects());
    scenario.forgot();
}

#[test]
fn back_from_an_invalid_link_leads_to_the_pending_email() {
    let mut scenario = Scenario::expecting_email_for_ada();
    scenario.open_link("https://elsewhere.example/");
    scenario.invalid_link();
    assert_eq!(scenario.back(), no_effects());
    assert_eq!(scenario.check_email().recovery.email, email(ADA));
}

#[test]
fn back_cancels_a_call_in_flight() {
    let mut scenario = Scenario::opened();
    let call_id = scenario.ask_for(ADA);
    assert_eq!(scenario.back(), no_effects());
    assert!(!scenario.is_sending());
    scenario.on(Event::RequestFailed { call_id, error: CallError::Down.into() });
    assert_eq!(scenario.forgot().problem, None, "the response was late");

    let mut scenario = Scenario::expecting_email_for_ada();
    scenario.now = NOW.plus(3600);
    scenario.on(Event::ResendPressed);
    assert_eq!(scenario.check_email_call(), Some(CallKind::RequestEmail));
    assert_eq!(scenario.back(), no_effects());
    assert_eq!(scenario.check_email_call(), None);

    let mut scenario = Scenario::expecting_email_for_ada();
    let call_id = scenario.link_checked("flow-ada", TOKEN);
    assert_eq!(scenario.back(), no_effects());
    scenario.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) });
    scenario.check_email();
}

#[test]
fn back_is_ignored_during_a_reset() {
    let (mut scenario, call_id) = Scenario::sending_for_ada();
    assert_eq!(scenario.back(), no_effects());
    assert!(matches!(scenario.reset_state(), ResetState::Sending(_)));
    scenario.on(Event::ResetFinished { call_id, outcome: Ok(Changed::default()) });
    scenario.done();
    assert_eq!(scenario.back(), [Effect::MoveToBackground], "the last step stays");
    scenario.done();
}
