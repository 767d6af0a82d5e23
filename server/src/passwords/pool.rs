//! Work that needs the CPU, on a bounded number of threads with bounded queues.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

use tokio::sync::{Semaphore, oneshot};

use super::shared_threads::SharedThreads;
use crate::internal_error::InternalError;

/// Maximum queue length per thread. A hash of the default cost and the estimate of a password take tens of milliseconds, so
/// the wait is a few seconds.
const QUEUE_PER_THREAD: usize = 100;

/// Runs jobs on blocking threads. The jobs of one pool run in first-in, first-out order.
#[derive(Clone)]
pub(crate) struct CpuPool {
    threads: Arc<SharedThreads>,
    /// Number of the queue of this pool among those that share the threads.
    queue: usize,
    /// Running and queued jobs of this pool.
    accepted: Arc<Semaphore>,
    max_accepted: usize,
}

impl CpuPool {
    /// A pool that uses half of the cores, at least one.
    pub(crate) fn of_half_the_cores() -> Self {
        let threads = (cores() / 2).max(1);
        Self::new(threads, threads * (1 + QUEUE_PER_THREAD), || ())
    }

    /// A pool that uses all cores. `on_idle` runs on a thread that has no further job. The queue is as long as half of the
    /// cores can work off in a few seconds, because another pool may [share them](Self::sharing_threads).
    pub(super) fn of_all_cores(on_idle: impl Fn() + Send + Sync + 'static) -> Self {
        let threads = cores();
        Self::new(threads, threads + (threads / 2).max(1) * QUEUE_PER_THREAD, on_idle)
    }

    fn new(threads: usize, max_accepted: usize, on_idle: impl Fn() + Send + Sync + 'static) -> Self {
        let threads = SharedThreads::new(threads, Box::new(on_idle));
        let (queue, accepted) = (threads.add_queue(), Arc::new(Semaphore::new(max_accepted)));
        Self { threads, queue, accepted, max_accepted }
    }

    /// A pool with a queue of its own on the same threads. It gets each of them while this pool does not need it, and an
    /// equal share otherwise. So a job of one pool waits for at most one job of the other.
    pub(super) fn sharing_threads(&self) -> Self {
        Self {
            threads: Arc::clone(&self.threads),
            queue: self.threads.add_queue(),
            accepted: Arc::new(Semaphore::new(self.max_accepted)),
            max_accepted: self.max_accepted,
        }
    }

    /// Runs `job` when a thread is free, or returns [`InternalError::Busy`] if the queue is full. A started job is
    /// finished even if the future is dropped.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, InternalError> {
        let slot = Arc::clone(&self.accepted).try_acquire_owned().map_err(|_| InternalError::Busy)?;
        let (sender, result) = oneshot::channel();
        let job = move || {
            // Nobody waits for the result any more.
            if sender.is_closed() {
                return;
            }
            let done = catch_unwind(AssertUnwindSafe(job));
            drop(slot);
            drop(sender.send(done));
        };
        self.threads.submit(self.queue, Box::new(job));
        // A job is dropped only while the runtime shuts down.
        match result.await.map_err(|_| InternalError::Busy)? {
            Ok(done) => Ok(done),
            Err(panic) => resume_unwind(panic),
        }
    }
}

#[cfg(test)]
type Submitted = std::pin::Pin<Box<dyn Future<Output = Result<(), InternalError>>>>;

/// Jobs that fill a queue until they are dropped.
#[cfg(test)]
pub(crate) struct FullQueue {
    _jobs: Vec<Submitted>,
    _end: std::sync::mpsc::Sender<()>,
}

#[cfg(test)]
impl CpuPool {
    /// Submits jobs until the queue is full.
    pub(crate) async fn fill(&self) -> FullQueue {
        let (end, ended) = std::sync::mpsc::channel::<()>();
        let ended = Arc::new(std::sync::Mutex::new(ended));
        let mut jobs = Vec::new();
        for _ in 0..self.max_accepted {
            let (pool, ended) = (self.clone(), Arc::clone(&ended));
            let wait = move || drop(ended.lock().map(|ended| ended.recv()));
            let (job, _) = poll_once(async move { pool.run(wait).await }).await;
            jobs.push(job);
        }
        FullQueue { _jobs: jobs, _end: end }
    }
}

/// Polls a job once, which queues it. Returns it, and whether it waits.
#[cfg(test)]
async fn poll_once(job: impl Future<Output = Result<(), InternalError>> + 'static) -> (Submitted, bool) {
    let mut job: Submitted = Box::pin(job);
    let waits =
        std::future::poll_fn(|context| std::task::Poll::Ready(job.as_mut().poll(context).is_pending())).await;
    (job, waits)
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::*;

    /// Submits a job that reports its start and ends when something is sent, or the sender is dropped.
    async fn submit(
        pool: &CpuPool,
        name: &'static str,
        started: &Sender<&'static str>,
    ) -> (Sender<()>, Submitted) {
        let (pool, started) = (pool.clone(), started.clone());
        let (end, ended) = channel::<()>();
        let work = move || {
            started.send(name).unwrap();
            ended.recv().unwrap_or_default();
        };
        let (job, waits) = poll_once(async move { pool.run(work).await }).await;
        assert!(waits);
        (end, job)
    }

    fn pool(threads: usize) -> CpuPool {
        CpuPool::new(threads, 20, || ())
    }

    /// The names of the jobs that start next.
    fn next(started: &Receiver<&'static str>, count: usize) -> Vec<&'static str> {
        (0..count).map(|_| started.recv().unwrap()).collect()
    }

    #[tokio::test]
    async fn full_queue_rejects_jobs_and_does_not_affect_another_pool() {
        let (pool, other) = (pool(2), pool(2));
        let (started, _keep) = channel();
        let mut jobs = Vec::new();
        for _ in 0..20 {
            jobs.push(submit(&pool, "own", &started).await);
        }
        assert!(matches!(pool.run(|| ()).await, Err(InternalError::Busy)));
        assert_eq!(other.run(|| 7).await.unwrap(), 7, "the other pool is independent");
        for (end, job) in jobs {
            drop(end);
            job.await.unwrap();
        }
        assert_eq!(pool.run(|| 7).await.unwrap(), 7);
    }

    #[tokio::test]
    async fn pool_gets_all_threads_that_the_other_does_not_need_and_gives_back_its_share() {
        let own = pool(2);
        let other = own.sharing_threads();
        let (start, started) = channel();
        let mut own_jobs = Vec::new();
        let mut other_jobs = Vec::new();
        for _ in 0..4 {
            own_jobs.push(submit(&own, "own", &start).await);
        }
        for _ in 0..4 {
            other_jobs.push(submit(&other, "other", &start).await);
        }
        assert_eq!(next(&started, 2), ["own", "own"]);
        drop(own_jobs.remove(0));
        assert_eq!(next(&started, 1), ["other"]);
        // Each has one thread now, and keeps it.
        drop(own_jobs.remove(0));
        assert_eq!(next(&started, 1), ["own"]);
        drop(other_jobs.remove(0));
        assert_eq!(next(&started, 1), ["other"]);
        // The rest of one pool gets both.
        own_jobs.drain(1..).for_each(drop);
        drop(own_jobs);
        assert_eq!(next(&started, 1), ["other"]);
    }

    #[tokio::test]
    async fn pools_take_turns_at_a_single_thread() {
        let own = pool(1);
        let other = own.sharing_threads();
        let (start, started) = channel();
        let (end, job) = submit(&own, "own", &start).await;
        let mut jobs = vec![job];
        for (pool, name) in [(&own, "own"), (&own, "own"), (&other, "other"), (&other, "other")] {
            jobs.push(submit(pool, name, &start).await.1);
        }
        drop(end);
        for job in jobs {
            job.await.unwrap();
        }
        assert_eq!(next(&started, 5), ["own", "other", "own", "other", "own"]);
    }

    #[tokio::test]
    async fn thread_without_a_job_is_idle() {
        let (idle, is_idle) = channel();
        let pool = CpuPool::new(1, 20, move || idle.send(()).unwrap());
        pool.run(|| ()).await.unwrap();
        is_idle.recv().unwrap();
        pool.run(|| ()).await.unwrap();
        is_idle.recv().unwrap();
    }
}
