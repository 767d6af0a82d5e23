//! Requests that wait at the same time and share a transaction.
//!
//! A transaction for each would cost a commit, several round trips, and on PostgreSQL a lock that requests for the same
//! address wait for. So a transaction takes all the requests that wait when it begins. A request that comes alone is not
//! delayed.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use super::batch::open_all;
use super::{NewRecovery, OpenOutcome};
use crate::crypto::secrets::Sha256Hash;
use crate::internal_error::InternalError;
use crate::store::engine::Engine;
use crate::store::rows::MAX_KEYS;
use crate::store::writer::Writer;

/// Maximum number of requests in one transaction, whose keys one statement can search for. It limits the wait of a request
/// that comes during it.
const MAX_BATCH: usize = MAX_KEYS;

/// The time limit of a transaction, longer than any wait of the database. It ends one whose connection is dead.
const TIME_LIMIT: Duration = Duration::from_secs(45);

type Answer = oneshot::Sender<Result<OpenOutcome, InternalError>>;

/// The requests that wait for a transaction, and the task that runs these. Clones share them.
#[derive(Clone)]
pub(in crate::store) struct Requests {
    /// As many as the server handles at the same time.
    waiting: Waiting,
    /// Wakes the task.
    wake: mpsc::Sender<()>,
}

#[derive(Clone, Default)]
struct Waiting(Arc<Mutex<Vec<(NewRecovery, Answer)>>>);

/// The requests of one transaction, which may run several times.
struct Taken {
    requests: Arc<[NewRecovery]>,
    answers: Mutex<Vec<Answer>>,
}

impl Waiting {
    fn push(&self, new: NewRecovery, answer: Answer) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((new, answer));
    }

    fn is_empty(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// Takes at most so many, in the order in which they came. If more wait, the networks take turns, so that many requests
    /// of one network delay a request of another one by one transaction and not by all of theirs.
    fn take(&self, maximum: usize) -> Taken {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let all = std::mem::take(&mut *waiting);
        let is_taken = places(all.iter().map(|(new, _)| new.network), maximum);
        let (mut requests, mut answers) = (Vec::new(), Vec::new());
        for ((new, answer), is_taken) in all.into_iter().zip(is_taken) {
            if is_taken {
                requests.push(new);
                answers.push(answer);
            } else {
                waiting.push((new, answer));
            }
        }
        Taken { requests: requests.into(), answers: Mutex::new(answers) }
    }

    /// Takes all, for an error.
    fn take_all(&self) -> Taken {
        self.take(usize::MAX)
    }
}

/// Which of the requests from these networks are taken: the first of each network, then the second of each, and so on.
fn places(networks: impl ExactSizeIterator<Item = Sha256Hash>, maximum: usize) -> Vec<bool> {
    let count = networks.len();
    if count <= maximum {
        return vec![true; count];
    }
    let mut last_turns = HashMap::new();
    let turns =
        networks.map(|network| *last_turns.entry(network).and_modify(|turn| *turn += 1).or_insert(0_usize));
    let mut order: Vec<(usize, usize)> = turns.zip(0..).collect();
    order.sort_unstable();
    let mut is_taken = vec![false; count];
    for (_, index) in order.into_iter().take(maximum) {
        is_taken[index] = true;
    }
    is_taken
}

impl Taken {
    // In both functions, an error of `send` means that the caller no longer waits.

    fn answer(&self, outcomes: Vec<OpenOutcome>) {
        for (answer, outcome) in self.answers().into_iter().zip(outcomes) {
            drop(answer.send(Ok(outcome)));
        }
    }

    fn fail(&self, error: &Arc<InternalError>) {
        for answer in self.answers() {
            drop(answer.send(Err(InternalError::Shared(Arc::clone(error)))));
        }
    }

    fn answers(&self) -> Vec<Answer> {
        std::mem::take(&mut *self.answers.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Requests {
    /// Requests whose transactions one task runs, one after the other, until all clones are dropped.
    pub(in crate::store) fn new(writer: &Writer, engine: &Arc<dyn Engine>) -> Self {
        let waiting = Waiting::default();
        let (wake, woken) = mpsc::channel(1);
        tokio::spawn(run(woken, waiting.clone(), writer.clone(), Arc::clone(engine)));
        Self { waiting, wake }
    }

    /// Runs a request. It is run even if the caller no longer waits.
    pub(super) async fn open(&self, new: NewRecovery) -> Result<OpenOutcome, InternalError> {
        let (answer, answered) = oneshot::channel();
        self.waiting.push(new, answer);
        // If there is no place, the task is about to be woken anyway.
        if let Err(TrySendError::Closed(())) = self.wake.try_send(()) {
            return Err(sqlx::Error::PoolClosed.into());
        }
        answered.await.map_err(|_| sqlx::Error::PoolClosed)?
    }
}

async fn run(mut woken: mpsc::Receiver<()>, waiting: Waiting, writer: Writer, engine: Arc<dyn Engine>) {
    while woken.recv().await.is_some() {
        while !waiting.is_empty() {
            // A panic must not end the task. It drops the answers, which tells the callers.
            let transaction = run_transaction(&waiting, &writer, &engine);
            drop(AssertUnwindSafe(transaction).catch_unwind().await);
        }
    }
}

async fn run_transaction(waiting: &Waiting, writer: &Writer, engine: &Arc<dyn Engine>) {
    let taken = Arc::new(OnceLock::new());
    let opened = {
        let (taken, waiting, engine) = (Arc::clone(&taken), waiting.clone(), Arc::clone(engine));
        writer.run(move |connection| {
            Box::pin(async move {
                let Taken { requests, .. } = taken.get_or_init(|| waiting.take(MAX_BATCH));
                open_all(connection, &*engine, requests).await
            })
        })
    };
    let opened = timeout(TIME_LIMIT, opened).await.unwrap_or(Err(sqlx::Error::PoolTimedOut.into()));
    match (opened, taken.get()) {
        (Ok(outcomes), Some(taken)) => taken.answer(outcomes),
        (Ok(_), None) => {}
        (Err(error), taken) => {
            // The others would wait for the same lock or connection, for as long again.
            let all_fail = taken.is_none() || error.is_end_of_wait();
            let error = Arc::new(error);
            if let Some(taken) = taken {
                taken.fail(&error);
            }
            if all_fail {
                waiting.take_all().fail(&error);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The positions of the requests that are taken.
    fn taken(networks: &[u8], maximum: usize) -> Vec<usize> {
        let keys: Vec<Sha256Hash> = networks.iter().map(|network| [*network; 32]).collect();
        let is_taken = places(keys.into_iter(), maximum);
        (0..networks.len()).filter(|index| is_taken[*index]).collect()
    }

    #[test]
    fn networks_take_turns_if_more_requests_wait_than_are_taken() {
        assert_eq!(taken(&[1, 1, 1], 3), [0, 1, 2]);
        assert_eq!(taken(&[1, 1, 1, 1], 3), [0, 1, 2]);
        assert_eq!(taken(&[1, 1, 1, 1, 2], 3), [0, 1, 4]);
        assert_eq!(taken(&[1, 1, 2, 2, 3, 1], 4), [0, 1, 2, 4]);
    }
}
