//! A new link while a password is typed (A11Y-9).

use super::*;

fn renewing() -> (Scenario, CallId) {
    let mut scenario = Scenario::ready_for_ada();
    let effects = scenario.on(Event::RenewPressed);
    let call_id = call_id_of(&effects);
    assert_eq!(effects, [Effect::PrepareRequest { call_id, email: email(ADA) }]);
    assert_eq!((&scenario.reset().renewal, scenario.call()), (&Renewal::None, Some(CallKind::RenewLink)));
    (scenario, call_id)
}

#[test]
fn renewal_keeps_the_screen_until_the_new_link_is_opened() {
    let (mut scenario, call_id) = renewing();
    assert_eq!(scenario.on(Event::RenewPressed), no_effects(), "a double click");
    let newer = recovery("flow-new", ADA);
    assert!(scenario.on(accepted(call_id, newer.clone())).contains(&Effect::Update(newer)));
    assert_eq!(scenario.reset().renewal, Renewal::Sent);
    scenario.link_checked("flow-new", OTHER_TOKEN);
    assert_eq!(scenario.reset().proof, proof(OTHER_TOKEN, Some("flow-new")));
    assert_eq!(scenario.reset().renewal, Renewal::None);
}

#[test]
fn failed_renewal_keeps_the_old_link() {
    let (mut scenario, call_id) = renewing();
    scenario.on(Event::RequestFailed { call_id, error: CallError::Down.into() });
    assert_eq!(scenario.reset().renewal, Renewal::Failed(CallError::Down));
    call_id_of(&scenario.submit(PASSWORD));
}

#[test]
fn password_submitted_during_renewal_is_sent_with_the_old_link() {
    let (mut scenario, call_id) = renewing();
    let sent = scenario.submit(PASSWORD);
    assert!(
        matches!(&sent[..], [Effect::Reset { proof: used, .. }] if *used == proof(TOKEN, Some("flow-ada")))
    );
    scenario.on(accepted(call_id, recovery("flow-new", ADA)));
    scenario.on(Event::ResetFinished { call_id: call_id_of(&sent), outcome: Ok(Changed::default()) });
    scenario.done();
}

#[test]
fn renewal_without_a_known_address_is_ignored() {
    let mut scenario = Scenario::opened();
    let call_id = scenario.link_checked("", TOKEN);
    scenario.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) });
    assert_eq!(scenario.on(Event::RenewPressed), no_effects());
}
