//! The workers that send the email in the outbox.
//!
//! The account of an address is looked up here and not while the request is handled. For an address without account a worker
//! does the same work and takes as long, but sends nothing. So neither the response to the request nor the load that it
//! causes reveals whether there is an account. Tokens and codes are generated here too, so the outbox contains no secrets.
//!
//! The workers are independent: an email that the SMTP server is slow to accept delays only the worker that sends it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use secrecy::ExposeSecret as _;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::claims::Claims;
use super::mail_queue::MailQueue;
use super::recent_deliveries::{Delivery, RecentDeliveries};
use crate::audit::{AuditEntry, AuditEvent, AuditLog};
use crate::crypto::code_key::CodeKey;
use crate::crypto::secrets::{generate_code, generate_token, sha256};
use crate::domain::busy_domains::MAIL_WORKERS;
use crate::domain::clock::{Clock, UnixTime};
use crate::domain::lifetimes::{CODE_LIFETIME, NOTICE_LIFETIME};
use crate::internal_error::InternalError;
use crate::mail::{ChangeNotice, MailComposer, MailError, RecoveryMail, Transport};
use crate::services::Services;
use crate::store::{IssuedSecrets, NewFreezeToken, QueuedMail, Store};

/// Interval at which workers look for postponed email, if no new email is queued.
const POLL_INTERVAL: Duration = Duration::from_secs(10);
/// Delay of the first retry, in seconds. It doubles with each further retry.
const INITIAL_RETRY_DELAY: u32 = 15;
/// The recipient of an email that is composed for an address without account, and not sent. No mail server has this domain
/// (RFC 2606).
const NO_RECIPIENT: &str = "nobody@mail.invalid";
/// Maximum delay of a retry, in seconds.
const MAX_RETRY_DELAY: u32 = 15 * 60;

/// Composes and sends queued email. Each worker is a clone.
#[derive(Clone)]
pub(crate) struct OutboxWorker {
    store: Store,
    clock: Arc<dyn Clock>,
    audit: AuditLog,
    code_key: Arc<CodeKey>,
    mail_queue: MailQueue,
    composer: Arc<MailComposer>,
    transport: Arc<Transport>,
    deliveries: Arc<RecentDeliveries>,
    claims: Arc<Claims>,
    /// Incremented after each email, and each time that no email is due.
    progress: watch::Sender<u64>,
}

/// Why an email was not sent.
#[derive(Debug, thiserror::Error)]
enum DeliveryError {
    #[error(transparent)]
    Mail(#[from] MailError),
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl DeliveryError {
    /// Whether a retry would fail for the same reason.
    fn is_permanent(&self) -> bool {
        matches!(self, Self::Mail(error) if error.is_permanent())
    }
}

/// The result of an attempt to send an email.
enum Attempt {
    Delivered,
    /// There is no account. The attempt took as long as a recent delivery and had the same result.
    Simulated {
        succeeded: bool,
    },
    Failed(DeliveryError),
}

impl OutboxWorker {
    /// A worker for the outbox of these services. It increments `progress` whenever one of its clones has done something.
    pub(crate) fn new(
        services: &Services,
        composer: MailComposer,
        transport: Transport,
        progress: watch::Sender<u64>,
    ) -> Self {
        let deliveries = RecentDeliveries::new(transport.expected_duration());
        Self {
            store: services.store.clone(),
            clock: Arc::clone(&services.clock),
            audit: services.audit.clone(),
            code_key: Arc::clone(&services.code_key),
            mail_queue: services.mail_queue.clone(),
            composer: Arc::new(composer),
            transport: Arc::new(transport),
            deliveries: Arc::new(deliveries),
            claims: Arc::default(),
            progress,
        }
    }

    /// Runs all workers until `stop` changes or is closed and all email that is due then is sent.
    pub(crate) async fn run_all(self, stop: watch::Receiver<bool>) {
        let mut workers = JoinSet::new();
        for _ in 0..MAIL_WORKERS {
            workers.spawn(self.clone().run(stop.clone()));
        }
        while workers.join_next().await.is_some() {}
        self.transport.close().await;
    }

    async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut stopping = false;
        loop {
            let sent = self.send_next().await;
            self.progress.send_modify(|count| *count += 1);
            if sent {
                continue;
            }
            if stopping {
                return;
            }
            tokio::select! {
                () = self.mail_queue.woken() => {}
                () = tokio::time::sleep(POLL_INTERVAL) => {}
                _ = stop.changed() => stopping = true,
            }
        }
    }

    /// Processes the next email. Returns `false` if none is due, or if the outbox cannot be read or updated, because an
    /// immediate retry would be a busy loop.
    async fn send_next(&self) -> bool {
        let processed = async {
            let next = self.claims.next(&self.store, &*self.clock, &self.mail_queue).await?;
            let Some(mail) = next else { return Ok(false) };
            let finished = self.process(&mail).await;
            self.claims.finish(&mail, &self.mail_queue);
            finished.map(|()| true)
        };
        processed.await.unwrap_or_else(|error: InternalError| {
            tracing::error!(%error, "cannot read or update the outbox");
            false
        })
    }

    async fn process(&self, mail: &QueuedMail) -> Result<(), InternalError> {
        let now = self.clock.now();
        if mail.is_superseded() || now >= UnixTime(mail.give_up_at) {
            // An email is only superseded if there is an account, so the worker must be busy as without one.
            if mail.is_superseded() {
                drop(self.simulate_delivery(mail, now).await);
            }
            self.record(mail, "given_up");
            return self.store.close_mail(mail.id).await;
        }
        match self.attempt(mail, now).await {
            Attempt::Delivered => self.record(mail, "ok"),
            Attempt::Simulated { succeeded: true } => {}
            Attempt::Simulated { succeeded: false } => return self.postpone(mail, now).await,
            Attempt::Failed(error) if error.is_permanent() => {
                tracing::error!(mail = mail.id, account = mail.account_id, %error, "an email cannot be sent");
                self.record(mail, "undeliverable");
            }
            Attempt::Failed(error) => {
                tracing::warn!(mail = mail.id, attempts = mail.attempts + 1, %error, "sending an email failed; it will be retried");
                self.record(mail, "put_off");
                return self.postpone(mail, now).await;
            }
        }
        self.store.close_mail(mail.id).await
    }

    async fn postpone(&self, mail: &QueuedMail, now: UnixTime) -> Result<(), InternalError> {
        let until = now.plus(retry_delay(mail.attempts));
        self.store.postpone_mail(mail.id, now, until).await
    }

    async fn attempt(&self, mail: &QueuedMail, now: UnixTime) -> Attempt {
        let (kind, composed) = match &mail.flow {
            Some(flow) => ("recovery", self.compose_recovery(mail, flow, now).await),
            None => ("password-changed", self.compose_notice(mail, now).await),
        };
        let sent = match composed {
            Ok(Some(message)) => self.deliver(mail, kind, message, now).await.map(|()| Attempt::Delivered),
            Ok(None) => self.simulate_delivery(mail, now).await,
            Err(error) => Err(error),
        };
        sent.unwrap_or_else(Attempt::Failed)
    }

    async fn deliver(
        &self,
        mail: &QueuedMail,
        kind: &str,
        message: lettre::Message,
        now: UnixTime,
    ) -> Result<(), DeliveryError> {
        let name = file_name(now, mail.id, kind)?;
        let mut started = Instant::now();
        let sent = async {
            let transport = self.transport.prepare().await?;
            // A simulated delivery prepares the transport too.
            started = Instant::now();
            transport.send(&name, message).await
        };
        let sent = sent.await;
        // A permanent error counts as a success, since both are not retried.
        let succeeded = sent.as_ref().err().is_none_or(MailError::is_permanent);
        let delivery = Delivery { duration: started.elapsed(), succeeded };
        self.deliveries.record(mail.domain(), delivery, self.clock.now());
        Ok(sent?)
    }

    /// Prepares the transport, and then waits for as long as a delivery takes.
    async fn simulate_delivery(&self, mail: &QueuedMail, now: UnixTime) -> Result<Attempt, DeliveryError> {
        let sample = self.deliveries.sample(mail.domain(), now).map_err(InternalError::from)?;
        let Delivery { duration, succeeded } = sample.delivery;
        let simulated = async { self.transport.prepare().await?.simulate(duration, succeeded).await };
        Ok(Attempt::Simulated { succeeded: simulated.await.is_ok() && succeeded })
    }

    fn record(&self, mail: &QueuedMail, outcome: &'static str) {
        let (flow, account) = (mail.flow.as_deref(), mail.account_id);
        self.audit.record(&AuditEntry { flow, account, ..AuditEntry::new(AuditEvent::MailSent, outcome) });
    }

    async fn compose_recovery(
        &self,
        mail: &QueuedMail,
        flow: &str,
        now: UnixTime,
    ) -> Result<Option<lettre::Message>, DeliveryError> {
        let token = generate_token().map_err(InternalError::from)?;
        let code = mail.is_bound().then(generate_code).transpose().map_err(InternalError::from)?;
        let stored_code = code.as_ref().map(|code| self.code_key.seal(code)).transpose()?;
        let token_hash = sha256(token.expose_secret().as_bytes());
        let secrets = IssuedSecrets {
            flow: flow.to_owned(),
            account_id: mail.account_id,
            token_hash,
            code: stored_code,
            code_expires_at: now.plus(CODE_LIFETIME),
        };
        self.store.store_issued_secrets(secrets).await?;
        let content = RecoveryMail {
            flow,
            token: &token,
            code: code.as_ref(),
            requested_at: UnixTime(mail.queued_at),
            device: mail.device(),
        };
        // Composed without an account too, because composing takes time.
        let to = mail.email.as_deref().unwrap_or(NO_RECIPIENT);
        let message = self.composer.recovery(to, now, mail.language(), &content)?;
        Ok(mail.email.is_some().then_some(message))
    }

    async fn compose_notice(
        &self,
        mail: &QueuedMail,
        now: UnixTime,
    ) -> Result<Option<lettre::Message>, DeliveryError> {
        let (Some(account_id), Some(email)) = (mail.account_id, &mail.email) else { return Ok(None) };
        let token = generate_token().map_err(InternalError::from)?;
        let token_hash = sha256(token.expose_secret().as_bytes());
        let freeze_token = NewFreezeToken {
            token_hash,
            account_id,
            password_generation: mail.password_generation,
            expires_at: now.plus(NOTICE_LIFETIME),
        };
        self.store.insert_freeze_token(freeze_token).await?;
        let notice = ChangeNotice {
            freeze_token: &token,
            changed_at: UnixTime(mail.queued_at),
            device: mail.device(),
        };
        Ok(self.composer.password_changed(email, now, mail.language(), &notice).map(Some)?)
    }
}

/// The delay of a retry after so many attempts, in seconds.
fn retry_delay(attempts: i64) -> u32 {
    let exponent = u32::try_from(attempts).unwrap_or(0).min(16);
    INITIAL_RETRY_DELAY.saturating_mul(1 << exponent).min(MAX_RETRY_DELAY)
}

/// File names sort by time, and within a second in the order of queueing.
fn file_name(now: UnixTime, id: i64, kind: &str) -> Result<String, MailError> {
    let time = now.format("%Y%m%dT%H%M%SZ").ok_or(MailError::Date)?;
    Ok(format!("{time}-{id:08}-{kind}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn retry_delay_doubles_up_to_a_maximum() {
        let delays: Vec<u32> = (0..8).map(retry_delay).collect();
        assert_eq!(delays, [15, 30, 60, 120, 240, 480, 900, 900]);
    }

    #[test]
    fn file_names_sort_by_time_and_then_by_id() {
        let names =
            [(1, 9), (1, 10), (60, 2)].map(|(at, id)| file_name(UnixTime(at), id, "recovery").unwrap());
        assert!(names.is_sorted(), "{names:?}");
        assert_eq!(names[0], "19700101T000001Z-00000009-recovery");
    }
}
