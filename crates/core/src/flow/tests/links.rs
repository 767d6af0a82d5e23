//! Links from outside, until the form is shown.

use super::*;
use crate::{secret::RequestSession, service::NativeMode};

/// Opens a link with this flow id. Returns the proof that is checked, and the address that is shown.
fn followed(pending: &[PendingRecovery], flow: &str) -> (Proof, Option<String>) {
    let mut scenario = Scenario::opened_with(pending);
    let effects = scenario.open_link(&link(flow, TOKEN));
    let proof = scenario.reset().proof.clone();
    let check = Effect::Check { call_id: call_id_of(&effects), proof: proof.clone() };
    assert_eq!(effects, [check, Effect::LoadPasswordPolicy]);
    assert_eq!((&scenario.reset_state(), scenario.flow.notice()), (&ResetState::Checking, None));
    (proof, scenario.reset().email.as_ref().map(|email| email.as_str().to_owned()))
}

#[test]
fn link_is_checked_before_the_password_is_typed() {
    assert_eq!(followed(&[], ""), (proof(TOKEN, None), None));
    assert_eq!(followed(&[], "flow-ada"), (proof(TOKEN, None), None), "requested on another device");
}

#[test]
fn link_finds_the_verifier_and_address_of_its_recovery() {
    let both = [recovery("flow-ada", ADA), recovery("flow-ben", BEN)];
    assert_eq!(followed(&both, "flow-ada"), (proof(TOKEN, Some("flow-ada")), Some(ADA.into())));
    assert_eq!(followed(&both, "flow-ben"), (proof(TOKEN, Some("flow-ben")), Some(BEN.into())));
    assert_eq!(followed(&both, "flow-eve"), (proof(TOKEN, None), None));
}

#[test]
fn link_without_flow_id_gets_no_guessed_address() {
    for (pending, address) in [
        (vec![recovery("", ADA)], Some(ADA)),
        (vec![recovery("", ADA), recovery("", BEN)], None),
        (vec![recovery("", ADA), recovery("flow-ben", BEN)], None),
        // The link of this recovery would have its flow id.
        (vec![recovery("flow-ada", ADA)], None),
    ] {
        let expected = requested_for(address, proof(TOKEN, None));
        assert_eq!(followed(&pending, ""), (expected, address.map(str::to_owned)), "{pending:?}");
    }
}

fn with_session(address: &str, session: &str) -> PendingRecovery {
    PendingRecovery { session: RequestSession::parse(session).ok(), ..recovery("", address) }
}

/// The address and the session that the proof of a link has.
fn kept(proof: &Proof) -> (Option<&str>, Option<&str>) {
    match proof {
        Proof::Token { email, session, .. } => {
            (email.as_ref().map(EmailAddress::as_str), session.as_ref().map(RequestSession::expose))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn link_of_the_only_recovery_has_its_address_and_session() {
    let ada = with_session(ADA, "s-ada");
    assert_eq!(kept(&followed(std::slice::from_ref(&ada), "").0), (Some(ADA), Some("s-ada")));
    // If there are several, the device cannot tell which one the link belongs to.
    assert_eq!(kept(&followed(&[ada, with_session(BEN, "s-ben")], "").0), (None, None));
    assert_eq!(kept(&followed(&[], "").0), (None, None));
}

/// The service reports that a session belongs to another link, and this uses up nothing.
#[test]
fn sessions_of_several_recoveries_are_tried() {
    let pending = [with_session(ADA, "s-ada"), with_session(BEN, "s-ben")];
    let mut scenario = Scenario::opened_with(&pending);
    scenario.flow.context.mode = RecoveryMode::Native(NativeMode::default().trying_verifiers());
    let call_id = scenario.link_checked("", TOKEN);
    let first = kept(&scenario.reset().proof).1.map(str::to_owned);
    let effects = scenario.on(Event::CheckFinished { call_id, outcome: Err(ProofError::OtherDevice.into()) });
    let second = kept(&scenario.reset().proof).1.map(str::to_owned);
    assert_eq!((first.as_deref(), second.as_deref()), (Some("s-ben"), Some("s-ada")));
    let outcome = Ok(Checked::default());
    scenario.on(Event::CheckFinished { call_id: call_id_of(&effects), outcome });
    assert_eq!(scenario.reset().email, Some(email(ADA)));
}

/// A link that is bound to nothing fits every recovery, so it would be shown with the wrong address.
#[test]
fn link_of_an_unbound_kind_gets_no_guessed_address() {
    let pending = [with_session(ADA, "s-ada"), with_session(BEN, "s-ben")];
    let mut scenario = Scenario::opened_with(&pending);
    scenario.flow.context.mode = RecoveryMode::Native(NativeMode::default().trying_verifiers());
    scenario.flow.context.rules.kinds[0].is_bound = false;
    let call_id = scenario.link_checked("", TOKEN);
    assert_eq!(kept(&scenario.reset().proof), (None, None));
    scenario.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) });
    assert_eq!(scenario.reset().email, None);
}

#[test]
fn valid_link_opens_the_form_with_its_expiry() {
    for (expires_in, until) in [(Some(3540), Some(NOW.plus(3540))), (None, None)] {
        let mut scenario = Scenario::expecting_email_for_ada();
        let call_id = scenario.link_checked("flow-ada", TOKEN);
        assert_eq!(scenario.submit(PASSWORD), no_effects(), "not before it was checked");
        assert_eq!(
            scenario.on(Event::CheckFinished {
                call_id,
                outcome: Ok(Checked { expires_in, ..Checked::default() })
            }),
            no_effects()
        );
        assert_eq!(scenario.reset_state(), ResetState::Ready(until));
    }
}

#[test]
fn invalid_link_is_reported_with_its_address() {
    for (error, failure) in [
        (ProofError::Expired, LinkFailure::Expired),
        (ProofError::Used, LinkFailure::Used),
        (ProofError::Superseded, LinkFailure::Superseded),
        (ProofError::OtherDevice, LinkFailure::OtherDevice),
        (ProofError::Invalid, LinkFailure::Invalid),
        (ProofError::CodeExpired, LinkFailure::Expired),
        (ProofError::WrongCode { tries_left: None }, LinkFailure::Invalid),
    ] {
        let mut scenario = Scenario::expecting_email_for_ada();
        let call_id = scenario.link_checked("flow-ada", TOKEN);
        assert_eq!(scenario.on(Event::CheckFinished { call_id, outcome: Err(error.into()) }), no_effects());
        assert_eq!(scenario.invalid_link(), (failure, Some(ADA)));

        let mut scenario = Scenario::opened();
        let call_id = scenario.link_checked("flow-ada", TOKEN);
        scenario.on(Event::CheckFinished { call_id, outcome: Err(error.into()) });
        assert_eq!(scenario.invalid_link(), (failure, None), "{error:?}");
    }
}

#[test]
fn failed_check_can_be_repeated() {
    let mut scenario = Scenario::expecting_email_for_ada();
    let first = scenario.link_checked("flow-ada", TOKEN);
    assert_eq!(scenario.on(Event::CheckAgain), no_effects(), "the check is in flight");
    scenario.on(Event::CheckFinished { call_id: first, outcome: Err(CallError::Offline.into()) });
    assert_eq!(scenario.reset_state(), ResetState::Unchecked(CallError::Offline));
    assert_eq!(scenario.submit(PASSWORD), no_effects());

    let effects = scenario.on(Event::CheckAgain);
    let second = call_id_of(&effects);
    let check = Effect::Check { call_id: second, proof: proof(TOKEN, Some("flow-ada")) };
    assert_eq!(effects, [check, Effect::LoadPasswordPolicy]);
    assert_eq!(scenario.on(Event::CheckAgain), no_effects(), "a double click");
    scenario.on(Event::CheckFinished { call_id: second, outcome: Ok(Checked::default()) });
    assert_eq!(scenario.reset_state(), ResetState::Ready(None));
}

#[test]
fn foreign_and_damaged_links_are_reported_at_every_step() {
    let starts: [fn() -> Scenario; 4] = [
        Scenario::opened,
        Scenario::expecting_email_for_ada,
        || {
            let (mut scenario, call_id) = Scenario::sending_for_ada();
            scenario.on(Event::ResetFinished { call_id, outcome: Ok(Changed::default()) });
            scenario
        },
        || {
            let mut scenario = Scenario::opened();
            scenario.open_link("");
            scenario
        },
    ];
    for (text, failure) in [
        ("latchkey://reset-password?token=cut", LinkFailure::Invalid),
        ("latchkey://elsewhere?token=0123456789abcdef", LinkFailure::Invalid),
        ("https://account.example.com/reset-password#token=0123456789abcdef", LinkFailure::OtherService),
        ("otherapp://reset-password?token=0123456789abcdef", LinkFailure::OtherService),
    ] {
        for start in starts {
            let mut scenario = start();
            assert_eq!(scenario.open_link(text), no_effects());
            assert_eq!(scenario.invalid_link(), (failure, None), "{text}");
        }
    }
}

#[test]
fn new_link_for_a_known_address_is_requested_immediately() {
    let mut scenario = Scenario::expecting_email_for_ada();
    let call_id = scenario.link_checked("flow-ada", TOKEN);
    scenario.on(Event::CheckFinished { call_id, outcome: Err(ProofError::Expired.into()) });
    let effects = scenario.on(Event::AskForNewLink);
    assert_eq!(effects, [Effect::PrepareRequest { call_id: call_id_of(&effects), email: email(ADA) }]);
    assert!(scenario.is_sending());
    assert_eq!(scenario.on(Event::AskForNewLink), no_effects(), "a double click");
}

#[test]
fn new_link_without_a_known_address_starts_at_the_first_screen() {
    let mut scenario = Scenario::opened();
    scenario.open_link("latchkey://reset-password");
    assert_eq!(scenario.on(Event::AskForNewLink), no_effects());
    let (Forgot { email: None, problem: None }, None) = (scenario.forgot(), scenario.call()) else {
        panic!("{:?}", scenario.flow)
    };
}
