//! A new link while a password is being typed (A11Y-9).

use super::*;

fn renewing() -> (Story, Ticket) {
    let mut story = Story::ready_for_ada();
    let effects = story.on(Event::RenewPressed);
    let ticket = ticket_of(&effects);
    assert_eq!(effects, [Effect::Request { ticket, email: email(ADA) }]);
    assert_eq!((&story.reset().renewal, story.call()), (&Renewal::None, Some(CallKind::RenewLink)));
    (story, ticket)
}

#[test]
fn the_screen_stays_until_the_new_link_is_opened_and_goes_on_with_it() {
    let (mut story, ticket) = renewing();
    assert_eq!(story.on(Event::RenewPressed), nothing(), "a double click");
    let newer = recovery("flow-new", ADA);
    assert!(story.on(accepted(ticket, newer.clone())).contains(&Effect::Save(newer)));
    assert_eq!(story.reset().renewal, Renewal::Sent);
    story.link_checked("flow-new", OTHER_TOKEN);
    assert_eq!(story.reset().proof, proof(OTHER_TOKEN, Some("flow-new")));
    assert_eq!(story.reset().renewal, Renewal::None);
}

#[test]
fn a_new_link_that_could_not_be_asked_for_leaves_the_old_one() {
    let (mut story, ticket) = renewing();
    story.on(Event::RequestFailed { ticket, error: CallError::Down.into() });
    assert_eq!(story.reset().renewal, Renewal::Failed(CallError::Down));
    ticket_of(&story.submit(PASSWORD));
}

#[test]
fn whoever_sends_the_password_meanwhile_sends_it_with_the_present_link() {
    let (mut story, ticket) = renewing();
    let sent = story.submit(PASSWORD);
    assert!(
        matches!(&sent[..], [Effect::Reset { proof: used, .. }] if *used == proof(TOKEN, Some("flow-ada")))
    );
    story.on(accepted(ticket, recovery("flow-new", ADA)));
    story.on(Event::ResetFinished { ticket: ticket_of(&sent), outcome: Ok(Changed::default()) });
    story.done();
}

#[test]
fn without_an_address_there_is_nobody_to_send_a_new_link_to() {
    let mut story = Story::opened();
    let ticket = story.link_checked("", TOKEN);
    story.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) });
    assert_eq!(story.on(Event::RenewPressed), nothing());
}
