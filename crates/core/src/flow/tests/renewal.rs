//! A new link while a password is typed (A11Y-9).

use super::*;

fn renewing() -> (Scenario, Ticket) {
    let mut scenario = Scenario::ready_for_ada();
    let effects = scenario.on(Event::RenewPressed);
    let ticket = ticket_of(&effects);
    assert_eq!(effects, [Effect::PrepareRequest { ticket, email: email(ADA) }]);
    assert_eq!((&scenario.reset().renewal, scenario.call()), (&Renewal::None, Some(CallKind::RenewLink)));
    (scenario, ticket)
}

#[test]
fn renewal_keeps_the_screen_until_the_new_link_is_opened() {
    let (mut scenario, ticket) = renewing();
    assert_eq!(scenario.on(Event::RenewPressed), no_effects(), "a double click");
    let newer = recovery("flow-new", ADA);
    assert!(scenario.on(accepted(ticket, newer.clone())).contains(&Effect::Update(newer)));
    assert_eq!(scenario.reset().renewal, Renewal::Sent);
    scenario.link_checked("flow-new", OTHER_TOKEN);
    assert_eq!(scenario.reset().proof, proof(OTHER_TOKEN, Some("flow-new")));
    assert_eq!(scenario.reset().renewal, Renewal::None);
}

#[test]
fn failed_renewal_keeps_the_old_link() {
    let (mut scenario, ticket) = renewing();
    scenario.on(Event::RequestFailed { ticket, error: CallError::Down.into() });
    assert_eq!(scenario.reset().renewal, Renewal::Failed(CallError::Down));
    ticket_of(&scenario.submit(PASSWORD));
}

#[test]
fn password_submitted_during_renewal_is_sent_with_the_old_link() {
    let (mut scenario, ticket) = renewing();
    let sent = scenario.submit(PASSWORD);
    assert!(
        matches!(&sent[..], [Effect::Reset { proof: used, .. }] if *used == proof(TOKEN, Some("flow-ada")))
    );
    scenario.on(accepted(ticket, recovery("flow-new", ADA)));
    scenario.on(Event::ResetFinished { ticket: ticket_of(&sent), outcome: Ok(Changed::default()) });
    scenario.done();
}

#[test]
fn renewal_without_a_known_address_is_ignored() {
    let mut scenario = Scenario::opened();
    let ticket = scenario.link_checked("", TOKEN);
    scenario.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) });
    assert_eq!(scenario.on(Event::RenewPressed), no_effects());
}
