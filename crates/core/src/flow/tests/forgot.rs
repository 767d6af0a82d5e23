//! The first screen.

use super::*;

#[test]
fn first_start_shows_the_first_screen() {
    let scenario = Scenario::opened();
    let (Forgot { email: None, problem: None }, None) = (scenario.forgot(), scenario.call()) else {
        panic!("{:?}", scenario.flow)
    };
    assert!(!scenario.flow.has_pending_recovery());
    assert_eq!(scenario.flow.notice(), None);
}

#[test]
fn invalid_address_is_reported_and_can_be_corrected() {
    let mut scenario = Scenario::opened();
    for (typed, problem) in [
        ("", ForgotProblem::Missing),
        (" \t", ForgotProblem::Missing),
        ("ada", ForgotProblem::Malformed),
        ("ada@", ForgotProblem::Malformed),
        ("ada@example.org, ben@example.org", ForgotProblem::Malformed),
    ] {
        assert_eq!(scenario.on(Event::EmailSubmitted(typed.into())), no_effects(), "{typed:?}");
        assert_eq!(
            (scenario.is_sending(), scenario.forgot().problem.as_ref()),
            (false, Some(&problem)),
            "{typed:?}"
        );
    }
    let effects = scenario.on(Event::EmailSubmitted(format!(" {ADA}\n")));
    assert_eq!(effects, [Effect::PrepareRequest { call_id: call_id_of(&effects), email: email(ADA) }]);
    assert_eq!((scenario.is_sending(), &scenario.forgot().problem), (true, &None));
}

/// The same table is used for the API, the pages and the emails of the server (`server/tests/addresses.rs`).
#[test]
fn pasted_address_formats_are_accepted() {
    let table = include_str!("../../../tests/addresses.tsv");
    for row in table.lines().filter(|line| !line.starts_with('#')) {
        let [typed, shown, ..] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let mut scenario = Scenario::opened();
        let effects = scenario.on(Event::EmailSubmitted(unescaped(typed)));
        let [Effect::PrepareRequest { email, .. }] = &effects[..] else { panic!("{typed:?}: {effects:?}") };
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
fn double_click_sends_one_request() {
    let mut scenario = Scenario::opened();
    scenario.ask_for(ADA);
    for again in [ADA, BEN, "", "nonsense"] {
        assert_eq!(scenario.on(Event::EmailSubmitted(again.into())), no_effects(), "{again}");
        assert_eq!((scenario.is_sending(), &scenario.forgot().problem), (true, &None), "{again}");
    }
    assert_eq!(scenario.flow.email(), Some(&email(ADA)));
}

#[test]
fn accepted_request_is_saved_and_leads_to_the_second_screen() {
    let mut scenario = Scenario::opened();
    let call_id = scenario.ask_for(ADA);
    let recovery = recovery("flow-ada", ADA);
    let effects = scenario.on(accepted(call_id, recovery.clone()));
    // The capabilities are unknown: an earlier attempt to load them may have failed.
    assert_eq!(effects, [Effect::Update(recovery.clone()), Effect::LoadCapabilities]);
    let check = scenario.check_email();
    assert_eq!(
        (&check.recovery, scenario.call(), check.resent, &check.problem),
        (&recovery, None, false, &None)
    );
    assert!(scenario.flow.has_pending_recovery());
}

#[test]
fn known_capabilities_are_not_loaded_again() {
    let mut scenario = Scenario::opened();
    scenario.on(Event::CapabilitiesLoaded(Capabilities { check: true, ..Capabilities::default() }));
    let call_id = scenario.ask_for(ADA);
    let recovery = recovery("", ADA);
    assert_eq!(scenario.on(accepted(call_id, recovery.clone())), [Effect::Save(recovery)]);
}

/// REQ-6.
#[test]
fn failed_request_can_be_repeated() {
    let wait = |wait| RequestError::Call(CallError::RateLimited { wait });
    for (error, problem) in [
        (wait(Some(Duration::from_secs(90))), ForgotProblem::Wait(NOW.plus(90))),
        (wait(None), ForgotProblem::Wait(NOW.plus(60))),
        (wait(Some(Duration::ZERO)), ForgotProblem::Wait(NOW)),
        (CallError::Offline.into(), ForgotProblem::Call(CallError::Offline)),
        (CallError::TimedOut.into(), ForgotProblem::Call(CallError::TimedOut)),
        (RequestError::AddressRefused, ForgotProblem::Refused),
    ] {
        let mut scenario = Scenario::opened();
        let call_id = scenario.ask_for(ADA);
        scenario.fails(Event::RequestFailed { call_id, error });
        assert_eq!((scenario.is_sending(), scenario.forgot().problem.as_ref()), (false, Some(&problem)));
        assert_eq!(scenario.flow.email(), Some(&email(ADA)), "A11Y-6: the address is kept");
        assert_ne!(scenario.ask_for(ADA), call_id);
        assert_eq!((scenario.is_sending(), &scenario.forgot().problem), (true, &None), "{problem:?}");
    }
}
