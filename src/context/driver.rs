//! Drives the flow: takes events in, carries effects out, brings their outcome back. It decides nothing.

use std::{rc::Rc, time::Duration};

use dioxus::prelude::*;
use futures_util::{
    StreamExt as _,
    future::LocalBoxFuture,
    stream::{self, FuturesUnordered, LocalBoxStream},
};
use secrecy::zeroize::Zeroizing;

use super::{drafts::Drafts, environment::Environment};
use crate::{
    clock,
    flow::{Effect, Event, Flow, Step, Ticket},
    link::LinkInbox,
    platform::{back_pressed, step_aside},
    secret::{EmailAddress, Verifier},
    service::RecoveryService,
    vault::{PendingRecovery, Vault, VaultStatus},
};

/// How long after a line was lost it is looked for first, and how long at most between two looks.
const FIRST_LOOK: Duration = Duration::from_secs(2);
const LONGEST_LOOK: Duration = Duration::from_secs(30);

/// How often the keyring is looked at while an e-mail is waited for: another window may have ended the wait.
const NEXT_LOOK: Duration = Duration::from_secs(5);

/// How long nothing is shown at the start while the keyring is asked. It may take seconds; what it holds is shown then.
const BLANK: Duration = Duration::from_millis(500);

/// The outcomes of one effect, if it has any.
type Outcome = LocalBoxFuture<'static, Option<Event>>;

/// Where events come from. What takes time is in a future of its own, or it would hold up everything else: this has
/// neither the service nor the vault.
struct Sources {
    told: UnboundedReceiver<Event>,
    under_way: FuturesUnordered<Outcome>,
    looks: LocalBoxStream<'static, Option<Event>>,
    inbox: LinkInbox,
}

impl Sources {
    /// The next event; `None` where something came to an end without one. Links wait until they are wanted.
    async fn next(&mut self, wants_links: bool) -> Option<Event> {
        tokio::select! {
            Some(event) = self.told.next() => Some(event),
            Some(event) = self.under_way.next() => event,
            Some(event) = self.looks.next() => event,
            () = back_pressed() => Some(Event::BackPressed),
            link = self.inbox.take(), if wants_links => {
                Some(Event::LinkOpened { replaced: link.replaced_another(), text: link })
            }
        }
    }
}

/// Runs as long as the app does. What is under way when the app goes, goes with it.
pub(super) async fn drive(
    environment: Environment,
    mut flow: Signal<Flow>,
    mut drafts: Drafts,
    told: UnboundedReceiver<Event>,
) {
    let Environment { service, vault, inbox, email, .. } = environment;
    let under_way = FuturesUnordered::<Outcome>::new();
    under_way.push(Box::pin(opened(vault.clone(), drafts, email)));
    under_way.push(Box::pin(slow_to_open(flow)));
    let mut sources = Sources { told, under_way, looks: looks(vault.clone(), flow), inbox };
    loop {
        let wants_links = flow.peek().is_opened();
        let Some(event) = sources.next(wants_links).await else { continue };
        let pasted = drafts.are_pasted_in(&event);
        let mut effects = flow.write().on(event, clock::timestamp());
        if pasted && effects.iter().any(|effect| matches!(effect, Effect::Check { .. })) {
            drafts.empty_clipboard();
        }
        let clock_is_wrong = service.clock_skew().is_some_and(|apart| apart > clock::TOLERANCE);
        if clock_is_wrong && !flow.peek().told_of_clock() {
            effects.extend(flow.write().on(Event::ClockWrong, clock::timestamp()));
        }
        if matches!(flow.peek().step(), Step::Done(_)) {
            forget_what_was_typed(&mut drafts);
        }
        for effect in effects {
            sources.under_way.push(Box::pin(carry_out(service.clone(), vault.clone(), effect)));
        }
    }
}

/// What the keyring remembers. An address that was given to the app is not one that is being typed.
async fn opened(vault: Vault, drafts: Drafts, given: Option<EmailAddress>) -> Option<Event> {
    let pending = vault.list(clock::timestamp()).await;
    let typed = drafts.email.peek();
    let typing = !typed.is_empty() && given.is_none_or(|given| given.as_str() != *typed);
    Some(Event::Opened { pending, typing })
}

async fn slow_to_open(flow: Signal<Flow>) -> Option<Event> {
    clock::sleep(BLANK).await;
    (!flow.peek().is_opened()).then_some(Event::KeyringSlow)
}

/// Looks into the keyring now and then, one look at a time, while an e-mail is waited for.
fn looks(vault: Vault, flow: Signal<Flow>) -> LocalBoxStream<'static, Option<Event>> {
    let look = move |vault: Vault| async move {
        clock::sleep(NEXT_LOOK).await;
        let waits = matches!(flow.peek().step(), Step::CheckEmail(_));
        let event = if waits { ended_elsewhere(&vault).await } else { None };
        Some((event, vault))
    };
    stream::unfold(vault, look).boxed_local()
}

async fn ended_elsewhere(vault: &Vault) -> Option<Event> {
    let ended = vault.ended_elsewhere(clock::timestamp()).await;
    (!ended.is_empty()).then_some(Event::EndedElsewhere(ended))
}

/// The secrets go as soon as nobody needs them (STO-3).
fn forget_what_was_typed(drafts: &mut Drafts) {
    for draft in
        [&mut drafts.link_or_code, &mut drafts.password, &mut drafts.confirmation, &mut drafts.second_factor]
    {
        if !draft.peek().is_empty() {
            draft.set(Zeroizing::default());
        }
    }
    if drafts.paste.peek().is_some() {
        drafts.paste.set(None);
    }
}

async fn carry_out(service: Rc<dyn RecoveryService>, vault: Vault, effect: Effect) -> Option<Event> {
    match effect {
        // Nothing hangs on knowing early: whoever needs to know asks again.
        Effect::LearnAbilities => service.capabilities().await.ok().map(Event::Learned),
        Effect::LearnPolicy => service.password_policy().await.ok().map(Event::PolicyLearned),
        Effect::Request { ticket, email } => Some(match service.capabilities().await {
            Ok(abilities) => {
                Event::RequestReady { ticket, email, fresh: abilities.challenge.then(Verifier::generate) }
            }
            Err(error) => Event::NotAccepted { ticket, error: error.into() },
        }),
        Effect::SendRequest { ticket, recovery } => {
            Some(send_request(&*service, &vault, ticket, recovery).await)
        }
        Effect::Remember(recovery) => {
            vault.save(recovery, clock::timestamp()).await;
            (vault.status() == VaultStatus::MemoryOnly).then_some(Event::MemoryOnly)
        }
        Effect::Forget(ended) => {
            vault.remove(ended, clock::timestamp()).await;
            None
        }
        Effect::StepAside => {
            step_aside();
            None
        }
        Effect::AwaitLine { ticket } => {
            line_is_back(&*service).await;
            Some(Event::LineBack { ticket })
        }
        Effect::Check { ticket, proof } => {
            Some(Event::Checked { ticket, outcome: service.check(&proof).await })
        }
        Effect::Reset { ticket, proof, password, attempt, second_factor } => {
            let outcome = service.reset_with_proof(&proof, &password, &attempt, second_factor.as_ref()).await;
            Some(Event::Answered { ticket, outcome })
        }
    }
}

/// Asks now and then, ever less often, until something answers.
async fn line_is_back(service: &dyn RecoveryService) {
    let mut wait = FIRST_LOOK;
    loop {
        clock::sleep(wait).await;
        if service.is_reachable().await {
            return;
        }
        wait = (wait * 2).min(LONGEST_LOOK);
    }
}

/// Asks for an email, bound to this device by its verifier. The verifier is kept before: an email may come, and with it
/// a link, where no answer does.
async fn send_request(
    service: &dyn RecoveryService,
    vault: &Vault,
    ticket: Ticket,
    recovery: PendingRecovery,
) -> Event {
    let requested_at = clock::timestamp();
    if recovery.verifier.is_some() {
        vault.save(recovery.clone(), requested_at).await;
    }
    let answer = match &recovery.verifier {
        Some(verifier) => service.send_bound_recovery_email(&recovery.email, &verifier.challenge()).await,
        None => service.send_account_recovery_email(&recovery.email).await,
    };
    match answer {
        Ok(accepted) => Event::Accepted { ticket, recovery: recovery.accepted(accepted, requested_at) },
        Err(error) => Event::NotAccepted { ticket, error },
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
