//! Threads that several queues share: a queue gets every thread that no other queue needs, and its share if all need them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A job. It must not panic.
pub(super) type Job = Box<dyn FnOnce() + Send>;

/// The threads, and the jobs of each queue that wait for one.
pub(super) struct SharedThreads {
    state: Mutex<State>,
    /// Runs on a thread that has no further job.
    on_idle: Box<dyn Fn() + Send + Sync>,
}

struct State {
    /// Unused threads. There are none while a job waits.
    free: usize,
    queues: Vec<Queue>,
}

#[derive(Default)]
struct Queue {
    running: usize,
    waiting: VecDeque<Job>,
}

impl SharedThreads {
    /// So many threads, and no queue.
    pub(super) fn new(threads: usize, on_idle: Box<dyn Fn() + Send + Sync>) -> Arc<Self> {
        let state = State { free: threads, queues: Vec::new() };
        Arc::new(Self { state: Mutex::new(state), on_idle })
    }

    /// Adds a queue, and returns its number.
    pub(super) fn add_queue(&self) -> usize {
        let mut state = self.state();
        state.queues.push(Queue::default());
        state.queues.len() - 1
    }

    /// Runs a job on a free thread, or when one is free. A thread runs waiting jobs one after another, so none is idle
    /// between them.
    pub(super) fn submit(self: &Arc<Self>, queue: usize, job: Job) {
        {
            let mut state = self.state();
            if state.free == 0 {
                state.queues[queue].waiting.push_back(job);
                return;
            }
            state.free -= 1;
            state.queues[queue].running += 1;
        }
        let threads = Arc::clone(self);
        drop(tokio::task::spawn_blocking(move || {
            let mut next = Some((queue, job));
            while let Some((queue, job)) = next {
                job();
                next = threads.state().next_job(queue);
            }
            (threads.on_idle)();
        }));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// The job for a thread on which one of queue `last` has ended: the first of the queue that has the fewest threads. Of
    /// several such queues, `last` comes last.
    fn next_job(&mut self, last: usize) -> Option<(usize, Job)> {
        self.queues[last].running -= 1;
        let count = self.queues.len();
        let waiting = (1..=count).map(|offset| (last + offset) % count);
        let next = waiting
            .filter(|&queue| !self.queues[queue].waiting.is_empty())
            .min_by_key(|&queue| self.queues[queue].running);
        let job = next.and_then(|next| Some((next, self.queues[next].waiting.pop_front()?)));
        match &job {
            Some((next, _)) => self.queues[*next].running += 1,
            None => self.free += 1,
        }
        job
    }
}
