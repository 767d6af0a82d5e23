//! The audit log: one JSON object a line for every recovery event, with its time, source and outcome, and without any
//! secret (END-7; ASVS 16.2.1, 16.3.1).
//!
//! Where no file is configured the lines go to the log, under the target `audit`. The same events are counted for
//! `/metrics`.

use std::fs::File;
use std::io::Write as _;
use std::net::IpAddr;
use std::path::Path;
use std::sync::Mutex;

use serde::Serialize;
use time::OffsetDateTime;
use time::macros::format_description;

use crate::clock::UnixTime;
use crate::fault::Fault;
use crate::metrics::Metrics;
use crate::private_file;

/// Something that happened. The names are part of what operators may rely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Event {
    /// A recovery mail was asked for.
    RecoveryRequested,
    /// A recovery mail or a notice was handed over, put off or given up.
    MailSent,
    /// A link or code was checked.
    ProofChecked,
    /// A new password was set, or not.
    PasswordReset,
    /// A "this was not me" link was followed.
    AccountFrozen,
    /// Somebody signed in, or not.
    SignIn,
    /// The tries at an account's second factor are used up: somebody may be guessing.
    SecondFactorTries,
    /// An operator did something on the command line.
    Operator,
    /// The service of breached passwords did not answer; the password was let through.
    BreachCheckSkipped,
}

impl Event {
    /// As it is written and counted.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::RecoveryRequested => "recovery_requested",
            Self::MailSent => "mail_sent",
            Self::ProofChecked => "proof_checked",
            Self::PasswordReset => "password_reset",
            Self::AccountFrozen => "account_frozen",
            Self::SignIn => "sign_in",
            Self::SecondFactorTries => "second_factor_tries",
            Self::Operator => "operator",
            Self::BreachCheckSkipped => "breach_check_skipped",
        }
    }
}

/// One line.
#[derive(Debug, Serialize)]
pub(crate) struct Entry<'a> {
    pub(crate) event: Event,
    /// `ok`, or the code of the problem.
    pub(crate) outcome: &'a str,
    /// Where the request came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) client: Option<IpAddr>,
    /// The recovery, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) flow: Option<&'a str>,
    /// The account's number, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) account: Option<i64>,
}

impl Entry<'_> {
    /// An event with nothing more to say.
    pub(crate) fn new(event: Event, outcome: &str) -> Entry<'_> {
        Entry { event, outcome, client: None, flow: None, account: None }
    }
}

#[derive(Serialize)]
struct Line<'a> {
    time: &'a str,
    #[serde(flatten)]
    entry: &'a Entry<'a>,
}

/// Where the lines go.
pub(crate) struct Audit {
    file: Option<Mutex<File>>,
    metrics: Metrics,
}

impl Audit {
    /// Opens the file to append to, which only its owner can read.
    pub(crate) fn open(path: Option<&Path>, metrics: Metrics) -> Result<Self, Fault> {
        let file = path.map(private_file::append).transpose().map_err(Fault::Audit)?;
        Ok(Self { file: file.map(Mutex::new), metrics })
    }

    /// Writes an event down and counts it. A log that cannot be written stops nobody, but it is said.
    pub(crate) fn record(&self, now: UnixTime, entry: &Entry<'_>) {
        self.metrics.count_event(entry.event, entry.outcome);
        let Some(line) = line_of(now, entry) else { return };
        let Some(file) = &self.file else {
            tracing::info!(target: "audit", "{line}");
            return;
        };
        let mut file = file.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // One call for the whole line: several processes may append to one file.
        if let Err(error) = file.write_all(format!("{line}\n").as_bytes()) {
            tracing::error!(%error, "cannot write the audit log");
        }
    }
}

fn line_of(now: UnixTime, entry: &Entry<'_>) -> Option<String> {
    let format = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");
    let time = OffsetDateTime::from_unix_timestamp(now.0).ok()?.format(format).ok()?;
    serde_json::to_string(&Line { time: &time, entry }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_when_what_and_with_what_result() {
        let entry = Entry { flow: Some("f1"), ..Entry::new(Event::PasswordReset, "token_used") };
        assert_eq!(
            line_of(UnixTime(1_795_437_240), &entry).as_deref(),
            Some(
                r#"{"time":"2026-11-23T12:34:00Z","event":"password_reset","outcome":"token_used","flow":"f1"}"#
            )
        );
        assert_eq!(serde_json::to_value(Event::SignIn).ok(), Some(Event::SignIn.name().into()));
    }
}
