//! TOK-10: no `Debug` text contains what was typed or received.

use std::fmt::Debug;

use proptest::prelude::*;

use super::*;

/// A scenario, and the secrets that must not be shown.
struct DebugCheck {
    secrets: Vec<String>,
    scenario: Scenario,
}

impl DebugCheck {
    /// Dispatches an event. The event, the flow and the effects must not show a secret.
    fn on(&mut self, event: Event) -> Vec<Effect> {
        self.assert_redacted(&event);
        let effects = self.scenario.on(event);
        self.assert_redacted(&effects);
        self.assert_redacted(&self.scenario.flow);
        effects
    }

    fn assert_redacted(&self, shown: &dyn Debug) {
        for text in [format!("{shown:?}"), format!("{shown:#?}")] {
            for secret in &self.secrets {
                assert!(!text.contains(secret), "{secret:?} in {text}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_debug_text_contains_a_secret(
        token in "[A-Za-z0-9_-]{24,60}",
        second_token in "[A-Za-z0-9_-]{24,60}",
        device in "[A-Za-z0-9_-]{43}",
        digits in "[0-9]{8}",
        password in "[A-Za-z0-9!%]{15,40}",
        confirmation in "[A-Za-z0-9!%]{15,40}",
        mailbox in "[a-z]{12,20}",
    ) {
        let address = format!("{mailbox}@example.org");
        let recovery = PendingRecovery { verifier: Some(Verifier::parse(&device).unwrap()), ..recovery("f", &address) };
        let secrets = [&token, &second_token, &device, &digits, &password, &confirmation, &mailbox];
        let secrets = secrets.map(String::clone).into();
        let mut check = DebugCheck { secrets, scenario: Scenario::opened() };

        check.on(Event::CapabilitiesLoaded(Capabilities { code: Some(CodeShape::digits(8)), ..Capabilities::default() }));
        let call_id = call_id_of(&check.on(Event::EmailSubmitted(address)));
        check.on(accepted(call_id, recovery));
        let call_id = call_id_of(&check.on(typed(&digits)));
        check.on(Event::CheckFinished { call_id, outcome: Err(ProofError::WrongCode { tries_left: None }.into()) });
        check.on(typed("12345678"));
        let opened = Event::LinkOpened { text: IncomingLink::new(link("f", &token)), replaced: false };
        let call_id = call_id_of(&check.on(opened));
        check.on(Event::CheckFinished { call_id, outcome: Ok(Checked::default()) });
        check.on(submitted(&password, Some(&confirmation)));
        let call_id = call_id_of(&check.on(submitted(&password, Some(&password))));
        check.on(Event::LinkOpened { text: IncomingLink::new(link("f", &second_token)), replaced: true });
        let failed = check.on(Event::ResetFinished { call_id, outcome: Err(ProofError::Expired.into()) });
        check.on(Event::CheckFinished { call_id: call_id_of(&failed), outcome: Err(ProofError::OtherDevice.into()) });
        check.scenario.invalid_link();

        // A link that waits for the keyring.
        check.scenario = Scenario { flow: Flow::new(rules(), RecoveryMode::native()), now: NOW };
        check.on(Event::KeyringSlow);
        check.on(Event::EmailSubmitted(link("f", &token)));
        assert!(check.scenario.is_sending());
    }
}
