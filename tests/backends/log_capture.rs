//! Captures the log of a journey at level `trace`.

use std::io::{Result, Write};
use std::sync::{Arc, Mutex};

use tracing::subscriber::DefaultGuard;
use tracing_subscriber::filter::LevelFilter;

use super::recording_service::RecordedOperation;
use super::urls::secrets;

/// Logged first, to check that the log is captured.
const MARKER: &str = "the journey starts";

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

pub struct LogCapture {
    written: Written,
    _until_dropped: DefaultGuard,
}

impl LogCapture {
    /// Captures from now on, on this thread, which runs the whole journey.
    pub fn start() -> Self {
        let written = Written::default();
        let writer = written.clone();
        // The digits of a time can be those of a code.
        let all =
            tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_ansi(false).without_time();
        let subscriber = all.with_writer(move || writer.clone()).finish();
        let logs = Self { written, _until_dropped: tracing::subscriber::set_default(subscriber) };
        tracing::trace!(MARKER);
        logs
    }

    pub fn assert_no_secrets(self, log: &[RecordedOperation]) {
        let written = String::from_utf8(self.written.0.lock().unwrap().clone()).unwrap();
        assert!(written.contains(MARKER));
        for RecordedOperation { operation, .. } in log {
            let (token, others) = secrets(operation);
            let secret = others.into_iter().chain(token).find(|secret| written.contains(secret));
            assert_eq!(secret, None, "in the log:\n{written}");
        }
    }
}
