//! The third screen and the last.

use super::*;
use crate::password::Refusal;

#[test]
fn a_password_is_judged_here_before_it_is_sent() {
    let stated = PasswordPolicy { min_length: 15, max_length: Some(64), max_bytes: None, stated: true };
    let refused = |refusal| ResetProblem::Refused(vec![refusal]);
    let (short, long) =
        (|min| refused(Refusal::TooShort { min: Some(min) }), |max| refused(Refusal::TooLong { max }));
    for (policy, password, confirmation, problem) in [
        (None, "", None, ResetProblem::Missing),
        (None, "", Some(""), ResetProblem::Missing),
        (None, "seven s", None, short(8)),
        (Some(stated), "fourteen signs", None, short(15)),
        (Some(stated), &"s".repeat(65), None, long(Some(64))),
        (None, &"s".repeat(4097), None, long(None)),
        (None, PASSWORD, Some("a walk along the wet key"), ResetProblem::Mismatch),
        (None, PASSWORD, Some(""), ResetProblem::Mismatch),
        (None, "seven s", Some("something else"), short(8)),
    ] {
        let mut story = Story::ready_for_ada();
        policy.into_iter().for_each(|policy| drop(story.on(Event::PasswordPolicyLoaded(policy))));
        assert_eq!(story.on(submitted(password, confirmation)), nothing());
        assert_eq!(story.reset().problem, Some(problem));
        assert_eq!(story.reset_state(), ResetState::Ready(Some(NOW.plus(3600))), "the link still works");
        ticket_of(&story.submit(PASSWORD));
        assert_eq!(story.reset().problem, None);
    }
}

/// PWD-10.
#[test]
fn a_password_that_can_be_seen_is_not_asked_for_twice() {
    for confirmation in [None, Some(PASSWORD)] {
        let mut story = Story::ready_for_ada();
        let effects = story.on(submitted(PASSWORD, confirmation));
        let [Effect::Reset { proof: sent, password, .. }] = effects.as_slice() else { panic!("{effects:?}") };
        assert_eq!((sent, password), (&proof(TOKEN, Some("flow-ada")), &NewPassword::new(PASSWORD).unwrap()));
        assert_eq!(story.reset_state(), ResetState::Sending(Some(NOW.plus(3600))));
    }
}

#[test]
fn a_password_typed_composed_and_decomposed_is_the_same_in_the_second_field() {
    let (composed, decomposed) = ("Zo\u{eb} walks along the quay", "Zoe\u{308} walks along the quay");
    for (first, second) in [(composed, decomposed), (decomposed, composed)] {
        let mut story = Story::ready_for_ada();
        let effects = story.on(submitted(first, Some(second)));
        assert!(matches!(effects.as_slice(), [Effect::Reset { .. }]), "{effects:?}");
    }
    let mut story = Story::ready_for_ada();
    assert_eq!(story.on(submitted(composed, Some("Zoe walks along the quay"))), nothing());
    assert_eq!(story.reset().problem, Some(ResetProblem::Mismatch));
}

#[test]
fn a_double_click_sets_the_password_once() {
    let (mut story, _) = Story::sending_for_ada();
    assert_eq!(story.submit(PASSWORD), nothing());
    assert_eq!(story.submit("another good password"), nothing());
}

fn attempt_of(effects: &[Effect]) -> IdempotencyKey {
    match effects {
        [Effect::Reset { idempotency_key, .. }] => idempotency_key.clone(),
        other => panic!("no reset: {other:?}"),
    }
}

#[test]
fn the_same_password_again_is_the_same_attempt_and_another_one_is_another() {
    let mut story = Story::ready_for_ada();
    let lost = |story: &mut Story, password: &str| {
        let effects = story.submit(password);
        let outcome = Err(CallError::TimedOut.into());
        story.on(Event::ResetFinished { ticket: ticket_of(&effects), outcome });
        attempt_of(&effects)
    };
    let first = lost(&mut story, PASSWORD);
    assert_eq!(lost(&mut story, PASSWORD), first);
    story.submit("short");
    assert_eq!(lost(&mut story, PASSWORD), first, "one that was never sent does not count");
    let other = lost(&mut story, "another good password");
    assert_ne!(other, first);
    assert_eq!(lost(&mut story, "another good password"), other);
}

#[test]
fn a_failed_attempt_can_be_repeated() {
    let refused = vec![Refusal::Common, Refusal::Other];
    let limited = |wait| ResetError::Call(CallError::RateLimited { wait });
    for (error, problem) in [
        (ResetError::PasswordRefused(refused.clone()), ResetProblem::Refused(refused)),
        (ResetError::PasswordRefused(vec![]), ResetProblem::Refused(vec![])),
        (limited(Some(Duration::from_secs(5))), ResetProblem::Wait(NOW.plus(5))),
        (limited(None), ResetProblem::Wait(NOW.plus(60))),
        (CallError::Offline.into(), ResetProblem::Call(CallError::Offline)),
        (CallError::TimedOut.into(), ResetProblem::Call(CallError::TimedOut)),
    ] {
        let (mut story, ticket) = Story::sending_for_ada();
        story.fails(Event::ResetFinished { ticket, outcome: Err(error) });
        assert_eq!(story.reset().problem, Some(problem));
        assert_eq!(story.reset_state(), ResetState::Ready(Some(NOW.plus(3600))));
        ticket_of(&story.submit(PASSWORD));
        assert_eq!(story.reset().problem, None);
    }
}

#[test]
fn a_link_that_stopped_working_meanwhile_is_said() {
    for (error, failure) in [
        (ProofError::Expired, LinkFailure::Expired),
        (ProofError::Used, LinkFailure::Used),
        (ProofError::Superseded, LinkFailure::Superseded),
        (ProofError::OtherDevice, LinkFailure::OtherDevice),
        (ProofError::Invalid, LinkFailure::Damaged),
    ] {
        let (mut story, ticket) = Story::sending_for_ada();
        assert_eq!(story.on(Event::ResetFinished { ticket, outcome: Err(error.into()) }), nothing());
        assert_eq!(story.invalid_link(), (failure, Some(ADA)));
    }
}

/// STO-3.
#[test]
fn a_changed_password_ends_the_account_s_recoveries_and_nobody_else_s() {
    let all = [recovery("flow-ada", ADA), recovery("flow-old", ADA), recovery("flow-ben", BEN)];
    let mut story = Story::opened_with(&all);
    let ticket = story.link_checked("flow-ada", TOKEN);
    story.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) });
    story.on(Event::MemoryOnly);
    let ticket = ticket_of(&story.submit(PASSWORD));
    story.now = NOW.plus(9);
    let effects =
        story.on(Event::ResetFinished { ticket, outcome: Ok(Changed { signed_out_everywhere: true }) });
    assert_eq!(effects, [Effect::Remove(Ended::Account(email(ADA))), Effect::ClearSecretDrafts]);
    let done = story.done();
    assert_eq!(
        (done.email.as_ref(), done.signed_out_everywhere, done.at),
        (Some(&email(ADA)), true, NOW.plus(9))
    );
    assert_eq!(story.flow.notice(), None);

    story.on(Event::BackToEmail);
    assert_eq!(story.flow.email(), Some(&email(BEN)));
    story.link_checked("flow-old", OTHER_TOKEN);
    assert_eq!(story.reset().proof, proof(OTHER_TOKEN, None), "Ada's older verifier is gone");
}

#[test]
fn a_password_changed_for_an_account_that_is_not_known_here_forgets_nothing() {
    let mut story = Story::waiting_for_ada();
    let ticket = story.link_checked("flow-of-another-device", TOKEN);
    story.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) });
    let ticket = ticket_of(&story.submit(PASSWORD));
    assert_eq!(
        story.on(Event::ResetFinished { ticket, outcome: Ok(Changed::default()) }),
        [Effect::ClearSecretDrafts]
    );
    assert_eq!((&story.done().email, story.done().signed_out_everywhere), (&None, false));
    assert!(story.flow.has_pending_email());
}

/// END-5: the second factor is asked for, and a wrong one costs nothing that was typed.
#[test]
fn an_account_with_a_second_factor_is_asked_for_its_code() {
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
    let mut story = Story::waiting_for_ada();
    let ticket = story.link_checked("flow-ada", TOKEN);
    let outcome = Ok(Checked { second_factor: true, ..Checked::default() });
    story.on(Event::CheckFinished { ticket, outcome });
    for typed in ["", "12345", "123456789", "12345a"] {
        assert_eq!(story.on(with(typed)), nothing(), "{typed:?}");
        assert_eq!(story.reset().problem, Some(ResetProblem::SecondFactor), "{typed:?}");
    }
    let effects = story.on(with("123 456"));
    let [Effect::Reset { second_factor: Some(code), .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(code.expose(), "123456");
    let ticket = ticket_of(&effects);
    story.on(Event::ResetFinished { ticket, outcome: Err(ResetError::SecondFactor) });
    assert_eq!(story.reset().problem, Some(ResetProblem::SecondFactor));
    assert!(matches!(story.reset_state(), ResetState::Ready(_)));
}

#[test]
fn a_second_factor_that_the_check_did_not_tell_of_is_asked_for_after_the_first_try() {
    let (mut story, ticket) = Story::sending_for_ada();
    assert!(!story.reset().second_factor);
    story.on(Event::ResetFinished { ticket, outcome: Err(ResetError::SecondFactor) });
    assert!(story.reset().second_factor);
}

/// Ada's password was sent, and its answer was lost in this way.
fn lost(call: CallError) -> Story {
    let (mut story, ticket) = Story::sending_for_ada();
    story.fails(Event::ResetFinished { ticket, outcome: Err(call.into()) });
    story
}

fn refused_again(story: &mut Story, password: &str, reasons: &[Refusal]) -> Vec<Effect> {
    let ticket = ticket_of(&story.submit(password));
    let outcome = Err(ResetError::PasswordRefused(reasons.to_vec()));
    story.on(Event::ResetFinished { ticket, outcome })
}

#[test]
fn a_password_that_is_the_present_one_after_its_answer_was_lost_was_set() {
    for call in [CallError::Down, CallError::TimedOut, CallError::Offline] {
        let mut story = lost(call.clone());
        let effects = refused_again(&mut story, PASSWORD, &[Refusal::SameAsBefore]);
        assert_eq!(story.done().email, Some(email(ADA)), "{call:?}");
        assert!(!story.done().signed_out_everywhere, "no answer has said so");
        assert_eq!(effects, [Effect::Remove(Ended::Account(email(ADA))), Effect::ClearSecretDrafts]);
    }
    // The line came back, and the app sent it again by itself.
    let (mut story, ticket) = Story::sending_for_ada();
    story.fails(Event::ResetFinished { ticket, outcome: Err(CallError::Offline.into()) });
    let ticket = ticket_of(&story.on(Event::ConnectionRestored { ticket }));
    let outcome = Err(ResetError::PasswordRefused(vec![Refusal::SameAsBefore]));
    story.on(Event::ResetFinished { ticket, outcome });
    story.done();
    // A second answer that says nothing of the first changes nothing.
    let mut story = lost(CallError::TimedOut);
    let ticket = ticket_of(&story.submit(PASSWORD));
    let wait = CallError::RateLimited { wait: None };
    story.fails(Event::ResetFinished { ticket, outcome: Err(wait.into()) });
    refused_again(&mut story, PASSWORD, &[Refusal::SameAsBefore]);
    story.done();
}

#[test]
fn a_present_password_is_refused_where_no_answer_was_lost_or_it_is_another_one() {
    let same = [Refusal::SameAsBefore];
    let mut first_time = Story::ready_for_ada();
    refused_again(&mut first_time, PASSWORD, &same);
    let mut reset_finished = lost(CallError::RateLimited { wait: None });
    refused_again(&mut reset_finished, PASSWORD, &same);
    let mut other_password = lost(CallError::TimedOut);
    refused_again(&mut other_password, "another good password", &same);
    for story in [first_time, reset_finished, other_password] {
        assert_eq!(story.reset().problem, Some(ResetProblem::Refused(same.to_vec())));
    }
    let both = [Refusal::SameAsBefore, Refusal::Common];
    let mut more_is_wrong = lost(CallError::TimedOut);
    refused_again(&mut more_is_wrong, PASSWORD, &both);
    assert_eq!(more_is_wrong.reset().problem, Some(ResetProblem::Refused(both.to_vec())));
}
