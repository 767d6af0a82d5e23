//! The second screen, except for links and codes.

use super::*;

#[test]
fn restarted_app_shows_the_newest_email_with_its_countdown() {
    let mut older = recovery("flow-ben", BEN);
    older.requested_at = Timestamp(NOW.0 - 600);
    let scenario = Scenario::opened_with(&[older, recovery("flow-ada", ADA)]);
    let check = scenario.check_email();
    assert_eq!((&check.recovery, scenario.call(), check.resent), (&recovery("flow-ada", ADA), None, false));
    assert_eq!(check.recovery.resend_at.seconds_after(scenario.now), 60);
}

#[test]
fn email_can_be_resent_once_after_the_wait() {
    let mut scenario = Scenario::expecting_email_for_ada();
    for waited in [0, 1, 59] {
        scenario.now = NOW.plus(waited);
        assert_eq!(scenario.on(Event::ResendPressed), no_effects(), "after {waited} s");
    }
    scenario.now = NOW.plus(60);
    let effects = scenario.on(Event::ResendPressed);
    let call_id = call_id_of(&effects);
    assert_eq!(effects, [Effect::PrepareRequest { call_id, email: email(ADA) }]);
    assert_eq!(scenario.check_email_call(), Some(CallKind::RequestEmail));
    assert_eq!(scenario.on(Event::ResendPressed), no_effects(), "a double click");

    let again = PendingRecovery {
        requested_at: scenario.now,
        resend_at: scenario.now.plus(60),
        ..recovery("flow-2", ADA)
    };
    scenario.on(accepted(call_id, again.clone()));
    let check = scenario.check_email();
    assert_eq!((&check.recovery, scenario.call(), check.resent), (&again, None, true));
    assert_eq!(scenario.on(Event::ResendPressed), no_effects(), "the countdown has restarted");
}

#[test]
fn failed_resend_keeps_the_first_email() {
    let limited = |wait| CallError::RateLimited { wait };
    let due = NOW.plus(60);
    for (error, next) in [
        (CallError::Offline, due),
        (CallError::Down, due),
        (limited(Some(Duration::from_secs(30))), due.plus(30)),
        (limited(None), due.plus(60)),
    ] {
        let mut scenario = Scenario::expecting_email_for_ada();
        scenario.now = due;
        let call_id = call_id_of(&scenario.on(Event::ResendPressed));
        let effects = scenario.on(Event::RequestFailed { call_id, error: error.clone().into() });
        let check = scenario.check_email();
        // Only a wait that the service sent is saved.
        let expected = match (next == due, error == CallError::Offline) {
            (_, true) => vec![Effect::AwaitConnection { call_id }],
            (true, _) => no_effects(),
            (false, _) => vec![Effect::Update(check.recovery.clone())],
        };
        assert_eq!(effects, expected, "{error:?}");
        assert_eq!(
            (scenario.call(), check.resent, check.recovery.resend_at),
            (None, false, next),
            "{error:?}"
        );
        assert_eq!(check.problem, Some(CheckEmailProblem::ResendFailed(error)));
        scenario.now = next;
        call_id_of(&scenario.on(Event::ResendPressed));
        assert_eq!(scenario.check_email().problem, None);
    }
}

#[test]
fn address_refused_at_resend_returns_to_the_first_screen() {
    let mut scenario = Scenario::expecting_email_for_ada();
    scenario.now = NOW.plus(60);
    let call_id = call_id_of(&scenario.on(Event::ResendPressed));
    scenario.on(Event::RequestFailed { call_id, error: RequestError::AddressRefused });
    assert_eq!(
        (scenario.is_sending(), scenario.forgot().problem.as_ref()),
        (false, Some(&ForgotProblem::Refused))
    );
    assert_eq!(scenario.flow.email(), Some(&email(ADA)));
}

/// A11Y-6.
#[test]
fn changing_the_address_starts_with_the_old_one() {
    let mut scenario = Scenario::expecting_email_for_ada();
    assert_eq!(scenario.on(Event::StartOver), no_effects());
    let (Forgot { email: Some(prefilled), problem: None }, None) = (scenario.forgot(), scenario.call())
    else {
        panic!("{:?}", scenario.flow)
    };
    assert_eq!(*prefilled, email(ADA));
    assert!(scenario.flow.has_pending_recovery(), "Ada's email may still arrive");
    scenario.on(Event::BackToEmail);
    assert_eq!(scenario.check_email().recovery, recovery("flow-ada", ADA));
}

#[test]
fn back_to_email_without_a_pending_email_is_ignored() {
    let mut scenario = Scenario::opened();
    scenario.open_link("latchkey://reset-password?token=short");
    assert_eq!(scenario.on(Event::BackToEmail), no_effects());
    assert_eq!(scenario.invalid_link(), (LinkFailure::Invalid, None));
}

#[test]
fn events_of_other_steps_are_ignored() {
    let mut scenario = Scenario::expecting_email_for_ada();
    scenario.now = NOW.plus(60);
    for event in [
        Event::EmailSubmitted(BEN.into()),
        Event::CheckAgain,
        Event::AskForNewLink,
        submitted(PASSWORD, None),
    ] {
        assert_eq!(scenario.on(event), no_effects());
        assert_eq!(scenario.check_email_call(), None);
    }
    let mut scenario = Scenario::opened();
    for event in [Event::ResendPressed, typed(&link("", TOKEN)), Event::CheckAgain, Event::AskForNewLink] {
        assert_eq!(scenario.on(event), no_effects());
        assert_eq!(scenario.forgot().problem, None);
    }
}

#[test]
fn memory_only_notice_stays_until_dismissed() {
    let mut scenario = Scenario::expecting_email_for_ada();
    assert_eq!(scenario.on(Event::MemoryOnly), no_effects());
    assert_eq!(scenario.flow.notice(), Some(Notice::MemoryOnly));
    scenario.check_email();
    scenario.on(Event::NoticeDismissed);
    assert_eq!(scenario.flow.notice(), None);
}

#[test]
fn memory_only_notice_is_shown_once() {
    let mut scenario = Scenario::expecting_email_for_ada();
    scenario.on(Event::MemoryOnly);
    scenario.on(Event::NoticeDismissed);
    scenario.on(Event::MemoryOnly);
    assert_eq!(scenario.flow.notice(), None);
}
