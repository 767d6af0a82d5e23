//! A keyring that is slow at the start.

use super::*;

/// The app has started, and the keyring was not read yet.
fn slow() -> Scenario {
    let mut scenario = Scenario { flow: Flow::new(rules(), RecoveryMode::native()), now: NOW };
    assert_eq!(scenario.on(Event::KeyringSlow), [Effect::LoadCapabilities]);
    scenario.forgot();
    assert!(!scenario.flow.is_opened());
    scenario
}

fn keyring_read(pending: &[PendingRecovery], typing: bool) -> Event {
    let mut remembered = PendingRecoveries::default();
    pending.iter().for_each(|recovery| remembered.insert(recovery.clone()));
    Event::Opened { pending: remembered, typing }
}

#[test]
fn saved_recovery_replaces_an_untouched_first_screen() {
    let mut scenario = slow();
    assert_eq!(scenario.on(keyring_read(&[recovery("flow-ada", ADA)], false)), no_effects());
    assert_eq!(scenario.check_email().recovery.email, email(ADA));

    let mut scenario = slow();
    assert_eq!(scenario.on(keyring_read(&[recovery("flow-ada", ADA)], true)), no_effects());
    assert!(scenario.forgot().email.is_none() && scenario.flow.has_pending_recovery());

    let mut scenario = slow();
    scenario.on(keyring_read(&[], false));
    assert!(scenario.flow.is_opened() && !scenario.flow.has_pending_recovery());
}

#[test]
fn request_made_before_the_keyring_was_read_continues() {
    let mut scenario = slow();
    let call_id = scenario.ask_for(BEN);
    scenario.on(keyring_read(&[recovery("flow-ada", ADA)], true));
    assert!(scenario.is_sending());
    scenario.on(accepted(call_id, recovery("flow-ben", BEN)));
    assert_eq!(scenario.check_email().recovery.email, email(BEN));

    let mut scenario = slow();
    let call_id = scenario.ask_for(BEN);
    scenario.on(accepted(call_id, recovery("flow-ben", BEN)));
    scenario.on(keyring_read(&[recovery("flow-ada", ADA)], false));
    assert_eq!(scenario.check_email().recovery.email, email(BEN));
    let call_id = scenario.link_checked("flow-ben", TOKEN);
    assert_eq!(scenario.reset().proof, proof(TOKEN, Some("flow-ben")), "{call_id:?}");
}

#[test]
fn link_pasted_before_the_keyring_was_read_waits_for_it() {
    let mut scenario = slow();
    assert_eq!(scenario.on(Event::EmailSubmitted(link("flow-ada", TOKEN))), no_effects());
    assert!(scenario.is_sending());
    scenario.on(keyring_read(&[recovery("flow-ada", ADA)], true));
    assert_eq!(scenario.reset().proof, proof(TOKEN, Some("flow-ada")));
}

#[test]
fn cancelled_link_is_not_followed_when_the_keyring_was_read() {
    let mut scenario = slow();
    scenario.on(Event::EmailSubmitted(link("flow-ada", TOKEN)));
    scenario.on(Event::Cancelled);
    assert_eq!(scenario.on(keyring_read(&[recovery("flow-ada", ADA)], true)), no_effects());
    assert!(!scenario.is_sending());
}

#[test]
fn slow_notice_after_the_keyring_was_read_is_ignored() {
    let mut scenario = Scenario::expecting_email_for_ada();
    assert_eq!(scenario.on(Event::KeyringSlow), no_effects());
    scenario.check_email();
}
