//! Failed attempts per client network.

use sqlx::AnyConnection;

use super::Store;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::client_network::ClientNetwork;
use crate::domain::clock::UnixTime;
use crate::domain::throttle::{NetworkFailures, Throttle, ThrottleDecision, TotalFailures};
use crate::internal_error::InternalError;

/// The failures of the networks that failed last. Each row counts at least one failure, so more rows than the maximum cannot
/// change the decision. Without the limit, failures of many networks would make every attempt slow.
pub(super) const SELECT_TOTAL_FAILURES: &str = "
    SELECT CAST(COALESCE(SUM(CASE WHEN counted > $2 THEN $2 ELSE counted END), 0) AS BIGINT) AS counted,
           COALESCE(MAX(failed_at), 0) AS last_failed_at
    FROM (SELECT counted, failed_at FROM failures WHERE subject = $1 AND failed_at > $3
          ORDER BY failed_at DESC LIMIT $4) AS newest";

impl Store {
    /// Decides whether an attempt at `subject` is allowed, and records it as failed until
    /// [`attempt_succeeded`](Self::attempt_succeeded). It is recorded before it is checked, so that concurrent attempts
    /// cannot exceed the limit.
    pub(crate) async fn begin_attempt(
        &self,
        subject: &Sha256Hash,
        network: &ClientNetwork,
        throttle: &Throttle,
        now: UnixTime,
    ) -> Result<ThrottleDecision, InternalError> {
        let (store, subject, network, throttle) = (self.clone(), *subject, *network.key(), *throttle);
        self.write(move |connection| {
            Box::pin(
                async move { store.begin_attempt_in(connection, &subject, &network, &throttle, now).await },
            )
        })
        .await
    }

    async fn begin_attempt_in(
        &self,
        connection: &mut AnyConnection,
        subject: &Sha256Hash,
        network: &Sha256Hash,
        throttle: &Throttle,
        now: UnixTime,
    ) -> Result<ThrottleDecision, InternalError> {
        self.lock_subject(connection, subject).await?;
        let own: Option<NetworkFailures> = sqlx::query_as(
            "SELECT in_a_row, counted, failed_at FROM failures WHERE subject = $1 AND network = $2",
        )
        .bind(subject.as_slice())
        .bind(network.as_slice())
        .fetch_optional(&mut *connection)
        .await?;
        let total: TotalFailures = sqlx::query_as(SELECT_TOTAL_FAILURES)
            .bind(subject.as_slice())
            .bind(throttle.network_share)
            .bind(now.0 - i64::from(throttle.retention))
            .bind(throttle.max_total_failures)
            .fetch_one(&mut *connection)
            .await?;
        let decision = throttle.evaluate(own, total, now);
        if let ThrottleDecision::Allow(failures) = &decision {
            sqlx::query(
                "INSERT INTO failures (subject, network, in_a_row, counted, failed_at) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (subject, network) DO UPDATE SET in_a_row = $3, counted = $4, failed_at = $5",
            )
            .bind(subject.as_slice())
            .bind(network.as_slice())
            .bind(failures.in_a_row)
            .bind(failures.counted)
            .bind(failures.failed_at)
            .execute(&mut *connection)
            .await?;
        }
        Ok(decision)
    }

    /// Records that the attempt succeeded, and resets the failures of its network. Its earlier failures still count towards
    /// the total, so that other networks cannot detect the success.
    pub(crate) async fn attempt_succeeded(
        &self,
        subject: &Sha256Hash,
        network: &ClientNetwork,
    ) -> Result<(), InternalError> {
        let (store, subject, network) = (self.clone(), *subject, *network.key());
        self.write(move |connection| {
            Box::pin(async move { store.attempt_succeeded_in(connection, &subject, &network).await })
        })
        .await
    }

    async fn attempt_succeeded_in(
        &self,
        connection: &mut AnyConnection,
        subject: &Sha256Hash,
        network: &Sha256Hash,
    ) -> Result<(), InternalError> {
        self.lock_subject(connection, subject).await?;
        sqlx::query(
            "INSERT INTO failures (subject, network, in_a_row, counted, failed_at)
             SELECT subject, $3, 0, counted - 1, failed_at FROM failures
             WHERE subject = $1 AND network = $2 AND counted > 1
             ON CONFLICT (subject, network) DO UPDATE
             SET counted = failures.counted + excluded.counted, failed_at = excluded.failed_at",
        )
        .bind(subject.as_slice())
        .bind(network.as_slice())
        .bind(b"".as_slice())
        .execute(&mut *connection)
        .await?;
        sqlx::query("DELETE FROM failures WHERE subject = $1 AND network = $2")
            .bind(subject.as_slice())
            .bind(network.as_slice())
            .execute(&mut *connection)
            .await?;
        Ok(())
    }
}
