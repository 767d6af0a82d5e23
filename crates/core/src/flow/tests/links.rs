//! Links from outside, until the password can be typed.

use super::*;

/// `latchkey://…` of the flow was opened: what is checked, and whose account the screen shows.
fn followed(pending: &[PendingRecovery], flow: &str) -> (Proof, Option<String>) {
    let mut story = Story::opened_with(pending);
    let effects = story.open_link(&link(flow, TOKEN));
    let proof = story.reset().proof.clone();
    let check = Effect::Check { ticket: ticket_of(&effects), proof: proof.clone() };
    assert_eq!(effects, [check, Effect::LoadPasswordPolicy]);
    assert_eq!((&story.reset_state(), story.flow.notice()), (&ResetState::Checking, None));
    (proof, story.reset().email.as_ref().map(|email| email.as_str().to_owned()))
}

#[test]
fn a_link_that_started_the_app_is_checked_before_anyone_types() {
    assert_eq!(followed(&[], ""), (proof(TOKEN, None), None));
    assert_eq!(followed(&[], "flow-ada"), (proof(TOKEN, None), None), "asked for on another device");
}

#[test]
fn a_link_finds_the_verifier_and_the_address_of_its_own_recovery() {
    let both = [recovery("flow-ada", ADA), recovery("flow-ben", BEN)];
    assert_eq!(followed(&both, "flow-ada"), (proof(TOKEN, Some("flow-ada")), Some(ADA.into())));
    assert_eq!(followed(&both, "flow-ben"), (proof(TOKEN, Some("flow-ben")), Some(BEN.into())));
    assert_eq!(followed(&both, "flow-eve"), (proof(TOKEN, None), None));
}

#[test]
fn a_link_without_flow_id_is_never_given_an_address_by_guessing() {
    for (pending, address) in [
        (vec![recovery("", ADA)], Some(ADA)),
        (vec![recovery("", ADA), recovery("", BEN)], None),
        (vec![recovery("", ADA), recovery("flow-ben", BEN)], None),
        // Its link would carry its flow id.
        (vec![recovery("flow-ada", ADA)], None),
    ] {
        assert_eq!(followed(&pending, ""), (proof(TOKEN, None), address.map(str::to_owned)), "{pending:?}");
    }
}

#[test]
fn a_link_that_works_opens_the_password_field_for_as_long_as_it_is_good() {
    for (expires_in, until) in [(Some(3540), Some(NOW.plus(3540))), (None, None)] {
        let mut story = Story::waiting_for_ada();
        let ticket = story.link_checked("flow-ada", TOKEN);
        assert_eq!(story.submit(PASSWORD), nothing(), "not before it was checked");
        assert_eq!(
            story.on(Event::CheckFinished {
                ticket,
                outcome: Ok(Checked { expires_in, ..Checked::default() })
            }),
            nothing()
        );
        assert_eq!(story.reset_state(), ResetState::Ready(until));
    }
}

#[test]
fn a_link_that_does_not_work_is_said_to_whom_it_belongs_to() {
    for (error, failure) in [
        (ProofError::Expired, LinkFailure::Expired),
        (ProofError::Used, LinkFailure::Used),
        (ProofError::Superseded, LinkFailure::Superseded),
        (ProofError::OtherDevice, LinkFailure::OtherDevice),
        (ProofError::Invalid, LinkFailure::Damaged),
        (ProofError::CodeExpired, LinkFailure::Expired),
        (ProofError::WrongCode { tries_left: None }, LinkFailure::Damaged),
    ] {
        let mut story = Story::waiting_for_ada();
        let ticket = story.link_checked("flow-ada", TOKEN);
        assert_eq!(story.on(Event::CheckFinished { ticket, outcome: Err(error.into()) }), nothing());
        assert_eq!(story.invalid_link(), (failure, Some(ADA)));

        let mut story = Story::opened();
        let ticket = story.link_checked("flow-ada", TOKEN);
        story.on(Event::CheckFinished { ticket, outcome: Err(error.into()) });
        assert_eq!(story.invalid_link(), (failure, None), "{error:?}");
    }
}

#[test]
fn a_link_that_could_not_be_checked_is_checked_again_on_request() {
    let mut story = Story::waiting_for_ada();
    let first = story.link_checked("flow-ada", TOKEN);
    assert_eq!(story.on(Event::CheckAgain), nothing(), "it is being checked");
    story.on(Event::CheckFinished { ticket: first, outcome: Err(CallError::Offline.into()) });
    assert_eq!(story.reset_state(), ResetState::Unchecked(CallError::Offline));
    assert_eq!(story.submit(PASSWORD), nothing());

    let effects = story.on(Event::CheckAgain);
    let second = ticket_of(&effects);
    let check = Effect::Check { ticket: second, proof: proof(TOKEN, Some("flow-ada")) };
    assert_eq!(effects, [check, Effect::LoadPasswordPolicy]);
    assert_eq!(story.on(Event::CheckAgain), nothing(), "a double click");
    story.on(Event::CheckFinished { ticket: second, outcome: Ok(Checked::default()) });
    assert_eq!(story.reset_state(), ResetState::Ready(None));
}

#[test]
fn a_link_that_cannot_be_ours_is_told_apart_wherever_the_person_is() {
    let starts: [fn() -> Story; 4] = [
        Story::opened,
        Story::waiting_for_ada,
        || {
            let (mut story, ticket) = Story::sending_for_ada();
            story.on(Event::ResetFinished { ticket, outcome: Ok(Changed::default()) });
            story
        },
        || {
            let mut story = Story::opened();
            story.open_link("");
            story
        },
    ];
    for (text, failure) in [
        ("latchkey://reset-password?token=cut", LinkFailure::Damaged),
        ("latchkey://elsewhere?token=0123456789abcdef", LinkFailure::Damaged),
        ("https://account.example.com/reset-password#token=0123456789abcdef", LinkFailure::OtherService),
        ("otherapp://reset-password?token=0123456789abcdef", LinkFailure::OtherService),
    ] {
        for start in starts {
            let mut story = start();
            assert_eq!(story.open_link(text), nothing());
            assert_eq!(story.invalid_link(), (failure, None), "{text}");
        }
    }
}

#[test]
fn a_new_link_for_a_known_address_is_asked_for_at_once() {
    let mut story = Story::waiting_for_ada();
    let ticket = story.link_checked("flow-ada", TOKEN);
    story.on(Event::CheckFinished { ticket, outcome: Err(ProofError::Expired.into()) });
    let effects = story.on(Event::AskForNewLink);
    assert_eq!(effects, [Effect::Request { ticket: ticket_of(&effects), email: email(ADA) }]);
    assert!(story.is_sending());
    assert_eq!(story.on(Event::AskForNewLink), nothing(), "a double click");
}

#[test]
fn a_new_link_for_nobody_in_particular_begins_on_the_first_screen() {
    let mut story = Story::opened();
    story.open_link("latchkey://reset-password");
    assert_eq!(story.on(Event::AskForNewLink), nothing());
    let (Forgot { email: None, problem: None }, None) = (story.forgot(), story.call()) else {
        panic!("{:?}", story.flow)
    };
}
