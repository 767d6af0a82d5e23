//! Drives the flow: dispatches events, carries out effects, and reports their outcomes. It makes no decisions about the
//! recovery. `startup` reads the keyring for the first screen, and `clipboard` decides when a pasted link or code is
//! cleared.

mod clipboard;
mod startup;

use std::{rc::Rc, time::Duration};

use dioxus::prelude::*;
use futures_util::{
    StreamExt as _,
    future::LocalBoxFuture,
    stream::{self, FuturesUnordered, LocalBoxStream},
};
use secrecy::zeroize::Zeroizing;

use self::clipboard::{PastedProof, Submission};
use super::{drafts::Drafts, environment::Environment};
use crate::{
    clock,
    flow::{CallId, Effect, Event, Flow},
    link::LinkInbox,
    platform::{back_pressed, move_to_background},
    secret::Verifier,
    service::{Accepted, RecoveryService, RequestError},
    vault::{PendingRecovery, Vault, VaultStatus},
};

/// The delay before the first check whether the connection is back.
const FIRST_RETRY_DELAY: Duration = Duration::from_secs(2);
/// The maximum delay between two such checks.
const MAX_RETRY_DELAY: Duration = Duration::from_secs(30);

/// How often the keyring is read while an email is expected. Another window may have completed the recovery.
const KEYRING_POLL_INTERVAL: Duration = Duration::from_secs(5);

/// An effect that runs, with the event that reports its outcome, if any.
type RunningEffect = LocalBoxFuture<'static, Option<Event>>;

/// The sources of events. Everything slow is a future of its own, so that it blocks nothing else.
struct Sources {
    ui_events: UnboundedReceiver<Event>,
    running: FuturesUnordered<RunningEffect>,
    keyring_polls: LocalBoxStream<'static, Option<Event>>,
    inbox: LinkInbox,
}

impl Sources {
    /// Waits for the next event. `None` if an effect has finished without one. Links stay in the inbox unless
    /// `takes_links`.
    async fn next(&mut self, takes_links: bool) -> Option<Event> {
        tokio::select! {
            Some(event) = self.ui_events.next() => Some(event),
            Some(event) = self.running.next() => event,
            Some(event) = self.keyring_polls.next() => event,
            () = back_pressed() => Some(Event::BackPressed),
            link = self.inbox.take(), if takes_links => {
                Some(Event::LinkOpened { replaced: link.replaced_another(), text: link })
            }
        }
    }
}

/// Runs until the app is closed. Running effects are dropped then.
pub(super) async fn drive(
    environment: Environment,
    mut flow: Signal<Flow>,
    mut drafts: Drafts,
    ui_events: UnboundedReceiver<Event>,
) {
    let Environment { service, vault, inbox, email, .. } = environment;
    let running = FuturesUnordered::<RunningEffect>::new();
    running.push(Box::pin(startup::read_keyring(vault.clone(), drafts, email)));
    running.push(Box::pin(startup::report_slow_keyring()));
    let mut sources =
        Sources { ui_events, running, keyring_polls: keyring_polls(vault.clone(), flow), inbox };
    let mut reported_skew = None;
    let mut pasted_proof = PastedProof::default();
    loop {
        let takes_links = flow.peek().is_opened();
        let Some(event) = sources.next(takes_links).await else { continue };
        let submission = Submission::of(&event, &drafts);
        let is_accepted = matches!(event, Event::CheckFinished { outcome: Ok(_), .. });
        let mut effects = flow.write().on(event, clock::timestamp());
        let is_checked = effects.iter().any(|effect| matches!(effect, Effect::Check { .. }));
        if pasted_proof.is_accepted(submission, is_checked, is_accepted) {
            drafts.clear_clipboard();
        }
        let skew = service.clock_skew();
        if let (Some(seconds), true) = (skew, skew != reported_skew) {
            reported_skew = skew;
            effects.extend(flow.write().on(Event::ClockSkewMeasured(seconds), clock::timestamp()));
        }
        for effect in effects {
            let effect = run_effect(service.clone(), vault.clone(), drafts, effect);
            sources.running.push(Box::pin(effect));
        }
    }
}

/// Reads the keyring at intervals while the flow expects an email. There is at most one read at a time.
fn keyring_polls(vault: Vault, flow: Signal<Flow>) -> LocalBoxStream<'static, Option<Event>> {
    let poll = move |vault: Vault| async move {
        clock::sleep(KEYRING_POLL_INTERVAL).await;
        let expects_email = flow.peek().expects_email();
        let event = if expects_email { ended_elsewhere(&vault).await } else { None };
        Some((event, vault))
    };
    stream::unfold(vault, poll).boxed_local()
}

async fn ended_elsewhere(vault: &Vault) -> Option<Event> {
    let ended = vault.ended_elsewhere(clock::timestamp()).await;
    (!ended.is_empty()).then_some(Event::EndedElsewhere(ended))
}

fn clear_secret_drafts(mut drafts: Drafts) {
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

async fn run_effect(
    service: Rc<dyn RecoveryService>,
    vault: Vault,
    drafts: Drafts,
    effect: Effect,
) -> Option<Event> {
    match effect {
        // Failures are not reported: these are loaded again when they are needed.
        Effect::LoadCapabilities => service.capabilities().await.ok().map(Event::CapabilitiesLoaded),
        Effect::LoadPasswordPolicy => service.password_policy().await.ok().map(Event::PasswordPolicyLoaded),
        Effect::PrepareRequest { call_id, email } => Some(match service.capabilities().await {
            Ok(capabilities) => {
                Event::RequestReady { call_id, email, capabilities, new_verifier: Verifier::generate() }
            }
            Err(error) => Event::RequestFailed { call_id, error: error.into() },
        }),
        Effect::SendRequest { call_id, recovery } => {
            let response = service.send_account_recovery_email(&recovery.email).await;
            Some(request_finished(call_id, recovery, response))
        }
        Effect::SendBoundRequest { call_id, recovery, challenge } => {
            vault.save(recovery.clone(), clock::timestamp()).await;
            let response = service.send_bound_recovery_email(&recovery.email, &challenge).await;
            Some(request_finished(call_id, recovery, response))
        }
        Effect::Save(recovery) => {
            vault.save(recovery, clock::timestamp()).await;
            memory_only(&vault)
        }
        Effect::Update(recovery) => {
            vault.update(recovery, clock::timestamp()).await;
            memory_only(&vault)
        }
        Effect::SavePage(page) => {
            vault.save_page(page, clock::timestamp()).await;
            memory_only(&vault)
        }
        Effect::Remove(ended) => {
            vault.remove(ended, clock::timestamp()).await;
            None
        }
        Effect::MoveToBackground => {
            move_to_background();
            None
        }
        Effect::AwaitConnection { call_id } => {
            wait_for_connection(&*service).await;
            Some(Event::ConnectionRestored { call_id })
        }
        Effect::Check { call_id, proof } => {
            Some(Event::CheckFinished { call_id, outcome: service.check(&proof).await })
        }
        Effect::Reset { call_id, proof, password, idempotency_key, second_factor } => {
            let outcome =
                service.reset_with_proof(&proof, &password, &idempotency_key, second_factor.as_ref()).await;
            Some(Event::ResetFinished { call_id, outcome })
        }
        Effect::ClearSecretDrafts => {
            clear_secret_drafts(drafts);
            None
        }
    }
}

/// Reports that the keyring did not accept what was saved last.
fn memory_only(vault: &Vault) -> Option<Event> {
    (vault.status() == VaultStatus::MemoryOnly).then_some(Event::MemoryOnly)
}

fn request_finished(
    call_id: CallId,
    recovery: PendingRecovery,
    response: Result<Accepted, RequestError>,
) -> Event {
    match response {
        Ok(response) => Event::RequestAccepted { call_id, recovery, response },
        Err(error) => Event::RequestFailed { call_id, error },
    }
}

/// Waits until the service is reachable, with increasing delays.
async fn wait_for_connection(service: &dyn RecoveryService) {
    let mut delay = FIRST_RETRY_DELAY;
    loop {
        clock::sleep(delay).await;
        if service.is_reachable().await {
            return;
        }
        delay = (delay * 2).min(MAX_RETRY_DELAY);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
