//! A second link, after the first was opened.

use super::*;

const BAD: &str = "latchkey://reset-password?token=cut";

#[test]
fn second_link_replaces_the_first_with_a_notice() {
    let mut scenario = Scenario::ready_for_ada();
    let effects = scenario.open_link(&link("flow-ada", OTHER_TOKEN));
    let check = Effect::Check { call_id: call_id_of(&effects), proof: proof(OTHER_TOKEN, Some("flow-ada")) };
    assert_eq!(effects, [check, Effect::LoadPasswordPolicy]);
    assert_eq!(scenario.flow.notice(), Some(Notice::NewerLink));
    assert_eq!(
        (&scenario.reset_state(), &scenario.reset().proof),
        (&ResetState::Checking, &proof(OTHER_TOKEN, Some("flow-ada")))
    );
}

#[test]
fn link_that_replaced_an_unread_one_shows_a_notice() {
    let mut scenario = Scenario::expecting_email_for_ada();
    scenario.on(Event::LinkOpened { text: IncomingLink::new(link("flow-ada", TOKEN)), replaced: true });
    assert_eq!(scenario.flow.notice(), Some(Notice::NewerLink));
    assert_eq!(scenario.reset().proof, proof(TOKEN, Some("flow-ada")));
}

#[test]
fn same_link_twice_is_ignored() {
    let mut scenario = Scenario::expecting_email_for_ada();
    let call_id = scenario.link_checked("flow-ada", TOKEN);
    assert_eq!(scenario.open_link(&link("flow-ada", TOKEN)), no_effects(), "the check is in flight");
    scenario.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) });
    assert_eq!(scenario.reset_state(), ResetState::Ready(None), "the first check still counts");
    assert_eq!(scenario.open_link(&link("flow-ada", TOKEN)), no_effects());
    assert_eq!((&scenario.reset_state(), scenario.flow.notice()), (&ResetState::Ready(None), None));
}

#[test]
fn same_link_after_a_failed_check_is_checked_again() {
    let mut scenario = Scenario::expecting_email_for_ada();
    let call_id = scenario.link_checked("flow-ada", TOKEN);
    scenario.on(Event::CheckFinished { call_id, outcome: Err(CallError::Offline.into()) });
    let effects = scenario.open_link(&link("flow-ada", TOKEN));
    let check = Effect::Check { call_id: call_id_of(&effects), proof: proof(TOKEN, Some("flow-ada")) };
    assert_eq!(effects, [check, Effect::LoadPasswordPolicy]);
    assert_eq!((&scenario.reset_state(), scenario.flow.notice()), (&ResetState::Checking, None));
}

#[test]
fn bad_link_keeps_a_typed_password() {
    let mut scenario = Scenario::ready_for_ada();
    for bad in [BAD, "https://account.example.com/reset-password#token=0123456789abcdef"] {
        assert_eq!(scenario.open_link(bad), no_effects());
        assert_eq!(scenario.flow.notice(), Some(Notice::BadLinkIgnored));
        assert_eq!(scenario.reset_state(), ResetState::Ready(Some(NOW.plus(3600))), "{bad}");
        scenario.on(Event::NoticeDismissed);
    }
    call_id_of(&scenario.submit(PASSWORD));
}

#[test]
fn link_opened_during_a_reset_waits() {
    for waiting in [link("flow-ada", OTHER_TOKEN), link("flow-ada", TOKEN), BAD.to_owned()] {
        let (mut scenario, call_id) = Scenario::sending_for_ada();
        assert_eq!(scenario.open_link(&waiting), no_effects());
        assert_eq!(
            (&scenario.reset_state(), scenario.flow.notice()),
            (&ResetState::Sending(Some(NOW.plus(3600))), None)
        );
        scenario.on(Event::ResetFinished { call_id, outcome: Ok(Changed::default()) });
        assert_eq!((scenario.done().at, scenario.flow.notice()), (NOW, None), "{waiting}");
    }
}

#[test]
fn waiting_link_is_opened_when_the_reset_fails() {
    for error in [
        CallError::Down.into(),
        ResetError::PasswordRefused(Vec::new()),
        ProofError::Superseded.into(),
        ProofError::Expired.into(),
    ] {
        let (mut scenario, call_id) = Scenario::sending_for_ada();
        scenario.open_link(&link("flow-ada", OTHER_TOKEN));
        let error: ResetError = error;
        let effects = scenario.on(Event::ResetFinished { call_id, outcome: Err(error.clone()) });
        let check =
            Effect::Check { call_id: call_id_of(&effects), proof: proof(OTHER_TOKEN, Some("flow-ada")) };
        assert_eq!(effects, [check, Effect::LoadPasswordPolicy], "{error:?}");
        assert_eq!(
            (&scenario.reset_state(), scenario.flow.notice()),
            (&ResetState::Checking, Some(Notice::NewerLink))
        );
    }
}

#[test]
fn useless_waiting_link_does_not_hide_the_failure() {
    for (waiting, notice) in [(link("flow-ada", TOKEN), None), (BAD.to_owned(), Some(Notice::BadLinkIgnored))]
    {
        let (mut scenario, call_id) = Scenario::sending_for_ada();
        scenario.open_link(&waiting);
        scenario.fails(Event::ResetFinished { call_id, outcome: Err(CallError::Offline.into()) });
        assert_eq!(scenario.reset().problem, Some(ResetProblem::Call(CallError::Offline)));
        assert_eq!(scenario.flow.notice(), notice, "{waiting}");

        let (mut scenario, call_id) = Scenario::sending_for_ada();
        scenario.open_link(&waiting);
        assert_eq!(
            scenario.on(Event::ResetFinished { call_id, outcome: Err(ProofError::Expired.into()) }),
            no_effects()
        );
        assert_eq!(scenario.invalid_link(), (LinkFailure::Expired, Some(ADA)), "{waiting}");
    }
}
