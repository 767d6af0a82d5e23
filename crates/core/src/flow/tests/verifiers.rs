//! Several pending recoveries: every verifier that was sent is kept, and each link finds its own.

use super::*;
use crate::service::NativeMode;

/// A service that allows one verifier after the other.
fn opened_with(pending: &[PendingRecovery]) -> Scenario {
    let mut scenario = Scenario::opened_with(pending);
    scenario.flow.context.mode = RecoveryMode::Native(NativeMode::default().trying_verifiers());
    scenario
}

/// A request can be sent to a service that binds it to the device.
fn ready(call_id: CallId, address: &str, new_verifier: &str) -> Event {
    let capabilities = Capabilities { challenge: true, ..Capabilities::default() };
    Event::RequestReady { call_id, email: email(address), capabilities, new_verifier: verifier(new_verifier) }
}

/// Requests an email. Returns the id and the request.
fn send(scenario: &mut Scenario, address: &str, new_verifier: &str) -> (CallId, PendingRecovery) {
    let call_id = call_id_of(&scenario.on(Event::EmailSubmitted(address.into())));
    match &scenario.on(ready(call_id, address, new_verifier))[..] {
        [Effect::SendBoundRequest { call_id, recovery, challenge }] => {
            assert_eq!(Some(challenge), recovery.verifier.as_ref().map(Verifier::challenge).as_ref());
            (*call_id, recovery.clone())
        }
        other => panic!("{other:?}"),
    }
}

fn refused(scenario: &mut Scenario, address: &str, new_verifier: &str) -> PendingRecovery {
    let (call_id, sent) = send(scenario, address, new_verifier);
    scenario.on(Event::RequestFailed { call_id, error: CallError::RateLimited { wait: None }.into() });
    sent
}

fn send_accepted(scenario: &mut Scenario, address: &str, new_verifier: &str) {
    let (call_id, recovery) = send(scenario, address, new_verifier);
    scenario.on(Event::RequestAccepted { call_id, recovery, response: Accepted::default() });
}

/// Two emails were requested: first for a mistyped address, Ben's, then for Ada's.
fn requested_for_ben_and_ada() -> Scenario {
    let mut scenario = opened_with(&[]);
    send_accepted(&mut scenario, BEN, "v-ben");
    scenario.now = NOW.plus(60);
    scenario.on(Event::StartOver);
    send_accepted(&mut scenario, ADA, "v-ada");
    scenario
}

/// The verifier that is tried with the current link.
fn tried(scenario: &Scenario) -> Option<Verifier> {
    match &scenario.reset().proof {
        Proof::Token { verifier, .. } => verifier.clone(),
        other => panic!("{other:?}"),
    }
}

fn wrong_verifier(scenario: &mut Scenario, call_id: CallId) -> Vec<Effect> {
    scenario.on(Event::CheckFinished { call_id, outcome: Err(ProofError::OtherDevice.into()) })
}

#[test]
fn verifier_is_known_before_the_response() {
    // The email arrives before the response, with an unknown flow id or without one.
    for flow in ["flow-ada", ""] {
        let mut scenario = opened_with(&[]);
        let (_, sent) = send(&mut scenario, ADA, "v-1");
        assert_eq!((sent.verifier, sent.accepted), (Some(verifier("v-1")), false));
        scenario.link_checked(flow, TOKEN);
        assert_eq!(tried(&scenario), Some(verifier("v-1")));
        assert_eq!(scenario.flow.email(), Some(&email(ADA)));
    }
}

#[test]
fn verifier_of_a_failed_request_is_used_again() {
    let mut scenario = opened_with(&[]);
    refused(&mut scenario, ADA, "v-1");
    assert!(!scenario.flow.has_pending_recovery(), "no email is expected");
    assert_eq!(refused(&mut scenario, "Ada@Example.org", "v-2").verifier, Some(verifier("v-1")));
    assert_eq!(refused(&mut scenario, BEN, "v-3").verifier, Some(verifier("v-3")));
    assert_eq!(refused(&mut scenario, ADA, "v-4").verifier, Some(verifier("v-1")));
    // By now its link has expired.
    scenario.now = NOW.plus(3601);
    assert_eq!(refused(&mut scenario, ADA, "v-5").verifier, Some(verifier("v-5")));
}

#[test]
fn request_cancelled_before_sending_is_not_sent() {
    let mut scenario = opened_with(&[]);
    let call_id = call_id_of(&scenario.on(Event::EmailSubmitted(ADA.into())));
    scenario.on(Event::Cancelled);
    assert_eq!(scenario.on(ready(call_id, ADA, "v-1")), no_effects());
    assert!(scenario.flow.context.pending.is_empty());
}

#[test]
fn link_without_flow_id_finds_its_verifier_after_a_mistyped_address() {
    let mut scenario = requested_for_ben_and_ada();
    // Ada's verifier is the newest and is tried first, but the link is Ben's.
    let call_id = scenario.link_checked("", TOKEN);
    assert_eq!((tried(&scenario), scenario.flow.email()), (Some(verifier("v-ada")), None));
    let effects = wrong_verifier(&mut scenario, call_id);
    let call_id = call_id_of(&effects);
    assert_eq!(effects, [Effect::Check { call_id, proof: proof_with("v-ben") }]);
    assert_eq!(scenario.open_link(&link("", TOKEN)), no_effects(), "a second tap");
    scenario.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) });
    assert_eq!((scenario.reset().email.clone(), scenario.flow.notice()), (Some(email(BEN)), None));
}

#[test]
fn link_that_matches_no_verifier_belongs_to_another_device() {
    let mut scenario = requested_for_ben_and_ada();
    let call_id = scenario.link_checked("", TOKEN);
    let call_id = call_id_of(&wrong_verifier(&mut scenario, call_id));
    assert_eq!(wrong_verifier(&mut scenario, call_id), no_effects());
    assert_eq!(scenario.invalid_link(), (LinkFailure::OtherDevice, None));
}

/// The service accepted the first request, but the response was lost. Its email may be the only one, because a second
/// request so soon may be ignored.
#[test]
fn link_of_a_request_with_a_lost_response_opens_after_a_repeat() {
    let mut scenario = opened_with(&[]);
    let (call_id, _) = send(&mut scenario, ADA, "v-1");
    scenario.on(Event::RequestFailed { call_id, error: CallError::TimedOut.into() });
    let (call_id, sent) = send(&mut scenario, ADA, "v-2");
    let response = Accepted { flow: FlowId::parse("flow-2").ok(), ..Accepted::default() };
    scenario.on(Event::RequestAccepted { call_id, recovery: sent, response });
    let call_id = scenario.link_checked("flow-1", TOKEN);
    assert_eq!((tried(&scenario), scenario.flow.email()), (None, None), "the link may be unbound");
    let effects = wrong_verifier(&mut scenario, call_id);
    let call_id = call_id_of(&effects);
    assert_eq!(effects, [Effect::Check { call_id, proof: proof_with("v-1") }]);
    scenario.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) });
    assert_eq!(scenario.flow.email(), Some(&email(ADA)));
}

/// Some services check a link only when the password is set.
#[test]
fn password_is_sent_again_with_the_next_verifier() {
    let mut scenario = requested_for_ben_and_ada();
    let call_id = scenario.link_checked("", TOKEN);
    scenario.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) });
    let call_id = call_id_of(&scenario.submit(PASSWORD));
    let effects = scenario.on(Event::ResetFinished { call_id, outcome: Err(ProofError::OtherDevice.into()) });
    let [Effect::Reset { proof, password, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(*proof, proof_with("v-ben"));
    assert_eq!(password.expose(), PASSWORD);
}

fn proof_with(flow: &str) -> Proof {
    proof(TOKEN, Some(flow))
}
