//! Repetition of transactions that the database rolled back because of concurrent ones.

use std::time::Duration;

use crate::internal_error::InternalError;

/// Maximum number of attempts. Those that wait for the same row succeed one after the other, so each of many needs several.
const MAX_ATTEMPTS: u32 = 40;
/// Maximum wait before an attempt.
const MAX_WAIT: Duration = Duration::from_millis(50);

/// Runs a transaction until the result is not a conflict with a concurrent one. After a conflict nothing of it has taken
/// effect. PostgreSQL reports conflicts at the isolation levels "repeatable read" and "serializable", and deadlocks at every
/// level; databases that distribute data report conflicts at any time.
pub(super) async fn retry<T, E, F>(transaction: impl Fn() -> F) -> Result<T, InternalError>
where
    E: Into<InternalError>,
    F: Future<Output = Result<T, E>>,
{
    let mut attempts = 1;
    loop {
        match transaction().await.map_err(E::into) {
            Err(error) if error.is_conflict() && attempts < MAX_ATTEMPTS => {
                tokio::time::sleep(random_wait(attempts)?).await;
                attempts += 1;
            }
            result => return result,
        }
    }
}

/// A random wait, so that transactions in conflict do not meet again. Its maximum doubles with each attempt.
fn random_wait(attempts: u32) -> Result<Duration, getrandom::Error> {
    let maximum = Duration::from_millis(1 << attempts.min(10)).min(MAX_WAIT);
    Ok(maximum.mul_f64(f64::from(getrandom::u32()?) / f64::from(u32::MAX)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::borrow::Cow;
    use std::cell::Cell;
    use std::error::Error;

    use sqlx::error::{DatabaseError, ErrorKind};

    use super::*;

    /// An error of the database with this SQLSTATE.
    #[derive(Debug, thiserror::Error)]
    #[error("SQLSTATE {0}")]
    struct SqlState(&'static str);

    impl DatabaseError for SqlState {
        fn message(&self) -> &str {
            self.0
        }

        fn code(&self) -> Option<Cow<'_, str>> {
            Some(self.0.into())
        }

        fn as_error(&self) -> &(dyn Error + Send + Sync + 'static) {
            self
        }

        fn as_error_mut(&mut self) -> &mut (dyn Error + Send + Sync + 'static) {
            self
        }

        fn into_error(self: Box<Self>) -> Box<dyn Error + Send + Sync + 'static> {
            self
        }

        fn kind(&self) -> ErrorKind {
            ErrorKind::Other
        }
    }

    /// Runs a transaction that fails with these codes and then succeeds. Returns the number of attempts, and whether it
    /// succeeded.
    async fn run(codes: &[&'static str]) -> (usize, bool) {
        let attempts = Cell::new(0);
        let result = retry(|| {
            let code = codes.get(attempts.get()).copied();
            attempts.set(attempts.get() + 1);
            async move {
                let error = |code| sqlx::Error::Database(Box::new(SqlState(code)));
                code.map_or(Ok(()), |code| Err(error(code)))
            }
        });
        let succeeded = result.await.is_ok();
        (attempts.get(), succeeded)
    }

    #[tokio::test(start_paused = true)]
    async fn transaction_is_repeated_after_conflicts_and_deadlocks_only() {
        assert_eq!(run(&[]).await, (1, true));
        assert_eq!(run(&["40001", "40P01", "40001"]).await, (4, true));
        // Unique violation, and a full disk.
        assert_eq!(run(&["23505"]).await, (1, false));
        assert_eq!(run(&["40001", "53100"]).await, (2, false));
        assert_eq!(run(&["40001"; MAX_ATTEMPTS as usize]).await, (MAX_ATTEMPTS as usize, false));
    }
}
