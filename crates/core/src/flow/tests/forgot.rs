//! The first screen.

use super::*;

#[test]
fn a_first_start_opens_on_the_first_screen() {
    let story = Story::opened();
    let (Forgot { email: None, problem: None }, None) = (story.forgot(), story.call()) else {
        panic!("{:?}", story.flow)
    };
    assert!(!story.flow.has_pending_email());
    assert_eq!(story.flow.notice(), None);
}

#[test]
fn what_is_no_address_is_told_and_the_person_can_go_on() {
    let mut story = Story::opened();
    for (typed, problem) in [
        ("", ForgotProblem::Missing),
        (" \t", ForgotProblem::Missing),
        ("ada", ForgotProblem::Malformed),
        ("ada@", ForgotProblem::Malformed),
        ("ada@example.org, ben@example.org", ForgotProblem::Malformed),
    ] {
        assert_eq!(story.on(Event::EmailSubmitted(typed.into())), nothing(), "{typed:?}");
        assert_eq!(
            (story.is_sending(), story.forgot().problem.as_ref()),
            (false, Some(&problem)),
            "{typed:?}"
        );
    }
    let effects = story.on(Event::EmailSubmitted(format!(" {ADA}\n")));
    assert_eq!(effects, [Effect::Request { ticket: ticket_of(&effects), email: email(ADA) }]);
    assert_eq!((story.is_sending(), &story.forgot().problem), (true, &None));
}

/// The table that the server's API, its pages and its mails are held to as well (server/tests/addresses.rs).
#[test]
fn an_address_is_asked_for_however_it_was_pasted() {
    let table = include_str!("../../../tests/addresses.tsv");
    for row in table.lines().filter(|connection| !connection.starts_with('#')) {
        let [typed, shown, ..] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let mut story = Story::opened();
        let effects = story.on(Event::EmailSubmitted(unescaped(typed)));
        let [Effect::Request { email, .. }] = &effects[..] else { panic!("{typed:?}: {effects:?}") };
        assert_eq!(email.as_str(), shown, "{typed:?}");
    }
}

/// `\u{ad}` as the character.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (hex, rest) = part.split_once('}').unwrap();
        let c = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).unwrap();
        format!("{text}{c}{rest}")
    })
}

#[test]
fn a_double_click_sends_once() {
    let mut story = Story::opened();
    story.ask_for(ADA);
    for again in [ADA, BEN, "", "nonsense"] {
        assert_eq!(story.on(Event::EmailSubmitted(again.into())), nothing(), "{again}");
        assert_eq!((story.is_sending(), &story.forgot().problem), (true, &None), "{again}");
    }
    assert_eq!(story.flow.email(), Some(&email(ADA)));
}

#[test]
fn an_accepted_request_leads_to_the_second_screen_and_is_remembered() {
    let mut story = Story::opened();
    let ticket = story.ask_for(ADA);
    let recovery = recovery("flow-ada", ADA);
    let effects = story.on(accepted(ticket, recovery.clone()));
    // What the service can do was not learned so far: it may be back by now.
    assert_eq!(effects, [Effect::Save(recovery.clone()), Effect::LoadCapabilities]);
    let check = story.check_email();
    assert_eq!(
        (&check.recovery, story.call(), check.resent, &check.problem),
        (&recovery, None, false, &None)
    );
    assert!(story.flow.has_pending_email());
}

#[test]
fn abilities_that_are_known_are_not_asked_for_again() {
    let mut story = Story::opened();
    story.on(Event::CapabilitiesLoaded(Capabilities { check: true, ..Capabilities::default() }));
    let ticket = story.ask_for(ADA);
    let recovery = recovery("", ADA);
    assert_eq!(story.on(accepted(ticket, recovery.clone())), [Effect::Save(recovery)]);
}

/// REQ-6.
#[test]
fn a_request_that_failed_can_be_made_again() {
    let wait = |wait| RequestError::Call(CallError::RateLimited { wait });
    for (error, problem) in [
        (wait(Some(Duration::from_secs(90))), ForgotProblem::Wait(NOW.plus(90))),
        (wait(None), ForgotProblem::Wait(NOW.plus(60))),
        (wait(Some(Duration::ZERO)), ForgotProblem::Wait(NOW)),
        (CallError::Offline.into(), ForgotProblem::Call(CallError::Offline)),
        (CallError::TimedOut.into(), ForgotProblem::Call(CallError::TimedOut)),
        (RequestError::AddressRefused, ForgotProblem::Refused),
    ] {
        let mut story = Story::opened();
        let ticket = story.ask_for(ADA);
        story.fails(Event::RequestFailed { ticket, error });
        assert_eq!((story.is_sending(), story.forgot().problem.as_ref()), (false, Some(&problem)));
        assert_eq!(story.flow.email(), Some(&email(ADA)), "A11Y-6: the address is not asked for again");
        assert_ne!(story.ask_for(ADA), ticket);
        assert_eq!((story.is_sending(), &story.forgot().problem), (true, &None), "{problem:?}");
    }
}
