//! TOK-10: nothing typed or received can be read in any `Debug` text.

use std::fmt::Debug;

use proptest::prelude::*;

use super::*;

/// Everything that must not be seen, and everything that was shown.
struct Watch {
    secrets: Vec<String>,
    story: Story,
}

impl Watch {
    /// Lets an event happen; neither it, nor the flow, nor the effects may tell.
    fn on(&mut self, event: Event) -> Vec<Effect> {
        self.look_at(&event);
        let effects = self.story.on(event);
        self.look_at(&effects);
        self.look_at(&self.story.flow);
        effects
    }

    fn look_at(&self, shown: &dyn Debug) {
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
    fn no_secret_is_shown_on_the_whole_way(
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
        let mut watch = Watch { secrets, story: Story::opened() };

        watch.on(Event::CapabilitiesLoaded(Capabilities { code: Some(CodeShape::Digits(8)), ..Capabilities::default() }));
        let ticket = ticket_of(&watch.on(Event::EmailSubmitted(address)));
        watch.on(accepted(ticket, recovery));
        let ticket = ticket_of(&watch.on(typed(&digits)));
        watch.on(Event::CheckFinished { ticket, outcome: Err(ProofError::WrongCode { tries_left: None }.into()) });
        watch.on(typed("12345678"));
        let opened = Event::LinkOpened { text: IncomingLink::new(link("f", &token)), replaced: false };
        let ticket = ticket_of(&watch.on(opened));
        watch.on(Event::CheckFinished { ticket, outcome: Ok(Checked::default()) });
        watch.on(submitted(&password, Some(&confirmation)));
        let ticket = ticket_of(&watch.on(submitted(&password, Some(&password))));
        watch.on(Event::LinkOpened { text: IncomingLink::new(link("f", &second_token)), replaced: true });
        let failed = watch.on(Event::ResetFinished { ticket, outcome: Err(ProofError::Expired.into()) });
        watch.on(Event::CheckFinished { ticket: ticket_of(&failed), outcome: Err(ProofError::OtherDevice.into()) });
        watch.story.invalid_link();

        // A link that waits for the keyring.
        watch.story = Story { flow: Flow::new(rules(), RecoveryMode::native()), now: NOW };
        watch.on(Event::KeyringSlow);
        watch.on(Event::EmailSubmitted(link("f", &token)));
        assert!(watch.story.is_sending());
    }
}
