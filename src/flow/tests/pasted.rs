//! Links and codes pasted where an address belongs, and a wait that another window ends.

use super::*;

fn submits(story: &mut Story, text: &str) -> Vec<Effect> {
    story.on(Event::EmailSubmitted(text.into()))
}

#[test]
fn a_link_pasted_as_an_address_is_followed() {
    let mut story = Story::opened();
    let effects = submits(&mut story, &format!("Here it is: {}", link("", TOKEN)));
    assert!(matches!(effects[..], [Effect::Check { .. }, Effect::LearnPolicy]), "{effects:?}");
    assert_eq!(story.reset().proof, proof(TOKEN, None));
}

#[test]
fn a_link_that_is_none_of_ours_is_told_and_goes_nowhere() {
    for (pasted, problem) in [
        (
            "https://evil.example/reset-password?token=abcdefgh12345678",
            ForgotProblem::Link(LinkProblem::OtherService),
        ),
        ("latchkey://reset-password?token=", ForgotProblem::Link(LinkProblem::Damaged)),
    ] {
        let mut story = Story::opened();
        assert_eq!(submits(&mut story, pasted), nothing());
        assert_eq!(story.forgot().problem, Some(problem), "{pasted}");
    }
}

#[test]
fn a_code_pasted_as_an_address_is_checked_for_the_newest_email() {
    let mut story = Story::waiting_for_ada();
    story.on(Event::Learned(Capabilities { code: Some(CodeShape::Digits(8)), ..Capabilities::default() }));
    story.on(Event::StartOver);
    let effects = submits(&mut story, "1234 5678");
    assert!(matches!(&effects[..], [Effect::Check { proof: Proof::Code { .. }, .. }]), "{effects:?}");
    assert_eq!(story.check_email().recovery.email, email(ADA));
}

#[test]
fn a_code_that_nothing_here_waits_for_says_so() {
    for code in ["123456", "12345678", "1234-5678"] {
        let mut story = Story::opened();
        assert_eq!(submits(&mut story, code), nothing());
        assert_eq!(story.forgot().problem, Some(ForgotProblem::CodeTooEarly), "{code}");
    }
    let mut story = Story::opened();
    submits(&mut story, "2026");
    assert_eq!(story.forgot().problem, Some(ForgotProblem::Malformed));
}

fn remembered(all: &[PendingRecovery]) -> Event {
    let mut pending = Pending::default();
    all.iter().for_each(|recovery| pending.insert(recovery.clone()));
    Event::Remembered(pending)
}

#[test]
fn a_wait_ends_by_itself_when_the_recovery_was_finished_in_another_window() {
    let mut story = Story::waiting_for_ada();
    assert_eq!(story.on(remembered(&[recovery("flow-ada", ADA)])), nothing());
    story.check_email();
    assert_eq!(story.on(remembered(&[])), nothing());
    assert_eq!(story.stuck(), (LinkTrouble::Used, Some(ADA)));
    assert!(!story.flow.has_email_to_go_back_to());
}

#[test]
fn a_wait_goes_on_while_a_code_is_checked_and_when_nothing_but_time_has_passed() {
    let mut story = Story::waiting_for_ada();
    story.now = NOW.plus(3600);
    story.on(remembered(&[]));
    story.check_email();
    let mut story = Story::opened_with(&[recovery("", ADA)]);
    story.on(remembered(&[]));
    story.check_email();
}
