//! What requests add to the database: recoveries, emails and schedules.

use std::collections::HashSet;

use sqlx::{AnyConnection, AssertSqlSafe};

use super::NewRecovery;
use super::delayed::supersede_oldest;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::clock::UnixTime;
use crate::domain::lifetimes::{CODE_LIFETIME, LINK_LIFETIME};
use crate::domain::mail_schedule::MailSchedule;
use crate::store::engine::Engine;
use crate::store::rows::{AnyQuery, RowsStatement, padded_row_count, padded_rows, together, unless_copy};

/// Inserts recoveries, with the next number of their requester if they get an email. One statement gives the same number to
/// all recoveries of a requester, so it has one with an email at most.
pub(in crate::store) const INSERT_RECOVERIES: RowsStatement = RowsStatement {
    start: "INSERT INTO recoveries (flow, address_key, challenge, requester, network, requested_at, link_expires_at,
                                     code_expires_at, number)
             SELECT column1, column2, column3, column4, column5, column6, column7, column8,
                    CASE WHEN column9 = 0 THEN NULL ELSE (
                        SELECT COALESCE(MAX(number), 0) + 1 FROM recoveries
                        WHERE address_key = column2 AND requester = column4 AND number IS NOT NULL
                    ) END",
    row: "(?, ?, ?, ?, ?, ?, ?, ?, ?)",
    end: "",
};
/// Queues the emails of recoveries.
const QUEUE_MAILS: RowsStatement = RowsStatement {
    start:
        "INSERT INTO outbox (flow, queued_at, scheduled_at, next_attempt_at, give_up_at, language, domain_key,
                                 network, device_program, device_system)
             SELECT *",
    row: "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    end: "",
};
/// Stores schedules.
const UPSERT_SCHEDULES: RowsStatement = RowsStatement {
    start: "INSERT INTO mail_schedules (subject, sent, decided_at, due_at) SELECT *",
    row: "(?, ?, ?, ?)",
    end: "ON CONFLICT (subject) DO UPDATE
          SET sent = excluded.sent, decided_at = excluded.decided_at, due_at = excluded.due_at",
};

/// What is to be inserted.
#[derive(Default)]
pub(super) struct Additions<'r> {
    recoveries: Vec<Addition<'r>>,
    /// The addresses and requesters of those that get an email.
    with_mail: HashSet<(Sha256Hash, Sha256Hash)>,
}

/// A recovery, and when its email is due if it gets one.
struct Addition<'r> {
    new: &'r NewRecovery,
    due: Option<UnixTime>,
}

impl Addition<'_> {
    /// When the lifetimes of link and code start: when the email is due.
    fn starts(&self) -> UnixTime {
        self.due.unwrap_or(self.new.now)
    }

    fn link_expires_at(&self) -> i64 {
        self.starts().plus(LINK_LIFETIME).0
    }
}

impl<'r> Additions<'r> {
    /// Whether a recovery of the same requester gets an email.
    pub(super) fn has_mail_of(&self, new: &NewRecovery) -> bool {
        self.with_mail.contains(&(new.address_key, new.requester))
    }

    /// Whether there is a recovery for the same address.
    pub(super) fn has_address_of(&self, new: &NewRecovery) -> bool {
        self.recoveries.iter().any(|addition| addition.new.address_key == new.address_key)
    }

    /// Adds a recovery, and its email if that is `due`.
    pub(super) fn push(&mut self, new: &'r NewRecovery, due: Option<UnixTime>) {
        if due.is_some() {
            self.with_mail.insert((new.address_key, new.requester));
        }
        self.recoveries.push(Addition { new, due });
    }

    /// Inserts all and stores `schedules` with one statement. Then supersedes the oldest recoveries of devices that get an
    /// email.
    pub(super) async fn insert(
        self,
        connection: &mut AnyConnection,
        engine: &dyn Engine,
        schedules: Vec<(Sha256Hash, MailSchedule)>,
    ) -> Result<(), sqlx::Error> {
        let with_mail: Vec<&Addition<'_>> =
            self.recoveries.iter().filter(|addition| addition.due.is_some()).collect();
        // All parts have room for the same number of requests, so that there are few different statements. A request changes
        // two schedules at most.
        let rows = padded_row_count(self.recoveries.len().max(schedules.len().div_ceil(2)));
        let parts = [
            (!schedules.is_empty()).then(|| UPSERT_SCHEDULES.statement(2 * rows)),
            (!self.recoveries.is_empty()).then(|| INSERT_RECOVERIES.statement(rows)),
            (!with_mail.is_empty()).then(|| QUEUE_MAILS.statement(rows)),
        ];
        let Some(statement) = together(engine, &parts) else { return Ok(()) };
        let mut insert = sqlx::query(AssertSqlSafe(statement));
        insert = bind_schedules(insert, &schedules, 2 * rows);
        insert = bind_recoveries(insert, &self.recoveries, rows);
        insert = bind_mails(insert, &with_mail, rows);
        insert.execute(&mut *connection).await?;
        let with_mail = with_mail.into_iter().map(|addition| addition.new);
        let bound: Vec<&NewRecovery> = with_mail.filter(|new| new.challenge.is_some()).collect();
        supersede_oldest(connection, &bound).await
    }
}

fn bind_schedules<'r>(
    mut insert: AnyQuery<'r>,
    schedules: &[(Sha256Hash, MailSchedule)],
    rows: usize,
) -> AnyQuery<'r> {
    for ((subject, schedule), is_copy) in padded_rows(schedules, rows) {
        insert = insert
            .bind(unless_copy(subject.to_vec(), is_copy))
            .bind(schedule.sent)
            .bind(schedule.decided_at)
            .bind(schedule.due_at);
    }
    insert
}

fn bind_recoveries<'r>(mut insert: AnyQuery<'r>, recoveries: &[Addition<'r>], rows: usize) -> AnyQuery<'r> {
    for (addition, is_copy) in padded_rows(recoveries, rows) {
        let new = addition.new;
        insert = insert
            .bind(unless_copy(new.flow.as_str(), is_copy))
            .bind(new.address_key.as_slice())
            .bind(new.challenge.as_ref().map(|challenge| challenge.0.as_slice()))
            .bind(new.requester.as_slice())
            .bind(new.network.as_slice())
            .bind(new.now.0)
            .bind(addition.link_expires_at())
            .bind(addition.starts().plus(CODE_LIFETIME).0)
            .bind(i64::from(addition.due.is_some()));
    }
    insert
}

/// An email is due when the lifetime of its link starts, and given up when that ends.
fn bind_mails<'r>(mut insert: AnyQuery<'r>, with_mail: &[&Addition<'r>], rows: usize) -> AnyQuery<'r> {
    for (addition, is_copy) in padded_rows(with_mail, rows) {
        let new = addition.new;
        insert = insert
            .bind(unless_copy(new.flow.as_str(), is_copy))
            .bind(new.now.0)
            .bind(new.now.0)
            .bind(addition.starts().0)
            .bind(addition.link_expires_at())
            .bind(new.language.tag)
            .bind(new.domain_key.as_slice())
            .bind(new.network.as_slice())
            .bind(new.device.program)
            .bind(new.device.system);
    }
    insert
}
