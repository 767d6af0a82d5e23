//! The third screen and the last one.

use super::*;
use crate::password::PasswordRejection;

#[test]
fn password_is_checked_before_it_is_sent() {
    let reported = PasswordPolicy { min_length: 15, max_length: Some(64), max_bytes: None, reported: true };
    let refused = |rejection| ResetProblem::Refused(vec![rejection]);
    let (short, long) = (
        |min| refused(PasswordRejection::TooShort { min: Some(min) }),
        |max| refused(PasswordRejection::TooLong { max }),
    );
    for (policy, password, confirmation, problem) in [
        (None, "", None, ResetProblem::Missing),
        (None, "", Some(""), ResetProblem::Missing),
        (None, "seven s", None, short(8)),
        (Some(reported), "fourteen signs", None, short(15)),
        (Some(reported), &"s".repeat(65), None, long(Some(64))),
        (None, &"s".repeat(4097), None, long(None)),
        (None, PASSWORD, Some("a walk along the wet key"), ResetProblem::Mismatch),
        (None, PASSWORD, Some(""), ResetProblem::Mismatch),
        (None, "seven s", Some("something else"), short(8)),
    ] {
        let mut scenario = Scenario::ready_for_ada();
        policy.into_iter().for_each(|policy| drop(scenario.on(Event::PasswordPolicyLoaded(policy))));
        assert_eq!(scenario.on(submitted(password, confirmation)), no_effects());
        assert_eq!(scenario.reset().problem, Some(problem));
        assert_eq!(scenario.reset_state(), ResetState::Ready(Some(NOW.plus(3600))), "the link still works");
        call_id_of(&scenario.submit(PASSWORD));
        assert_eq!(scenario.reset().problem, None);
    }
}

/// PWD-10.
#[test]
fn visible_password_needs_no_confirmation() {
    for confirmation in [None, Some(PASSWORD)] {
        let mut scenario = Scenario::ready_for_ada();
        let effects = scenario.on(submitted(PASSWORD, confirmation));
        let [Effect::Reset { proof: sent, password, .. }] = effects.as_slice() else { panic!("{effects:?}") };
        assert_eq!((sent, password), (&proof(TOKEN, Some("flow-ada")), &NewPassword::new(PASSWORD).unwrap()));
        assert_eq!(scenario.reset_state(), ResetState::Sending(Some(NOW.plus(3600))));
    }
}

#[test]
fn composed_and_decomposed_passwords_match() {
    let (composed, decomposed) = ("Zo\u{eb} walks along the quay", "Zoe\u{308} walks along the quay");
    for (first, second) in [(composed, decomposed), (decomposed, composed)] {
        let mut scenario = Scenario::ready_for_ada();
        let effects = scenario.on(submitted(first, Some(second)));
        assert!(matches!(effects.as_slice(), [Effect::Reset { .. }]), "{effects:?}");
    }
    let mut scenario = Scenario::ready_for_ada();
    assert_eq!(scenario.on(submitted(composed, Some("Zoe walks along the quay"))), no_effects());
    assert_eq!(scenario.reset().problem, Some(ResetProblem::Mismatch));
}

#[test]
fn double_click_sends_the_password_once() {
    let (mut scenario, _) = Scenario::sending_for_ada();
    assert_eq!(scenario.submit(PASSWORD), no_effects());
    assert_eq!(scenario.submit("another good password"), no_effects());
}

fn attempt_of(effects: &[Effect]) -> IdempotencyKey {
    match effects {
        [Effect::Reset { idempotency_key, .. }] => idempotency_key.clone(),
        other => panic!("no reset: {other:?}"),
    }
}

#[test]
fn same_password_repeats_the_attempt_and_another_starts_one() {
    let mut scenario = Scenario::ready_for_ada();
    let lost = |scenario: &mut Scenario, password: &str| {
        let effects = scenario.submit(password);
        let outcome = Err(CallError::TimedOut.into());
        scenario.on(Event::ResetFinished { call_id: call_id_of(&effects), outcome });
        attempt_of(&effects)
    };
    let first = lost(&mut scenario, PASSWORD);
    assert_eq!(lost(&mut scenario, PASSWORD), first);
    scenario.submit("short");
    assert_eq!(lost(&mut scenario, PASSWORD), first, "an attempt that was not sent does not count");
    let other = lost(&mut scenario, "another good password");
    assert_ne!(other, first);
    assert_eq!(lost(&mut scenario, "another good password"), other);
}

#[test]
fn failed_reset_can_be_repeated() {
    let refused = vec![PasswordRejection::Common, PasswordRejection::Other];
    let limited = |wait| ResetError::Call(CallError::RateLimited { wait });
    for (error, problem) in [
        (ResetError::PasswordRefused(refused.clone()), ResetProblem::Refused(refused)),
        (ResetError::PasswordRefused(vec![]), ResetProblem::Refused(vec![])),
        (limited(Some(Duration::from_secs(5))), ResetProblem::Wait(NOW.plus(5))),
        (limited(None), ResetProblem::Wait(NOW.plus(60))),
        (CallError::Offline.into(), ResetProblem::Call(CallError::Offline)),
        (CallError::TimedOut.into(), ResetProblem::Call(CallError::TimedOut)),
    ] {
        let (mut scenario, call_id) = Scenario::sending_for_ada();
        scenario.fails(Event::ResetFinished { call_id, outcome: Err(error) });
        assert_eq!(scenario.reset().problem, Some(problem));
        assert_eq!(scenario.reset_state(), ResetState::Ready(Some(NOW.plus(3600))));
        call_id_of(&scenario.submit(PASSWORD));
        assert_eq!(scenario.reset().problem, None);
    }
}

#[test]
fn link_that_no_longer_works_at_reset_is_reported() {
    for (error, failure) in [
        (ProofError::Expired, LinkFailure::Expired),
        (ProofError::Used, LinkFailure::Used),
        (ProofError::Superseded, LinkFailure::Superseded),
        (ProofError::OtherDevice, LinkFailure::OtherDevice),
        (ProofError::Invalid, LinkFailure::Invalid),
    ] {
        let (mut scenario, call_id) = Scenario::sending_for_ada();
        assert_eq!(scenario.on(Event::ResetFinished { call_id, outcome: Err(error.into()) }), no_effects());
        assert_eq!(scenario.invalid_link(), (failure, Some(ADA)));
    }
}

/// STO-3.
#[test]
fn changed_password_ends_only_the_recoveries_of_its_account() {
    let all = [recovery("flow-ada", ADA), recovery("flow-old", ADA), recovery("flow-ben", BEN)];
    let mut scenario = Scenario::opened_with(&all);
    let call_id = scenario.link_checked("flow-ada", TOKEN);
    scenario.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) });
    scenario.on(Event::MemoryOnly);
    let call_id = call_id_of(&scenario.submit(PASSWORD));
    scenario.now = NOW.plus(9);
    let effects =
        scenario.on(Event::ResetFinished { call_id, outcome: Ok(Changed { signed_out_everywhere: true }) });
    assert_eq!(effects, [Effect::Remove(EndedRecoveries::Account(email(ADA))), Effect::ClearSecretDrafts]);
    let done = scenario.done();
    assert_eq!(
        (done.email.as_ref(), done.signed_out_everywhere, done.at),
        (Some(&email(ADA)), true, NOW.plus(9))
    );
    assert_eq!(scenario.flow.notice(), None);

    scenario.on(Event::BackToEmail);
    assert_eq!(scenario.flow.email(), Some(&email(BEN)));
    scenario.link_checked("flow-old", OTHER_TOKEN);
    assert_eq!(scenario.reset().proof, proof(OTHER_TOKEN, None), "Ada's older verifier is gone");
}

#[test]
fn password_changed_for_an_unknown_account_removes_nothing() {
    let mut scenario = Scenario::expecting_email_for_ada();
    let call_id = scenario.link_checked("flow-of-another-device", TOKEN);
    scenario.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) });
    let call_id = call_id_of(&scenario.submit(PASSWORD));
    assert_eq!(
        scenario.on(Event::ResetFinished { call_id, outcome: Ok(Changed::default()) }),
        [Effect::ClearSecretDrafts]
    );
    assert_eq!((&scenario.done().email, scenario.done().signed_out_everywhere), (&None, false));
    assert!(scenario.flow.has_pending_recovery());
}

/// END-5: a wrong second factor keeps the typed password.
#[test]
fn second_factor_is_required_when_the_check_reports_it() {
    let with = |code: &str| match submitted(PASSWORD, None) {
        Event::PasswordSubmitted { password, confirmation, idempotency_key, .. } => {
            Event::PasswordSubmitted {
                password,
                confirmation,
                second_factor: Zeroizing::new(code.to_owned()),
                breached: false,
                idempotency_key,
            }
        }
        other => other,
    };
    let mut scenario = Scenario::expecting_email_for_ada();
    let call_id = scenario.link_checked("flow-ada", TOKEN);
    let outcome = Ok(Checked { second_factor: true, ..Checked::default() });
    scenario.on(Event::CheckFinished { call_id, outcome });
    for typed in ["", "12345", "123456789", "12345a"] {
        assert_eq!(scenario.on(with(typed)), no_effects(), "{typed:?}");
        assert_eq!(scenario.reset().problem, Some(ResetProblem::SecondFactor), "{typed:?}");
    }
    for typed in ["123 456", "١٢٣٤٥٦", "१२३४५६", "１２３４５６", "Code: 123456"] {
        let effects = scenario.on(with(typed));
        let [Effect::Reset { second_factor: Some(code), .. }] = effects.as_slice() else {
            panic!("{typed:?}: {effects:?}")
        };
        assert_eq!(code.expose(), "123456", "{typed:?}");
        let call_id = call_id_of(&effects);
        scenario.on(Event::ResetFinished { call_id, outcome: Err(ResetError::SecondFactor) });
        assert_eq!(scenario.reset().problem, Some(ResetProblem::SecondFactor));
        assert!(matches!(scenario.reset_state(), ResetState::Ready(_)));
    }
}

#[test]
fn second_factor_is_required_when_the_reset_reports_it() {
    let (mut scenario, call_id) = Scenario::sending_for_ada();
    assert!(!scenario.reset().second_factor);
    scenario.on(Event::ResetFinished { call_id, outcome: Err(ResetError::SecondFactor) });
    assert!(scenario.reset().second_factor);
}

/// Ada's password was sent, and the call failed with this error.
fn lost(call: CallError) -> Scenario {
    let (mut scenario, call_id) = Scenario::sending_for_ada();
    scenario.fails(Event::ResetFinished { call_id, outcome: Err(call.into()) });
    scenario
}

fn refused_again(scenario: &mut Scenario, password: &str, reasons: &[PasswordRejection]) -> Vec<Effect> {
    let call_id = call_id_of(&scenario.submit(password));
    let outcome = Err(ResetError::PasswordRefused(reasons.to_vec()));
    scenario.on(Event::ResetFinished { call_id, outcome })
}

#[test]
fn same_as_before_after_a_lost_response_is_a_success() {
    for call in [CallError::Down, CallError::TimedOut, CallError::Offline] {
        let mut scenario = lost(call.clone());
        let effects = refused_again(&mut scenario, PASSWORD, &[PasswordRejection::SameAsBefore]);
        assert_eq!(scenario.done().email, Some(email(ADA)), "{call:?}");
        assert!(!scenario.done().signed_out_everywhere, "no response has said so");
        assert_eq!(
            effects,
            [Effect::Remove(EndedRecoveries::Account(email(ADA))), Effect::ClearSecretDrafts]
        );
    }
    // The connection came back, and the flow has sent the password again.
    let (mut scenario, call_id) = Scenario::sending_for_ada();
    scenario.fails(Event::ResetFinished { call_id, outcome: Err(CallError::Offline.into()) });
    let call_id = call_id_of(&scenario.on(Event::ConnectionRestored { call_id }));
    let outcome = Err(ResetError::PasswordRefused(vec![PasswordRejection::SameAsBefore]));
    scenario.on(Event::ResetFinished { call_id, outcome });
    scenario.done();
    // A second response that says nothing about the first changes nothing.
    let mut scenario = lost(CallError::TimedOut);
    let call_id = call_id_of(&scenario.submit(PASSWORD));
    let wait = CallError::RateLimited { wait: None };
    scenario.fails(Event::ResetFinished { call_id, outcome: Err(wait.into()) });
    refused_again(&mut scenario, PASSWORD, &[PasswordRejection::SameAsBefore]);
    scenario.done();
}

#[test]
fn same_as_before_without_a_lost_response_is_refused() {
    let same = [PasswordRejection::SameAsBefore];
    let mut first_time = Scenario::ready_for_ada();
    refused_again(&mut first_time, PASSWORD, &same);
    let mut reset_finished = lost(CallError::RateLimited { wait: None });
    refused_again(&mut reset_finished, PASSWORD, &same);
    let mut other_password = lost(CallError::TimedOut);
    refused_again(&mut other_password, "another good password", &same);
    for scenario in [first_time, reset_finished, other_password] {
        assert_eq!(scenario.reset().problem, Some(ResetProblem::Refused(same.to_vec())));
    }
    let both = [PasswordRejection::SameAsBefore, PasswordRejection::Common];
    let mut more_is_wrong = lost(CallError::TimedOut);
    refused_again(&mut more_is_wrong, PASSWORD, &both);
    assert_eq!(more_is_wrong.reset().problem, Some(ResetProblem::Refused(both.to_vec())));
}
