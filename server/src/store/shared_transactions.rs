//! Changes of one kind that wait at the same time and share a transaction.
//!
//! A transaction for each would cost a commit and several round trips, and on PostgreSQL perhaps a lock that the others wait
//! for. So a transaction takes all the changes that wait when it begins. A change that comes alone is not delayed.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use futures_util::FutureExt as _;
use sqlx::AnyConnection;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use super::engine::Engine;
use super::rows::MAX_KEYS;
use super::writer::{ChangeFuture, Writer};
use crate::crypto::secrets::Sha256Hash;
use crate::internal_error::InternalError;

/// Maximum number of changes in one transaction, whose keys one statement can search for. It limits the wait of a change
/// that comes during it.
const MAX_BATCH: usize = MAX_KEYS;

/// The time limit of a transaction, longer than any wait of the database. It ends one whose connection is dead.
const TIME_LIMIT: Duration = Duration::from_secs(45);

/// A change that can share a transaction with others.
pub(super) trait SharedChange: Send + Sync + Sized + 'static {
    /// The result of a change that was committed.
    type Outcome: Send + 'static;

    /// The client network that caused it. If more changes wait than one transaction takes, the networks take turns.
    ///
    /// By default all changes are of one network, so they are made in the order in which they come.
    fn network(&self) -> Sha256Hash {
        Sha256Hash::default()
    }

    /// Makes these changes, and returns the outcome of each.
    fn apply_all<'c>(
        changes: &'c [Self],
        connection: &'c mut AnyConnection,
        engine: &'c dyn Engine,
    ) -> ChangeFuture<'c, Vec<Self::Outcome>>;
}

type Answer<C> = oneshot::Sender<Result<<C as SharedChange>::Outcome, InternalError>>;

/// The changes that wait for a transaction, and the task that runs these. Clones share them.
pub(super) struct SharedTransactions<C: SharedChange> {
    /// As many as the server handles at the same time.
    waiting: Arc<Waiting<C>>,
    /// Wakes the task.
    wake: mpsc::Sender<()>,
}

impl<C: SharedChange> Clone for SharedTransactions<C> {
    fn clone(&self) -> Self {
        Self { waiting: Arc::clone(&self.waiting), wake: self.wake.clone() }
    }
}

struct Waiting<C: SharedChange>(Mutex<Vec<(C, Answer<C>)>>);

/// The changes of one transaction, which may run several times.
struct Taken<C: SharedChange> {
    changes: Vec<C>,
    answers: Mutex<Vec<Answer<C>>>,
}

impl<C: SharedChange> Waiting<C> {
    fn push(&self, change: C, answer: Answer<C>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((change, answer));
    }

    fn is_empty(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// Takes at most so many, in the order in which they came. If more wait, the networks take turns, so that many changes
    /// of one network delay a change of another one by one transaction and not by all of theirs.
    fn take(&self, maximum: usize) -> Taken<C> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let all = std::mem::take(&mut *waiting);
        let is_taken = places(all.iter().map(|(change, _)| change.network()), maximum);
        let (mut changes, mut answers) = (Vec::new(), Vec::new());
        for ((change, answer), is_taken) in all.into_iter().zip(is_taken) {
            if is_taken {
                changes.push(change);
                answers.push(answer);
            } else {
                waiting.push((change, answer));
            }
        }
        Taken { changes, answers: Mutex::new(answers) }
    }

    /// Takes all, for an error.
    fn take_all(&self) -> Taken<C> {
        self.take(usize::MAX)
    }
}

/// Which of the changes from these networks are taken: the first of each network, then the second of each, and so on.
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

impl<C: SharedChange> Taken<C> {
    // In both functions, an error of `send` means that the caller no longer waits.

    fn answer(&self, outcomes: Vec<C::Outcome>) {
        for (answer, outcome) in self.answers().into_iter().zip(outcomes) {
            drop(answer.send(Ok(outcome)));
        }
    }

    fn fail(&self, error: &Arc<InternalError>) {
        for answer in self.answers() {
            drop(answer.send(Err(InternalError::Shared(Arc::clone(error)))));
        }
    }

    fn answers(&self) -> Vec<Answer<C>> {
        std::mem::take(&mut *self.answers.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<C: SharedChange> SharedTransactions<C> {
    /// Transactions that one task runs, one after the other, until all clones are dropped.
    pub(super) fn new(writer: &Writer, engine: &Arc<dyn Engine>) -> Self {
        let waiting = Arc::new(Waiting(Mutex::default()));
        let (wake, woken) = mpsc::channel(1);
        tokio::spawn(run(woken, Arc::clone(&waiting), writer.clone(), Arc::clone(engine)));
        Self { waiting, wake }
    }

    /// Makes a change. It is committed when this method returns its outcome, and made even if the caller no longer waits.
    pub(super) async fn run(&self, change: C) -> Result<C::Outcome, InternalError> {
        let (answer, answered) = oneshot::channel();
        self.waiting.push(change, answer);
        // If there is no place, the task is about to be woken anyway.
        if let Err(TrySendError::Closed(())) = self.wake.try_send(()) {
            return Err(sqlx::Error::PoolClosed.into());
        }
        answered.await.map_err(|_| sqlx::Error::PoolClosed)?
    }
}

async fn run<C: SharedChange>(
    mut woken: mpsc::Receiver<()>,
    waiting: Arc<Waiting<C>>,
    writer: Writer,
    engine: Arc<dyn Engine>,
) {
    while woken.recv().await.is_some() {
        while !waiting.is_empty() {
            // A panic must not end the task. It drops the answers, which tells the callers.
            let transaction = run_transaction(&waiting, &writer, &engine);
            drop(AssertUnwindSafe(transaction).catch_unwind().await);
        }
    }
}

async fn run_transaction<C: SharedChange>(
    waiting: &Arc<Waiting<C>>,
    writer: &Writer,
    engine: &Arc<dyn Engine>,
) {
    let taken = Arc::new(OnceLock::new());
    let outcomes = {
        let (taken, waiting, engine) = (Arc::clone(&taken), Arc::clone(waiting), Arc::clone(engine));
        writer.run(move |connection| {
            Box::pin(async move {
                let Taken { changes, .. } = taken.get_or_init(|| waiting.take(MAX_BATCH));
                C::apply_all(changes, connection, &*engine).await
            })
        })
    };
    let outcomes = timeout(TIME_LIMIT, outcomes).await.unwrap_or(Err(sqlx::Error::PoolTimedOut.into()));
    match (outcomes, taken.get()) {
        (Ok(outcomes), Some(taken)) => taken.answer(outcomes),
        (Ok(_), None) => {}
        (Err(error), taken) => {
            // The others would probably wait for the same lock or connection, for as long again.
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

    /// The positions of the changes that are taken.
    fn taken(networks: &[u8], maximum: usize) -> Vec<usize> {
        let keys: Vec<Sha256Hash> = networks.iter().map(|network| [*network; 32]).collect();
        let is_taken = places(keys.into_iter(), maximum);
        (0..networks.len()).filter(|index| is_taken[*index]).collect()
    }

    #[test]
    fn networks_take_turns_if_more_changes_wait_than_are_taken() {
        assert_eq!(taken(&[1, 1, 1], 3), [0, 1, 2]);
        assert_eq!(taken(&[1, 1, 1, 1], 3), [0, 1, 2]);
        assert_eq!(taken(&[1, 1, 1, 1, 2], 3), [0, 1, 4]);
        assert_eq!(taken(&[1, 1, 2, 2, 3, 1], 4), [0, 1, 2, 4]);
    }
}
