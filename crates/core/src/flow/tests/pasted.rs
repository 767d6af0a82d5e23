//! Links and codes pasted into the fields, and recoveries that end in another window.

use super::*;

fn submits(scenario: &mut Scenario, text: &str) -> Vec<Effect> {
    scenario.on(Event::EmailSubmitted(text.into()))
}

#[test]
fn link_pasted_as_an_address_is_followed() {
    let mut scenario = Scenario::opened();
    let effects = submits(&mut scenario, &format!("Here it is: {}", link("", TOKEN)));
    assert!(matches!(effects[..], [Effect::Check { .. }, Effect::LoadPasswordPolicy]), "{effects:?}");
    assert_eq!(scenario.reset().proof, proof(TOKEN, None));
}

#[test]
fn foreign_link_pasted_as_an_address_is_reported_and_not_sent() {
    for (pasted, problem) in [
        (
            "https://evil.example/reset-password?token=abcdefgh12345678",
            ForgotProblem::Link(LinkProblem::OtherService),
        ),
        ("latchkey://reset-password?token=", ForgotProblem::Link(LinkProblem::Damaged)),
    ] {
        let mut scenario = Scenario::opened();
        assert_eq!(submits(&mut scenario, pasted), no_effects());
        assert_eq!(scenario.forgot().problem, Some(problem), "{pasted}");
    }
}

/// A server that reports the lengths of the parts of its links.
fn exact(mut scenario: Scenario) -> Scenario {
    let lengths = (Some(TOKEN.len()), Some("flow-ada".len()));
    let capabilities =
        Capabilities { token_length: lengths.0, flow_length: lengths.1, ..Capabilities::default() };
    scenario.on(Event::CapabilitiesLoaded(capabilities));
    scenario
}

#[test]
fn truncated_link_is_never_sent() {
    let whole = link("flow-ada", TOKEN);
    for left in [&whole[..whole.len() - 3], &link("", TOKEN), &link("flow-ada", &TOKEN[1..])] {
        let mut scenario = exact(Scenario::opened());
        assert_eq!(submits(&mut scenario, left), no_effects(), "{left}");
        assert_eq!(scenario.forgot().problem, Some(ForgotProblem::Link(LinkProblem::Damaged)), "{left}");
        let mut scenario = exact(Scenario::expecting_email_for_ada());
        assert_eq!(scenario.on(typed(left)), no_effects(), "{left}");
        assert_eq!(
            scenario.check_email().problem,
            Some(CheckEmailProblem::Link(LinkProblem::Damaged)),
            "{left}"
        );
        let mut scenario = exact(Scenario::expecting_email_for_ada());
        assert_eq!(scenario.open_link(left), no_effects(), "{left}");
        assert_eq!(scenario.invalid_link(), (LinkFailure::Invalid, None), "{left}");
    }
}

#[test]
fn link_damaged_by_a_mail_program_is_repaired() {
    let escaped = link("flow-ada", TOKEN).replace('&', "&amp;");
    let broken = link("flow-ada", TOKEN).replace('&', "&\n> ");
    for text in [&escaped, &broken] {
        let mut opened = exact(Scenario::expecting_email_for_ada());
        opened.open_link(text);
        let mut pasted = exact(Scenario::expecting_email_for_ada());
        pasted.on(typed(text));
        for scenario in [opened, pasted] {
            assert_eq!(scenario.reset().proof, proof(TOKEN, Some("flow-ada")), "{text}");
        }
    }
    let mut scenario = Scenario::opened();
    let effects = submits(&mut scenario, &format!("account.example.org/reset-password#token={TOKEN}"));
    assert!(matches!(effects[..], [Effect::Check { .. }, Effect::LoadPasswordPolicy]), "{effects:?}");
}

#[test]
fn click_tracker_link_is_reported() {
    for tracker in
        ["https://u1.ct.sendgrid.net/ls/click?upn=abc", "https://mandrillapp.com/track/click/1/x?p=abc"]
    {
        let mut scenario = Scenario::opened();
        assert_eq!(submits(&mut scenario, tracker), no_effects());
        assert_eq!(scenario.forgot().problem, Some(ForgotProblem::Link(LinkProblem::ClickTracker)));
    }
}

#[test]
fn code_in_a_sentence_or_another_script_is_checked() {
    for pasted in ["Your code: 1234 5678", "١٢٣٤ ٥٦٧٨", "１２３４５６７８", "1234•5678"] {
        let mut scenario = Scenario::expecting_email_for_ada();
        scenario.on(Event::CapabilitiesLoaded(Capabilities {
            code: Some(CodeShape::digits(8)),
            ..Capabilities::default()
        }));
        let effects = scenario.on(typed(pasted));
        let [Effect::Check { proof: Proof::Code { code, .. }, .. }] = &effects[..] else {
            panic!("{effects:?}")
        };
        assert_eq!(code.expose(), "12345678", "{pasted}");
    }
}

#[test]
fn code_pasted_as_an_address_is_checked_for_the_newest_email() {
    let mut scenario = Scenario::expecting_email_for_ada();
    scenario.on(Event::CapabilitiesLoaded(Capabilities {
        code: Some(CodeShape::digits(8)),
        ..Capabilities::default()
    }));
    scenario.on(Event::StartOver);
    let effects = submits(&mut scenario, "1234 5678");
    assert!(matches!(&effects[..], [Effect::Check { proof: Proof::Code { .. }, .. }]), "{effects:?}");
    assert_eq!(scenario.check_email().recovery.email, email(ADA));
}

#[test]
fn code_without_a_pending_email_is_reported() {
    for code in ["123456", "12345678", "1234-5678"] {
        let mut scenario = Scenario::opened();
        assert_eq!(submits(&mut scenario, code), no_effects());
        assert_eq!(scenario.forgot().problem, Some(ForgotProblem::CodeTooEarly), "{code}");
    }
    let mut scenario = Scenario::opened();
    submits(&mut scenario, "2026");
    assert_eq!(scenario.forgot().problem, Some(ForgotProblem::Malformed));
}

fn ended_elsewhere(all: &[PendingRecovery]) -> Event {
    let mut ended = PendingRecoveries::default();
    all.iter().for_each(|recovery| ended.insert(recovery.clone()));
    Event::EndedElsewhere(ended)
}

#[test]
fn recovery_completed_in_another_window_ends_the_wait() {
    let mut scenario = Scenario::expecting_email_for_ada();
    assert_eq!(scenario.on(ended_elsewhere(&[recovery("flow-of-another", ADA)])), no_effects());
    scenario.check_email();
    assert_eq!(scenario.on(ended_elsewhere(&[recovery("flow-ada", ADA)])), no_effects());
    assert_eq!(scenario.invalid_link(), (LinkFailure::Used, Some(ADA)));
    assert!(!scenario.flow.has_pending_recovery());
}

#[test]
fn recovery_without_a_flow_id_does_not_end_elsewhere() {
    let mut scenario = Scenario::opened_with(&[recovery("", ADA)]);
    scenario.on(ended_elsewhere(&[recovery("", ADA)]));
    scenario.check_email();
}
