//! Slow responses, lost connections, and waits.

use super::*;

fn offline<T: From<CallError>>() -> T {
    CallError::Offline.into()
}

#[test]
fn offline_calls_are_retried_when_the_connection_is_back() {
    let mut scenario = Scenario::opened();
    let call_id = scenario.ask_for(ADA);
    assert_eq!(
        scenario.on(Event::RequestFailed { call_id, error: offline() }),
        [Effect::AwaitConnection { call_id }]
    );
    assert!(scenario.flow.awaits_connection());
    let again = scenario.on(Event::ConnectionRestored { call_id });
    assert_eq!(again, [Effect::PrepareRequest { call_id: call_id_of(&again), email: email(ADA) }]);
    assert!(scenario.is_sending() && !scenario.flow.awaits_connection());

    let mut scenario = Scenario::expecting_email_for_ada();
    scenario.now = NOW.plus(60);
    let call_id = call_id_of(&scenario.on(Event::ResendPressed));
    scenario.fails(Event::RequestFailed { call_id, error: offline() });
    call_id_of(&scenario.on(Event::ConnectionRestored { call_id }));
    assert_eq!(scenario.check_email_call(), Some(CallKind::RequestEmail));

    let mut scenario = Scenario::expecting_email_for_ada();
    let call_id = scenario.link_checked("flow-ada", TOKEN);
    scenario.fails(Event::CheckFinished { call_id, outcome: Err(offline()) });
    assert!(matches!(
        scenario.on(Event::ConnectionRestored { call_id })[..],
        [Effect::Check { .. }, Effect::LoadPasswordPolicy]
    ));
    assert_eq!(scenario.reset_state(), ResetState::Checking);
}

#[test]
fn code_is_checked_again_when_the_connection_is_back() {
    let mut scenario = Scenario::expecting_email_for_ada();
    scenario.on(Event::CapabilitiesLoaded(Capabilities {
        code: Some(CodeShape::digits(8)),
        ..Capabilities::default()
    }));
    let effects = scenario.on(typed("12345678"));
    let call_id = call_id_of(&effects);
    scenario.fails(Event::CheckFinished { call_id, outcome: Err(offline()) });
    let again = scenario.on(Event::ConnectionRestored { call_id });
    let ([Effect::Check { proof, .. }], [Effect::Check { proof: repeated, .. }]) = (&effects[..], &again[..])
    else {
        panic!("{again:?}")
    };
    assert_eq!(proof, repeated);
}

/// END-6: the retry has the same idempotency key, so the service can recognize a first attempt that arrived.
#[test]
fn offline_reset_is_retried_as_the_same_attempt() {
    let mut scenario = Scenario::ready_for_ada();
    let sent = scenario.submit(PASSWORD);
    let call_id = call_id_of(&sent);
    assert_eq!(
        scenario.on(Event::ResetFinished { call_id, outcome: Err(offline()) }),
        [Effect::AwaitConnection { call_id }]
    );
    let again = scenario.on(Event::ConnectionRestored { call_id });
    let (
        [Effect::Reset { idempotency_key, password, .. }],
        [Effect::Reset { idempotency_key: later, password: same, .. }],
    ) = (&sent[..], &again[..])
    else {
        panic!("{again:?}")
    };
    assert_eq!((idempotency_key, password), (later, same));
    assert!(matches!(scenario.reset_state(), ResetState::Sending(_)));
}

#[test]
fn nothing_is_retried_after_the_person_has_gone_on() {
    let mut scenario = Scenario::opened();
    let call_id = scenario.ask_for(ADA);
    scenario.fails(Event::RequestFailed { call_id, error: offline() });
    scenario.ask_for(BEN);
    assert_eq!(scenario.on(Event::ConnectionRestored { call_id }), no_effects());
    assert_eq!(scenario.flow.email(), Some(&email(BEN)));

    let mut scenario = Scenario::expecting_email_for_ada();
    let call_id = scenario.link_checked("flow-ada", TOKEN);
    scenario.fails(Event::CheckFinished { call_id, outcome: Err(offline()) });
    scenario.on(Event::StartOver);
    assert_eq!(scenario.on(Event::ConnectionRestored { call_id }), no_effects());
}

#[test]
fn cancelled_call_changes_nothing_when_its_response_arrives() {
    let mut scenario = Scenario::opened();
    let call_id = scenario.ask_for(ADA);
    assert!(scenario.flow.in_flight().is_some_and(|call| call.kind.can_cancel()));
    assert_eq!(scenario.on(Event::Cancelled), no_effects());
    assert!(!scenario.is_sending());
    let recovery = recovery("flow-ada", ADA);
    let effects = scenario.on(accepted(call_id, recovery.clone()));
    assert!(effects.contains(&Effect::Update(recovery)), "its email will arrive");
    assert_eq!(scenario.flow.email(), Some(&email(ADA)));
    assert!(matches!(scenario.flow.step(), Step::Forgot(_)));

    let mut scenario = Scenario::expecting_email_for_ada();
    let call_id = scenario.link_checked("flow-ada", TOKEN);
    scenario.on(Event::Cancelled);
    assert_eq!(scenario.reset_state(), ResetState::Unchecked(CallError::TimedOut));
    assert_eq!(scenario.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) }), no_effects());
    assert_eq!(scenario.reset_state(), ResetState::Unchecked(CallError::TimedOut));
}

#[test]
fn reset_cannot_be_cancelled() {
    let (mut scenario, call_id) = Scenario::sending_for_ada();
    assert!(scenario.flow.in_flight().is_some_and(|call| !call.kind.can_cancel()));
    scenario.on(Event::Cancelled);
    assert!(matches!(scenario.reset_state(), ResetState::Sending(_)));
    scenario.on(Event::ResetFinished { call_id, outcome: Ok(Changed::default()) });
    scenario.done();
}

#[test]
fn problem_disappears_when_the_wait_is_over() {
    let mut scenario = Scenario::opened();
    let call_id = scenario.ask_for(ADA);
    let wait = CallError::RateLimited { wait: Some(Duration::from_secs(45)) };
    scenario.fails(Event::RequestFailed { call_id, error: wait.into() });
    scenario.on(Event::WaitOver(NOW.plus(44)));
    assert_eq!(scenario.forgot().problem, Some(ForgotProblem::Wait(NOW.plus(45))), "an earlier wait");
    scenario.on(Event::WaitOver(NOW.plus(45)));
    assert_eq!(scenario.forgot().problem, None);
}

#[test]
fn clock_notice_is_shown_once() {
    let mut scenario = Scenario::opened();
    scenario.on(Event::ClockSkewMeasured(301));
    assert_eq!(scenario.flow.notice(), Some(Notice::ClockWrong));
    scenario.on(Event::NoticeDismissed);
    scenario.on(Event::ClockSkewMeasured(301));
    assert_eq!(scenario.flow.notice(), None);
}
