//! Whether the database answers. It is asked at most once a second, however often that is asked from outside.

use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::Instant;

/// How long an answer counts.
const VALID: Duration = Duration::from_secs(1);

/// The last answer.
#[derive(Default)]
pub(crate) struct Readiness(Mutex<Option<(Instant, bool)>>);

impl Readiness {
    /// The last answer, or a new one from `ask` if that is too old. Of many who ask at once one does, and the others wait.
    pub(crate) async fn check(&self, ask: impl Future<Output = bool>) -> bool {
        let mut last = self.0.lock().await;
        if let Some((at, ready)) = *last
            && at.elapsed() < VALID
        {
            return ready;
        }
        let ready = ask.await;
        *last = Some((Instant::now(), ready));
        ready
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn of_a_thousand_questions_in_a_second_one_reaches_the_database() {
        let (readiness, asked) = (Readiness::default(), Cell::new(0));
        let ask = async |answer| {
            readiness
                .check(async {
                    asked.set(asked.get() + 1);
                    answer
                })
                .await
        };
        for _ in 0..1000 {
            assert!(ask(true).await);
        }
        assert_eq!(asked.get(), 1);
        tokio::time::advance(VALID).await;
        assert!(!ask(false).await);
        assert!(!ask(true).await, "a failure counts as long");
        assert_eq!(asked.get(), 2);
    }
}
