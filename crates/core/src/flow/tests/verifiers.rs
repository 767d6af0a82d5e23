//! Several recoveries under way: every verifier that was sent is kept, and a link finds its own.

use super::*;
use crate::service::NativeRecovery;

/// A service that takes one verifier after the other.
fn opened_with(pending: &[PendingRecovery]) -> Story {
    let mut story = Story::opened_with(pending);
    story.flow.context.mode = RecoveryMode::Native(NativeRecovery::default().trying_verifiers());
    story
}

/// A request can be sent to a service that binds it to the device.
fn ready(ticket: Ticket, address: &str, new_verifier: &str) -> Event {
    let capabilities = Capabilities { challenge: true, ..Capabilities::default() };
    Event::RequestReady { ticket, email: email(address), capabilities, new_verifier: verifier(new_verifier) }
}

/// Asks for an email: what is sent, and the ticket of the answer.
fn send(story: &mut Story, address: &str, fresh: &str) -> (Ticket, PendingRecovery) {
    let asked = ticket_of(&story.on(Event::EmailSubmitted(address.into())));
    match &story.on(ready(asked, address, fresh))[..] {
        [Effect::SendBoundRequest { ticket, recovery, challenge }] => {
            assert_eq!(Some(challenge), recovery.verifier.as_ref().map(Verifier::challenge).as_ref());
            (*ticket, recovery.clone())
        }
        other => panic!("{other:?}"),
    }
}

fn refused(story: &mut Story, address: &str, fresh: &str) -> PendingRecovery {
    let (ticket, sent) = send(story, address, fresh);
    story.on(Event::RequestFailed { ticket, error: CallError::RateLimited { wait: None }.into() });
    sent
}

fn send_accepted(story: &mut Story, address: &str, fresh: &str) {
    let (ticket, recovery) = send(story, address, fresh);
    story.on(Event::RequestAccepted { ticket, recovery, response: Accepted::default() });
}

/// Two emails were requested: first for a mistyped address, Ben's, then for Ada's.
fn requested_for_ben_and_ada() -> Story {
    let mut story = opened_with(&[]);
    send_accepted(&mut story, BEN, "v-ben");
    story.now = NOW.plus(60);
    story.on(Event::StartOver);
    send_accepted(&mut story, ADA, "v-ada");
    story
}

/// The verifier that is tried with the link on the screen.
fn tried(story: &Story) -> Option<Verifier> {
    match &story.reset().proof {
        Proof::Token { verifier, .. } => verifier.clone(),
        other => panic!("{other:?}"),
    }
}

fn wrong_verifier(story: &mut Story, ticket: Ticket) -> Vec<Effect> {
    story.on(Event::CheckFinished { ticket, outcome: Err(ProofError::OtherDevice.into()) })
}

#[test]
fn a_request_that_has_no_answer_yet_has_its_verifier_already() {
    // The email was faster than the answer; with a flow id that no answer has told, or without.
    for flow in ["flow-ada", ""] {
        let mut story = opened_with(&[]);
        let (_, sent) = send(&mut story, ADA, "v-1");
        assert_eq!((sent.verifier, sent.accepted), (Some(verifier("v-1")), false));
        story.link_checked(flow, TOKEN);
        assert_eq!(tried(&story), Some(verifier("v-1")));
        assert_eq!(story.flow.email(), Some(&email(ADA)));
    }
}

#[test]
fn a_refused_request_keeps_its_verifier_and_the_next_one_uses_it_again() {
    let mut story = opened_with(&[]);
    refused(&mut story, ADA, "v-1");
    assert!(!story.flow.has_pending_email(), "nothing is waited for");
    assert_eq!(refused(&mut story, "Ada@Example.org", "v-2").verifier, Some(verifier("v-1")));
    assert_eq!(refused(&mut story, BEN, "v-3").verifier, Some(verifier("v-3")));
    assert_eq!(refused(&mut story, ADA, "v-4").verifier, Some(verifier("v-1")));
    // It is too old for any link by then.
    story.now = NOW.plus(3601);
    assert_eq!(refused(&mut story, ADA, "v-5").verifier, Some(verifier("v-5")));
}

#[test]
fn a_request_that_was_given_up_before_it_was_sent_is_not_sent() {
    let mut story = opened_with(&[]);
    let ticket = ticket_of(&story.on(Event::EmailSubmitted(ADA.into())));
    story.on(Event::Cancelled);
    assert_eq!(story.on(ready(ticket, ADA, "v-1")), nothing());
    assert!(story.flow.context.pending.is_empty());
}

#[test]
fn after_a_mistyped_address_a_link_without_flow_id_finds_its_verifier() {
    let mut story = requested_for_ben_and_ada();
    // Ada's, the newest, is tried first; it is Ben's link.
    let ticket = story.link_checked("", TOKEN);
    assert_eq!((tried(&story), story.flow.email()), (Some(verifier("v-ada")), None));
    let effects = wrong_verifier(&mut story, ticket);
    let ticket = ticket_of(&effects);
    assert_eq!(effects, [Effect::Check { ticket, proof: proof_with("v-ben") }]);
    assert_eq!(story.open_link(&link("", TOKEN)), nothing(), "a second tap");
    story.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) });
    assert_eq!((story.reset().email.clone(), story.flow.notice()), (Some(email(BEN)), None));
}

#[test]
fn a_link_that_no_verifier_fits_belongs_to_another_device() {
    let mut story = requested_for_ben_and_ada();
    let ticket = story.link_checked("", TOKEN);
    let ticket = ticket_of(&wrong_verifier(&mut story, ticket));
    assert_eq!(wrong_verifier(&mut story, ticket), nothing());
    assert_eq!(story.invalid_link(), (LinkFailure::OtherDevice, None));
}

/// The service had taken the first request, and its answer was lost. Its email may be the only one: a second so soon may
/// bring none.
#[test]
fn the_link_of_a_request_whose_answer_was_lost_opens_after_it_was_sent_again() {
    let mut story = opened_with(&[]);
    let (ticket, _) = send(&mut story, ADA, "v-1");
    story.on(Event::RequestFailed { ticket, error: CallError::TimedOut.into() });
    let (ticket, sent) = send(&mut story, ADA, "v-2");
    let answer = Accepted { flow: FlowId::parse("flow-2").ok(), ..Accepted::default() };
    story.on(Event::RequestAccepted { ticket, recovery: sent, response: answer });
    let ticket = story.link_checked("flow-1", TOKEN);
    assert_eq!((tried(&story), story.flow.email()), (None, None), "it may be bound to nothing");
    let effects = wrong_verifier(&mut story, ticket);
    let ticket = ticket_of(&effects);
    assert_eq!(effects, [Effect::Check { ticket, proof: proof_with("v-1") }]);
    story.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) });
    assert_eq!(story.flow.email(), Some(&email(ADA)));
}

/// Not every service looks at a link before it has the password too.
#[test]
fn a_wrong_verifier_found_with_the_password_is_changed_and_the_password_sent_again() {
    let mut story = requested_for_ben_and_ada();
    let ticket = story.link_checked("", TOKEN);
    story.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) });
    let ticket = ticket_of(&story.submit(PASSWORD));
    let effects = story.on(Event::ResetFinished { ticket, outcome: Err(ProofError::OtherDevice.into()) });
    let [Effect::Reset { proof, password, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(*proof, proof_with("v-ben"));
    assert_eq!(password.expose(), PASSWORD);
}

fn proof_with(flow: &str) -> Proof {
    proof(TOKEN, Some(flow))
}
