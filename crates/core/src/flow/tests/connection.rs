//! Slow answers, lines that are gone and come back, waits that end.

use super::*;

fn offline<T: From<CallError>>() -> T {
    CallError::Offline.into()
}

#[test]
fn what_went_unanswered_offline_is_asked_again_when_the_line_is_back() {
    let mut story = Story::opened();
    let ticket = story.ask_for(ADA);
    assert_eq!(
        story.on(Event::RequestFailed { ticket, error: offline() }),
        [Effect::AwaitConnection { ticket }]
    );
    assert!(story.flow.awaits_connection());
    let again = story.on(Event::ConnectionRestored { ticket });
    assert_eq!(again, [Effect::Request { ticket: ticket_of(&again), email: email(ADA) }]);
    assert!(story.is_sending() && !story.flow.awaits_connection());

    let mut story = Story::waiting_for_ada();
    story.now = NOW.plus(60);
    let ticket = ticket_of(&story.on(Event::ResendPressed));
    story.fails(Event::RequestFailed { ticket, error: offline() });
    ticket_of(&story.on(Event::ConnectionRestored { ticket }));
    assert_eq!(story.check_email_call(), Some(CallKind::RequestEmail));

    let mut story = Story::waiting_for_ada();
    let ticket = story.link_checked("flow-ada", TOKEN);
    story.fails(Event::CheckFinished { ticket, outcome: Err(offline()) });
    assert!(matches!(
        story.on(Event::ConnectionRestored { ticket })[..],
        [Effect::Check { .. }, Effect::LoadPasswordPolicy]
    ));
    assert_eq!(story.reset_state(), ResetState::Checking);
}

#[test]
fn a_code_is_checked_again_when_the_line_is_back() {
    let mut story = Story::waiting_for_ada();
    story.on(Event::CapabilitiesLoaded(Capabilities {
        code: Some(CodeShape::Digits(8)),
        ..Capabilities::default()
    }));
    let asked = story.on(typed("12345678"));
    let ticket = ticket_of(&asked);
    story.fails(Event::CheckFinished { ticket, outcome: Err(offline()) });
    let again = story.on(Event::ConnectionRestored { ticket });
    let ([Effect::Check { proof, .. }], [Effect::Check { proof: repeated, .. }]) = (&asked[..], &again[..])
    else {
        panic!("{again:?}")
    };
    assert_eq!(proof, repeated);
}

/// END-6: the same password again is the same attempt, so a first one that did arrive does no harm.
#[test]
fn a_password_goes_again_as_the_same_attempt() {
    let mut story = Story::ready_for_ada();
    let sent = story.submit(PASSWORD);
    let ticket = ticket_of(&sent);
    assert_eq!(
        story.on(Event::ResetFinished { ticket, outcome: Err(offline()) }),
        [Effect::AwaitConnection { ticket }]
    );
    let again = story.on(Event::ConnectionRestored { ticket });
    let (
        [Effect::Reset { idempotency_key, password, .. }],
        [Effect::Reset { idempotency_key: later, password: same, .. }],
    ) = (&sent[..], &again[..])
    else {
        panic!("{again:?}")
    };
    assert_eq!((idempotency_key, password), (later, same));
    assert!(matches!(story.reset_state(), ResetState::Sending(_)));
}

#[test]
fn nothing_is_repeated_behind_the_back_of_a_person_who_went_on() {
    let mut story = Story::opened();
    let ticket = story.ask_for(ADA);
    story.fails(Event::RequestFailed { ticket, error: offline() });
    story.ask_for(BEN);
    assert_eq!(story.on(Event::ConnectionRestored { ticket }), nothing());
    assert_eq!(story.flow.email(), Some(&email(BEN)));

    let mut story = Story::waiting_for_ada();
    let ticket = story.link_checked("flow-ada", TOKEN);
    story.fails(Event::CheckFinished { ticket, outcome: Err(offline()) });
    story.on(Event::StartOver);
    assert_eq!(story.on(Event::ConnectionRestored { ticket }), nothing());
}

#[test]
fn whoever_does_not_want_to_wait_stops_and_a_late_answer_changes_no_screen() {
    let mut story = Story::opened();
    let ticket = story.ask_for(ADA);
    assert!(story.flow.in_flight().is_some_and(|call| call.kind.can_cancel()));
    assert_eq!(story.on(Event::Cancelled), nothing());
    assert!(!story.is_sending());
    let recovery = recovery("flow-ada", ADA);
    let effects = story.on(accepted(ticket, recovery.clone()));
    assert!(effects.contains(&Effect::Save(recovery)), "its e-mail will come all the same");
    assert_eq!(story.flow.email(), Some(&email(ADA)));
    assert!(matches!(story.flow.step(), Step::Forgot(_)));

    let mut story = Story::waiting_for_ada();
    let ticket = story.link_checked("flow-ada", TOKEN);
    story.on(Event::Cancelled);
    assert_eq!(story.reset_state(), ResetState::Unchecked(CallError::TimedOut));
    assert_eq!(story.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) }), nothing());
    assert_eq!(story.reset_state(), ResetState::Unchecked(CallError::TimedOut));
}

#[test]
fn a_password_on_its_way_cannot_be_called_back() {
    let (mut story, ticket) = Story::sending_for_ada();
    assert!(story.flow.in_flight().is_some_and(|call| !call.kind.can_cancel()));
    story.on(Event::Cancelled);
    assert!(matches!(story.reset_state(), ResetState::Sending(_)));
    story.on(Event::ResetFinished { ticket, outcome: Ok(Changed::default()) });
    story.done();
}

#[test]
fn a_wait_that_is_over_is_no_problem_any_more() {
    let mut story = Story::opened();
    let ticket = story.ask_for(ADA);
    let wait = CallError::RateLimited { wait: Some(Duration::from_secs(45)) };
    story.fails(Event::RequestFailed { ticket, error: wait.into() });
    story.on(Event::WaitOver(NOW.plus(44)));
    assert_eq!(story.forgot().problem, Some(ForgotProblem::Wait(NOW.plus(45))), "an earlier wait");
    story.on(Event::WaitOver(NOW.plus(45)));
    assert_eq!(story.forgot().problem, None);
}

#[test]
fn a_wrong_clock_is_told_once() {
    let mut story = Story::opened();
    story.on(Event::ClockSkewMeasured(301));
    assert_eq!(story.flow.notice(), Some(Notice::ClockWrong));
    story.on(Event::NoticeDismissed);
    story.on(Event::ClockSkewMeasured(301));
    assert_eq!(story.flow.notice(), None);
}
