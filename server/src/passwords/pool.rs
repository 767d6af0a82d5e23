//! A bounded number of threads with a bounded queue in front.

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::fault::Fault;

/// How many may wait for each thread: for some seconds at most, since a hash of the default cost takes tens of milliseconds.
const QUEUE_PER_THREAD: usize = 100;

/// Runs work on blocking threads, in the order in which it comes.
#[derive(Clone)]
pub(super) struct HashingPool {
    threads: usize,
    running: Arc<Semaphore>,
    /// Running or waiting.
    accepted: Arc<Semaphore>,
}

impl HashingPool {
    pub(super) fn new(threads: usize) -> Self {
        let accepted = Arc::new(Semaphore::new(threads * (1 + QUEUE_PER_THREAD)));
        Self { threads, running: Arc::new(Semaphore::new(threads)), accepted }
    }

    /// As large, with a queue of its own.
    pub(super) fn another(&self) -> Self {
        Self::new(self.threads)
    }

    /// Runs `work` once a thread is free; [`Fault::Busy`] where the queue is full. Work that has begun ends, even if nobody
    /// waits for it any more.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let place = Arc::clone(&self.accepted).try_acquire_owned().map_err(|_| Fault::Busy)?;
        let thread = Arc::clone(&self.running).acquire_owned().await?;
        let result = tokio::task::spawn_blocking(move || {
            let done = work();
            drop((thread, place));
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
    async fn a_full_queue_turns_away_and_holds_up_no_other_pool() {
        let (pool, other) = (HashingPool::new(2), HashingPool::new(2).another());
        let (go_on, wait) = mpsc::channel::<()>();
        let wait = Arc::new(std::sync::Mutex::new(wait));
        let work = || {
            let wait = Arc::clone(&wait);
            move || wait.lock().unwrap().recv().unwrap_or_default()
        };
        let mut accepted = Vec::new();
        for _ in 0..2 * (1 + QUEUE_PER_THREAD) {
            let mut job = Box::pin(pool.run(work()));
            // It takes its place at the first poll.
            assert!(is_pending(job.as_mut()).await);
            accepted.push(job);
        }
        assert!(matches!(pool.run(|| ()).await, Err(Fault::Busy)));
        assert_eq!(other.run(|| 7).await.unwrap(), 7, "the other pool does not know of it");
        drop(go_on);
        for job in accepted {
            job.await.unwrap();
        }
        assert_eq!(pool.run(|| 7).await.unwrap(), 7);
    }

    /// Polls once; whether it is still pending.
    async fn is_pending<T>(mut future: std::pin::Pin<&mut impl Future<Output = T>>) -> bool {
        std::future::poll_fn(|context| std::task::Poll::Ready(future.as_mut().poll(context).is_pending()))
            .await
    }
}
