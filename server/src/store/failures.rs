//! Failed attempts per client network.

use sqlx::AnyConnection;

use super::Store;
use super::from_row::from_row;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::client_network::ClientNetwork;
use crate::domain::clock::UnixTime;
use crate::domain::throttle::{NetworkFailures, Throttle, ThrottleDecision, TotalFailures};
use crate::internal_error::InternalError;

from_row!(NetworkFailures { in_a_row, counted, failed_at });
from_row!(TotalFailures { counted, last_failed_at });

/// The failures of the networks that failed last. Each row counts at least one failure, so more rows than the maximum cannot
/// change the decision. Without the limit, failures of many networks would make every attempt slow.
pub(super) const SELECT_TOTAL_FAILURES: &str = "
    SELECT CAST(COALESCE(SUM(CASE WHEN counted > $2 THEN $2 ELSE counted END), 0) AS BIGINT) AS counted,
           COALESCE(MAX(failed_at), 0) AS last_failed_at
    FROM (SELECT counted, failed_at FROM failures WHERE subject = $1 AND failed_at > $3
          ORDER BY failed_at DESC LIMIT $4) AS newest";

/// An attempt, which counts as failed until it is [ended](Store::end_attempt).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attempt {
    subject: Sha256Hash,
    network: Sha256Hash,
    /// The number of its network's failures in a row, this one included.
    in_a_row: i64,
    /// When its network failed before.
    failed_before: Option<i64>,
}

impl Store {
    /// Decides whether an attempt at `subject` is allowed, and records it as failed until
    /// [`end_attempt`](Self::end_attempt). It is recorded before it is checked, so that concurrent attempts cannot exceed
    /// the limit.
    pub(crate) async fn begin_attempt(
        &self,
        subject: &Sha256Hash,
        network: &ClientNetwork,
        throttle: &Throttle,
        now: UnixTime,
    ) -> Result<ThrottleDecision<Attempt>, InternalError> {
        let (store, network, throttle) = (self.clone(), *network.key(), *throttle);
        let key = *subject;
        self.write_subject(subject, move |connection| {
            Box::pin(async move { store.begin_attempt_in(connection, &key, &network, &throttle, now).await })
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
    ) -> Result<ThrottleDecision<Attempt>, InternalError> {
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
        let failures = match throttle.evaluate(own, total, now) {
            ThrottleDecision::Allow(failures) => failures,
            ThrottleDecision::Wait { retry_after } => return Ok(ThrottleDecision::Wait { retry_after }),
            ThrottleDecision::Exhausted { retry_after } => {
                return Ok(ThrottleDecision::Exhausted { retry_after });
            }
        };
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
        Ok(ThrottleDecision::Allow(Attempt {
            subject: *subject,
            network: *network,
            in_a_row: failures.in_a_row,
            failed_before: own.map(|failures| failures.failed_at),
        }))
    }

    /// Ends an attempt with its result, and returns the result. A success resets the failures of its network, and a
    /// rejection keeps them. An internal error, such as a full queue, is not a failure of the requester: this attempt no
    /// longer counts, and the others still do.
    pub(crate) async fn end_attempt<T, R>(
        &self,
        attempt: Attempt,
        result: Result<Result<T, R>, InternalError>,
    ) -> Result<Result<T, R>, InternalError> {
        let ended = match result {
            Ok(Ok(success)) => self.attempt_succeeded(attempt).await.map(|()| Ok(success)),
            rejected_or_error => rejected_or_error,
        };
        if ended.is_err()
            && let Err(error) = self.take_attempt_back(attempt).await
        {
            tracing::warn!(%error, "an attempt that ended with an internal error is still counted as failed");
        }
        ended
    }

    async fn take_attempt_back(&self, attempt: Attempt) -> Result<(), InternalError> {
        let (store, subject) = (self.clone(), attempt.subject);
        self.write_subject(&subject, move |connection| {
            Box::pin(async move { store.take_attempt_back_in(connection, attempt).await })
        })
        .await
    }

    async fn take_attempt_back_in(
        &self,
        connection: &mut AnyConnection,
        Attempt { subject, network, in_a_row, failed_before }: Attempt,
    ) -> Result<(), InternalError> {
        // The wait after the failure before is not prolonged, unless there is a later failure.
        sqlx::query(
            "UPDATE failures SET in_a_row = in_a_row - 1, counted = counted - 1,
                    failed_at = CASE WHEN in_a_row = $3 THEN COALESCE($4, failed_at) ELSE failed_at END
             WHERE subject = $1 AND network = $2",
        )
        .bind(subject.as_slice())
        .bind(network.as_slice())
        .bind(in_a_row)
        .bind(failed_before)
        .execute(&mut *connection)
        .await?;
        sqlx::query("DELETE FROM failures WHERE subject = $1 AND network = $2 AND counted <= 0")
            .bind(subject.as_slice())
            .bind(network.as_slice())
            .execute(&mut *connection)
            .await?;
        Ok(())
    }

    /// Resets the failures of the attempt's network. Its earlier failures still count towards the total, so that other
    /// networks cannot detect the success.
    async fn attempt_succeeded(&self, attempt: Attempt) -> Result<(), InternalError> {
        let (store, subject) = (self.clone(), attempt.subject);
        self.write_subject(&subject, move |connection| {
            Box::pin(async move { store.attempt_succeeded_in(connection, attempt).await })
        })
        .await
    }

    async fn attempt_succeeded_in(
        &self,
        connection: &mut AnyConnection,
        Attempt { subject, network, .. }: Attempt,
    ) -> Result<(), InternalError> {
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::crypto::secrets::sha256;
    use crate::domain::throttle::SIGN_INS;
    use crate::store::tests::{NOW, store};

    struct Attempts {
        store: Store,
        network: ClientNetwork,
    }

    impl Attempts {
        async fn begin(&self, now: UnixTime) -> ThrottleDecision<Attempt> {
            self.store.begin_attempt(&sha256(b"subject"), &self.network, &SIGN_INS, now).await.unwrap()
        }

        async fn begin_allowed(&self, now: UnixTime) -> Attempt {
            match self.begin(now).await {
                ThrottleDecision::Allow(attempt) => attempt,
                refused => panic!("{refused:?}"),
            }
        }

        async fn end_with_error(&self, attempt: Attempt) {
            let busy: Result<Result<(), ()>, _> = Err(InternalError::Busy);
            assert!(self.store.end_attempt(attempt, busy).await.is_err());
        }
    }

    async fn attempts() -> Attempts {
        Attempts { store: store().await, network: ClientNetwork::new(None) }
    }

    #[tokio::test]
    async fn internal_error_takes_back_its_own_attempt_only() {
        let attempts = attempts().await;
        for _ in 0..5 {
            attempts.begin_allowed(NOW).await;
        }
        assert_eq!(attempts.begin(NOW).await, ThrottleDecision::Wait { retry_after: 30 });
        // The five failures, and the wait after the last one, are as before.
        for _ in 0..3 {
            let attempt = attempts.begin_allowed(NOW.plus(30)).await;
            attempts.end_with_error(attempt).await;
        }
        attempts.begin_allowed(NOW.plus(30)).await;
        assert_eq!(attempts.begin(NOW.plus(30)).await, ThrottleDecision::Wait { retry_after: 60 });
    }

    #[tokio::test]
    async fn attempts_at_once_are_taken_back_one_by_one() {
        let attempts = attempts().await;
        let first = attempts.begin_allowed(NOW).await;
        let second = attempts.begin_allowed(NOW.plus(1)).await;
        attempts.end_with_error(first).await;
        for _ in 0..4 {
            attempts.begin_allowed(NOW.plus(2)).await;
        }
        assert_eq!(attempts.begin(NOW.plus(2)).await, ThrottleDecision::Wait { retry_after: 30 });
        attempts.end_with_error(second).await;
        attempts.begin_allowed(NOW.plus(2)).await;
    }
}
