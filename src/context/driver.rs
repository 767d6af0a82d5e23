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
    platform::{back_pressed, move_to_background},
    secret::{EmailAddress, Verifier},
    service::RecoveryService,
    vault::{PendingRecovery, Vault, VaultStatus},
};

/// How long after a line was lost it is looked for first, and how long at most between two looks.
const FIRST_RETRY_DELAY: Duration = Duration::from_secs(2);
const MAX_RETRY_DELAY: Duration = Duration::from_secs(30);

/// How often the keyring is looked at while an e-mail is waited for: another window may have ended the wait.
const KEYRING_POLL_INTERVAL: Duration = Duration::from_secs(5);

/// How long nothing is shown at the start while the keyring is asked. It may take seconds; what it holds is shown then.
const BLANK_SCREEN_LIMIT: Duration = Duration::from_millis(500);

/// The outcomes of one effect, if it has any.
type Outcome = LocalBoxFuture<'static, Option<Event>>;

/// Where events come from. What takes time is in a future of its own, or it would hold up everything else: this has
/// neither the service nor the vault.
struct Sources {
    ui_events: UnboundedReceiver<Event>,
    running: FuturesUnordered<Outcome>,
    keyring_polls: LocalBoxStream<'static, Option<Event>>,
    inbox: LinkInbox,
}

impl Sources {
    /// The next event; `None` where something came to an end without one. Links wait until they are wanted.
    async fn next(&mut self, wants_links: bool) -> Option<Event> {
        tokio::select! {
            Some(event) = self.ui_events.next() => Some(event),
            Some(event) = self.running.next() => event,
            Some(event) = self.keyring_polls.next() => event,
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
    ui_events: UnboundedReceiver<Event>,
) {
    let Environment { service, vault, inbox, email, .. } = environment;
    let running = FuturesUnordered::<Outcome>::new();
    running.push(Box::pin(opened(vault.clone(), drafts, email)));
    running.push(Box::pin(report_slow_keyring(flow)));
    let mut sources =
        Sources { ui_events, running, keyring_polls: keyring_polls(vault.clone(), flow), inbox };
    loop {
        let wants_links = flow.peek().is_opened();
        let Some(event) = sources.next(wants_links).await else { continue };
        let pasted = drafts.contain_paste_of(&event);
        let mut effects = flow.write().on(event, clock::timestamp());
        if pasted && effects.iter().any(|effect| matches!(effect, Effect::Check { .. })) {
            drafts.clear_clipboard();
        }
        let clock_is_wrong = service.clock_skew().is_some_and(|apart| apart > clock::TOLERANCE);
        if clock_is_wrong && !flow.peek().clock_notice_shown() {
            effects.extend(flow.write().on(Event::ClockWrong, clock::timestamp()));
        }
        if matches!(flow.peek().step(), Step::Done(_)) {
            clear_secret_drafts(&mut drafts);
        }
        for effect in effects {
            sources.running.push(Box::pin(run_effect(service.clone(), vault.clone(), effect)));
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

async fn report_slow_keyring(flow: Signal<Flow>) -> Option<Event> {
    clock::sleep(BLANK_SCREEN_LIMIT).await;
    (!flow.peek().is_opened()).then_some(Event::KeyringSlow)
}

/// Styles into the keyring now and then, one look at a time, while an e-mail is waited for.
fn keyring_polls(vault: Vault, flow: Signal<Flow>) -> LocalBoxStream<'static, Option<Event>> {
    let poll = move |vault: Vault| async move {
        clock::sleep(KEYRING_POLL_INTERVAL).await;
        let waits = matches!(flow.peek().step(), Step::CheckEmail(_));
        let event = if waits { ended_elsewhere(&vault).await } else { None };
        Some((event, vault))
    };
    stream::unfold(vault, poll).boxed_local()
}

async fn ended_elsewhere(vault: &Vault) -> Option<Event> {
    let ended = vault.ended_elsewhere(clock::timestamp()).await;
    (!ended.is_empty()).then_some(Event::EndedElsewhere(ended))
}

/// The secrets go as soon as nobody needs them (STO-3).
fn clear_secret_drafts(drafts: &mut Drafts) {
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

async fn run_effect(service: Rc<dyn RecoveryService>, vault: Vault, effect: Effect) -> Option<Event> {
    match effect {
        // Nothing hangs on knowing early: whoever needs to know asks again.
        Effect::LoadCapabilities => service.capabilities().await.ok().map(Event::CapabilitiesLoaded),
        Effect::LoadPasswordPolicy => service.password_policy().await.ok().map(Event::PasswordPolicyLoaded),
        Effect::Request { ticket, email } => Some(match service.capabilities().await {
            Ok(capabilities) => {
                Event::RequestReady { ticket, email, fresh: capabilities.challenge.then(Verifier::generate) }
            }
            Err(error) => Event::RequestFailed { ticket, error: error.into() },
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
        Effect::MoveToBackground => {
            move_to_background();
            None
        }
        Effect::AwaitConnection { ticket } => {
            wait_for_connection(&*service).await;
            Some(Event::ConnectionRestored { ticket })
        }
        Effect::Check { ticket, proof } => {
            Some(Event::CheckFinished { ticket, outcome: service.check(&proof).await })
        }
        Effect::Reset { ticket, proof, password, attempt, second_factor } => {
            let outcome = service.reset_with_proof(&proof, &password, &attempt, second_factor.as_ref()).await;
            Some(Event::ResetFinished { ticket, outcome })
        }
    }
}

/// Asks now and then, ever less often, until something answers.
async fn wait_for_connection(service: &dyn RecoveryService) {
    let mut wait = FIRST_RETRY_DELAY;
    loop {
        clock::sleep(wait).await;
        if service.is_reachable().await {
            return;
        }
        wait = (wait * 2).min(MAX_RETRY_DELAY);
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
        Ok(accepted) => {
            Event::RequestAccepted { ticket, recovery: recovery.accepted(accepted, requested_at) }
        }
        Err(error) => Event::RequestFailed { ticket, error },
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
