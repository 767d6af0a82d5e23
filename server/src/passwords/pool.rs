//! A bounded number of threads with a bounded queue, for work that needs the CPU.

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::internal_error::InternalError;

/// Maximum queue length per thread. A hash of the default cost and the estimate of a password take tens of milliseconds, so
/// the wait is a few seconds.
const QUEUE_PER_THREAD: usize = 100;

/// Runs jobs on blocking threads in first-in, first-out order.
#[derive(Clone)]
pub(crate) struct CpuPool {
    running: Arc<Semaphore>,
    /// Running and queued jobs.
    accepted: Arc<Semaphore>,
}

impl CpuPool {
    /// A pool that uses half of the cores, at least one.
    pub(crate) fn of_half_the_cores() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
        Self::new((cores / 2).max(1))
    }

    fn new(threads: usize) -> Self {
        let accepted = Arc::new(Semaphore::new(threads * (1 + QUEUE_PER_THREAD)));
        Self { running: Arc::new(Semaphore::new(threads)), accepted }
    }

    /// Runs `job` when a thread is free, or returns [`InternalError::Busy`] if the queue is full. A started job is
    /// finished even if the future is dropped.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, InternalError> {
        let slot = Arc::clone(&self.accepted).try_acquire_owned().map_err(|_| InternalError::Busy)?;
        let permit = Arc::clone(&self.running).acquire_owned().await?;
        let result = tokio::task::spawn_blocking(move || {
            let done = job();
            drop((permit, slot));
            done
        });
        Ok(result.await?)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[tokio::test]
    async fn full_queue_rejects_jobs_and_does_not_affect_another_pool() {
        let (pool, other) = (CpuPool::new(2), CpuPool::new(2));
        let (go_on, wait) = mpsc::channel::<()>();
        let wait = Arc::new(std::sync::Mutex::new(wait));
        let blocking_job = || {
            let wait = Arc::clone(&wait);
            move || wait.lock().unwrap().recv().unwrap_or_default()
        };
        let mut accepted = Vec::new();
        for _ in 0..2 * (1 + QUEUE_PER_THREAD) {
            let mut job = Box::pin(pool.run(blocking_job()));
            // A job is queued at its first poll.
            assert!(is_pending(job.as_mut()).await);
            accepted.push(job);
        }
        assert!(matches!(pool.run(|| ()).await, Err(InternalError::Busy)));
        assert_eq!(other.run(|| 7).await.unwrap(), 7, "the other pool is independent");
        drop(go_on);
        for job in accepted {
            job.await.unwrap();
        }
        assert_eq!(pool.run(|| 7).await.unwrap(), 7);
    }

    /// Polls the future once and returns whether it is pending.
    async fn is_pending<T>(mut future: std::pin::Pin<&mut impl Future<Output = T>>) -> bool {
        std::future::poll_fn(|context| std::task::Poll::Ready(future.as_mut().poll(context).is_pending()))
            .await
    }
}
