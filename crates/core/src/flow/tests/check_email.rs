//! The second screen, apart from what is pasted or typed into it.

use super::*;

#[test]
fn an_app_that_was_closed_comes_back_to_the_newest_email_with_its_countdown() {
    let mut older = recovery("flow-ben", BEN);
    older.requested_at = Timestamp(NOW.0 - 600);
    let story = Story::opened_with(&[older, recovery("flow-ada", ADA)]);
    let check = story.check_email();
    assert_eq!((&check.recovery, story.call(), check.resent), (&recovery("flow-ada", ADA), None, false));
    assert_eq!(check.recovery.resend_after.seconds_after(story.now), 60);
}

#[test]
fn it_can_be_sent_again_once_the_time_has_come_and_once_only() {
    let mut story = Story::waiting_for_ada();
    for waited in [0, 1, 59] {
        story.now = NOW.plus(waited);
        assert_eq!(story.on(Event::ResendPressed), nothing(), "after {waited} s");
    }
    story.now = NOW.plus(60);
    let effects = story.on(Event::ResendPressed);
    let ticket = ticket_of(&effects);
    assert_eq!(effects, [Effect::Request { ticket, email: email(ADA) }]);
    assert_eq!(story.check_email_call(), Some(CallKind::RequestEmail));
    assert_eq!(story.on(Event::ResendPressed), nothing(), "a double click");

    let again = PendingRecovery {
        requested_at: story.now,
        resend_after: story.now.plus(60),
        ..recovery("flow-2", ADA)
    };
    story.on(accepted(ticket, again.clone()));
    let check = story.check_email();
    assert_eq!((&check.recovery, story.call(), check.resent), (&again, None, true));
    assert_eq!(story.on(Event::ResendPressed), nothing(), "the countdown runs again");
}

#[test]
fn when_sending_again_fails_the_first_email_is_still_waited_for() {
    let limited = |wait| CallError::RateLimited { wait };
    let due = NOW.plus(60);
    for (error, next) in [
        (CallError::Offline, due),
        (CallError::Down, due),
        (limited(Some(Duration::from_secs(30))), due.plus(30)),
        (limited(None), due.plus(60)),
    ] {
        let mut story = Story::waiting_for_ada();
        story.now = due;
        let ticket = ticket_of(&story.on(Event::ResendPressed));
        let effects = story.on(Event::RequestFailed { ticket, error: error.clone().into() });
        let check = story.check_email();
        // A wait that the service asked for holds after a restart too; a wait that was not asked for is no news.
        let remembered = match (next == due, error == CallError::Offline) {
            (_, true) => vec![Effect::AwaitConnection { ticket }],
            (true, _) => nothing(),
            (false, _) => vec![Effect::Save(check.recovery.clone())],
        };
        assert_eq!(effects, remembered, "{error:?}");
        assert_eq!(
            (story.call(), check.resent, check.recovery.resend_after),
            (None, false, next),
            "{error:?}"
        );
        assert_eq!(check.problem, Some(CheckEmailProblem::ResendFailed(error)));
        story.now = next;
        ticket_of(&story.on(Event::ResendPressed));
        assert_eq!(story.check_email().problem, None);
    }
}

#[test]
fn an_address_that_the_service_no_longer_takes_goes_back_to_be_corrected() {
    let mut story = Story::waiting_for_ada();
    story.now = NOW.plus(60);
    let ticket = ticket_of(&story.on(Event::ResendPressed));
    story.on(Event::RequestFailed { ticket, error: RequestError::AddressRefused });
    assert_eq!((story.is_sending(), story.forgot().problem.as_ref()), (false, Some(&ForgotProblem::Refused)));
    assert_eq!(story.flow.email(), Some(&email(ADA)));
}

/// A11Y-6.
#[test]
fn changing_the_address_begins_with_the_old_one() {
    let mut story = Story::waiting_for_ada();
    assert_eq!(story.on(Event::StartOver), nothing());
    let (Forgot { email: Some(prefilled), problem: None }, None) = (story.forgot(), story.call()) else {
        panic!("{:?}", story.flow)
    };
    assert_eq!(*prefilled, email(ADA));
    assert!(story.flow.has_pending_email(), "Ada's e-mail may still come");
    story.on(Event::BackToEmail);
    assert_eq!(story.check_email().recovery, recovery("flow-ada", ADA));
}

#[test]
fn with_no_email_under_way_there_is_none_to_go_back_to() {
    let mut story = Story::opened();
    story.open_link("latchkey://reset-password?token=short");
    assert_eq!(story.on(Event::BackToEmail), nothing());
    assert_eq!(story.invalid_link(), (LinkFailure::Damaged, None));
}

#[test]
fn a_button_of_another_screen_does_nothing() {
    let mut story = Story::waiting_for_ada();
    story.now = NOW.plus(60);
    for event in [
        Event::EmailSubmitted(BEN.into()),
        Event::CheckAgain,
        Event::AskForNewLink,
        submitted(PASSWORD, None),
    ] {
        assert_eq!(story.on(event), nothing());
        assert_eq!(story.check_email_call(), None);
    }
    let mut story = Story::opened();
    for event in [Event::ResendPressed, typed(&link("", TOKEN)), Event::CheckAgain, Event::AskForNewLink] {
        assert_eq!(story.on(event), nothing());
        assert_eq!(story.forgot().problem, None);
    }
}

#[test]
fn a_missing_keyring_is_said_until_it_is_read() {
    let mut story = Story::waiting_for_ada();
    assert_eq!(story.on(Event::MemoryOnly), nothing());
    assert_eq!(story.flow.notice(), Some(Notice::MemoryOnly));
    story.check_email();
    story.on(Event::NoticeDismissed);
    assert_eq!(story.flow.notice(), None);
}

#[test]
fn that_there_is_no_keyring_is_said_once() {
    let mut story = Story::waiting_for_ada();
    story.on(Event::MemoryOnly);
    story.on(Event::NoticeDismissed);
    story.on(Event::MemoryOnly);
    assert_eq!(story.flow.notice(), None);
}
