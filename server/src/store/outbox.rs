//! The outbox: email that is still to be sent.

use sqlx::AnyConnection;

use super::Store;
use super::retry::retry;
use crate::crypto::code_key::StoredCode;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::clock::UnixTime;
use crate::domain::device::Device;
use crate::i18n::Language;
use crate::internal_error::InternalError;

/// Maximum number of domains that [`Store::claim_mail`] can exclude.
pub(crate) const MAX_EXCLUDED_DOMAINS: usize = 3;

/// How long a claim of an email is valid, in seconds. After that the claiming process is considered dead. It is longer than
/// the maximum timeout for sending.
const CLAIM_LIFETIME: u32 = 120;

/// An email that was scheduled later than this, in seconds from now, shows that the clock has been set back. Smaller
/// differences are normal: the clocks of several servers differ, and a time is a little older when a statement uses it.
pub(super) const CLOCK_TOLERANCE: u32 = 60;

/// An email to compose and send: a recovery email if it has a `flow`, otherwise a notice that the password was changed.
#[derive(sqlx::FromRow)]
pub(crate) struct QueuedMail {
    pub(crate) id: i64,
    pub(crate) flow: Option<String>,
    pub(crate) queued_at: i64,
    pub(crate) attempts: i64,
    pub(crate) give_up_at: i64,
    /// Generation of the password that a notice is about.
    pub(crate) password_generation: i64,
    language: Option<String>,
    domain_key: Option<Vec<u8>>,
    device_program: Option<String>,
    device_system: Option<String>,
    bound: i64,
    superseded: i64,
    /// The account and its registered address; `None` if the recovery was requested for an address without account.
    pub(crate) account_id: Option<i64>,
    pub(crate) email: Option<String>,
}

impl QueuedMail {
    /// Whether the recovery was requested with a challenge, so that its code can be used.
    pub(crate) fn is_bound(&self) -> bool {
        self.bound != 0
    }

    /// The recipient's domain; `None` in email that an earlier version queued.
    pub(crate) fn domain(&self) -> Option<Sha256Hash> {
        self.domain_key.as_deref()?.try_into().ok()
    }

    /// The language of the email.
    pub(crate) fn language(&self) -> &'static Language {
        Language::negotiate(self.language.as_deref(), None)
    }

    /// The device that requested the email or changed the password.
    pub(crate) fn device(&self) -> Device {
        Device::from_names(self.device_program.as_deref(), self.device_system.as_deref())
    }

    /// Whether the recovery ended before the email was sent.
    pub(crate) fn is_superseded(&self) -> bool {
        self.superseded != 0
    }
}

/// The secrets of a recovery email, in their stored form.
#[derive(Clone)]
pub(crate) struct IssuedSecrets {
    pub(crate) flow: String,
    pub(crate) account_id: Option<i64>,
    pub(crate) token_hash: Sha256Hash,
    pub(crate) code: Option<StoredCode>,
    /// When the code expires, unless the link expires earlier.
    pub(crate) code_expires_at: UnixTime,
}

impl Store {
    /// Claims the due email with the lowest turn, except for email to `excluded_domains`. No other process can claim it
    /// until it is closed or postponed, or the claim expires.
    pub(crate) async fn claim_mail(
        &self,
        now: UnixTime,
        excluded_domains: &[Sha256Hash],
    ) -> Result<Option<QueuedMail>, InternalError> {
        let excluded =
            |index: usize| excluded_domains.get(index).map_or(Vec::new(), |domain| domain.to_vec());
        let excluded = [0, 1, 2].map(excluded);
        let store = self.clone();
        let claimed = self.write(move |connection| {
            Box::pin(async move {
                store.assign_turns(connection, now).await?;
                let [first, second, third] = excluded;
                let claimed: Option<i64> = sqlx::query_scalar(store.engine.claim_mail())
                    .bind(now.0)
                    .bind(now.plus(CLAIM_LIFETIME).0)
                    .bind(now.plus(2 * CLAIM_LIFETIME).0)
                    .bind(first)
                    .bind(second)
                    .bind(third)
                    .bind(now.plus(CLOCK_TOLERANCE).0)
                    .fetch_optional(&mut *connection)
                    .await?;
                if claimed.is_some() {
                    store.prune_turns(connection).await?;
                }
                Ok(claimed)
            })
        });
        let claimed = claimed.await?;
        let Some(id) = claimed else { return Ok(None) };
        retry(|| {
            sqlx::query_as(
                "SELECT outbox.id, outbox.flow, queued_at, attempts, give_up_at, language, domain_key,
                    device_program, device_system, outbox.password_generation,
                    CASE WHEN challenge IS NULL THEN 0 ELSE 1 END AS bound,
                    CASE WHEN superseded_at IS NULL AND ended_at IS NULL THEN 0 ELSE 1 END AS superseded,
                    addresses.account_id, addresses.email
             FROM outbox
             LEFT JOIN recoveries ON recoveries.flow = outbox.flow
             LEFT JOIN addresses
                 ON addresses.id = outbox.address_id OR addresses.address_key = recoveries.address_key
             WHERE outbox.id = $1",
            )
            .bind(id)
            .fetch_optional(&self.reader)
        })
        .await
    }

    /// The number of emails that are due or being sent.
    pub(crate) async fn due_mail_count(&self, now: UnixTime) -> Result<i64, InternalError> {
        retry(|| {
            sqlx::query_scalar("SELECT count(*) FROM outbox WHERE next_attempt_at <= $1 OR scheduled_at > $2")
                .bind(now.0)
                .bind(now.plus(CLOCK_TOLERANCE).0)
                .fetch_one(&self.reader)
        })
        .await
    }

    /// Stores the secrets of a recovery email before it is sent. Earlier tokens of the recovery stay valid; an earlier code
    /// is replaced.
    pub(crate) async fn store_issued_secrets(&self, secrets: IssuedSecrets) -> Result<(), InternalError> {
        self.write(move |connection| Box::pin(store_issued_secrets_in(connection, secrets))).await
    }

    /// Removes an email that was sent or given up.
    pub(crate) async fn close_mail(&self, id: i64) -> Result<(), InternalError> {
        self.execute(move || sqlx::query("DELETE FROM outbox WHERE id = $1").bind(id)).await?;
        Ok(())
    }

    /// Schedules a retry of an email that could not be sent. A recovery email gets a new turn then.
    pub(crate) async fn postpone_mail(
        &self,
        id: i64,
        now: UnixTime,
        until: UnixTime,
    ) -> Result<(), InternalError> {
        self.execute(move || {
            sqlx::query(
                "UPDATE outbox SET attempts = attempts + 1, scheduled_at = $1, next_attempt_at = $2,
                    claimed_until = NULL, turn = CASE WHEN flow IS NULL THEN turn END
             WHERE id = $3",
            )
            .bind(now.0)
            .bind(until.0)
            .bind(id)
        })
        .await?;
        Ok(())
    }
}

async fn store_issued_secrets_in(
    connection: &mut AnyConnection,
    secrets: IssuedSecrets,
) -> Result<(), InternalError> {
    sqlx::query(
        "UPDATE recoveries SET account_id = $1, code_salt = $2, code_mac = $3,
             code_expires_at = CASE WHEN link_expires_at < $4 THEN link_expires_at ELSE $4 END
         WHERE flow = $5",
    )
    .bind(secrets.account_id)
    .bind(secrets.code.as_ref().map(|code| code.salt.as_slice()))
    .bind(secrets.code.as_ref().map(|code| code.mac.as_slice()))
    .bind(secrets.code_expires_at.0)
    .bind(&secrets.flow)
    .execute(&mut *connection)
    .await?;
    sqlx::query("INSERT INTO link_tokens (token_hash, flow) VALUES ($1, $2)")
        .bind(secrets.token_hash.as_slice())
        .bind(&secrets.flow)
        .execute(connection)
        .await?;
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::tests::{NOW, request, store};

    #[tokio::test]
    async fn delayed_mail_is_not_sent_early_by_a_server_whose_clock_is_a_little_behind() {
        let store = store().await;
        request(&store, "own", "first", "ada", NOW).await;
        let first = store.claim_mail(NOW, &[]).await.unwrap().unwrap();
        store.close_mail(first.id).await.unwrap();
        request(&store, "own", "delayed", "ada", NOW).await;
        for behind in [1, CLOCK_TOLERANCE] {
            let now = NOW.minus(behind);
            assert_eq!(store.due_mail_count(now).await.unwrap(), 0, "{behind}");
            assert!(store.claim_mail(now, &[]).await.unwrap().is_none(), "{behind}");
        }
        // The clock has been set back, so the email would wait for too long.
        let now = NOW.minus(CLOCK_TOLERANCE + 1);
        assert_eq!(store.due_mail_count(now).await.unwrap(), 1);
        assert_eq!(store.claim_mail(now, &[]).await.unwrap().unwrap().flow.unwrap(), "delayed");
    }
}
