//! The background task that empties the outbox.
//!
//! It, and not the request, finds out whether an address has an account. For one that has none it does all the same
//! work but for the handing over, so that neither the request nor the load it leaves behind tells them apart.
//! Tokens and codes are made here, at the last moment: the outbox holds none.

use std::sync::Arc;
use std::time::Duration;

use secrecy::ExposeSecret as _;
use time::OffsetDateTime;
use time::macros::format_description;
use tokio::sync::watch;

use super::{Letters, MailError, Transport};
use crate::audit::{Entry, Event};
use crate::clock::UnixTime;
use crate::core::Core;
use crate::fault::Fault;
use crate::recovery::NOTICE_VALID;
use crate::secrets;
use crate::store::{Arming, Errand};

/// How often postponed mail is looked for when no new mail rings the bell.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// How often old recoveries are forgotten, in seconds.
const PRUNE_EVERY: u64 = 60 * 60;
/// Seconds until the second attempt; each further one waits twice as long.
const FIRST_RETRY: u32 = 15;
/// Longest wait between two attempts, in seconds.
const LONGEST_RETRY: u32 = 15 * 60;

/// Writes and sends what is in the outbox.
pub(crate) struct Courier {
    pub(crate) core: Arc<Core>,
    pub(crate) letters: Letters,
    pub(crate) transport: Transport,
    /// Changes after every round.
    pub(crate) rounds: watch::Sender<u64>,
}

impl Courier {
    /// Works until `stop` changes or closes, and then does one last round.
    pub(crate) async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut pruned_at = None;
        loop {
            self.round().await;
            let now = self.core.now();
            if pruned_at.is_none_or(|at| now.since(at) >= PRUNE_EVERY) {
                pruned_at = Some(now);
                if let Err(fault) = self.core.prune().await {
                    tracing::error!(%fault, "cannot prune");
                }
            }
            tokio::select! {
                () = self.core.mail_queued.notified() => {}
                () = tokio::time::sleep(LOOK_EVERY) => {}
                _ = stop.changed() => break,
            }
        }
        self.round().await;
    }

    /// Sends all that is due, a few at a time: one mail that the mail server is slow about does not hold up the rest.
    async fn round(&self) {
        tokio::join!(self.empty_outbox(), self.empty_outbox(), self.empty_outbox(), self.empty_outbox());
        self.rounds.send_modify(|count| *count += 1);
    }

    async fn empty_outbox(&self) {
        while let Some(errand) = self.next().await {
            if let Err(fault) = self.finish(&errand).await {
                // The list itself cannot be kept: trying at once again would only spin.
                tracing::error!(%fault, "cannot update the outbox");
                break;
            }
        }
    }

    async fn next(&self) -> Option<Errand> {
        let next = self.core.store.claim_errand(self.core.now()).await;
        next.unwrap_or_else(|fault| {
            tracing::error!(%fault, "cannot read the outbox");
            None
        })
    }

    async fn finish(&self, errand: &Errand) -> Result<(), Fault> {
        let now = self.core.now();
        if errand.is_superseded() || now >= UnixTime(errand.give_up_at) {
            self.note(errand, "given_up");
            return Ok(self.core.store.close_errand(errand.id).await?);
        }
        match self.carry(errand, now).await {
            Ok(()) => Ok(self.core.store.close_errand(errand.id).await?),
            Err(fault) => {
                tracing::warn!(mail = errand.id, attempts = errand.attempts + 1, %fault, "mail not sent yet");
                self.note(errand, "put_off");
                Ok(self.core.store.postpone_errand(errand.id, now.plus(wait_after(errand.attempts))).await?)
            }
        }
    }

    async fn carry(&self, errand: &Errand, now: UnixTime) -> Result<(), Fault> {
        let (kind, mail) = match &errand.flow {
            Some(flow) => ("recovery", self.write_recovery(errand, flow, now).await?),
            None => ("password-changed", self.write_notice(errand, now).await?),
        };
        let Some(mail) = mail else { return Ok(()) };
        self.transport.send(&file_name(now, errand.id, kind)?, mail).await?;
        self.note(errand, "ok");
        Ok(())
    }

    fn note(&self, errand: &Errand, outcome: &str) {
        let (flow, account) = (errand.flow.as_deref(), errand.account_id);
        self.core.record(&Entry { flow, account, ..Entry::new(Event::MailSent, outcome) });
    }

    async fn write_recovery(
        &self,
        errand: &Errand,
        flow: &str,
        now: UnixTime,
    ) -> Result<Option<lettre::Message>, Fault> {
        let token = secrets::fresh_token()?;
        let code = errand.is_bound().then(secrets::fresh_code).transpose()?;
        let code_hash = match &code {
            Some(code) => Some(self.core.hashing.hash(code.clone()).await?),
            None => None,
        };
        let token_hash = secrets::fingerprint(token.expose_secret().as_bytes());
        let arming = Arming {
            flow,
            account_id: errand.account_id,
            token_hash: &token_hash,
            code_hash: code_hash.as_deref(),
            now,
        };
        self.core.store.arm_recovery(&arming).await?;
        let letter = |email: &String| {
            self.letters.recovery(email, now, errand.language(), flow, &token, code.as_ref())
        };
        errand.email.as_ref().map(letter).transpose()
    }

    async fn write_notice(&self, errand: &Errand, now: UnixTime) -> Result<Option<lettre::Message>, Fault> {
        let (Some(account_id), Some(email)) = (errand.account_id, &errand.email) else { return Ok(None) };
        let token = secrets::fresh_token()?;
        let token_hash = secrets::fingerprint(token.expose_secret().as_bytes());
        self.core.store.arm_freeze(account_id, &token_hash, now.plus(NOTICE_VALID)).await?;
        let changed_at = UnixTime(errand.queued_at);
        self.letters.password_changed(email, now, errand.language(), changed_at, &token).map(Some)
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
