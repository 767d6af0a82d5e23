//! What is written to the log in the course of a journey, at its most talkative.

use std::io::{Result, Write};
use std::sync::{Arc, Mutex};

use tracing::subscriber::DefaultGuard;
use tracing_subscriber::filter::LevelFilter;

use super::urls::secrets;
use super::witness::Asked;

/// Written at the start, to see that what is written arrives.
const FIRST: &str = "the journey begins";

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, text: &[u8]) -> Result<usize> {
        self.0.lock().unwrap().write(text)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

pub struct Logs {
    written: Written,
    _until_dropped: DefaultGuard,
}

impl Logs {
    /// Reads along from now on, on this thread, on which all of a journey happens.
    pub fn read_along() -> Self {
        let written = Written::default();
        let writer = written.clone();
        let all = tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_ansi(false);
        let subscriber = all.with_writer(move || writer.clone()).finish();
        let logs = Self { written, _until_dropped: tracing::subscriber::set_default(subscriber) };
        tracing::trace!(FIRST);
        logs
    }

    pub fn have_no_secret(self, asked: &[Asked]) {
        let written = String::from_utf8(self.written.0.lock().unwrap().clone()).unwrap();
        assert!(written.contains(FIRST));
        for Asked { question, .. } in asked {
            let (token, others) = secrets(question);
            let secret = others.into_iter().chain(token).find(|secret| written.contains(secret));
            assert_eq!(secret, None, "in the log:\n{written}");
        }
    }
}
