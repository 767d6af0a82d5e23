//! The audit log: one line of JSON for every recovery event, with time, client and outcome, and without secrets
//! (END-7; ASVS 16.2.1, 16.3.1).
//!
//! Without a configured file, the lines are logged with the target `audit`. The events are also counted for `/metrics`.

use std::fs::File;
use std::io::Write as _;
use std::net::IpAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use crate::domain::clock::{Clock, UnixTime};
use crate::internal_error::InternalError;
use crate::metrics::Metrics;
use crate::private_file;

/// What happened. Operators may rely on the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AuditEvent {
    /// A recovery email was requested.
    RecoveryRequested,
    /// A recovery email or a notice was sent, postponed or given up.
    MailSent,
    /// A link or code was checked.
    ProofChecked,
    /// A new password was set or rejected.
    PasswordReset,
    /// A freeze link was used.
    AccountFrozen,
    /// A sign-in succeeded or failed.
    SignIn,
    /// The tries at the second factor of an account are exhausted, which may be an attack.
    SecondFactorTries,
    /// An operator ran a command.
    Operator,
    /// The list of breached passwords was unavailable, so a password was accepted without this check.
    BreachCheckSkipped,
}

impl AuditEvent {
    /// The name in the log and in the metrics.
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

/// An entry of the log.
#[derive(Debug, Serialize)]
pub(crate) struct AuditEntry<'a> {
    pub(crate) event: AuditEvent,
    /// `ok`, or the code of the problem.
    pub(crate) outcome: &'static str,
    /// The address of the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) client: Option<IpAddr>,
    /// The recovery, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) flow: Option<&'a str>,
    /// The id of the account, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) account: Option<i64>,
}

impl AuditEntry<'static> {
    /// An entry without client, recovery and account.
    pub(crate) fn new(event: AuditEvent, outcome: &'static str) -> AuditEntry<'static> {
        AuditEntry { event, outcome, client: None, flow: None, account: None }
    }
}

#[derive(Serialize)]
struct Line<'a> {
    time: &'a str,
    #[serde(flatten)]
    entry: &'a AuditEntry<'a>,
}

/// Writes the log. Clones share the file.
#[derive(Clone)]
pub(crate) struct AuditLog(Arc<Inner>);

struct Inner {
    file: Option<Mutex<File>>,
    metrics: Metrics,
    clock: Arc<dyn Clock>,
}

impl AuditLog {
    /// Opens the file for appending. Only its owner can read it.
    pub(crate) fn open(
        path: Option<&Path>,
        metrics: Metrics,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, InternalError> {
        let file = path.map(private_file::open_append).transpose().map_err(InternalError::AuditLog)?;
        Ok(Self(Arc::new(Inner { file: file.map(Mutex::new), metrics, clock })))
    }

    /// Writes and counts an entry. A write error is logged, and does not affect the request.
    pub(crate) fn record(&self, entry: &AuditEntry<'_>) {
        self.0.metrics.count_event(entry.event.name(), entry.outcome);
        let Some(line) = format_line(self.0.clock.now(), entry) else { return };
        let Some(file) = &self.0.file else {
            tracing::info!(target: "audit", "{line}");
            return;
        };
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        // A single write for the whole line, because several processes may append to the file.
        if let Err(error) = file.write_all(format!("{line}\n").as_bytes()) {
            tracing::error!(%error, "cannot write the audit log");
        }
    }
}

fn format_line(now: UnixTime, entry: &AuditEntry<'_>) -> Option<String> {
    let time = now.format("%Y-%m-%dT%H:%M:%SZ")?;
    serde_json::to_string(&Line { time: &time, entry }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_contains_time_event_and_outcome() {
        let entry =
            AuditEntry { flow: Some("f1"), ..AuditEntry::new(AuditEvent::PasswordReset, "token_used") };
        assert_eq!(
            format_line(UnixTime(1_795_437_240), &entry).as_deref(),
            Some(
                r#"{"time":"2026-11-23T12:34:00Z","event":"password_reset","outcome":"token_used","flow":"f1"}"#
            )
        );
        assert_eq!(serde_json::to_value(AuditEvent::SignIn).ok(), Some(AuditEvent::SignIn.name().into()));
    }
}
