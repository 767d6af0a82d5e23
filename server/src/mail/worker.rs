//! The workers that empty the outbox.
//!
//! They, and not the request, find out whether an address has an account. For one that has none a worker does all the
//! same work, and is occupied as long, but for the handing over: neither the request nor the load it leaves behind
//! tells them apart. Tokens and codes are made here, at the last moment: the outbox holds none.
//!
//! Each worker goes its own way: one that the mail server keeps waiting holds up nobody else.

use std::sync::Arc;
use std::time::{Duration, Instant};

use secrecy::ExposeSecret as _;
use time::OffsetDateTime;
use time::macros::format_description;
use tokio::sync::{Mutex, watch};
use tokio::task::JoinSet;

use super::deliveries::{Delivery, RecentDeliveries};
use super::domains::{BusyDomains, WORKERS};
use super::{Letters, MailError, Transport};
use crate::audit::{Entry, Event};
use crate::clock::UnixTime;
use crate::core::Core;
use crate::fault::Fault;
use crate::recovery::NOTICE_VALID;
use crate::secrets;
use crate::store::{Arming, NewFreezeToken, QueuedMail};

/// How often postponed mail is looked for when no new mail wakes a worker.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// How often old recoveries are forgotten.
const PRUNE_EVERY: Duration = Duration::from_secs(60 * 60);
/// Seconds until the second attempt; each further one waits twice as long.
const FIRST_RETRY: u32 = 15;
/// Longest wait between two attempts, in seconds.
const LONGEST_RETRY: u32 = 15 * 60;

/// Writes and sends what is in the outbox; each worker has a copy.
#[derive(Clone)]
pub(crate) struct OutboxWorker {
    core: Arc<Core>,
    letters: Arc<Letters>,
    transport: Arc<Transport>,
    deliveries: Arc<RecentDeliveries>,
    busy_domains: Arc<Mutex<BusyDomains>>,
    /// Changes after every mail, and after every look that found none.
    progress: watch::Sender<u64>,
}

/// What became of an attempt to send a mail.
enum Attempt {
    Delivered,
    /// There was nobody to send it to; the attempt ended as others did.
    Rehearsed {
        succeeded: bool,
    },
    Failed(Fault),
}

impl OutboxWorker {
    /// A worker that has not begun. `progress` changes whenever one of its copies has done something.
    pub(crate) fn new(
        core: Arc<Core>,
        letters: Letters,
        transport: Transport,
        progress: watch::Sender<u64>,
    ) -> Self {
        let deliveries = RecentDeliveries::new(transport.assumed_duration());
        Self {
            core,
            letters: Arc::new(letters),
            transport: Arc::new(transport),
            deliveries: Arc::new(deliveries),
            busy_domains: Arc::default(),
            progress,
        }
    }

    /// Runs all workers, and prunes every hour, until `stop` changes or closes and what is due then has left.
    pub(crate) async fn run_all(self, stop: watch::Receiver<bool>) {
        let mut workers = JoinSet::new();
        for _ in 0..WORKERS {
            workers.spawn(self.clone().run(stop.clone()));
        }
        workers.spawn(prune_regularly(self.core, stop));
        while workers.join_next().await.is_some() {}
    }

    async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut stopping = false;
        loop {
            let sent_one = self.send_next().await;
            self.progress.send_modify(|count| *count += 1);
            if sent_one {
                continue;
            }
            if stopping {
                return;
            }
            tokio::select! {
                () = self.core.mail_queued.notified() => {}
                () = tokio::time::sleep(LOOK_EVERY) => {}
                _ = stop.changed() => stopping = true,
            }
        }
    }

    /// Works off one mail. False if none is due, or the list cannot be kept: trying again at once would only spin.
    async fn send_next(&self) -> bool {
        let worked = async {
            let Some(mail) = self.claim().await? else { return Ok(false) };
            let finished = self.finish(&mail).await;
            if let Some(domain) = &mail.domain() {
                self.busy_domains.lock().await.leave(domain);
            }
            finished.map(|()| true)
        };
        worked.await.unwrap_or_else(|fault: Fault| {
            tracing::error!(%fault, "cannot read or update the outbox");
            false
        })
    }

    /// The oldest mail that is due to a domain that has workers left. The lock is held over the look, so that two
    /// workers do not both take a domain's last place.
    async fn claim(&self) -> Result<Option<QueuedMail>, Fault> {
        let mut busy = self.busy_domains.lock().await;
        let claimed = self.core.store.claim_mail(self.core.now(), &busy.full()).await?;
        let Some(mail) = claimed else { return Ok(None) };
        if let Some(domain) = mail.domain() {
            busy.enter(domain);
        }
        // There may be more: the next idle worker looks.
        self.core.mail_queued.notify_one();
        Ok(Some(mail))
    }

    async fn finish(&self, mail: &QueuedMail) -> Result<(), Fault> {
        let now = self.core.now();
        if mail.is_superseded() || now >= UnixTime(mail.give_up_at) {
            self.note(mail, "given_up");
            return Ok(self.core.store.close_mail(mail.id).await?);
        }
        match self.attempt(mail, now).await {
            Attempt::Delivered => self.note(mail, "ok"),
            Attempt::Rehearsed { succeeded: true } => {}
            Attempt::Rehearsed { succeeded: false } => return self.postpone(mail, now).await,
            Attempt::Failed(fault) if fault.is_permanent() => {
                tracing::error!(mail = mail.id, account = mail.account_id, %fault, "mail cannot be sent");
                self.note(mail, "undeliverable");
            }
            Attempt::Failed(fault) => {
                tracing::warn!(mail = mail.id, attempts = mail.attempts + 1, %fault, "mail not sent yet");
                self.note(mail, "put_off");
                return self.postpone(mail, now).await;
            }
        }
        Ok(self.core.store.close_mail(mail.id).await?)
    }

    async fn postpone(&self, mail: &QueuedMail, now: UnixTime) -> Result<(), Fault> {
        let until = now.plus(wait_after(mail.attempts));
        Ok(self.core.store.postpone_mail(mail.id, now, until).await?)
    }

    async fn attempt(&self, mail: &QueuedMail, now: UnixTime) -> Attempt {
        let (kind, written) = match &mail.flow {
            Some(flow) => ("recovery", self.write_recovery(mail, flow, now).await),
            None => ("password-changed", self.write_notice(mail, now).await),
        };
        let sent = match written {
            Ok(Some(message)) => self.deliver(mail, kind, message, now).await.map(|()| Attempt::Delivered),
            Ok(None) => self.rehearse(mail).await,
            Err(fault) => Err(fault),
        };
        sent.unwrap_or_else(Attempt::Failed)
    }

    async fn deliver(
        &self,
        mail: &QueuedMail,
        kind: &str,
        message: lettre::Message,
        now: UnixTime,
    ) -> Result<(), Fault> {
        let name = file_name(now, mail.id, kind)?;
        let began = Instant::now();
        let sent = self.transport.send(&name, message).await;
        // What will never be sent is not tried again either.
        let succeeded = sent.as_ref().err().is_none_or(Fault::is_permanent);
        self.deliveries.record(mail.domain(), Delivery { took: began.elapsed(), succeeded });
        sent
    }

    /// Is occupied as long as a delivery takes.
    async fn rehearse(&self, mail: &QueuedMail) -> Result<Attempt, Fault> {
        let Delivery { took, succeeded } = self.deliveries.draw(mail.domain())?;
        tokio::time::sleep(took).await;
        Ok(Attempt::Rehearsed { succeeded })
    }

    fn note(&self, mail: &QueuedMail, outcome: &str) {
        let (flow, account) = (mail.flow.as_deref(), mail.account_id);
        self.core.record(&Entry { flow, account, ..Entry::new(Event::MailSent, outcome) });
    }

    async fn write_recovery(
        &self,
        mail: &QueuedMail,
        flow: &str,
        now: UnixTime,
    ) -> Result<Option<lettre::Message>, Fault> {
        let token = secrets::fresh_token()?;
        let code = mail.is_bound().then(secrets::fresh_code).transpose()?;
        let stored_code = code.as_ref().map(|code| self.core.code_key.store(code)).transpose()?;
        let token_hash = secrets::fingerprint(token.expose_secret().as_bytes());
        let arming =
            Arming { flow, account_id: mail.account_id, token_hash: &token_hash, code: stored_code.as_ref() };
        self.core.store.arm_recovery(&arming).await?;
        let letter =
            |email: &String| self.letters.recovery(email, now, mail.language(), flow, &token, code.as_ref());
        mail.email.as_ref().map(letter).transpose()
    }

    async fn write_notice(&self, mail: &QueuedMail, now: UnixTime) -> Result<Option<lettre::Message>, Fault> {
        let (Some(account_id), Some(email)) = (mail.account_id, &mail.email) else { return Ok(None) };
        let token = secrets::fresh_token()?;
        let token_hash = secrets::fingerprint(token.expose_secret().as_bytes());
        let freeze_token = NewFreezeToken {
            token_hash: &token_hash,
            account_id,
            password_generation: mail.password_generation,
            expires_at: now.plus(NOTICE_VALID),
        };
        self.core.store.arm_freeze(&freeze_token).await?;
        let changed_at = UnixTime(mail.queued_at);
        self.letters.password_changed(email, now, mail.language(), changed_at, &token).map(Some)
    }
}

/// Forgets what is of no more use, now and every hour. By tokio's clock: the wall clock may be set back.
async fn prune_regularly(core: Arc<Core>, mut stop: watch::Receiver<bool>) {
    let mut hours = tokio::time::interval(PRUNE_EVERY);
    loop {
        tokio::select! {
            _ = hours.tick() => {}
            _ = stop.changed() => return,
        }
        if let Err(fault) = core.prune().await {
            tracing::error!(%fault, "cannot prune");
        }
    }
}

fn wait_after(attempts: i64) -> u32 {
    let doublings = u32::try_from(attempts).unwrap_or(0).min(16);
    FIRST_RETRY.saturating_mul(1 << doublings).min(LONGEST_RETRY)
}

/// Sorts by time, and within a second by the order of queueing.
fn file_name(now: UnixTime, id: i64, kind: &str) -> Result<String, MailError> {
    let format = format_description!("[year][month][day]T[hour][minute][second]Z");
    let moment = OffsetDateTime::from_unix_timestamp(now.0).map_err(|_| MailError::Date)?;
    let moment = moment.format(format).map_err(|_| MailError::Date)?;
    Ok(format!("{moment}-{id:08}-{kind}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_mail_is_tried_less_and_less_often() {
        let waits: Vec<u32> = (0..8).map(wait_after).collect();
        assert_eq!(waits, [15, 30, 60, 120, 240, 480, 900, 900]);
    }

    #[test]
    fn file_names_sort_by_time_and_then_by_order() {
        let names =
            [(1, 9), (1, 10), (60, 2)].map(|(at, id)| file_name(UnixTime(at), id, "recovery").unwrap());
        assert!(names.is_sorted(), "{names:?}");
        assert_eq!(names[0], "19700101T000001Z-00000009-recovery");
    }
}
