//! A keyring that takes its time at the start.

use super::*;

/// The app has started, and the keyring has not answered.
fn slow() -> Story {
    let mut story = Story { flow: Flow::new(rules(), RecoveryMode::native()), now: NOW };
    assert_eq!(story.on(Event::KeyringSlow), [Effect::LoadCapabilities]);
    story.forgot();
    assert!(!story.flow.is_opened());
    story
}

fn told(pending: &[PendingRecovery], typing: bool) -> Event {
    let mut remembered = Pending::default();
    pending.iter().for_each(|recovery| remembered.insert(recovery.clone()));
    Event::Opened { pending: remembered, typing }
}

#[test]
fn the_first_screen_gives_way_to_what_the_keyring_remembers_while_it_is_untouched() {
    let mut story = slow();
    assert_eq!(story.on(told(&[recovery("flow-ada", ADA)], false)), nothing());
    assert_eq!(story.check_email().recovery.email, email(ADA));

    let mut story = slow();
    assert_eq!(story.on(told(&[recovery("flow-ada", ADA)], true)), nothing());
    assert!(story.forgot().email.is_none() && story.flow.has_pending_email());

    let mut story = slow();
    story.on(told(&[], false));
    assert!(story.flow.is_opened() && !story.flow.has_pending_email());
}

#[test]
fn what_was_asked_for_meanwhile_goes_on() {
    let mut story = slow();
    let ticket = story.ask_for(BEN);
    story.on(told(&[recovery("flow-ada", ADA)], true));
    assert!(story.is_sending());
    story.on(accepted(ticket, recovery("flow-ben", BEN)));
    assert_eq!(story.check_email().recovery.email, email(BEN));

    let mut story = slow();
    let ticket = story.ask_for(BEN);
    story.on(accepted(ticket, recovery("flow-ben", BEN)));
    story.on(told(&[recovery("flow-ada", ADA)], false));
    assert_eq!(story.check_email().recovery.email, email(BEN));
    let ticket = story.link_checked("flow-ben", TOKEN);
    assert_eq!(story.reset().proof, proof(TOKEN, Some("flow-ben")), "{ticket:?}");
}

#[test]
fn a_link_pasted_meanwhile_waits_for_the_recovery_that_it_belongs_to() {
    let mut story = slow();
    assert_eq!(story.on(Event::EmailSubmitted(link("flow-ada", TOKEN))), nothing());
    assert!(story.is_sending());
    story.on(told(&[recovery("flow-ada", ADA)], true));
    assert_eq!(story.reset().proof, proof(TOKEN, Some("flow-ada")));
}

#[test]
fn a_link_that_was_given_up_meanwhile_is_not_followed() {
    let mut story = slow();
    story.on(Event::EmailSubmitted(link("flow-ada", TOKEN)));
    story.on(Event::Cancelled);
    assert_eq!(story.on(told(&[recovery("flow-ada", ADA)], true)), nothing());
    assert!(!story.is_sending());
}

#[test]
fn a_keyring_that_answered_in_time_is_not_slow() {
    let mut story = Story::waiting_for_ada();
    assert_eq!(story.on(Event::KeyringSlow), nothing());
    story.check_email();
}
