//! Requests that wait at the same time and share a transaction.
//!
//! A transaction for each would cost a commit, several round trips, and on PostgreSQL a lock that requests for the same
//! address wait for. So a transaction takes all the requests that wait when it begins. A request that comes alone is not
//! delayed.

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use super::batch::open_all;
use super::{NewRecovery, OpenOutcome};
use crate::internal_error::InternalError;
use crate::store::engine::Engine;
use crate::store::rows::MAX_ROWS;
use crate::store::writer::Writer;

/// Maximum number of requests in one transaction. It limits the wait of a request that comes during it.
const MAX_BATCH: usize = MAX_ROWS;

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
struct Waiting(Arc<Mutex<VecDeque<(NewRecovery, Answer)>>>);

/// The requests of one transaction, which may run several times.
struct Taken {
    requests: Arc<[NewRecovery]>,
    answers: Mutex<Vec<Answer>>,
}

impl Waiting {
    fn push(&self, new: NewRecovery, answer: Answer) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push_back((new, answer));
    }

    fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Takes at most so many, those that have waited for the longest time.
    fn take(&self, maximum: usize) -> Taken {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = waiting.len().min(maximum);
        let (requests, answers): (Vec<_>, Vec<_>) = waiting.drain(..count).unzip();
        Taken { requests: requests.into(), answers: Mutex::new(answers) }
    }
}

impl Taken {
    fn answer(&self, opened: Result<Vec<OpenOutcome>, InternalError>) {
        let answers = std::mem::take(&mut *self.answers.lock().unwrap_or_else(PoisonError::into_inner));
        // An error means that the caller no longer waits.
        match opened {
            Ok(outcomes) => {
                for (answer, outcome) in answers.into_iter().zip(outcomes) {
                    drop(answer.send(Ok(outcome)));
                }
            }
            Err(error) => {
                let error = Arc::new(error);
                for answer in answers {
                    drop(answer.send(Err(InternalError::Shared(Arc::clone(&error)))));
                }
            }
        }
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
        while waiting.len() > 0 {
            // A panic must not end the task. It drops the answers, which tells the callers.
            let transaction = run_transaction(&waiting, &writer, &engine);
            drop(AssertUnwindSafe(transaction).catch_unwind().await);
        }
    }
}

async fn run_transaction(waiting: &Waiting, writer: &Writer, engine: &Arc<dyn Engine>) {
    let taken = Arc::new(OnceLock::new());
    let waited = waiting.len();
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
    // If the transaction could not begin, none has been taken yet, and all that waited for it fail.
    taken.get_or_init(|| waiting.take(waited)).answer(opened);
}
