//! What requests add to the database: recoveries, emails and schedules.

use std::collections::HashSet;
use std::sync::LazyLock;

use sqlx::AnyConnection;

use super::NewRecovery;
use super::delayed::supersede_oldest;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::clock::UnixTime;
use crate::domain::lifetimes::{CODE_LIFETIME, LINK_LIFETIME};
use crate::domain::mail_schedule::MailSchedule;
use crate::store::engine::Engine;
use crate::store::rows::{RowStatements, slices};

/// Inserts recoveries, with the next number of their requester if they get an email.
pub(in crate::store) static INSERT_RECOVERIES: LazyLock<RowStatements> = LazyLock::new(|| {
    RowStatements::new(
        "INSERT INTO recoveries (flow, address_key, challenge, requester, network, requested_at, link_expires_at,
                                 code_expires_at, number) VALUES",
        "(?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN ? = 0 THEN NULL ELSE (
             SELECT COALESCE(MAX(number), 0) + 1 FROM recoveries
             WHERE address_key = ? AND requester = ? AND number IS NOT NULL
         ) END)",
        "",
    )
});
/// Queues the emails of recoveries.
static QUEUE_MAILS: LazyLock<RowStatements> = LazyLock::new(|| {
    RowStatements::new(
        "INSERT INTO outbox (flow, queued_at, scheduled_at, next_attempt_at, give_up_at, language, domain_key,
                             network, device_program, device_system) VALUES",
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "",
    )
});
/// Stores schedules.
static UPSERT_SCHEDULES: LazyLock<RowStatements> = LazyLock::new(|| {
    RowStatements::new(
        "INSERT INTO mail_schedules (subject, sent, decided_at, due_at) VALUES",
        "(?, ?, ?, ?)",
        "ON CONFLICT (subject) DO UPDATE
         SET sent = excluded.sent, decided_at = excluded.decided_at, due_at = excluded.due_at",
    )
});

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

    /// Inserts all, and stores `schedules`.
    pub(super) async fn insert(
        self,
        connection: &mut AnyConnection,
        engine: &dyn Engine,
        schedules: Vec<(Sha256Hash, MailSchedule)>,
    ) -> Result<(), sqlx::Error> {
        upsert_schedules(connection, engine, &schedules).await?;
        insert_recoveries(connection, engine, &self.recoveries).await?;
        let with_mail: Vec<(&NewRecovery, UnixTime, i64)> = self
            .recoveries
            .iter()
            .filter_map(|addition| Some((addition.new, addition.due?, addition.link_expires_at())))
            .collect();
        queue_mails(connection, engine, &with_mail).await?;
        let with_mail = with_mail.into_iter().map(|(new, ..)| new);
        let bound: Vec<&NewRecovery> = with_mail.filter(|new| new.challenge.is_some()).collect();
        supersede_oldest(connection, &bound).await
    }
}

async fn upsert_schedules(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    schedules: &[(Sha256Hash, MailSchedule)],
) -> Result<(), sqlx::Error> {
    for rows in slices(schedules) {
        let mut upsert = sqlx::query(UPSERT_SCHEDULES.for_rows(engine, rows.len()));
        for (subject, schedule) in rows {
            upsert = upsert
                .bind(subject.as_slice())
                .bind(schedule.sent)
                .bind(schedule.decided_at)
                .bind(schedule.due_at);
        }
        upsert.execute(&mut *connection).await?;
    }
    Ok(())
}

async fn insert_recoveries(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    recoveries: &[Addition<'_>],
) -> Result<(), sqlx::Error> {
    for rows in slices(recoveries) {
        let mut insert = sqlx::query(INSERT_RECOVERIES.for_rows(engine, rows.len()));
        for addition in rows {
            let new = addition.new;
            insert = insert
                .bind(&new.flow)
                .bind(new.address_key.as_slice())
                .bind(new.challenge.as_ref().map(|challenge| challenge.0.as_slice()))
                .bind(new.requester.as_slice())
                .bind(new.network.as_slice())
                .bind(new.now.0)
                .bind(addition.link_expires_at())
                .bind(addition.starts().plus(CODE_LIFETIME).0)
                .bind(i64::from(addition.due.is_some()))
                .bind(new.address_key.as_slice())
                .bind(new.requester.as_slice());
        }
        insert.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Queues the emails of recoveries that are due at a time, and given up when the link expires.
async fn queue_mails(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    mails: &[(&NewRecovery, UnixTime, i64)],
) -> Result<(), sqlx::Error> {
    for rows in slices(mails) {
        let mut queue = sqlx::query(QUEUE_MAILS.for_rows(engine, rows.len()));
        for (new, due, give_up_at) in rows {
            queue = queue
                .bind(&new.flow)
                .bind(new.now.0)
                .bind(new.now.0)
                .bind(due.0)
                .bind(*give_up_at)
                .bind(new.language.tag)
                .bind(new.domain_key.as_slice())
                .bind(new.network.as_slice())
                .bind(new.device.program)
                .bind(new.device.system);
        }
        queue.execute(&mut *connection).await?;
    }
    Ok(())
}
