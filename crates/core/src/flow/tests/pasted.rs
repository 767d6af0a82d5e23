//! Links and codes pasted where an address belongs, and a wait that another window ends.

use super::*;

fn submits(story: &mut Story, text: &str) -> Vec<Effect> {
    story.on(Event::EmailSubmitted(text.into()))
}

#[test]
fn a_link_pasted_as_an_address_is_followed() {
    let mut story = Story::opened();
    let effects = submits(&mut story, &format!("Here it is: {}", link("", TOKEN)));
    assert!(matches!(effects[..], [Effect::Check { .. }, Effect::LoadPasswordPolicy]), "{effects:?}");
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

/// A server that says how long the parts of its links are.
fn exact(mut story: Story) -> Story {
    let lengths = (Some(TOKEN.len()), Some("flow-ada".len()));
    let capabilities =
        Capabilities { token_length: lengths.0, flow_length: lengths.1, ..Capabilities::default() };
    story.on(Event::CapabilitiesLoaded(capabilities));
    story
}

#[test]
fn what_is_left_of_a_broken_link_is_never_sent() {
    let whole = link("flow-ada", TOKEN);
    for left in [&whole[..whole.len() - 3], &link("", TOKEN), &link("flow-ada", &TOKEN[1..])] {
        let mut story = exact(Story::opened());
        assert_eq!(submits(&mut story, left), nothing(), "{left}");
        assert_eq!(story.forgot().problem, Some(ForgotProblem::Link(LinkProblem::Damaged)), "{left}");
        let mut story = exact(Story::waiting_for_ada());
        assert_eq!(story.on(typed(left)), nothing(), "{left}");
        assert_eq!(
            story.check_email().problem,
            Some(CheckEmailProblem::Link(LinkProblem::Damaged)),
            "{left}"
        );
        let mut story = exact(Story::waiting_for_ada());
        assert_eq!(story.open_link(left), nothing(), "{left}");
        assert_eq!(story.invalid_link(), (LinkFailure::Damaged, None), "{left}");
    }
}

#[test]
fn a_link_that_a_mail_program_has_damaged_is_followed_wherever_it_comes_from() {
    let escaped = link("flow-ada", TOKEN).replace('&', "&amp;");
    let broken = link("flow-ada", TOKEN).replace('&', "&\n> ");
    for text in [&escaped, &broken] {
        let mut opened = exact(Story::waiting_for_ada());
        opened.open_link(text);
        let mut pasted = exact(Story::waiting_for_ada());
        pasted.on(typed(text));
        for story in [opened, pasted] {
            assert_eq!(story.reset().proof, proof(TOKEN, Some("flow-ada")), "{text}");
        }
    }
    let mut story = Story::opened();
    let effects = submits(&mut story, &format!("account.example.org/reset-password#token={TOKEN}"));
    assert!(matches!(effects[..], [Effect::Check { .. }, Effect::LoadPasswordPolicy]), "{effects:?}");
}

#[test]
fn a_click_trackers_link_is_named() {
    for tracker in
        ["https://u1.ct.sendgrid.net/ls/click?upn=abc", "https://mandrillapp.com/track/click/1/x?p=abc"]
    {
        let mut story = Story::opened();
        assert_eq!(submits(&mut story, tracker), nothing());
        assert_eq!(story.forgot().problem, Some(ForgotProblem::Link(LinkProblem::ClickTracker)));
    }
}

#[test]
fn a_code_in_a_sentence_or_in_another_script_is_checked() {
    for pasted in ["Your code: 1234 5678", "١٢٣٤ ٥٦٧٨", "１２３４５６７８", "1234•5678"] {
        let mut story = Story::waiting_for_ada();
        story.on(Event::CapabilitiesLoaded(Capabilities {
            code: Some(CodeShape::Digits(8)),
            ..Capabilities::default()
        }));
        let effects = story.on(typed(pasted));
        let [Effect::Check { proof: Proof::Code { code, .. }, .. }] = &effects[..] else {
            panic!("{effects:?}")
        };
        assert_eq!(code.expose(), "12345678", "{pasted}");
    }
}

#[test]
fn a_code_pasted_as_an_address_is_checked_for_the_newest_email() {
    let mut story = Story::waiting_for_ada();
    story.on(Event::CapabilitiesLoaded(Capabilities {
        code: Some(CodeShape::Digits(8)),
        ..Capabilities::default()
    }));
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

fn ended_elsewhere(all: &[PendingRecovery]) -> Event {
    let mut ended = Pending::default();
    all.iter().for_each(|recovery| ended.insert(recovery.clone()));
    Event::EndedElsewhere(ended)
}

#[test]
fn a_wait_ends_by_itself_when_the_recovery_was_finished_in_another_window() {
    let mut story = Story::waiting_for_ada();
    assert_eq!(story.on(ended_elsewhere(&[recovery("flow-of-another", ADA)])), nothing());
    story.check_email();
    assert_eq!(story.on(ended_elsewhere(&[recovery("flow-ada", ADA)])), nothing());
    assert_eq!(story.invalid_link(), (LinkFailure::Used, Some(ADA)));
    assert!(!story.flow.has_pending_email());
}

#[test]
fn a_recovery_without_a_name_is_not_taken_for_one_that_ended() {
    let mut story = Story::opened_with(&[recovery("", ADA)]);
    story.on(ended_elsewhere(&[recovery("", ADA)]));
    story.check_email();
}
