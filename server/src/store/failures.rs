//! Failed tries, by client network.

use super::Store;
use crate::client_network::ClientNetwork;
use crate::clock::UnixTime;
use crate::secrets::Fingerprint;
use crate::throttle::{AllFailures, NetworkFailures, Throttle, Verdict};

impl Store {
    /// Takes a try at `subject` before it is looked at, so that of many at once no more than allowed are: it counts as
    /// failed until [`try_succeeded`](Self::try_succeeded).
    pub(crate) async fn begin_try(
        &self,
        subject: &Fingerprint,
        network: &ClientNetwork,
        throttle: &Throttle,
        now: UnixTime,
    ) -> Result<Verdict, sqlx::Error> {
        let mut transaction = self.begin().await?;
        self.lock_subject(&mut transaction, subject).await?;
        let own: Option<NetworkFailures> = sqlx::query_as(
            "SELECT in_a_row, counted, failed_at FROM failures WHERE subject = $1 AND network = $2",
        )
        .bind(subject.as_slice())
        .bind(network.key().as_slice())
        .fetch_optional(&mut *transaction)
        .await?;
        let all: AllFailures = sqlx::query_as(
            "SELECT CAST(COALESCE(SUM(CASE WHEN counted > $2 THEN $2 ELSE counted END), 0) AS BIGINT) AS counted,
                    COALESCE(MAX(failed_at), 0) AS last_failed_at
             FROM failures WHERE subject = $1 AND failed_at > $3",
        )
        .bind(subject.as_slice())
        .bind(throttle.network_share)
        .bind(now.0 - i64::from(throttle.memory))
        .fetch_one(&mut *transaction)
        .await?;
        let verdict = throttle.judge(own, all, now);
        if let Verdict::Try(failures) = &verdict {
            sqlx::query(
                "INSERT INTO failures (subject, network, in_a_row, counted, failed_at) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (subject, network) DO UPDATE SET in_a_row = $3, counted = $4, failed_at = $5",
            )
            .bind(subject.as_slice())
            .bind(network.key().as_slice())
            .bind(failures.in_a_row)
            .bind(failures.counted)
            .bind(failures.failed_at)
            .execute(&mut *transaction)
            .await?;
        }
        transaction.commit().await?;
        Ok(verdict)
    }

    /// A try that was taken succeeded: the network begins anew. What it failed at before still counts towards the total,
    /// so that other networks do not see that somebody succeeded.
    pub(crate) async fn try_succeeded(
        &self,
        subject: &Fingerprint,
        network: &ClientNetwork,
    ) -> Result<(), sqlx::Error> {
        let mut transaction = self.begin().await?;
        self.lock_subject(&mut transaction, subject).await?;
        sqlx::query(
            "INSERT INTO failures (subject, network, in_a_row, counted, failed_at)
             SELECT subject, $3, 0, counted - 1, failed_at FROM failures
             WHERE subject = $1 AND network = $2 AND counted > 1
             ON CONFLICT (subject, network) DO UPDATE
             SET counted = failures.counted + excluded.counted, failed_at = excluded.failed_at",
        )
        .bind(subject.as_slice())
        .bind(network.key().as_slice())
        .bind(b"".as_slice())
        .execute(&mut *transaction)
        .await?;
        sqlx::query("DELETE FROM failures WHERE subject = $1 AND network = $2")
            .bind(subject.as_slice())
            .bind(network.key().as_slice())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await
    }
}
