//! The transactions that change data.
//!
//! SQLite has one writer, and every commit waits for the disk. So one task runs all changes: it takes those that wait, runs
//! them in one transaction, commits once, and answers them all after that. If one fails, which is rare, the transaction is
//! rolled back, and all run again, each in a savepoint. The commit of a change that comes alone is not delayed. PostgreSQL
//! has many writers and groups their commits itself, so there each change has its own transaction. One for several changes
//! would hold their locks for longer, and could deadlock with another server's. The exceptions (`store/shared_transactions`)
//! are requests for a recovery and increments of counters, which take their locks in order, and changes of emails that this
//! process has claimed, which seldom meet others.

use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;

use futures_util::FutureExt as _;
use sqlx::any::AnyArguments;
use sqlx::pool::PoolConnection;
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, AnyPool, Executor as _};
use tokio::sync::{mpsc, oneshot};

use super::checkpoints::Checkpoints;
use super::retry::retry;
use crate::internal_error::InternalError;

/// Maximum number of changes in one transaction. It limits the wait of a change that comes during it.
const MAX_BATCH: usize = 128;
/// Maximum number of changes that wait. Further ones wait for a place.
const MAX_WAITING: usize = 1024;

/// A future that borrows the connection.
pub(super) type ChangeFuture<'c, T> = Pin<Box<dyn Future<Output = Result<T, InternalError>> + Send + 'c>>;

/// Runs changes.
#[derive(Clone)]
pub(super) enum Writer {
    /// Sends them to the task that runs them in batches.
    Batches(mpsc::Sender<Box<dyn Job>>),
    /// Runs each in a transaction of its own, which the statement begins.
    Transactions(AnyPool, &'static str),
}

impl Writer {
    /// A writer that runs changes in batches. `pool` has the only connection that writes. `begin` begins a transaction.
    /// `checkpoints` are those of a database file.
    pub(super) fn in_batches(pool: AnyPool, begin: &'static str, checkpoints: Option<Checkpoints>) -> Self {
        let (sender, waiting) = mpsc::channel(MAX_WAITING);
        tokio::spawn(run_batches(pool, begin, checkpoints, waiting));
        Self::Batches(sender)
    }

    /// Runs a change in a transaction. It is committed if the result is `Ok`, and durable when this method returns. The
    /// change must return the errors of its statements, because some end the transaction. It may run several times.
    pub(super) async fn run<T, F>(&self, change: F) -> Result<T, InternalError>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut AnyConnection) -> ChangeFuture<'c, T> + Clone + Send + 'static,
    {
        match self {
            Self::Batches(sender) => {
                let (answer, answered) = oneshot::channel();
                let job = Change { change, result: None, answer };
                sender.send(Box::new(job)).await.map_err(|_| sqlx::Error::PoolClosed)?;
                answered.await.map_err(|_| sqlx::Error::PoolClosed)?
            }
            Self::Transactions(pool, begin) => {
                retry(|| async {
                    let mut transaction = pool.begin_with(*begin).await?;
                    let result = change.clone()(&mut transaction).await?;
                    transaction.commit().await?;
                    Ok::<_, InternalError>(result)
                })
                .await
            }
        }
    }

    /// Runs a change of one statement, and returns the number of affected rows.
    pub(super) async fn execute<F>(&self, statement: F) -> Result<u64, InternalError>
    where
        F: FnOnce() -> Query<'static, Any, AnyArguments> + Clone + Send + 'static,
    {
        // In a transaction, which has the limits of `begin`, also if nothing else is in it.
        self.run(|connection| execute_statement(connection, statement)).await
    }
}

/// The change that consists of one statement.
fn execute_statement<'c, F>(connection: &'c mut AnyConnection, statement: F) -> ChangeFuture<'c, u64>
where
    F: FnOnce() -> Query<'static, Any, AnyArguments> + Send + 'c,
{
    Box::pin(async move { Ok(statement().execute(connection).await?.rows_affected()) })
}

/// A change that waits for its transaction.
pub(super) trait Job: Send {
    /// Runs the change, perhaps again, and returns whether it is to be committed.
    fn run<'c>(
        &'c mut self,
        connection: &'c mut AnyConnection,
    ) -> Pin<Box<dyn Future<Output = bool> + Send + 'c>>;
    /// Answers the caller after the transaction, or after it was `lost`.
    fn answer(self: Box<Self>, lost: Option<&Arc<sqlx::Error>>);
}

struct Change<T, F> {
    change: F,
    result: Option<Result<T, InternalError>>,
    answer: oneshot::Sender<Result<T, InternalError>>,
}

impl<T, F> Job for Change<T, F>
where
    T: Send,
    F: for<'c> FnOnce(&'c mut AnyConnection) -> ChangeFuture<'c, T> + Clone + Send,
{
    fn run<'c>(
        &'c mut self,
        connection: &'c mut AnyConnection,
    ) -> Pin<Box<dyn Future<Output = bool> + Send + 'c>> {
        let change = self.change.clone();
        Box::pin(async move {
            // A panic must not end the task that runs all changes.
            let result = AssertUnwindSafe(change(connection)).catch_unwind().await;
            let result = result.unwrap_or(Err(InternalError::ChangePanicked));
            self.result.insert(result).is_ok()
        })
    }

    fn answer(self: Box<Self>, lost: Option<&Arc<sqlx::Error>>) {
        let result = match (self.result, lost) {
            // What a change has read may have been changed by another one of the same transaction.
            (Some(Ok(_)) | None, Some(error)) => Err(InternalError::Transaction(Arc::clone(error))),
            (Some(result), _) => result,
            (None, None) => Err(sqlx::Error::PoolClosed.into()),
        };
        // An error means that the caller no longer waits.
        drop(self.answer.send(result));
    }
}

async fn run_batches(
    pool: AnyPool,
    begin: &'static str,
    mut checkpoints: Option<Checkpoints>,
    mut waiting: mpsc::Receiver<Box<dyn Job>>,
) {
    let mut jobs = Vec::new();
    while waiting.recv_many(&mut jobs, MAX_BATCH).await > 0 {
        while !jobs.is_empty() {
            jobs = run_batch(&pool, begin, jobs).await;
            checkpoints.iter_mut().for_each(Checkpoints::count_transaction);
        }
    }
}

/// Runs jobs in one transaction, and returns those that were not run because it ended early.
async fn run_batch(pool: &AnyPool, begin: &'static str, mut jobs: Vec<Box<dyn Job>>) -> Vec<Box<dyn Job>> {
    let mut connection = match begin_transaction(pool, begin).await {
        Ok(connection) => connection,
        Err(error) => {
            answer_all(jobs, Err(error));
            return Vec::new();
        }
    };
    let succeeded = run_all(&mut connection, &mut jobs).await;
    let ended = end_transaction(&mut connection, succeeded).await;
    // The transaction of a single change needs no savepoint.
    if !succeeded && jobs.len() > 1 {
        return run_in_savepoints(&mut connection, begin, jobs).await;
    }
    answer_all(jobs, ended);
    Vec::new()
}

/// Runs jobs until one fails. Returns whether all succeeded.
async fn run_all(connection: &mut AnyConnection, jobs: &mut [Box<dyn Job>]) -> bool {
    for job in jobs {
        if !job.run(connection).await {
            return false;
        }
    }
    true
}

/// Runs jobs in one transaction, each in a savepoint. Returns those that were not run because the transaction ended early.
async fn run_in_savepoints(
    connection: &mut AnyConnection,
    begin: &'static str,
    jobs: Vec<Box<dyn Job>>,
) -> Vec<Box<dyn Job>> {
    let mut waiting = jobs.into_iter();
    let mut done: Vec<Box<dyn Job>> = Vec::with_capacity(waiting.len());
    let ended = async {
        connection.execute(begin).await?;
        connection.execute("SAVEPOINT change").await?;
        while let Some(mut job) = waiting.next() {
            let keep = job.run(connection).await;
            done.push(job);
            // SQLite ends the whole transaction after some errors, for example on a full disk. Then there is no savepoint
            // and this fails.
            let end = match (keep, waiting.len() > 0) {
                (true, true) => "RELEASE change; SAVEPOINT change",
                (true, false) => "RELEASE change",
                (false, true) => "ROLLBACK TO change",
                (false, false) => "ROLLBACK TO change; RELEASE change",
            };
            if let Err(error) = connection.execute(end).await {
                drop(connection.execute("ROLLBACK").await);
                return Err(error);
            }
        }
        end_transaction(connection, true).await
    };
    let ended = ended.await;
    if done.is_empty() {
        // There is no transaction at all.
        done.extend(&mut waiting);
    }
    answer_all(done, ended);
    waiting.collect()
}

/// Answers the callers of jobs after their transaction, which was committed unless there is an error.
fn answer_all(jobs: Vec<Box<dyn Job>>, ended: Result<(), sqlx::Error>) {
    let lost = ended.err().map(Arc::new);
    for job in jobs {
        job.answer(lost.as_ref());
    }
}

/// Begins a transaction. One that could not be ended before is rolled back first.
async fn begin_transaction(pool: &AnyPool, begin: &'static str) -> Result<PoolConnection<Any>, sqlx::Error> {
    let mut connection = pool.acquire().await?;
    if connection.execute(begin).await.is_err() {
        drop(connection.execute("ROLLBACK").await);
        connection.execute(begin).await?;
    }
    Ok(connection)
}

async fn end_transaction(connection: &mut AnyConnection, keep: bool) -> Result<(), sqlx::Error> {
    let ended = connection.execute(if keep { "COMMIT" } else { "ROLLBACK" }).await;
    if ended.is_err() {
        // SQLite may have rolled the transaction back itself, in which case this fails too.
        drop(connection.execute("ROLLBACK").await);
    }
    // After a change that failed there is nothing to lose.
    if keep { ended.map(drop) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
